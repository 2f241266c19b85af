import { distance } from 'fastest-levenshtein';
import { compareText } from './compareText.ts';

/** Nobody mistypes longer words than this, and to compare them takes the product of their lengths. */
const longestWord = 200;

/**
 * The candidate most like `word`, or `null` when none is near: one slip in up to seven characters, one more for every four from there on,
 * so that an offer is nearly always what was meant; none in a single letter, where any would do. Of equally near ones the first by code
 * unit. Where none is near, the only one that begins with the word.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longestWord) return null;
  let limit = word.length === 1 ? 0 : Math.max(1, Math.floor(word.length / 4));
  let best: string | null = null;
  let longer: string | null | undefined;
  for (const candidate of candidates) {
    if (word.length > 3 && candidate.toLowerCase().startsWith(word.toLowerCase()))
      longer = longer === undefined || longer === candidate ? candidate : null;
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const found = slips(word, candidate);
    const isNearer = found < limit || (found === limit && (best === null || compareText(candidate, best) < 0));
    if (isNearer) [best, limit] = [candidate, found];
  }
  return best ?? longer ?? null;
}

/** How many characters are missing, too many or others, whatever their case; two neighbours in the wrong order are one slip. */
export function slips(word: string, wanted: string): number {
  const [a, b] = [word.toLowerCase(), wanted.toLowerCase()];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const swapped = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return a !== b && swapped === b ? 1 : distance(a, b);
}
