import type { Entry } from './entry.ts';
import type { KanoDocument } from './kanoDocument.ts';
import { listKeys } from './model.ts';

/** The list items that one version of a file has and another does not have. */
export interface ChangedEntries {
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
}

/**
 * What an edit took away and brought. Versions share the items that an edit did not touch, so that it is enough to compare from both ends;
 * items that come back in another place count as removed and added.
 */
export function changedEntries(before: KanoDocument, after: KanoDocument): ChangedEntries {
  const [old, now] = [before.segments, after.segments];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const removed = old.slice(head, old.length - tail).flatMap(({ entry }) => entry ?? []);
  const added = now.slice(head, now.length - tail).flatMap(({ entry }) => entry ?? []);
  if (before.frame === after.frame) return { removed, added };
  return { removed: [...removed, ...frameEntries(before)], added: [...added, ...frameEntries(after)] };
}

function frameEntries(document: KanoDocument): readonly Entry[] {
  return listKeys.flatMap((key) => (document.list(key) as readonly Entry[]).filter(({ part }) => part === document.frame));
}
