import type { Category, Counts } from '../document/model.ts';

/** The categories that a respondent with a consistent opinion can be in. */
export const opinions = ['M', 'O', 'A', 'I', 'R'] as const satisfies readonly Category[];

/** The two categories with the largest counts among M, O, A, I, R, larger first; ties in that order. */
export function leadingPair(counts: Counts): readonly [Category, Category] {
  const [first, second] = opinions.toSorted((left, right) => counts[right] - counts[left]) as [Category, Category];
  return [first, second];
}

/** The category with the largest count among M, O, A, I, R beside `category`; `null` when nobody is in any other. */
export function runnerUp(counts: Counts, category: Category | null): Category | null {
  if (category === null) return null;
  const [first, second] = leadingPair(counts);
  const other = first === category ? second : first;
  return counts[other] > 0 ? other : null;
}
