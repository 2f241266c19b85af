import { distance } from 'fastest-levenshtein';
import { compareText } from '../document/compareText.ts';

/**
 * The candidate most like `word`, or `null` when none is near: at most a third of its characters may differ (two in
 * short words, none in a single letter, where any would do), so that an offer is nearly always what was meant. Of equally near ones the
 * first by code unit.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const limit = word.length === 1 ? 0 : Math.max(word.length < 4 ? 1 : 2, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue;
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    const isNearer = found < bestDistance || (found === bestDistance && best !== null && compareText(candidate, best) < 0);
    if (isNearer) [best, bestDistance] = [candidate, found];
  }
  return best;
}
