import type { Interval } from '../analysis/results.ts';
import type { Category } from '../document/model.ts';
import type { Quadrant } from '../wording/matrixWording.ts';

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
  /** Place in the build order, from 1; `null` for features that are shipped or rejected. */
  readonly rank: number | null;
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
  /** The numbers at 0, ½ and 1. */
  readonly ticks: readonly [string, string, string];
}
