import { frameItems } from '../frameItems.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';

/** The list items that one version of a file has and another does not have. */
export interface ChangedItems {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * What an edit took away and brought. Versions share the items that an edit did not touch, so that it is enough to look at what it did;
 * items that come back in another place count as removed and added.
 */
export function changedItems(before: KanoModel, after: KanoModel): ChangedItems {
  const { first, removed, added } = after.spliceFrom(before);
  const gone = before.segments.slice(first, first + removed).flatMap(({ item }) => item ?? []);
  const come = after.segments.slice(first, first + added).flatMap(({ item }) => item ?? []);
  if (before.frame === after.frame) return { removed: gone, added: come };
  return { removed: [...gone, ...frameItems(before.frame)], added: [...come, ...frameItems(after.frame)] };
}
