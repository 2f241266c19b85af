import type { KanoDocument, ReadSegment } from './kanoDocument.ts';
import { type Sparse, spliced } from './sparse.ts';
import { finish } from './steps.ts';

/** Gives the values of a version of a file. */
export interface SparseByVersion<Value> {
  (document: KanoDocument): Sparse<Value>;
  /** The same, some segments at a time: a caller who must not be kept busy for long can pause between two steps, or drop the rest. */
  inSteps(document: KanoDocument): Generator<undefined, Sparse<Value>>;
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
  const kept = new WeakMap<KanoDocument, Sparse<Value>>();
  function* inSteps(document: KanoDocument): Generator<undefined, Sparse<Value>> {
    const known = kept.get(document);
    if (known) return known;
    const before = document.indexedBefore;
    const earlier = before && kept.get(before);
    const splice = before && earlier ? document.spliceFrom(before) : { first: 0, removed: 0, added: document.segments.length };
    const at: number[] = [];
    const values: Value[] = [];
    for (let index = splice.first; index < splice.first + splice.added; index++) {
      if ((index + 1 - splice.first) % segmentsPerStep === 0) yield;
      const segment = document.segments[index];
      const value = segment && read(segment);
      if (value === undefined) continue;
      at.push(index);
      values.push(value);
    }
    const sparse = earlier ? spliced(earlier, splice, { at, values }) : { at, values };
    kept.set(document, sparse);
    document.markIndexed();
    return sparse;
  }
  return Object.assign((document: KanoDocument) => kept.get(document) ?? finish(inSteps(document)), { inSteps });
}
