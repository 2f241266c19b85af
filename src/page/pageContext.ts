import type { AnswerFilter } from '../analysis/answerFilter.ts';
import type { ComparisonBase } from '../analysis/comparison/comparisonBase.ts';
import type { MatrixLayout } from '../matrix/layoutMatrix.ts';
import type { ExportKind, FeatureEdit, FirstStep } from './protocol.ts';
import type { Content } from './state/content.ts';
import type { DefinitionList } from './state/definitions.ts';
import type { Filters, PageState } from './state/pageState.ts';
import type { PanelRow } from './state/rows.ts';
import type { RowWindows } from './table/rowWindows.ts';

/** What readers can do on the page. */
export interface PageActions {
  change(change: Partial<PageState>): void;
  filter(change: Partial<Filters>): void;
  /** Shows the answers of a persona or a survey. */
  filterAnswers(change: Partial<AnswerFilter>): void;
  clearFilters(): void;
  /** Shows where a touchpoint, stage, persona, survey or metric is defined. */
  revealDefinition(list: DefinitionList, key: string): void;
  /** Goes to the feature in its file. */
  reveal(key: string): void;
  edit(row: PanelRow, edit: FeatureEdit): void;
  /** Puts back what the file says, and says why. */
  refuse(reason: string): void;
  /** Copies or saves the table as it is sorted and filtered, or the picture as it is shown. */
  export(format: ExportKind, copy: boolean): void;
  chooseFile(): void;
  /** Does one of the first steps. */
  begin(step: FirstStep): void;
  /** Tells the host of a part of the page that threw. */
  reportFailure(part: string, error: unknown): void;
}

/** All that the parts of the page are drawn from. */
export interface PageContext {
  readonly content: Content;
  /** The version in Git that features are compared with; `null` without one. */
  readonly base: ComparisonBase | null;
  /** Says that the file cannot be read and that the content is older; `null` when it is up to date. */
  readonly stale: string | null;
  /** Says why nothing can be changed; `null` when features can be. */
  readonly readOnly: string | null;
  /** Whether the host can show the files, and other ones. */
  readonly isEditor: boolean;
  /** The name of the opened file. */
  readonly file: string;
  /** Whether the files of the workspace can be shown. */
  readonly hasWorkspace: boolean;
  readonly page: PageState;
  /** The rows that the filters let through. */
  readonly rows: readonly PanelRow[];
  readonly byKey: ReadonlyMap<string, PanelRow>;
  /** `null` while the matrix is not shown, or its size is not known yet. */
  readonly layout: MatrixLayout | null;
  /** The feature under the pointer or the keyboard, else the selected one. */
  readonly active: string | null;
  /** The feature that the Tab key should stop at, most wanted first. */
  readonly tabStops: readonly (string | null)[];
  /** Of the page, in pixels. */
  readonly width: number;
  /** Whether it is drawn for printing, where nothing moves. */
  readonly isPaper?: boolean;
  readonly windows: RowWindows;
  /** Whether the tab could not be drawn with this content. */
  readonly isTabBroken: boolean;
  readonly actions: PageActions;
}

/** Up to this width, in pixels, things are below each other that are side by side otherwise; the styles say the same. */
export const narrowWidth = 720;

/** The one of the keys on the page that the Tab key stops at. */
export function tabStopAmong(keys: readonly string[], { tabStops }: Pick<PageContext, 'tabStops'>): string | null {
  return tabStops.find((key) => key !== null && keys.includes(key)) ?? keys[0] ?? null;
}
