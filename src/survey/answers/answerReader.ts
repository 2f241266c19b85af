import { languageRecords } from '../../terms/language.ts';
import { type AnswerKey, answerKeys } from '../../terms/languages/languageRecord.ts';
import { comparableText, comparableValue } from './comparableText.ts';
import { textLookup } from './textLookup.ts';

/** An answer as 0 (like) to 4 (dislike); `null` where there is none, `undefined` where it cannot be told. */
export type Answer = number | null | undefined;

/** Words of an export for each answer, beside those that are known; `leaveOut` are no answers. */
export type OwnAnswerWords = Readonly<Partial<Record<AnswerKey | 'leaveOut', readonly string[]>>>;

/**
 * Reads cells as answers: words, numbers from 1 (like) to 5 (dislike), both (`1 - I like it`), and LimeSurvey's codes (`A1`, `AO01`). What an
 * export says of its own goes first, and once it gives a number a meaning, only its numbers have one.
 */
export function answerReader(own: OwnAnswerWords = {}): (cell: string) => Answer {
  const given = textLookup<number | null>(
    [
      ...answerKeys.flatMap((key, index) => (own[key] ?? []).map((word) => [word, index] as const)),
      ...(own.leaveOut ?? []).map((word) => [word, null] as const),
    ],
    keyOf,
  );
  const withNumbers = !givesNumbers(own);
  const known = new Map<string, Answer>();
  return (cell) => {
    if (known.has(cell)) return known.get(cell);
    const said = given(cell);
    // Of words that are alike and mean different things none is guessed.
    const answer = said.length === 0 ? publishedAnswer(cell, withNumbers) : said.length === 1 ? said[0] : undefined;
    // A column of free text has a different one in every cell.
    if (known.size < 10_000) known.set(cell, answer);
    return answer;
  };
}

/** Whether these words say what numbers or LimeSurvey's codes mean. */
export function givesNumbers(own: OwnAnswerWords): boolean {
  return answerKeys.some((key) => own[key]?.some((word) => numberPattern.test(word.trim()) || isAnswerNumber(word)));
}

/** Whether a cell says an answer by its number or code alone. */
export function isAnswerNumber(cell: string): boolean {
  return codePattern.test(cell.normalize('NFKC').trim());
}

const codePattern = /^(?:A0?|AO0)?([1-5])(?:[.,]0+)?$/i;
const numberPattern = /^[-+]?\d+(?:[.,]0+)?$/;
const published = new Map(
  languageRecords.flatMap(({ answers }) =>
    answerKeys.flatMap((key, index) => {
      const { label, text, others } = answers[key];
      return [label, text, ...others].map((word) => [comparableText(word), index] as const);
    }),
  ),
);
const nothing = new Set(['', ...languageRecords.flatMap(({ noAnswer }) => noAnswer.map(comparableText))]);

/** Longer cells are free text, in which to look for numbers takes its time. */
const longestAnswer = 500;

function publishedAnswer(cell: string, withNumbers: boolean): Answer {
  const text = cell.normalize('NFKC').trim();
  const words = comparableText(text);
  if (nothing.has(words)) return isSaying(text) ? undefined : null;
  if (published.has(words)) return published.get(words);
  if (text.length > longestAnswer) return undefined;
  // A number before or behind the words adds nothing to them.
  const withoutNumber = comparableText(text.replace(/^[([]?\d+[\])]?\s*[-–—:=.、)]?\s*|\s*[([]?\d+[\])]?$/gu, ''));
  if (withoutNumber !== '' && published.has(withoutNumber)) return published.get(withoutNumber);
  const code = withNumbers ? codePattern.exec(text)?.[1] : undefined;
  return code === undefined ? undefined : Number(code) - 1;
}

/** Signs say something (`+`, `😀`, `?`), but for dashes. */
function isSaying(text: string): boolean {
  return comparableText(text) === '' && !/^[-–—−.\s]*$/.test(text);
}

/** `-1` is not `1`. */
function keyOf(text: string): string {
  const trimmed = text
    .normalize('NFKC')
    .trim()
    .replace(/^[‐–—−](?=\d)/, '-');
  if (numberPattern.test(trimmed)) return String(Number(trimmed.replace(',', '.')));
  const words = comparableValue(trimmed);
  return words === '' ? trimmed : words;
}
