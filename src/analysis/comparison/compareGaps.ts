import { addToGroup } from '../../base/groupBy.ts';
import type { Touchpoint } from '../../document/format/model.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import { isOpen } from '../buildOrder.ts';
import { pairUp } from './pairUp.ts';
import type { FeatureState, GapChange } from './productComparison.ts';

/** The features of both sides; `sameAs` gives what a feature before became. */
interface ComparedFeatures {
  readonly before: readonly FeatureState[];
  readonly after: readonly FeatureState[];
  readonly sameAs: ReadonlyMap<FeatureState, FeatureState>;
}

/**
 * The touchpoints where open must-be features came or went: because of another category, because they were shipped, rejected, added or
 * removed, or because of another touchpoint. Features without a defined touchpoint count together. Touchpoints are matched by id, else by a
 * unique name.
 */
export function compareGaps(before: Product, after: Product, features: ComparedFeatures): readonly GapChange[] {
  const [definedBefore, definedAfter] = [definitionsById(before, 'touchpoints'), definitionsById(after, 'touchpoints')];
  const gapsBefore = gapsByTouchpoint(features.before, definedBefore);
  const gapsAfter = gapsByTouchpoint(features.after, definedAfter);
  const touchpoints = pairUp([...definedBefore.values()], [...definedAfter.values()], ({ id }) => id, [({ name }) => name]);
  const sides: readonly Sides[] = [
    ...touchpoints.pairs,
    ...touchpoints.added.map((touchpoint): Sides => [null, touchpoint]),
    ...touchpoints.removed.map((touchpoint): Sides => [touchpoint, null]),
    [null, null],
  ];
  return sides.flatMap(([from, to]) => {
    const nowhere = from === null && to === null;
    const old = (from || nowhere ? gapsBefore.get(from?.id) : undefined) ?? [];
    const now = (to || nowhere ? gapsAfter.get(to?.id) : undefined) ?? [];
    const there = new Set(now);
    const kept = new Set(old.map((state) => features.sameAs.get(state)));
    const opened = now.filter((state) => !kept.has(state));
    const closed = old.filter((state) => {
      const become = features.sameAs.get(state);
      // A mistyped tally closes no gap: nothing is known of the feature any more.
      return !there.has(become ?? state) && !become?.standing.isUncounted;
    });
    if (opened.length + closed.length === 0) return [];
    const left = closed.filter((state) => {
      const become = features.sameAs.get(state);
      return become !== undefined && isGap(become);
    });
    const removed = closed.filter((state) => !features.sameAs.has(state));
    const rejected = closed.filter((state) => features.sameAs.get(state)?.item.value.status === 'rejected');
    return [{ before: from, after: to, gaps: { before: old.length, after: now.length }, opened, closed, left, removed, rejected }];
  });
}

function isGap({ numbers, item }: FeatureState): boolean {
  return numbers.category === 'M' && isOpen(item.value);
}

type Sides = readonly [Touchpoint | null, Touchpoint | null];

/** Open must-be features by touchpoint id; those without a defined touchpoint under `undefined`. */
function gapsByTouchpoint(features: readonly FeatureState[], defined: ReadonlyMap<string, Touchpoint>) {
  const gaps = new Map<string | undefined, FeatureState[]>();
  for (const state of features) {
    if (!isGap(state)) continue;
    const known = [...new Set(state.item.value.touchpoints)].filter((id) => defined.has(id));
    for (const id of known.length === 0 ? [undefined] : known) addToGroup(gaps, id, state);
  }
  return gaps;
}
