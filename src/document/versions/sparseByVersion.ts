import { finish } from '../../base/steps.ts';
import type { KanoModel, ReadSegment } from '../kanoModel.ts';
import { type Sparse, spliced } from './sparse.ts';

/** Gives the values of a version of a file. */
export interface SparseByVersion<Value> {
  (model: KanoModel): Sparse<Value>;
  /** The same, some segments at a time: a caller who must not be kept busy for long can pause between two steps, or drop the rest. */
  inSteps(model: KanoModel): Generator<undefined, Sparse<Value>>;
}

/** Segments that are read between two steps. */
const segmentsPerStep = 500;

/**
 * A function that gives what the segments of any version of a file have of something that most have not. After an edit it reads the segments
 * that the edit touched, however many there are.
 *
 * @param read what a segment has, by the segment alone; `undefined` where it has nothing
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
