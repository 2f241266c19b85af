import type { Category, Status } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { removeItem } from '../document/writing/listEdits.ts';
import { removeEntry } from '../document/writing/mapEdits.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { setProperty } from '../document/writing/setProperty.ts';
import { entryOf, nodeAt, type TextNode } from '../document/yaml/node.ts';
import { removeFrom, removeKey, setAssumedTo, setTo } from '../wording/problems/fixes.ts';
import { type Fix, type FixMaker, fixInPart } from './fix.ts';

/** Fixes that give a feature one of several statuses: a decision, so that none is preferred. */
export function statusFixes(item: Item<'features'>, statuses: readonly Status[]): FixMaker {
  return ({ opened }) =>
    statuses.flatMap((status): readonly Fix[] => {
      const edits = setProperty(opened, item, 'status', status);
      return edits && edits.length > 0 ? [{ title: setTo('status', status), edits }] : [];
    });
}

/** Fixes for an assumption that a survey has overtaken: it goes, or follows the survey. */
export function assumptionFixes(item: Item<'features'>, surveyed: Category): FixMaker {
  return ({ opened }) => {
    const removal = setProperty(opened, item, 'assumed', undefined);
    const change = setProperty(opened, item, 'assumed', surveyed);
    return [
      ...(removal ? [{ title: removeKey('assumed'), edits: removal, isPreferred: true }] : []),
      ...(change ? [{ title: setAssumedTo(surveyed), edits: change }] : []),
    ];
  };
}

/** The fix that a feature no longer depends on another; the list goes with its only entry. */
export function dependencyFixes(item: Item, dependency: TextNode): FixMaker {
  return (product: Product) => {
    const { node, part } = item;
    const list = nodeAt(node, ['dependsOn']);
    const key = entryOf(node, 'dependsOn');
    if (node?.kind !== 'map' || list?.kind !== 'list' || !key || isAlias(part.text, node) || isAlias(part.text, list)) return [];
    const edits = list.items.length === 1 ? removeEntry(part.text, node, key) : removeItem(part.text, list, dependency);
    return fixInPart(product, part, edits, { title: removeFrom('dependsOn', dependency.value) });
  };
}
