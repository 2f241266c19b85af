import { leastImportant as least, mostImportant as most, rankWords as ranks } from './wordings/importanceWords.ts';

/** From the least to the most important. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** What a header says of the scale on which a column rates importance. */
export interface StatedInHeader {
  readonly scale?: Ends;
  /** Whether it says which end is the more important one. */
  readonly isDirected: boolean;
  /** Whether the ratings are ranks, of which 1 is the most important. */
  readonly isRank: boolean;
}

const range = /(?<!\d|\d[.,])(-?\d{1,3})\s*(?:-|–|—|~|～|\.\.\.?|…|\p{L}{1,3})\s*(\d{1,3})(?![\d.,]|\s*[=:：])/iu;

/** Reads the scale that the header of a column of ratings states: `(1 = most important, 9 = least)`, `(1-10)`, `rank`. */
export function scaleInHeader(texts: readonly string[]): StatedInHeader | undefined {
  for (const header of texts) {
    const text = header.normalize('NFKC').slice(0, 500);
    const isRank = ranks.test(text);
    const directed = labelledEnds(text);
    if (directed) return { scale: directed, isDirected: true, isRank: false };
    const scale = plainRange(text);
    if (scale) return { scale: isRank ? { from: scale.to, to: scale.from } : scale, isDirected: false, isRank };
    if (isRank) return { isDirected: false, isRank };
  }
  return undefined;
}

/** `1 = most important, 9 = least`: one end says it for the other. */
function labelledEnds(text: string): Ends | undefined {
  const ends = [...text.matchAll(/(?<!\d|\d[.,])(\d{1,3})\s*[=:]\s*(\p{L}[^,;()[\]=:\d]*)/gu)].map(([, number, words = '']) => ({
    number: Number(number),
    isLeast: least.test(words) ? true : most.test(words) ? false : undefined,
  }));
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined || first.number === last.number) return undefined;
  const isFirstLeast = first.isLeast ?? (last.isLeast === undefined ? undefined : !last.isLeast);
  if (isFirstLeast === undefined || first.isLeast === last.isLeast) return undefined;
  return isFirstLeast ? { from: first.number, to: last.number } : { from: last.number, to: first.number };
}

function plainRange(text: string): Ends | undefined {
  const found = range.exec(text);
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  // `2-1` is the number of a question.
  return found && from <= 1 && from >= 0 && to >= 3 ? { from, to } : undefined;
}
