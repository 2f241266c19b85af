import type { DriftKind, Interval } from '../../analysis/results.ts';
import type { Category, Status } from '../../document/format/model.ts';

/** Where a feature stands in the list beside the matrix. */
export const listSections = ['ranked', 'ask-again', 'do-not-build', 'not-surveyed', 'closed'] as const;
export type ListSection = (typeof listSections)[number];

/** One feature. Sentences are in the reader's language already; the page knows none itself. */
export interface PanelRow {
  /** Stays the same while the file is edited. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** The file it stands in, where another file has a feature of the same id; else `null`. */
  readonly file: string | null;
  readonly place: ListSection;
  /** The surveyed category, or the assumed one. */
  readonly category: Category | null;
  readonly assumed: boolean;
  /** `Must-be`, `Must-be? (assumed)`, `Not surveyed`. */
  readonly categoryText: string;
  /** What the feature is ranked by: `−0.86`. */
  readonly listText: string;
  /** `61 % of 100`; empty without answers. */
  readonly answers: string;
  /** What the strip under the views says of it, most important first: `Must-be 61 %`, `n 100`, `Better 0.27 (0.19–0.36)`. */
  readonly details: readonly string[];
  /** `null` keeps the feature out of the matrix. */
  readonly coefficients: PanelCoefficients | null;
  /** Mean self-stated importance, 1 to 9. */
  readonly importance: number | null;
  readonly status: Status;
  readonly effort: number | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** Keys of `PanelLists.touchpoints`; a touchpoint that is nowhere defined is left out. */
  readonly touchpoints: readonly string[];
  /** The team's guess as it stands in the file, also beside a surveyed category. */
  readonly assumption: Category | null;
  /** Why it stands where it stands, and what makes it less than sure: `needed by “Search”`. */
  readonly why: string;
  /** The surveys with answers, oldest first. */
  readonly history: readonly PanelResult[];
  /** What the survey before that can be compared said; `null` without one. */
  readonly before: {
    readonly category: Category | null;
    readonly better: number;
    readonly worse: number;
    readonly significant: boolean;
  } | null;
  /** What became of the category since the survey before, where that is more than chance; else `null`. */
  readonly drift: DriftKind | null;
  /** The personas in the newest survey. */
  readonly personas: readonly PanelResult[];
  /** Whether the personas differ, as a sentence; `null` with fewer than two. */
  readonly verdict: string | null;
  readonly personasDisagree: boolean;
}

/** What one survey, or one persona, says of a feature. */
export interface PanelResult {
  /** The id of the survey or persona; `null` for tallies without one. */
  readonly of: string | null;
  readonly category: Category | null;
  readonly better: number | null;
  readonly worse: number | null;
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
