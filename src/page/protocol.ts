import type { PanelLists } from './state/panelLists.ts';
import type { PanelRow } from './state/panelRow.ts';
import type { PanelTexts } from './state/panelTexts.ts';

export type { PanelLists, PanelMetric, PanelTouchpoint, SelectOption } from './state/panelLists.ts';
export {
  type ListSection as PanelPlace,
  listSections as panelPlaces,
  type PanelCoefficients,
  type PanelResult,
  type PanelRow,
} from './state/panelRow.ts';
export { type PanelTexts, type SortColumn, sortColumns, type Tab, tabs } from './state/panelTexts.ts';

/** Whose answers, and which survey, all numbers are of; `null` for everybody, and for each feature's newest survey. Ids. */
export interface Look {
  readonly persona: string | null;
  readonly survey: string | null;
}

export const everything: Look = { persona: null, survey: null };

/** One file with all that it uses, or every file of the workspace. */
export type Scope = 'file' | 'workspace';

export interface PanelState {
  readonly product: string;
  /** The name of the file behind the panel. */
  readonly file: string;
  readonly scope: Scope;
  readonly look: Look;
  /** Says that the file cannot be read and that what is shown is older; `null` when it is up to date. */
  readonly stale: string | null;
  /** Says why nothing can be changed from here; `null` when everything can. */
  readonly readOnly: string | null;
  /** What the numbers rest on: table, rule, surveys, how many were invited and answered. */
  readonly footer: readonly string[];
  readonly lists: PanelLists;
  /**
   * In build order, then the closed features. The rank is not part of a row: the n-th row that is not closed has rank n, so that a
   * feature which moves changes no row but its own.
   */
  readonly rows: readonly PanelRow[];
}

/** What changed from one state to the next. Applying it is `applyPanelPatch`, making it `diffPanelStates`. */
export interface PanelPatch extends Partial<Omit<PanelState, 'rows'>> {
  /** New and changed rows, in no particular order. */
  readonly upserted: readonly PanelRow[];
  /** Keys, in the order to come, each list for `replaces` rows from position `from` of the rows before; ascending, empty when the order stays. */
  readonly order: readonly { readonly from: number; readonly replaces: number; readonly keys: readonly string[] }[];
}

export type HostMessage =
  /**
   * `state` is `null` while there is no file to show, or none that was ever readable. The page remembers `uri`, so that the panel can be
   * brought back after a restart.
   */
  | {
      readonly type: 'state';
      readonly uri: string;
      readonly state: PanelState | null;
      readonly texts: PanelTexts;
      readonly selected?: string | null;
    }
  | { readonly type: 'patch'; readonly patch: PanelPatch }
  /**
   * Rows of the state or patch to come, which stand before its own: many at once would hold up whoever sends them. `from` is how many of them came
   * before.
   */
  | { readonly type: 'rows'; readonly from: number; readonly rows: readonly PanelRow[] }
  | { readonly type: 'select'; readonly key: string | null }
  /** Said once, to be read out and shown: why an edit was not made, so that the page shows what stands in the file again. */
  | { readonly type: 'refused'; readonly text: string }
  /** Likewise what became of a copy. */
  | { readonly type: 'said'; readonly text: string };

/** A property of a feature that can be changed in the panel, with what it may be; `null` takes it out of the file. */
export type FeatureEdit =
  | { readonly property: 'status' | 'owner' | 'assumed'; readonly value: string | null }
  | { readonly property: 'effort'; readonly value: number | null };

export const tableFormats = ['markdown', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

export type PageMessage =
  | { readonly type: 'ready'; readonly scope: Scope; readonly look: Look }
  | { readonly type: 'look'; readonly scope: Scope; readonly look: Look }
  | { readonly type: 'select'; readonly key: string | null }
  /**
   * Show a feature, or the tally of a survey and a persona in it, in its file; `focus` says whether the editor takes the keyboard.
   */
  | { readonly type: 'reveal'; readonly key: string; readonly focus: boolean; readonly tally?: Partial<Look> }
  /** Show a touchpoint, stage, persona, survey or metric in its file. */
  | { readonly type: 'revealDefinition'; readonly list: DefinitionList; readonly key: string }
  /** `id` is the feature's as the page saw it: another one at the key means that the file changed under the reader's hands. */
  | { readonly type: 'edit'; readonly key: string; readonly id: string; readonly edit: FeatureEdit }
  /** The table of these features, in this order; to the clipboard, else into a file. */
  | { readonly type: 'table'; readonly format: TableFormat; readonly keys: readonly string[]; readonly copy: boolean }
  /** A picture to keep; a PNG comes as base64. SVG text can also be copied. */
  | { readonly type: 'picture'; readonly format: 'svg' | 'png'; readonly content: string; readonly copy: boolean }
  | { readonly type: 'chooseFile' };

export type DefinitionList = 'touchpoints' | 'stages' | 'personas' | 'surveys' | 'metrics';
