import { definitionIndex } from '../document/definitionIndex.ts';
import type { ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import * as wording from '../wording/problems/fixes.ts';
import { unusedDefinition } from '../wording/problems/references.ts';
import type { Fix } from './fix.ts';
import type { Finding } from './problem.ts';
import { removeDefinition } from './removeEntryFix.ts';
import type { RuleContext } from './rule.ts';
import { hidesDefinitions } from './unknownReference.ts';

const definitions = ['personas', 'stages', 'touchpoints', 'surveys'] as const satisfies readonly ListKey[];
const users: readonly ListKey[] = ['touchpoints', 'features', 'metrics'];

/** Texts of items with errors that are searched for ids at most. Where it would take more, too much is broken to tell what is unused. */
const mostSearches = 200_000;

/**
 * `kano/unused-definition` on the id of what nothing in the product refers to. Files without features are there to be used by others, which
 * cannot be seen from here.
 */
export function checkUnusedDefinitions({ product, model }: RuleContext): readonly Finding[] {
  if (model.list('features').length === 0 || hidesDefinitions(product)) return [];
  const indexes = product.models.map(definitionIndex);
  const unused = definitions.flatMap((list) =>
    (model.list(list) as readonly Item[]).flatMap((item) => {
      const { id } = item.value;
      return id === undefined || indexes.some(({ lists }) => lists[list].referrers.has(id)) ? [] : [{ list, item, id }];
    }),
  );
  if (unused.length * indexes.reduce((sum, { unreadable }) => sum + unreadable.size, 0) > mostSearches) return [];
  // An id in the text of an item with errors may be meant as a reference.
  const mayBeMeant = (id: string) =>
    indexes.some(({ unreadable }) => any(unreadable, (item) => users.includes(item.list) && textOf(item).includes(id)));
  return unused.flatMap(({ list, item, id }): Finding[] => {
    if (mayBeMeant(id)) return [];
    const fixes = ({ opened }: Product): readonly Fix[] => {
      const edits = removeDefinition(opened, item);
      return edits ? [{ title: wording.removeDefinition(list, id), edits }] : [];
    };
    return [{ code: 'kano/unused-definition', range: item.rangeOfId, message: unusedDefinition(list, id), fixes }];
  });
}

function any(entries: Iterable<Item>, holds: (item: Item) => boolean): boolean {
  for (const item of entries) if (holds(item)) return true;
  return false;
}

function textOf({ part, node }: Item): string {
  return part.syntaxFindings.length > 0 || !node ? part.text : part.text.slice(node.start, node.end);
}
