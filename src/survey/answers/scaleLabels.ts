import { answerReader, givesNumbers } from './cellReaders.ts';
import { comparableText, textLookup } from './comparableText.ts';
import type { MatchedTable } from './countedRows.ts';
import { publishedAnswer } from './publishedAnswers.ts';
import type { ReadCell } from './readCell.ts';
import { codesOf, type SeenNumbers, scaleNumber, seenNumbers } from './seenNumbers.ts';
import type { OwnAnswerWords } from './surveyMap.ts';

/** A number with the words of an answer beside it, in a cell (`5 = I dislike it`) or in the header of a question. */
export interface ScaleLabel {
  readonly text: string;
  readonly number: number;
  /** From 0 (like) to 4 (dislike). */
  readonly answer: number;
}

/** What labels say of the numbers without any. */
export interface LabelledScale {
  readonly labels: readonly [ScaleLabel, ...ScaleLabel[]];
  /** The codes of each answer by the labels; absent where they are no scale of five in the order of the answers. */
  readonly codes?: OwnAnswerWords;
  readonly like?: number;
}

interface LabelledReading {
  readonly answers: readonly ReadCell[];
  readonly tables: readonly Pick<MatchedTable, 'columns' | 'meanings'>[];
}

/** The scale that labels in cells and headers state for numbers that have none; `undefined` where there are no labels or no such numbers, or where they leave the direction open. */
export function labelledScale(reading: LabelledReading, own: OwnAnswerWords): LabelledScale | undefined {
  const seen = seenNumbers(reading.answers);
  if (seen === undefined) return undefined;
  const found = [...labelsInCells(reading.answers, own), ...labelsInHeaders(reading.tables)];
  const [first, ...others] = found.sort((a, b) => a.answer - b.answer);
  if (first === undefined) return undefined;
  const labels = [first, ...others] as const;
  const scales = [1, 0, -2].flatMap((start) => [true, false].map((isFirstLike) => ({ start, isFirstLike })));
  const fitting = scales.filter(({ start, isFirstLike }) =>
    labels.every(({ number, answer }) => answer === (isFirstLike ? number - start : start + 4 - number)),
  );
  const [only] = fitting;
  // Only the middle has a label.
  if (fitting.length > 1) return undefined;
  if (only === undefined || !hasAll(seen, only.start)) return { labels };
  return { labels, codes: codesOf(seen, only.start, only.isFirstLike), like: only.isFirstLike ? only.start : only.start + 4 };
}

/** The same, only where the labels state the scale and the survey map says nothing of it. */
export function statedByLabels(
  reading: LabelledReading,
  own: OwnAnswerWords,
): (LabelledScale & Required<Pick<LabelledScale, 'codes'>>) | undefined {
  const found = givesNumbers(own) ? undefined : labelledScale(reading, own);
  return found?.codes && { ...found, codes: found.codes };
}

function hasAll({ lowest, highest }: SeenNumbers, start: number): boolean {
  return lowest >= start && highest <= start + 4;
}

/** A label, and what a map says of its number instead. */
export interface Contradiction {
  readonly label: ScaleLabel;
  /** From 0 (like) to 4 (dislike). */
  readonly given: number;
}

/** A label whose number the survey map gives another meaning, which numbers without a label have too. */
export function contradiction({ labels }: LabelledScale, own: OwnAnswerWords): Contradiction | undefined {
  if (!givesNumbers(own)) return undefined;
  const read = answerReader(own);
  return labels.flatMap((label): Contradiction[] => {
    const given = read(String(label.number));
    return typeof given === 'number' && given !== label.answer ? [{ label, given }] : [];
  })[0];
}

const before = /^[([]?([-−]?\d{1,2})[\])]?\s*[-–—:=.、)]?\s*\p{L}/u;
const after = /\p{L}\P{N}*?[([]?(\d{1,2})[\])]?$/u;

/** Those of words that the survey map does not give itself. */
function labelsInCells(answers: readonly ReadCell[], own: OwnAnswerWords): readonly ScaleLabel[] {
  const given = textLookup(
    Object.values(own).flatMap((words) => (words ?? []).map((word) => [word, true] as const)),
    comparableText,
  );
  return answers.flatMap((cell): ScaleLabel[] => {
    const text = cell.text.normalize('NFKC').trim();
    if (typeof cell.answer !== 'number' || scaleNumber(text) !== undefined || given(text).length > 0) return [];
    const number = before.exec(text)?.[1] ?? after.exec(text)?.[1];
    return number === undefined ? [] : [{ text: cell.text.trim(), number: Number(number.replace('−', '-')), answer: cell.answer }];
  });
}

function labelsInHeaders(tables: LabelledReading['tables']): readonly ScaleLabel[] {
  const headers = tables.flatMap(({ columns, meanings }) =>
    columns.flatMap(({ texts }, index) => {
      const meaning = meanings[index];
      return meaning?.kind === 'question' && meaning.question.kind !== 'importance' ? texts : [];
    }),
  );
  const found = [...new Set(headers)].flatMap((header) =>
    [...header.matchAll(/(-?\d{1,2})\s*[=:：＝]\s*(\p{L}[^,;()[\]=:\d，；（）]*)/gu)].flatMap(
      ([text, number, words = '']): ScaleLabel[] => {
        const answer = publishedAnswer(comparableText(words), new Set());
        return answer === undefined ? [] : [{ text: text.trim(), number: Number(number), answer }];
      },
    ),
  );
  return [...new Map(found.map((label) => [`${label.number} ${label.answer}`, label])).values()];
}
