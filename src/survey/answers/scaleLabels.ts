import { answerReader, givesNumbers } from './cellReaders.ts';
import { comparableText, textLookup } from './comparableText.ts';
import type { MatchedTable, RowsReading } from './countedRows.ts';
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
  /** Where it is first. */
  readonly place: LabelPlace;
}

/** A column of a file. */
export interface LabelPlace {
  readonly path: string;
  readonly column: string;
}

/** What labels say of the numbers without any. */
export interface LabelledScale {
  readonly labels: readonly [ScaleLabel, ...ScaleLabel[]];
  /** The codes of each answer by the labels; absent where they are no scale of five in the order of the answers. */
  readonly codes?: OwnAnswerWords;
  readonly like?: number;
  /** Two labels of which only one can be true of all numbers. */
  readonly contrary?: readonly [ScaleLabel, ScaleLabel];
  /** Columns with numbers of which no label speaks: a file or a question may have the scale the other way round. */
  readonly unlabelled: readonly LabelPlace[];
}

/** What labels are looked for in. */
export interface LabelledReading {
  readonly answers: readonly ReadCell[];
  readonly tables: readonly MatchedTable[];
  /** Absent where counts are read: they have no columns for the two questions of each feature. */
  readonly rows: Pick<RowsReading, 'copies'> & Partial<Pick<RowsReading, 'rows'>>;
}

/** The scale that labels in cells and headers state for numbers that have none; `undefined` where there are no labels or no such numbers, or where they leave the direction open. */
export function labelledScale(reading: LabelledReading, own: OwnAnswerWords): LabelledScale | undefined {
  const seen = seenNumbers(reading.answers);
  if (seen === undefined) return undefined;
  const found = [...labelsInCells(reading.answers, own), ...labelsInHeaders(reading.tables)];
  const [first, ...others] = found.sort((a, b) => a.answer - b.answer);
  if (first === undefined) return undefined;
  const labels = [first, ...others] as const;
  const contrary = contraryLabels(labels);
  if (contrary) return { labels, contrary, unlabelled: [] };
  const scales = [1, 0, -2].flatMap((start) => [true, false].map((isFirstLike) => ({ start, isFirstLike })));
  const fitting = scales.filter(({ start, isFirstLike }) =>
    labels.every(({ number, answer }) => answer === (isFirstLike ? number - start : start + 4 - number)),
  );
  const [only] = fitting;
  // Only the middle has a label.
  if (fitting.length > 1) return undefined;
  const unlabelled = unlabelledColumns(reading, seen, new Set(labels.map(({ text }) => text)));
  if (only === undefined || !hasAll(seen, only.start)) return { labels, unlabelled };
  return { labels, codes: codesOf(seen, only.start, only.isFirstLike), like: only.isFirstLike ? only.start : only.start + 4, unlabelled };
}

/** The first two labels that give one number two meanings, or one meaning to two numbers. */
function contraryLabels(labels: readonly ScaleLabel[]): LabelledScale['contrary'] {
  for (const [index, one] of labels.entries()) {
    const other = labels.slice(index + 1).find(({ number, answer }) => (number === one.number) !== (answer === one.answer));
    if (other) return [one, other];
  }
  return undefined;
}

/** Columns of numbers, one of each file and question, where no label stands in any column of that file and question. */
function unlabelledColumns({ tables, rows }: LabelledReading, seen: SeenNumbers, texts: ReadonlySet<string>): readonly LabelPlace[] {
  const numbers = new Set(seen.cells.map(({ text }) => text));
  const found = new Map<string, { place: LabelPlace | undefined; isLabelled: boolean }>();
  for (const [at, { table, columns, meanings }] of tables.entries()) {
    for (const [index, column] of columns.entries()) {
      const meaning = meanings[index];
      if (meaning?.kind !== 'question' || meaning.question.kind === 'importance') continue;
      const key = `${meaning.question.kind}\n${table.path}`;
      const known = found.get(key) ?? { place: undefined, isLabelled: false };
      found.set(key, known);
      known.isLabelled ||= column.texts.some((text) => labelsInHeader(text).length > 0);
      for (const { cells } of known.isLabelled ? [] : (rows.rows?.[at] ?? [])) {
        const cell = cells[column.index] ?? '';
        if (texts.has(cell.trim())) known.isLabelled = true;
        else if (numbers.has(cell)) known.place ??= { path: table.path, column: column.texts[0] ?? '' };
      }
    }
  }
  return [...found.values()].flatMap(({ place, isLabelled }) => (place && !isLabelled ? [place] : []));
}

/** The same, only where the labels state the scale and the survey map says nothing of it. */
export function statedByLabels(
  reading: LabelledReading,
  own: OwnAnswerWords,
): (LabelledScale & Required<Pick<LabelledScale, 'codes'>>) | undefined {
  const found = givesNumbers(own) ? undefined : labelledScale(reading, own);
  return found?.codes && found.unlabelled.length === 0 ? { ...found, codes: found.codes } : undefined;
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

const before = /^[([]?([-−]?\d{1,2})[\])]?\s*[-–—:=.、)]?\s*[([]?\p{L}/u;
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
    if (number === undefined) return [];
    return [{ text: cell.text.trim(), number: Number(number.replace('−', '-')), answer: cell.answer, place: cell.first }];
  });
}

function labelsInHeaders(tables: LabelledReading['tables']): readonly ScaleLabel[] {
  const found = tables.flatMap(({ table, columns, meanings }) =>
    columns.flatMap(({ texts }, index) => {
      const meaning = meanings[index];
      if (meaning?.kind !== 'question' || meaning.question.kind === 'importance') return [];
      const place = { path: table.path, column: texts[0] ?? '' };
      return texts.flatMap(labelsInHeader).map((label) => ({ ...label, place }));
    }),
  );
  // The first of those that are alike, which is where a sentence points to.
  return [...new Map(found.toReversed().map((label) => [`${label.number} ${label.answer}`, label])).values()];
}

function labelsInHeader(header: string): readonly Omit<ScaleLabel, 'place'>[] {
  return [...header.matchAll(/(-?\d{1,2})\s*[=:：＝(（]\s*(\p{L}[^,;()[\]=:\d，；（）]*)/gu)].flatMap(([text, number, words = '']) => {
    const answer = publishedAnswer(comparableText(words), new Set());
    return answer === undefined ? [] : [{ text: text.trim(), number: Number(number), answer }];
  });
}
