import type { DefinitionIndex } from '../document/definitionIndex.ts';
import type { ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';

/** The most texts of items with errors that are searched for ids. Where it would take more, too much is broken to tell what is unused. */
const mostSearches = 200_000;

/**
 * Tells whether an id stands in the text of an item with errors, where it may be meant as a reference; `undefined` where too much is broken.
 * @param users the lists whose items could refer to it
 * @param questions how often the answer will be asked
 */
export function referencesMeant(
  indexes: readonly DefinitionIndex[],
  users: readonly ListKey[],
  questions: number,
): ((id: string) => boolean) | undefined {
  if (questions * indexes.reduce((sum, { unreadable }) => sum + unreadable.size, 0) > mostSearches) return undefined;
  return (id) => indexes.some(({ unreadable }) => any(unreadable, (item) => users.includes(item.list) && textOf(item).includes(id)));
}

function any(items: Iterable<Item>, holds: (item: Item) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}

function textOf({ part, node }: Item): string {
  return part.syntaxFindings.length > 0 || !node ? part.text : part.text.slice(node.start, node.end);
}
