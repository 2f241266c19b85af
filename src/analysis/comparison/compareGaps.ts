import type { Touchpoint } from '../../document/format/model.ts';
import { type Product, productList } from '../../document/product.ts';
import { isOpen } from '../buildOrder.ts';
import { pairUp } from './pairUp.ts';
import type { FeatureState, GapChange } from './productComparison.ts';

/** The features of both sides; `sameAs` gives what a feature before became. */
export interface ComparedFeatures {
  readonly before: readonly FeatureState[];
  readonly after: readonly FeatureState[];
  readonly sameAs: ReadonlyMap<FeatureState, FeatureState>;
}

/**
 * The touchpoints where open must-be features came or went: by another category, by being shipped, rejected, added or removed, or by another
 * touchpoint. Features at no touchpoint that is defined count together. Touchpoints are the same by id, else by a name that only they have.
 */
export function compareGaps(before: Product, after: Product, features: ComparedFeatures): readonly GapChange[] {
  const gapsBefore = gapsByTouchpoint(features.before, definitions(before));
  const gapsAfter = gapsByTouchpoint(features.after, definitions(after));
  const touchpoints = pairUp([...definitions(before).values()], [...definitions(after).values()], ({ id }) => id, [({ name }) => name]);
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
      // A mistyped tally takes no gap away: nothing is known of it any more.
      return !there.has(become ?? state) && !become?.standing.isUncounted;
    });
    if (opened.length + closed.length === 0) return [];
    return [{ before: from, after: to, gaps: { before: old.length, after: now.length }, opened, closed }];
  });
}

type Sides = readonly [Touchpoint | null, Touchpoint | null];

/** Those with an id; of several with the same the first counts. */
function definitions(product: Product): ReadonlyMap<string | undefined, Touchpoint> {
  const all = productList(product, 'touchpoints').map(({ item }) => item.value);
  const found = new Map<string | undefined, Touchpoint>();
  for (const touchpoint of all) if (touchpoint.id !== undefined && !found.has(touchpoint.id)) found.set(touchpoint.id, touchpoint);
  return found;
}

/** Open must-be features by touchpoint id, and under `undefined` those at none. */
function gapsByTouchpoint(features: readonly FeatureState[], defined: ReadonlyMap<string | undefined, Touchpoint>) {
  const gaps = new Map<string | undefined, FeatureState[]>();
  for (const state of features) {
    if (state.numbers.category !== 'M' || !isOpen(state.item.value)) continue;
    const known = [...new Set(state.item.value.touchpoints)].filter((id) => defined.has(id));
    for (const id of known.length === 0 ? [undefined] : known) {
      const there = gaps.get(id);
      if (there) there.push(state);
      else gaps.set(id, [state]);
    }
  }
  return gaps;
}
