import type { RareTest } from '../analysis/statistics/contingencyTest.ts';
import type { Configuration } from '../document/configuration.ts';
import { type ListKey, listKeys } from '../document/format/model.ts';
import { validate } from '../document/format/schemaFinding.ts';
import type { ResolvedUse } from '../document/product.ts';
import type { TextChange } from '../document/yaml/position.ts';
import { isTableName } from '../survey/tables/tableEndings.ts';
import { type Language, languages, type TranslationBundle } from '../terms/language.ts';

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
  /** The day at which the age of data counts, `YYYY-MM-DD`; without one nothing is said of it. */
  readonly asOf?: string;
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
  /** Tests that the host has drawn already; without them the page draws. */
  readonly rareTests?: readonly RareTest[];
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
  | { readonly type: 'export'; readonly format: ExportKind; readonly copy: boolean }
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
/** What can be copied or saved; `slide` is a PNG in the shape of slides, which names all that it rests on. */
export const exportKinds = [...exportFormats, 'slide'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** What a page without answers offers to do. */
export const firstSteps = ['createQuestionnaire', 'importAnswers', 'openSample'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** A file that was dropped on the page from outside of the editor. */
export interface DroppedFile {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly bytes: Uint8Array;
}

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
  | { readonly type: 'chooseFile' }
  /** Import survey answers from these files: of the editor by their addresses, of the system with their content. */
  | { readonly type: 'drop'; readonly uris: readonly string[]; readonly files: readonly DroppedFile[] }
  /** Do one of the first steps for the reader. */
  | { readonly type: 'begin'; readonly step: FirstStep }
  /** A part of the page threw. The report holds nothing that is in files. */
  | { readonly type: 'failed'; readonly part: string; readonly report: string };

/** A check of something that was posted, for each type of message: no message without one. */
type Checks<Message extends { readonly type: string }> = Readonly<Record<Message['type'], (posted: Record<string, unknown>) => boolean>>;

const hostChecks: Checks<HostMessage> = {
  files: ({ language, bundle, links, files, rareTests }) =>
    isOneOf(languages, language) &&
    (bundle === undefined || isRecord(bundle)) &&
    (links === null || isLinks(links)) &&
    isListOf(files, isFileText) &&
    (rareTests === undefined || isListOf(rareTests, isRareTest)),
  changes: ({ links, files, removed }) =>
    (links === undefined || links === null || isLinks(links)) &&
    isListOf(files, (file) => isFileText(file) || isFileChange(file)) &&
    isListOf(removed, isText),
  base: ({ base }) => base === null || isBase(base),
  select: ({ id, uri, occurrence }) =>
    isText(id) && (uri === undefined || isText(uri)) && (occurrence === undefined || isCount(occurrence)),
  refused: ({ text }) => isText(text),
  said: ({ text }) => isText(text),
  export: ({ format, copy }) => isOneOf(exportKinds, format) && typeof copy === 'boolean',
};

const isScope = ({ scope }: Record<string, unknown>) => scope === 'file' || scope === 'workspace';

const pageChecks: Checks<PageMessage> = {
  ready: isScope,
  scope: isScope,
  title: ({ product }) => isText(product),
  reveal: ({ item, focus, tally }) => isAddress(item) && typeof focus === 'boolean' && (tally === undefined || isTallyChoice(tally)),
  edit: ({ item, edit }) => isAddress(item) && isEdit(edit),
  copy: ({ text }) => isText(text),
  save: ({ format, content }) => isOneOf(exportFormats, format) && isText(content) && (format !== 'png' || isBase64(content)),
  chooseFile: () => true,
  drop: ({ uris, files }) => isListOf(uris, (uri) => isText(uri) && isTableName(uri)) && isListOf(files, isDroppedFile),
  begin: ({ step }) => isOneOf(firstSteps, step),
  failed: ({ part, report }) => isText(part) && isText(report),
};

/** Whether something that was posted to the page is a message of a host, with everything that the page relies on. */
export function isHostMessage(posted: unknown): posted is HostMessage {
  return passes(hostChecks, posted);
}

/** Whether something that was posted to the host is a message of the page, with everything that the host relies on. */
export function isPageMessage(posted: unknown): posted is PageMessage {
  return passes(pageChecks, posted);
}

function passes(checks: Readonly<Record<string, (posted: Record<string, unknown>) => boolean>>, posted: unknown): boolean {
  return isRecord(posted) && isText(posted.type) && Object.hasOwn(checks, posted.type) && checks[posted.type]?.(posted) === true;
}

function isDroppedFile(file: unknown): boolean {
  return isRecord(file) && isText(file.name) && isTableName(file.name) && isCount(file.modified) && file.bytes instanceof Uint8Array;
}

function isBase64(content: string): boolean {
  return content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content);
}

function isFileText(file: unknown): boolean {
  return isRecord(file) && isText(file.uri) && isCount(file.version) && isText(file.text);
}

function isRareTest(test: unknown): boolean {
  return Array.isArray(test) && test.length === 2 && isText(test[0]) && typeof test[1] === 'number' && test[1] > 0 && test[1] < 1;
}

function isFileChange(file: unknown): boolean {
  return isRecord(file) && isText(file.uri) && isCount(file.version) && isListOf(file.changes, isTextChange);
}

function isTextChange(change: unknown): boolean {
  return (
    isRecord(change) && isText(change.text) && isRecord(change.range) && isPosition(change.range.start) && isPosition(change.range.end)
  );
}

function isPosition(position: unknown): boolean {
  return isRecord(position) && isCount(position.line) && isCount(position.character);
}

function isLinks(links: unknown): boolean {
  if (!isRecord(links)) return false;
  const { opened, isEditable, workspace, uses, configurations, asOf } = links;
  const isPlain =
    isText(opened) &&
    typeof isEditable === 'boolean' &&
    (workspace === null || isListOf(workspace, isText)) &&
    (asOf === undefined || isText(asOf));
  return isPlain && isListOf(uses, isUse) && isRecord(configurations) && Object.values(configurations).every(isConfiguration);
}

function isConfiguration(configuration: unknown): boolean {
  return isRecord(configuration) && validate('configuration', configuration).length === 0;
}

function isBase(base: unknown): boolean {
  return isRecord(base) && isText(base.name) && isLinks(base.links) && isListOf(base.files, isFileText);
}

function isUse(use: unknown): boolean {
  if (!isRecord(use) || !isText(use.from) || !isText(use.path) || !isRecord(use.to)) return false;
  return isText(use.to.uri) || isText(use.to.reason);
}

function isAddress(item: unknown): boolean {
  return isRecord(item) && isText(item.uri) && isOneOf(listKeys, item.list) && isText(item.id) && isCount(item.occurrence);
}

function isTallyChoice(tally: unknown): boolean {
  if (!isRecord(tally)) return false;
  return [tally.survey, tally.persona].every((chosen) => chosen === undefined || chosen === null || isText(chosen));
}

function isEdit(edit: unknown): boolean {
  if (!isRecord(edit)) return false;
  const { property, value } = edit;
  if (property === 'effort') return value === null || (typeof value === 'number' && Number.isFinite(value) && value > 0);
  return isOneOf(['status', 'owner', 'assumed'], property) && (value === null || isText(value));
}

function isListOf(list: unknown, isOne: (value: unknown) => boolean): boolean {
  // Looks at holes too, which `every` passes over.
  return Array.isArray(list) && list.findIndex((value) => !isOne(value)) === -1;
}

function isOneOf(known: readonly unknown[], value: unknown): boolean {
  return known.includes(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Counted from 0. */
function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
