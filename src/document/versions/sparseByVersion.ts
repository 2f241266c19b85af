import { firstIndexWhere } from '../../base/binarySearch.ts';
import { finish } from '../../base/steps.ts';
import type { KanoModel } from '../kanoModel.ts';
import type { ReadSegment } from '../readSegment.ts';
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

/** Gives the values of a version of a file. */
interface SparseByVersion<Value> {
  (model: KanoModel): Sparse<Value>;
  /** The same in steps of some segments each, so that a caller can pause between two steps, or stop. */
  inSteps(model: KanoModel): Generator<undefined, Sparse<Value>>;
}

/** Segments that are read between two steps. */
const segmentsPerStep = 500;

/**
 * A function that gives the values that a few segments of a version have. After an edit it reads only the segments that the edit touched.
 *
 * @param read the value of a segment, from that segment alone; `undefined` when it has none
 */
export function sparseByVersion<Value>(read: (segment: ReadSegment) => Value | undefined): SparseByVersion<Value> {
  const kept = new WeakMap<KanoModel, Sparse<Value>>();
  function* inSteps(model: KanoModel): Generator<undefined, Sparse<Value>> {
    const known = kept.get(model);
    if (known) return known;
    const before = model.indexedBefore;
    const earlier = before && kept.get(before);
    const splice = before && earlier ? model.spliceFrom(before) : { first: 0, removed: 0, added: model.segments.length };
    const at: number[] = [];
    const values: Value[] = [];
    for (let index = splice.first; index < splice.first + splice.added; index++) {
      if ((index + 1 - splice.first) % segmentsPerStep === 0) yield;
      const segment = model.segments[index];
      const value = segment && read(segment);
      if (value === undefined) continue;
      at.push(index);
      values.push(value);
    }
    const sparse = earlier ? spliced(earlier, splice, { at, values }) : { at, values };
    kept.set(model, sparse);
    model.markIndexed();
    return sparse;
  }
  return Object.assign((model: KanoModel) => kept.get(model) ?? finish(inSteps(model)), { inSteps });
}
