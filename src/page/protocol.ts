import type { Configuration } from '../document/configuration.ts';
import type { ListKey } from '../document/format/model.ts';
import type { ResolvedUse } from '../document/product.ts';
import type { TextChange } from '../document/yaml/position.ts';
import type { Language, TranslationBundle } from '../terms/language.ts';

/** One file with all that it uses, or every file of the workspace. */
export type Scope = 'file' | 'workspace';

/** The text of a file. Versions count from 1, one more with every change that is sent. */
export interface FileText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** What leads from the version before to this one. */
export interface FileChange {
  readonly uri: string;
  readonly version: number;
  readonly changes: readonly TextChange[];
}

/** How the files belong together. */
export interface FileLinks {
  /** The file that the page is for. */
  readonly opened: string;
  /** Whether features can be changed from the page. */
  readonly isEditable: boolean;
  /** The files of the workspace where all of them are shown; else `null`. */
  readonly workspace: readonly string[] | null;
  readonly uses: readonly ResolvedUse[];
  /** What the `.kanorc.yaml` nearest to a file says; files without one are left out. */
  readonly configurations: Readonly<Record<string, Configuration>>;
}

/** Everything that the page is made from. An element with the id `kano-files` holds it where the page has no host. */
export interface FilesMessage {
  readonly type: 'files';
  readonly language: Language;
  /** Translations into that language; absent for English. */
  readonly bundle?: TranslationBundle;
  /** `null` where there is no file to show. */
  readonly links: FileLinks | null;
  readonly files: readonly FileText[];
}

/** An earlier version of the files, and its name: `main`. */
export interface BaseFiles extends Pick<FilesMessage, 'files'> {
  readonly name: string;
  readonly links: FileLinks;
}

export type HostMessage =
  | FilesMessage
  /** `links` is absent where they stay the same, and `null` when the opened file is gone. */
  | {
      readonly type: 'changes';
      readonly links?: FileLinks | null;
      readonly files: readonly (FileText | FileChange)[];
      readonly removed: readonly string[];
    }
  /** The version in Git that features are compared with; `null` where there is none. */
  | { readonly type: 'base'; readonly base: BaseFiles | null }
  /** Select the feature with this id; `uri` and `occurrence` tell it from others with the same id. */
  | { readonly type: 'select'; readonly id: string; readonly uri?: string; readonly occurrence?: number }
  /** Copy or save the table or the picture as it is shown. */
  | { readonly type: 'export'; readonly format: ExportFormat; readonly copy: boolean }
  /** Shown and read out once: why an edit was not made, so that the page shows what the file says again. */
  | { readonly type: 'refused'; readonly text: string }
  /** Shown and read out once: what became of a copy or a file. */
  | { readonly type: 'said'; readonly text: string };

/** A list item that a file has in any later version too: among the items of the list with this id, the one at place `occurrence`, from 0. */
export interface ItemAddress {
  readonly uri: string;
  readonly list: ListKey;
  /** Empty where the item has none. */
  readonly id: string;
  readonly occurrence: number;
}

/** A property of a feature that can be changed in the panel, and its new value; `null` removes it from the file. */
export type FeatureEdit =
  | { readonly property: 'status' | 'owner' | 'assumed'; readonly value: string | null }
  | { readonly property: 'effort'; readonly value: number | null };

/** Selects tallies: those of a survey, of a persona, or both; `null` selects tallies that name none. */
export interface TallyChoice {
  readonly survey?: string | null;
  readonly persona?: string | null;
}

/** The file formats that the page exports. */
export const exportFormats = ['markdown', 'csv', 'svg', 'png'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type PageMessage =
  /** The page was loaded, or lost track of the versions, and needs all files. */
  | { readonly type: 'ready'; readonly scope: Scope }
  | { readonly type: 'scope'; readonly scope: Scope }
  /** The name of what the page shows, for the tab of the panel. */
  | { readonly type: 'title'; readonly product: string }
  /** Show an item, or a tally of a feature, in its file; `focus` says whether the editor takes the keyboard. */
  | { readonly type: 'reveal'; readonly item: ItemAddress; readonly focus: boolean; readonly tally?: TallyChoice }
  | { readonly type: 'edit'; readonly item: ItemAddress; readonly edit: FeatureEdit }
  | { readonly type: 'copy'; readonly text: string }
  /** Save to a file that the user chooses. A PNG comes as base64. */
  | { readonly type: 'save'; readonly format: ExportFormat; readonly content: string }
  | { readonly type: 'chooseFile' };

/** Whether something that was posted to the page is a message of a host. Checks what the page relies on at once, not every file. */
export function isHostMessage(posted: unknown): posted is HostMessage {
  if (!isRecord(posted)) return false;
  const { type, links, files, removed } = posted;
  const isLinked = links === null || (isRecord(links) && typeof links.opened === 'string' && Array.isArray(links.uses));
  if (type === 'files') return isLinked && isListOfFiles(files);
  if (type === 'changes') return (isLinked || links === undefined) && isListOfFiles(files) && Array.isArray(removed);
  if (type === 'base') return posted.base === null || isBase(posted.base);
  if (type === 'select') return typeof posted.id === 'string';
  if (type === 'export') return isExportFormat(posted.format) && typeof posted.copy === 'boolean';
  return (type === 'refused' || type === 'said') && typeof posted.text === 'string';
}

/** Whether something that was posted to the host is a message of the page. */
export function isPageMessage(posted: unknown): posted is PageMessage {
  if (!isRecord(posted)) return false;
  switch (posted.type) {
    case 'ready':
    case 'scope':
      return posted.scope === 'file' || posted.scope === 'workspace';
    case 'title':
      return typeof posted.product === 'string';
    case 'reveal':
      return isAddress(posted.item) && typeof posted.focus === 'boolean' && (posted.tally === undefined || isRecord(posted.tally));
    case 'edit':
      return isAddress(posted.item) && isEdit(posted.edit);
    case 'copy':
      return typeof posted.text === 'string';
    case 'save':
      return typeof posted.content === 'string' && isExportFormat(posted.format);
    default:
      return posted.type === 'chooseFile';
  }
}

function isBase(base: unknown): boolean {
  return isRecord(base) && typeof base.name === 'string' && isRecord(base.links) && isListOfFiles(base.files);
}

function isExportFormat(format: unknown): boolean {
  return (exportFormats as readonly unknown[]).includes(format);
}

function isListOfFiles(files: unknown): boolean {
  return Array.isArray(files) && files.every((file) => isRecord(file) && typeof file.uri === 'string' && typeof file.version === 'number');
}

function isAddress(item: unknown): boolean {
  if (!isRecord(item)) return false;
  return [item.uri, item.list, item.id].every((part) => typeof part === 'string') && typeof item.occurrence === 'number';
}

function isEdit(edit: unknown): boolean {
  if (!isRecord(edit)) return false;
  const { property, value } = edit;
  if (property === 'effort') return value === null || (typeof value === 'number' && value > 0);
  return ['status', 'owner', 'assumed'].includes(String(property)) && (value === null || typeof value === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
