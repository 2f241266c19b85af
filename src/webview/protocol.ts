import type { Interval } from '../analysis/results.ts';
import type { Category } from '../document/model.ts';
import type { MatrixTexts } from '../matrix/matrixPoint.ts';

/** Where a feature stands in the list beside the matrix. */
export const panelPlaces = ['ranked', 'ask-again', 'do-not-build', 'not-surveyed', 'closed'] as const;
export type PanelPlace = (typeof panelPlaces)[number];

/** One feature. Sentences and numbers are in the reader's language already; the page knows none itself. */
export interface PanelRow {
  /** Stays the same while the file is edited. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly place: PanelPlace;
  /** The surveyed category, or the assumed one. */
  readonly category: Category | null;
  readonly assumed: boolean;
  /** `Must-be`, `Must-be? (assumed)`, `Not surveyed`. */
  readonly categoryText: string;
  /** What the feature is ranked by: `−0.86`. */
  readonly listText: string;
  /** What the strip under the matrix says of it, most important first: `Must-be 61 %`, `n 100`, `Better 0.27 (0.19–0.36)`. */
  readonly details: readonly string[];
  /** `null` keeps the feature out of the matrix. */
  readonly coefficients: PanelCoefficients | null;
}

export interface PanelCoefficients {
  /** 0 to 1. */
  readonly better: number;
  /** −1 to 0. */
  readonly worse: number;
  readonly betterInterval: Interval | null;
  readonly worseInterval: Interval | null;
  readonly n: number;
}

export interface PanelState {
  readonly product: string;
  /** Says that the file cannot be read and that what is shown is older; `null` when it is up to date. */
  readonly stale: string | null;
  /** What the numbers rest on: table, rule, surveys, how many were invited and answered. */
  readonly footer: readonly string[];
  /**
   * In build order, then the closed features. The rank is not part of a row: the n-th row that is not closed has rank n, so that a
   * feature which moves changes no row but its own.
   */
  readonly rows: readonly PanelRow[];
}

/** What changed from one state to the next. Applying it is `applyPanelPatch`, making it `diffPanelStates`. */
export interface PanelPatch {
  readonly product?: string;
  readonly stale?: string | null;
  readonly footer?: readonly string[];
  readonly removed: readonly string[];
  /** New and changed rows, in no particular order. */
  readonly upserted: readonly PanelRow[];
  /** Keys, in the order to come, which replace `replaces` keys from position `from` on; `null` when the order stays. */
  readonly order: { readonly from: number; readonly replaces: number; readonly keys: readonly string[] } | null;
}

/** Every word of the page itself. `{0}` and `{1}` are filled in by the page. */
export interface PanelTexts {
  readonly matrix: Omit<MatrixTexts, 'title' | 'description'>;
  /** Names the matrix and the legend for those who do not see them. */
  readonly matrixLabel: string;
  readonly legendLabel: string;
  readonly places: Readonly<Record<PanelPlace, string>>;
  readonly search: string;
  /** `{0} of {1} features`, while some are filtered out. */
  readonly shown: string;
  readonly nothingMatches: string;
  readonly showAll: string;
  /** Stands in the strip under the matrix while no feature is selected. */
  readonly selectHint: string;
  readonly noFeatures: string;
  readonly noneSurveyed: string;
  readonly noFile: string;
  readonly chooseFile: string;
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
  | { readonly type: 'select'; readonly key: string | null };

export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'select'; readonly key: string | null }
  /** Show the feature in its file; `focus` says whether the editor takes the keyboard. */
  | { readonly type: 'reveal'; readonly key: string; readonly focus: boolean }
  | { readonly type: 'chooseFile' };
