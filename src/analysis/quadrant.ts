/**
 * Where a feature lies in the diagram of Better and |Worse|, cut at 0.5, which counts as high.
 * `null` without coefficients. A second view beside the category, not a replacement.
 * @param worse −1 to 0
 */
export function quadrant(better: number | null, worse: number | null): 'A' | 'O' | 'M' | 'I' | null {
  if (better === null || worse === null) return null;
  if (better >= 0.5) return worse <= -0.5 ? 'O' : 'A';
  return worse <= -0.5 ? 'M' : 'I';
}
