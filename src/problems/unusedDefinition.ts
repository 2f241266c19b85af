import * as l10n from '@vscode/l10n';
import { definitionIndex } from '../document/definitionIndex.ts';
import type { ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import { definitionNoun } from '../terms/labels.ts';
import { type FixMaker, removeDefinition } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';
import { hidesDefinitions } from './unknownReference.ts';

const definitions = ['personas', 'stages', 'touchpoints', 'surveys'] as const satisfies readonly ListKey[];
const users: readonly ListKey[] = ['touchpoints', 'features', 'metrics'];

/** The most texts of items with errors that are searched for ids. Where it would take more, too much is broken to tell what is unused. */
const mostSearches = 200_000;

export const unusedDefinition = {
  code: 'kano/unused-definition',
  severity: 'hint',
  title: 'Unused definition',
  description: 'In a file with features, nothing refers to a touchpoint, stage, persona or survey.',
  findInProduct({ product, model }) {
    // Files without features are there to be used by others, which cannot be seen from here.
    if (!model.hasItems('features') || hidesDefinitions(product)) return [];
    const indexes = product.models.map(definitionIndex);
    const unused = definitions.flatMap((list) =>
      (model.list(list) as readonly Item[]).flatMap((item) => {
        const { id } = item.value;
        return id === undefined || indexes.some(({ lists }) => lists[list].referrers.has(id)) ? [] : [{ item, id }];
      }),
    );
    if (unused.length * indexes.reduce((sum, { unreadable }) => sum + unreadable.size, 0) > mostSearches) return [];
    // An id in the text of an item with errors may be meant as a reference.
    const mayBeMeant = (id: string) =>
      indexes.some(({ unreadable }) => any(unreadable, (item) => users.includes(item.list) && textOf(item).includes(id)));
    return unused.flatMap(({ item, id }) => (mayBeMeant(id) ? [] : [occurrence(item, id)]));
  },
} satisfies ProblemDefinition;

function occurrence(item: Item, id: string): Occurrence {
  const values = { noun: definitionNoun(item.list), id };
  const fixes: FixMaker = ({ opened }) => {
    const edits = removeDefinition(opened, item);
    return edits ? [{ title: l10n.t('Remove the {noun} “{id}”', values), edits }] : [];
  };
  return { range: item.rangeOfId, message: l10n.t('Nothing refers to the {noun} “{id}”. Use it, or remove it.', values), fixes };
}

function any(items: Iterable<Item>, holds: (item: Item) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}

function textOf({ part, node }: Item): string {
  return part.syntaxFindings.length > 0 || !node ? part.text : part.text.slice(node.start, node.end);
}
