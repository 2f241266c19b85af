import { isOpen } from '../../analysis/buildOrder.ts';
import { addToGroup } from '../../base/groupBy.ts';
import type { Definitions } from './definitions.ts';
import { isUnasked, type ShownFeature } from './shownFeatures.ts';

/** How many of the open features at a place have answers, but none of the chosen persona or survey. */
export interface Unasked {
  readonly features: number;
  readonly of: number;
}

/** Gives them for the touchpoints of a place, by their keys; `null` where there are none. */
export function unaskedAmong(shown: Iterable<ShownFeature>, definitions: Definitions): (touchpoints: readonly string[]) => Unasked | null {
  const byTouchpoint = new Map<string, ShownFeature[]>();
  for (const each of shown) {
    if (!isOpen(each.feature)) continue;
    for (const key of definitions.touchpointsOf(each.item.value, each.of.product)) addToGroup(byTouchpoint, key, each);
  }
  return (touchpoints) => {
    const here = [...new Set(touchpoints.flatMap((key) => byTouchpoint.get(key) ?? []))];
    const features = here.filter(isUnasked).length;
    return features === 0 ? null : { features, of: here.length };
  };
}
