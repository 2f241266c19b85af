import { languageRecords } from '../../terms/language.ts';
import { comparableText, comparableValue, textLookup } from '../answers/comparableText.ts';
import { type FeedbackMap, type Scale, type Way, ways } from './feedbackMap.ts';

/** Which way a cell goes: `mixed` both, `null` where it says nothing, `undefined` where it is not understood. */
export type ReadWay = Way | 'mixed' | null | undefined;

export interface WayReaders {
  /** Words, or 1, 0 and −1. */
  readonly sentiment: (cell: string) => ReadWay;
  /** One to five stars: a number with or without words, or signs. */
  readonly stars: (cell: string) => ReadWay;
  /** One of several labels: most of them say nothing about which way. */
  readonly label: (text: string) => Way | 'mixed' | undefined;
  /** The cell of a column that is a feature: like a sentiment, and −2 where it is not mentioned. */
  readonly aspect: (cell: string) => ReadWay;
  /** A number on a scale that the map describes; words as in other columns. */
  readonly onScale: (cell: string, scale: Scale) => ReadWay;
  /** A number that the map says nothing about. Once it lists any number, there is none. */
  readonly plainNumber: (cell: string) => number | undefined;
}

/** Readers by the words of a feedback map, which come first, and the known ones. Once the map gives a number a meaning, no other number has one. */
export function wayReaders({ words }: Pick<FeedbackMap, 'words'>): WayReaders {
  const given = textLookup<Way | null>(
    [...ways.flatMap((way) => words[way].map((word) => [word, way] as const)), ...words.unrated.map((word) => [word, null] as const)],
    wordKey,
  );
  const hasNumbers = ways.some((way) => words[way].some((word) => signedNumber(word) !== undefined));
  const own = (cell: string): ReadWay => {
    const meanings = given(cell);
    return meanings.length === 1 ? meanings[0] : meanings.length > 1 ? 'mixed' : undefined;
  };
  const word = (cell: string): ReadWay => {
    const found = own(cell);
    if (found !== undefined) return found;
    return isBlank(cell) ? null : known.get(comparableText(cell));
  };
  const sentiment = (cell: string): ReadWay => {
    const number = signedNumber(cell);
    if (number === undefined || own(cell) !== undefined) return word(cell);
    return hasNumbers ? undefined : number === 1 ? 'compliments' : number === 0 ? 'neutral' : number === -1 ? 'complaints' : undefined;
  };
  return {
    sentiment: remembered(sentiment),
    stars: remembered((cell) => {
      const found = word(cell);
      if (found !== undefined || hasNumbers) return found;
      const stars = starsIn(cell);
      // No stars are none given.
      if (stars === 0) return null;
      if (stars === undefined || stars < 1 || stars > 5) return undefined;
      return stars <= 2 ? 'complaints' : stars >= 4 ? 'compliments' : 'neutral';
    }),
    label: remembered((text) => word(text) ?? undefined),
    onScale: (cell, { complaints, compliments }) => {
      const number = own(cell) === undefined ? starsIn(cell) : undefined;
      if (number === undefined) return word(cell);
      return number <= complaints ? 'complaints' : number >= compliments ? 'compliments' : 'neutral';
    },
    plainNumber: remembered((cell) => (hasNumbers || own(cell) !== undefined ? undefined : signedNumber(cell))),
    aspect: remembered((cell) => (signedNumber(cell) === -2 && own(cell) === undefined ? null : sentiment(cell))),
  };
}

/** What all signals of a row say together: praise or complaint before neutral, and `mixed` where they disagree. */
export function joinedWay(signals: readonly ReadWay[]): Exclude<ReadWay, undefined> {
  const has = (way: ReadWay) => signals.includes(way);
  if (has('mixed') || (has('complaints') && has('compliments'))) return 'mixed';
  return has('complaints') ? 'complaints' : has('compliments') ? 'compliments' : has('neutral') ? 'neutral' : null;
}

/** The number of stars in a cell: `4`, `4.0`, `4 stars`, `★★★★☆`; `undefined` where there is none. */
export function starsIn(cell: string): number | undefined {
  const text = cell.normalize('NFKC').trim();
  if (/^(?:[★⭐☆]|\uFE0F)+$/u.test(text)) return [...text].filter((sign) => sign === '★' || sign === '⭐').length;
  const number = signedNumber(text);
  if (number !== undefined) return number;
  const digits = /\d+(?:[.,]\d+)?/.exec(text)?.[0];
  return digits !== undefined && starWords.has(comparableText(text.replace(digits, ' '))) ? Number(digits.replace(',', '.')) : undefined;
}

/** The number that a cell is, with its sign: `-1`, `−1`, `+1`, `1.0`, `.5`, `5e-05`. */
export function signedNumber(cell: string): number | undefined {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/^[‐–—−]/, '-');
  return /^[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function isBlank(cell: string): boolean {
  return /^[-–—−.\s]*$/.test(cell) || noAnswers.has(comparableText(cell));
}

const noAnswers = new Set(languageRecords.flatMap(({ noAnswer }) => noAnswer.map(comparableText)));
const starWords = new Set(languageRecords.flatMap(({ feedback }) => feedback.stars.map(comparableText)));
const known = new Map<string, ReadWay>(
  languageRecords.flatMap(({ feedback }) => [
    ...ways.flatMap((way) => feedback[way].map((word) => [comparableText(word), way] as const)),
    ...feedback.mixed.map((word) => [comparableText(word), 'mixed'] as const),
    ...feedback.unrated.map((word) => [comparableText(word), null] as const),
  ]),
);

/** Numbers by their value, and text that is only signs as it is. */
function wordKey(text: string): string {
  return String(signedNumber(text) ?? (comparableValue(text) || text.trim()));
}

/** Columns of ratings have few different cells. */
function remembered<Result>(read: (cell: string) => Result): (cell: string) => Result {
  const results = new Map<string, Result>();
  return (cell) => {
    const before = results.get(cell);
    if (before !== undefined || results.has(cell)) return before as Result;
    const result = read(cell);
    if (results.size < 10_000) results.set(cell, result);
    return result;
  };
}
