import type { KanoModel } from '../kanoModel.ts';
import type { ReadSegment } from '../readSegment.ts';
import { groupedByVersion } from './groupedByVersion.ts';
import { nothing, type Sparse } from './sparse.ts';

/** Gives the values of a version of a file. */
interface SparseByVersion<Value> {
  (model: KanoModel): Sparse<Value>;
  /** The same in steps of some segments each, so that a caller can pause between two steps, or stop. */
  inSteps(model: KanoModel): Generator<undefined, Sparse<Value>>;
}

/**
 * A function that gives the values that a few segments of a version have. After an edit it reads only the segments that the edit touched.
 *
 * @param read the value of a segment, from that segment alone; `undefined` when it has none
 */
export function sparseByVersion<Value>(read: (segment: ReadSegment) => Value | undefined): SparseByVersion<Value> {
  const grouped = groupedByVersion((segment) => {
    const value = read(segment);
    return value === undefined ? undefined : { value, groups: onlyGroup };
  });
  const only = (groups: ReturnType<typeof grouped>): Sparse<Value> => groups.get(onlyGroup[0]) ?? nothing;
  return Object.assign((model: KanoModel) => only(grouped(model)), {
    *inSteps(model: KanoModel) {
      return only(yield* grouped.inSteps(model));
    },
  });
}

const onlyGroup = ['all'] as const;
