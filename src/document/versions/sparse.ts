import { firstIndexWhere } from '../../base/binarySearch.ts';
import type { Splice } from './splice.ts';

/** Values that only some segments of a version have, in the order of the file: `values[i]` belongs to segment `at[i]`. */
export interface Sparse<Value> {
  readonly at: readonly number[];
  readonly values: readonly Value[];
}

/** No values at all. */
export const nothing: Sparse<never> = { at: [], values: [] };

/** The values after a splice; `found` are those of the added segments. Returns `before` itself when nothing changes. */
export function spliced<Value>(before: Sparse<Value>, { first, removed, added }: Splice, found: Sparse<Value>): Sparse<Value> {
  const { at, values } = before;
  const from = firstIndexWhere(at.length, (index) => (at[index] ?? 0) >= first);
  const to = firstIndexWhere(at.length, (index) => (at[index] ?? 0) >= first + removed);
  const shift = added - removed;
  if (from === to && found.at.length === 0 && (shift === 0 || to === at.length)) return before;
  const behind = at.slice(to);
  return {
    at: at.slice(0, from).concat(found.at, shift === 0 ? behind : behind.map((index) => index + shift)),
    values: values.slice(0, from).concat(found.values, values.slice(to)),
  };
}
