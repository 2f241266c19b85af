import * as l10n from '@vscode/l10n';
import { definitionIndex, partDefinitionsOf } from '../document/definitionIndex.ts';
import type { ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import { definitionNoun } from '../terms/labels.ts';
import { type FixMaker, removeDefinition } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';
import { referencesMeant } from './referencesMeant.ts';
import { hidesDefinitions } from './unknownReference.ts';

const definitions = ['personas', 'stages', 'touchpoints', 'surveys'] as const satisfies readonly ListKey[];
const users: readonly ListKey[] = ['touchpoints', 'features', 'metrics'];

export const unusedDefinition = {
  code: 'kano/unused-definition',
  severity: 'hint',
  title: 'Unused definition',
  description: 'In a file with features, nothing refers to a touchpoint, stage, persona or survey.',
  findInProduct({ product, model }) {
    // Files without features are there to be used by others, which cannot be seen from here.
    if (!model.hasItems('features') || hidesDefinitions(product)) return [];
    const indexes = product.models.map(definitionIndex);
    const own = definitionIndex(model);
    const unused = definitions.flatMap((list) =>
      [...own.lists[list].unreferred].flatMap((id) =>
        [...(own.lists[list].definitions.get(id) ?? [])].flatMap((item) => {
          // Who serves a need or relieves a pain refers to what holds it.
          const parts = partDefinitionsOf(item).map(({ kind, node }) => ({ kind, id: String(node.value) }));
          const isUsed = indexes.some(
            ({ lists }) => lists[list].referrers.has(id) || parts.some((part) => lists[part.kind].referrers.has(part.id)),
          );
          return isUsed ? [] : [{ item, id, ids: [id, ...parts.map((part) => part.id)] }];
        }),
      ),
    );
    const isMeant = referencesMeant(
      indexes,
      users,
      unused.reduce((sum, { ids }) => sum + ids.length, 0),
    );
    return isMeant ? unused.flatMap(({ item, id, ids }) => (ids.some(isMeant) ? [] : [occurrence(item, id)])) : [];
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
