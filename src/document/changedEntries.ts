import type { Entry } from './entry.ts';
import { frameEntries } from './frameEntries.ts';
import type { KanoDocument } from './kanoDocument.ts';

/** The list items that one version of a file has and another does not have. */
export interface ChangedEntries {
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
}

/**
 * What an edit took away and brought. Versions share the items that an edit did not touch, so that it is enough to look at what it did;
 * items that come back in another place count as removed and added.
 */
export function changedEntries(before: KanoDocument, after: KanoDocument): ChangedEntries {
  const { first, removed, added } = after.spliceFrom(before);
  const gone = before.segments.slice(first, first + removed).flatMap(({ entry }) => entry ?? []);
  const come = after.segments.slice(first, first + added).flatMap(({ entry }) => entry ?? []);
  if (before.frame === after.frame) return { removed: gone, added: come };
  return { removed: [...gone, ...frameEntries(before.frame)], added: [...come, ...frameEntries(after.frame)] };
}
