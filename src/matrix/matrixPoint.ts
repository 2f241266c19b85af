import type { Interval } from '../analysis/results.ts';
import type { Category } from '../document/format/model.ts';
import type { Quadrant } from '../terms/categoryLabels.ts';
import type { PointSize } from './pointSize.ts';

/** One feature with coefficients, as plain data that can be posted to a webview. */
export interface MatrixPoint {
  /** Stays the same while a file is edited; tells points apart, and decides who yields where two share a spot. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly category: Category | null;
  /** The category is the team's guess, not a survey's. */
  readonly assumed: boolean;
  /** 0 to 1. */
  readonly better: number;
  /** −1 to 0. */
  readonly worse: number;
  readonly betterInterval: Interval | null;
  /** Ascending, −1 to 0. */
  readonly worseInterval: Interval | null;
  readonly n: number;
  /** 1 to 9; `null` where nobody was asked. */
  readonly importance: number | null;
  /** In the team's own unit; `null` where nobody has said. */
  readonly effort: number | null;
  /** Where it stood in the survey before; `null` without one that can be compared. */
  readonly before: FormerStanding | null;
  /** Place in the build order, from 1; `null` for features that are shipped or rejected. */
  readonly rank: number | null;
}

/** What the survey before said of a feature. */
export interface FormerStanding {
  readonly category: Category | null;
  readonly better: number;
  readonly worse: number;
  /** The change is more than chance explains. */
  readonly significant: boolean;
}

/** Every word in the picture, in the reader's language. */
export interface MatrixTexts {
  /** Names the picture for those who do not see it. */
  readonly title: string;
  /** Says in a sentence what is drawn. */
  readonly description: string;
  readonly better: string;
  readonly worse: string;
  /** What a high value on the axis says, in a few words. */
  readonly betterMeaning: string;
  readonly worseMeaning: string;
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  /** The legend's word for a point without category. */
  readonly noCategory: string;
  /** The legend's word for hollow symbols. */
  readonly assumed: string;
  /** What the cut of the quadrants is called where it is not at 0.5. */
  readonly mean: string;
  /** What the size of a symbol says. */
  readonly sizes: Readonly<Record<Exclude<PointSize, 'none'>, string>>;
  /** The legend's word for symbols without a value to be sized by. */
  readonly sizeUnknown: string;
  /** The legend's words for arrows: of a change, and of one that may be chance. */
  readonly change: string;
  readonly chance: string;
  /** The legend's word for dots, which stand for features where there is no room for symbols. */
  readonly dots: string;
  /** Stands in a picture without points. */
  readonly nothing: string;
}
