import type { Category, Counts } from '../document/format/model.ts';
import { largest } from './counts.ts';

/** The categories that a respondent with a consistent opinion can be in. */
export const opinions = ['M', 'O', 'A', 'I', 'R'] as const satisfies readonly Category[];

export type Opinion = (typeof opinions)[number];

/** The two categories with the largest counts among M, O, A, I, R, larger first; ties in that order. */
export function leadingPair(counts: Counts): readonly [Opinion, Opinion] {
  const first = largest(counts, opinions);
  return [first, largest(counts, others[first])];
}

/** The category with the largest count among M, O, A, I, R beside `category`; `null` when nobody is in any other. */
export function runnerUp(counts: Counts, category: Category | null): Category | null {
  if (category === null) return null;
  const other = category === 'Q' ? largest(counts, opinions) : largest(counts, others[category]);
  return counts[other] > 0 ? other : null;
}

/** What is left of `opinions` without one of them. */
const others = {
  M: ['O', 'A', 'I', 'R'],
  O: ['M', 'A', 'I', 'R'],
  A: ['M', 'O', 'I', 'R'],
  I: ['M', 'O', 'A', 'R'],
  R: ['M', 'O', 'A', 'I'],
} as const satisfies Record<Opinion, readonly Opinion[]>;
