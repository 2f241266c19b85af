import type { Splice } from './splice.ts';

/** Values that some of the segments of a version have, in the order of the file: `values[i]` is one of segment `at[i]`. */
export interface Sparse<Value> {
  readonly at: readonly number[];
  readonly values: readonly Value[];
}

/** No values at all. */
export const nothing: Sparse<never> = { at: [], values: [] };

/** The values of the version after a splice, where `found` are those of the segments that it added. The same object where nothing changed. */
export function spliced<Value>(before: Sparse<Value>, { first, removed, added }: Splice, found: Sparse<Value>): Sparse<Value> {
  const { at, values } = before;
  const from = placeOf(at, first);
  const to = placeOf(at, first + removed);
  const shift = added - removed;
  if (from === to && found.at.length === 0 && (shift === 0 || to === at.length)) return before;
  const behind = at.slice(to);
  return {
    at: at.slice(0, from).concat(found.at, shift === 0 ? behind : behind.map((index) => index + shift)),
    values: values.slice(0, from).concat(found.values, values.slice(to)),
  };
}

/** How many of the ascending `at` are below `index`. */
function placeOf(at: readonly number[], index: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
