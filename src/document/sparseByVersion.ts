import type { KanoDocument, ReadSegment } from './kanoDocument.ts';
import { type Sparse, spliced } from './sparse.ts';

/**
 * A function that gives what the segments of any version of a file have of something that most have not. After an edit it reads the segments
 * that the edit touched, however many there are.
 *
 * @param read what a segment has, by the segment alone; `undefined` where it has nothing
 */
export function sparseByVersion<Value>(read: (segment: ReadSegment) => Value | undefined): (document: KanoDocument) => Sparse<Value> {
  const kept = new WeakMap<KanoDocument, Sparse<Value>>();
  return (document) => {
    const known = kept.get(document);
    if (known) return known;
    const before = document.indexedBefore;
    const earlier = before && kept.get(before);
    const splice = before && earlier ? document.spliceFrom(before) : { first: 0, removed: 0, added: document.segments.length };
    const at: number[] = [];
    const values: Value[] = [];
    for (let index = splice.first; index < splice.first + splice.added; index++) {
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
  };
}
