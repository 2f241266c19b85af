import * as l10n from '@vscode/l10n';
import { languageRecords } from '../../terms/language.ts';
import { measure, nameList } from '../../terms/numbers.ts';
import { answerColumn, columnOfForm } from '../surveyFormat.ts';
import { leadingNumber, storedImportance } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import type { StatedInHeader } from './importanceHeaders.ts';
import type { ReadCell } from './readCell.ts';
import type { ImportanceScale } from './surveyMap.ts';

/** A scale of importance in numbers. */
export type NumberScale = Extract<ImportanceScale, { readonly from: number }>;

/** Ratings on a scale that nothing states. */
export interface UnstatedScale {
  /** The first column with ratings. */
  readonly column: string;
  readonly highest: number;
  /** A rating with words beside its number: they may say that the lower end is the more important one. */
  readonly label?: string;
  /** What the header says, where that is not 1, the least important, to 9, the most. */
  readonly stated?: StatedInHeader;
}

/** What can be said of the scale where no survey map states it. */
export interface FoundScale {
  /** To be asked: the ratings may be on another scale than 1 to 9. */
  readonly unstatedScale?: UnstatedScale;
  /** Read as 1 to 9, which is to be said; `isOurs` where our own questionnaire asked for that, and of many ratings none is near its end. */
  readonly assumedScale?: UnstatedScale & { readonly isOurs: boolean };
}

/** Of so many ratings by our own questionnaire, some would be above the middle of a scale. */
const manyRatings = 20;
const highestOfShortScales = 7;

interface Range {
  column: string;
  lowest: number;
  highest: number;
  count: number;
  label?: string;
}

/** The range of the ratings in an export, those of our own questionnaire apart. */
export class Ratings {
  readonly #others: Range = { column: '', lowest: Number.POSITIVE_INFINITY, highest: 0, count: 0 };
  #stated: UnstatedScale | undefined;
  readonly #ours: Range = { column: '', lowest: Number.POSITIVE_INFINITY, highest: 0, count: 0 };

  /**
   * @param rated what the cell was read as
   * @param asked the column, and what its header says of the scale
   */
  add(
    cell: string,
    rated: number | null | undefined,
    { column, isOurs, stated, times = 1 }: { column: string; isOurs: boolean; stated?: StatedInHeader | undefined; times?: number },
  ): void {
    if (rated === null) return;
    const number = isOurs && rated !== undefined ? rated : leadingNumber(cell);
    if (!Number.isFinite(number)) return;
    if (!isOurs && stated) {
      if (!isStored(stated)) this.#stated ??= { column, highest: 0, stated };
      else if (!isLabelled(cell)) return;
    }
    const range = isOurs ? this.#ours : this.#others;
    range.column ||= column;
    range.lowest = Math.min(range.lowest, number);
    range.highest = Math.max(range.highest, number);
    range.count += times;
    if (!isOurs && range.label === undefined && isLabelled(cell)) range.label = cell;
  }

  /** What they say of their scale, read as 1 to 9. */
  found(): FoundScale {
    const others = this.#others;
    const { from, to } = storedImportance;
    if (this.#stated) return { unstatedScale: { ...this.#stated, highest: others.highest } };
    // A rating below or above is not understood, which is asked about by itself.
    if (others.lowest >= from && others.count > 0 && others.highest <= to)
      return others.highest < to || others.label !== undefined
        ? { unstatedScale: unstated(others) }
        : { assumedScale: { ...unstated(others), isOurs: false } };
    const ours = this.#ours;
    if (others.count === 0 && ours.count >= manyRatings && ours.highest <= highestOfShortScales)
      return { assumedScale: { ...unstated(ours), isOurs: true } };
    return {};
  }
}

function unstated({ column, highest, label }: Range): UnstatedScale {
  return { column, highest, ...(label !== undefined && { label }) };
}

function isStored({ scale, isRank }: StatedInHeader): boolean {
  return !isRank && scale?.from === storedImportance.from && scale.to === storedImportance.to;
}

function isLabelled(cell: string): boolean {
  return /\p{L}/u.test(cell);
}

/** Whether a column is that of our own questionnaire, by its name or its question: its scale is known. */
export function isOwnImportance(texts: readonly string[], { id, title = '' }: { readonly id?: string; readonly title?: string }): boolean {
  if (id === undefined) return false;
  const shown = comparableText(title) === '' ? id : title;
  const questions = languageRecords.map(({ questions: { importance } }) =>
    comparableText(importance.template.replace('{title}', () => shown)),
  );
  return texts.some((text) => columnOfForm(text) === answerColumn(id, 'importance') || questions.includes(comparableText(text)));
}

const scales: readonly NumberScale[] = [
  ...[3, 4, 5, 7, 9].map((to) => ({ from: 1, to })),
  ...[3, 4, 5, 6].map((to) => ({ from: 0, to })),
  ...[10, 20, 100].flatMap((to) => [
    { from: 1, to },
    { from: 0, to },
  ]),
];

/** The usual scales that contain all of these ratings, the shortest first. */
export function possibleScales(ratings: readonly number[]): readonly NumberScale[] {
  const [lowest, highest] = [Math.min(...ratings), Math.max(...ratings)];
  const found = scales.filter(({ from, to }) => {
    if (lowest < from || highest > to) return false;
    if (to > 10) return highest > 10;
    // Short scales only where their end was reached; those from 0, beside 0 to 10, where there is a 0.
    return (to - from > 3 || to === highest) && (from > 0 || lowest < 1 || to === 10);
  });
  // Points that were given out, or money.
  return found.length > 0 ? found : [{ from: Math.min(0, lowest), to: highest }];
}

/** The numbers of all ratings in the cells. */
export function ratingsIn(cells: readonly ReadCell[]): readonly number[] {
  return cells.map(({ text }) => leadingNumber(text)).filter(Number.isFinite);
}

/** `1 to 5` */
export function scaleText({ from, to }: NumberScale): string {
  return l10n.t('{from} to {to}', { from: measure(from), to: measure(to) });
}

/** Scales as alternatives: `1 to 5, 1 to 7 or 1 to 9`. */
export function scalesText(scales: readonly NumberScale[]): string {
  return nameList(scales.map(scaleText), 'disjunction');
}
