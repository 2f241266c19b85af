import type { Item } from '../document/item.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';

/**
 * The items of a version of a file by a day of theirs. Costs what changed since the version before.
 * @param dayOf `null` for items that have none
 */
export function itemsByDay<Some extends Item>(
  dayOf: (item: Item) => string | null,
): IndexByVersion<ReadonlyMap<string, ReadonlySet<Some>>> {
  return indexByVersion(
    () => new Map<string, Set<Some>>(),
    (found, item, by) => {
      const day = dayOf(item);
      if (day !== null) changeDay(found, day, item as Some, by);
    },
  );
}

/** Adds an item to those of a day (1), or removes it (−1). */
export function changeDay<Some>(days: Map<string, Set<Some>>, day: string, item: Some, by: 1 | -1): void {
  const ofDay = days.get(day) ?? new Set();
  if (by === 1) days.set(day, ofDay.add(item));
  else if (ofDay.delete(item) && ofDay.size === 0) days.delete(day);
}
