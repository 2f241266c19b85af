import type { MatrixLayout } from '../matrix/layoutMatrix.ts';
import type { DefinitionList, FeatureEdit, Look, PanelState, PanelTexts, TableFormat } from './protocol.ts';
import type { Filters, PageState } from './state/pageState.ts';
import type { RankedRow } from './state/visibleRows.ts';
import type { RowWindows } from './table/rowWindows.ts';

/** What readers can do on the page. */
export interface PageActions {
  change(change: Partial<PageState>): void;
  filter(change: Partial<Filters>): void;
  /** Shows the answers of a persona or a survey. */
  look(change: Partial<Look>): void;
  clearFilters(): void;
  revealDefinition(list: DefinitionList, key: string): void;
  /** Selects a feature and shows its place in the file; the keyboard stays on the page. */
  pick(key: string): void;
  /** Goes to the feature's place in the file. */
  reveal(key: string): void;
  edit(row: RankedRow, edit: FeatureEdit): void;
  /** Puts back what stands in the file, and says why. */
  refuse(reason: string): void;
  takeTable(format: TableFormat, copy: boolean): void;
  takePicture(format: 'svg' | 'png', copy: boolean): void;
  chooseFile(): void;
}

/** All that the parts of the page are drawn from. */
export interface PageContext {
  readonly state: PanelState;
  readonly texts: PanelTexts;
  readonly page: PageState;
  /** All features, in build order. */
  readonly all: readonly RankedRow[];
  /** Those that the filters let through. */
  readonly rows: readonly RankedRow[];
  readonly byKey: ReadonlyMap<string, RankedRow>;
  /** `null` while the matrix is not shown, or its size is not known yet. */
  readonly layout: MatrixLayout | null;
  /** The feature under the pointer or the keyboard, else the selected one. */
  readonly active: string | null;
  /** The feature that the Tab key should stop at, most wanted first. */
  readonly tabStops: readonly (string | null)[];
  /** Of the page, in pixels. */
  readonly width: number;
  readonly windows: RowWindows;
  readonly actions: PageActions;
}

/** Up to this width, in pixels, things stand below each other that else stand side by side; the styles say the same. */
export const narrowWidth = 720;

/** The one of the keys on the page that the Tab key stops at. */
export function tabStopAmong(keys: readonly string[], { tabStops }: Pick<PageContext, 'tabStops'>): string | null {
  return tabStops.find((key) => key !== null && keys.includes(key)) ?? keys[0] ?? null;
}
