import { distance } from 'fastest-levenshtein';

/**
 * The candidate most like `word`, or `null` when none is near: at most a third of its characters may differ (two in
 * short words), so that an offer is nearly always what was meant.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const limit = Math.max(word.length < 4 ? 1 : 2, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}
