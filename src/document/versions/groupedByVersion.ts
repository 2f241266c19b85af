import { finish } from '../../base/steps.ts';
import type { KanoModel } from '../kanoModel.ts';
import type { ReadSegment } from '../readSegment.ts';
import { nothing, type Sparse, spliced } from './sparse.ts';

/** A value of a segment, and the groups that it belongs to. */
interface Grouped<Value> {
  readonly value: Value;
  /** Each once. */
  readonly groups: Iterable<string>;
}

/** Values in groups, each in the order of the file. No group is empty. */
export type Groups<Value> = ReadonlyMap<string, Sparse<Value>>;

/** Gives the groups of a version of a file. */
interface GroupedByVersion<Value> {
  (model: KanoModel): Groups<Value>;
  /** The same in steps of some segments each, so that a caller can pause between two steps, or stop. */
  inSteps(model: KanoModel): Generator<undefined, Groups<Value>>;
}

/** Segments that are read between two steps. */
const segmentsPerStep = 500;

/**
 * A function that gives, in groups, the values that a few segments of a version have. After an edit it reads only the segments that the edit
 * touched.
 *
 * @param read the value of a segment, from that segment alone; `undefined` when it has none
 */
export function groupedByVersion<Value>(read: (segment: ReadSegment) => Grouped<Value> | undefined): GroupedByVersion<Value> {
  const kept = new WeakMap<KanoModel, Groups<Value>>();
  function* inSteps(model: KanoModel): Generator<undefined, Groups<Value>> {
    const known = kept.get(model);
    if (known) return known;
    const before = model.indexedBefore;
    const earlier = before && kept.get(before);
    const splice = before && earlier ? model.spliceFrom(before) : { first: 0, removed: 0, added: model.segments.length };
    const found = new Map<string, { at: number[]; values: Value[] }>();
    for (let index = splice.first; index < splice.first + splice.added; index++) {
      if ((index + 1 - splice.first) % segmentsPerStep === 0) yield;
      const segment = model.segments[index];
      const grouped = segment && read(segment);
      for (const key of grouped?.groups ?? []) {
        const group = found.get(key) ?? { at: [], values: [] };
        group.at.push(index);
        group.values.push((grouped as Grouped<Value>).value);
        found.set(key, group);
      }
    }
    const groups: Map<string, Sparse<Value>> = new Map(found);
    for (const [key, group] of earlier ?? []) {
      const next = spliced(group, splice, found.get(key) ?? nothing);
      if (next.at.length > 0) groups.set(key, next);
    }
    kept.set(model, groups);
    model.markIndexed();
    return groups;
  }
  return Object.assign((model: KanoModel) => kept.get(model) ?? finish(inSteps(model)), { inSteps });
}
