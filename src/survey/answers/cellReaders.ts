import type { Persona } from '../../document/format/model.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { comparableText, comparableValue, textLookup } from './comparableText.ts';
import { publishedAnswer, withoutNumber } from './publishedAnswers.ts';
import type { ImportanceScale, OwnAnswerWords, SurveyMap } from './surveyMap.ts';
import { noAnswerWords } from './wordings/exportWords.ts';

/** An answer from 0 (like) to 4 (dislike); `null` where there is none, `undefined` where it is not understood. */
export type Answer = number | null | undefined;

/**
 * Reads cells as answers: words, numbers from 1 (like) to 5 (dislike), both (`1 - I like it`), and LimeSurvey's codes (`A1`, `AO01`). The words
 * of the survey map come first, and once they give a number a meaning, no other number has one.
 * @param present the texts of the export, from `presentTexts`, by which words that mean two things are told apart
 */
export function answerReader(own: OwnAnswerWords = {}, present: ReadonlySet<string> = new Set()): (cell: string) => Answer {
  const given = textLookup<number | null>(
    [
      ...answerKeys.flatMap((key, index) => (own[key] ?? []).map((word) => [word, index] as const)),
      ...(own.leaveOut ?? []).map((word) => [word, null] as const),
    ],
    answerKey,
  );
  const withNumbers = !givesNumbers(own);
  const known = new Map<string, Answer>();
  return (cell) => {
    if (known.has(cell)) return known.get(cell);
    const meanings = given(cell);
    // Similar words with different meanings: guess none.
    const answer = meanings.length === 0 ? answerWithoutMap(cell, withNumbers, present) : meanings.length === 1 ? meanings[0] : undefined;
    // A column of free text has a different one in every cell.
    if (known.size < 10_000) known.set(cell, answer);
    return answer;
  };
}

/** Whether these words give numbers or LimeSurvey's codes a meaning. */
export function givesNumbers(own: OwnAnswerWords): boolean {
  return answerKeys.some((key) => own[key]?.some((word) => numberPattern.test(word.trim()) || isAnswerNumber(word)));
}

/** Whether a cell is an answer given by number or code alone. */
export function isAnswerNumber(cell: string): boolean {
  return codePattern.test(cell.normalize('NFKC').trim());
}

const codePattern = /^(?:A0?|AO0)?([1-5])(?:[.,]0+)?$/i;
const numberPattern = /^[-+]?\d+(?:[.,]0+)?$/;
const noAnswers = new Set(['', ...noAnswerWords.map(comparableText)]);

/** Longer cells are free text, which would take long to search for numbers. */
const longestAnswer = 500;

function answerWithoutMap(cell: string, withNumbers: boolean, present: ReadonlySet<string>): Answer {
  const text = cell.normalize('NFKC').trim();
  const words = comparableText(text);
  // Signs other than dashes (`+`, `😀`, `?`) may be an answer.
  if (noAnswers.has(words)) return words === '' && !/^[-–—−.\s]*$/.test(text) ? undefined : null;
  const whole = publishedAnswer(words, present);
  if (whole !== undefined || text.length > longestAnswer) return whole;
  const alone = publishedAnswer(comparableText(withoutNumber(text)), present);
  if (alone !== undefined) return alone;
  const code = withNumbers ? codePattern.exec(text)?.[1] : undefined;
  return code === undefined ? undefined : Number(code) - 1;
}

/** `-1` is not `1`. */
function answerKey(text: string): string {
  const trimmed = text
    .normalize('NFKC')
    .trim()
    .replace(/^[‐–—−](?=\d)/, '-');
  return numberPattern.test(trimmed) ? String(Number(trimmed.replace(',', '.'))) : valueKey(trimmed);
}

/** Text that is only signs (`?`) is compared as it is. */
function valueKey(text: string): string {
  return comparableValue(text) || text.trim();
}

/** What a questionnaire of ours asks for, and what tallies hold. */
export const storedImportance = { from: 1, to: 9 } as const;

/**
 * Reads cells as importance from 1 to 9, whatever the scale: numbers with or without words after them (`9 = extremely important`), or the words of
 * the survey map. A number in between is one on the line through both ends. `null` where there is none, `undefined` where it is not understood.
 * A number is a rating even where a survey map leaves it out as an answer.
 */
export function importanceReader(
  scale: ImportanceScale = storedImportance,
  isNoAnswer: (cell: string) => boolean,
): (cell: string) => number | null | undefined {
  const last = 'words' in scale ? scale.words.length - 1 : 0;
  const steps =
    'words' in scale
      ? textLookup(
          scale.words.map((word, index) => [word, index] as const),
          valueKey,
        )
      : undefined;
  const [from, to] = 'words' in scale ? [0, last] : [scale.from, scale.to];
  const { from: least, to: most } = storedImportance;
  const stored = (value: number) => least + ((most - least) * (value - from)) / (to - from);
  return (cell) => {
    const found = steps?.(cell) ?? [];
    const value = steps === undefined ? leadingNumber(cell) : found.length === 1 ? (found[0] ?? Number.NaN) : Number.NaN;
    if (value >= Math.min(from, to) && value <= Math.max(from, to)) return stored(value);
    return isNoAnswer(cell) ? null : undefined;
  };
}

/** NaN where there is none. */
export function leadingNumber(cell: string): number {
  const number = /^(\d+(?:[.,]\d+)?)\s*%?(?:\s*(?:[-–—:=.](?!\s*\d)|\().*)?$/su.exec(cell.normalize('NFKC').trim())?.[1];
  return number === undefined ? Number.NaN : Number(number.replace(',', '.'));
}

/**
 * Reads a cell as the id of a persona: `null` for respondents who are left out, `undefined` where it is not understood. The survey map comes
 * first, then ids, then names.
 */
export function personaReader(personas: readonly Persona[], { personas: { leaveOut, values } }: Pick<SurveyMap, 'personas'>) {
  const withId = personas.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }]));
  const lookups = [
    [...leaveOut.map((value) => [value, null] as const), ...values],
    withId.map(({ id }) => [id, id] as const),
    withId.flatMap(({ id, name }) => (name === undefined ? [] : [[name, id] as const])),
  ].map((given) => textLookup<string | null>(given, valueKey));
  return (cell: string): string | null | undefined => {
    const found = lookups.map((find) => find(cell)).find(({ length }) => length > 0) ?? [];
    return found.length === 1 ? found[0] : undefined;
  };
}
