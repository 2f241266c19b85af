import { compareText } from '../base/compareText.ts';
import { definitionIndex } from '../document/definitionIndex.ts';
import { type ListKey, listKeys } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { sameContent } from '../document/writing/sameContent.ts';
import { setProperty } from '../document/writing/setProperty.ts';
import { within } from '../document/yaml/localRange.ts';
import { plainValue, stringsAt } from '../document/yaml/node.ts';
import { comparePositions } from '../document/yaml/position.ts';
import { giveId, removeCopy } from '../wording/problems/fixes.ts';
import { duplicateId, duplicateIdInUse } from '../wording/problems/references.ts';
import type { Fix } from './fix.ts';
import type { Finding } from './problem.ts';
import { removeDefinition } from './removeEntryFix.ts';
import type { RuleContext } from './rule.ts';

/** `kano/duplicate-id`: on every occurrence after the first, where files that are used come before those that use them. */
export function checkDuplicateIds({ product, model }: RuleContext): readonly Finding[] {
  const others = product.models.filter((other) => other !== model).reverse();
  return listKeys.flatMap((list) => {
    const { repeated, definitions } = definitionIndex(model).lists[list];
    const used = others.flatMap((other) => idsInBoth(model, other, list));
    return [...new Set([...repeated, ...used])].flatMap((id) => {
      const own = inTextOrder(model, definitions.get(id) ?? []);
      const elsewhere = others.find((other) => definitionIndex(other).lists[list].definitions.has(id));
      const home = elsewhere ?? model;
      const [first] = elsewhere ? inTextOrder(elsewhere, definitionIndex(elsewhere).lists[list].definitions.get(id) ?? []) : own;
      return own.filter((item) => item !== first).map((item) => finding(list, id, item, first ?? item, home, model));
    });
  });
}

/**
 * `kano/duplicate-id` on the `uses` entry that brings in a second definition: two used files that do not know of each other define the same id,
 * which shows nowhere but in a file that uses both.
 */
export function checkUsedDuplicates({ product, model }: RuleContext): readonly Finding[] {
  const used = product.models.filter((other) => other !== model);
  if (used.length < 2) return [];
  const entries = stringsAt(model.frame.root, ['uses']);
  return listKeys.flatMap((list) => {
    const first = new Map<string, KanoModel>();
    return used.flatMap((other) => {
      const twice: string[] = [];
      for (const id of definitionIndex(other).lists[list].definitions.keys()) {
        if (first.has(id)) twice.push(id);
        else first.set(id, other);
      }
      const node = entries[product.usedThrough.get(other.uri) ?? -1];
      // All stand at one place, and the order in which an index holds ids depends on what was typed before.
      return twice.sort(compareText).flatMap((id): Finding[] => {
        const before = first.get(id);
        if (!before || !node) return [];
        const message = duplicateIdInUse(list, id, fileName(before), fileName(other));
        return [{ code: 'kano/duplicate-id', range: within(model.frame, node), message }];
      });
    });
  });
}

function fileName({ uri }: KanoModel): string {
  return uri.split('/').at(-1) ?? uri;
}

/** Sought along the shorter of the two lists: a file of common definitions is small beside the features that use it. */
function idsInBoth(model: KanoModel, other: KanoModel, list: ListKey): readonly string[] {
  const [own, used] = [definitionIndex(model).lists[list].definitions, definitionIndex(other).lists[list].definitions];
  const [shorter, longer] = own.size < used.size ? [own, used] : [used, own];
  return [...shorter.keys()].filter((id) => longer.has(id));
}

function inTextOrder(model: KanoModel, entries: Iterable<Item>): readonly Item[] {
  const placed = [...entries].map((item) => ({ item, start: model.locate(item.rangeOfId).start }));
  return placed.sort((a, b) => comparePositions(a.start, b.start)).map(({ item }) => item);
}

interface Duplicate {
  readonly list: ListKey;
  readonly id: string;
  readonly item: Item;
  readonly first: Item;
}

function finding(list: ListKey, id: string, item: Item, first: Item, home: KanoModel, model: KanoModel): Finding {
  const { line } = home.locate(first.rangeOfId).start;
  const file = home === model ? {} : { file: fileName(home) };
  const fixes = (product: Product) => duplicateFixes(product, { list, id, item, first });
  return { code: 'kano/duplicate-id', range: item.rangeOfId, message: duplicateId(list, id, { line, ...file }), fixes };
}

/** A copy that says the same may go; of two that differ one needs another id. */
function duplicateFixes(product: Product, { list, id, item, first }: Duplicate): readonly Fix[] {
  const { opened } = product;
  const isCopy = item.node && first.node && sameContent(plainValue(item.node), plainValue(first.node));
  const removal = isCopy ? removeDefinition(opened, item) : undefined;
  const free = freeId(product, list, id);
  const renaming = setProperty(opened, item, 'id', free);
  return [
    ...(removal ? [{ title: removeCopy(list, id), edits: removal, isPreferred: true }] : []),
    ...(renaming ? [{ title: giveId(free), edits: renaming }] : []),
  ];
}

/** `search-2`, or the first number after it that no definition of the product has. */
function freeId({ models }: Product, list: ListKey, id: string): string {
  const isTaken = (candidate: string) => models.some((model) => definitionIndex(model).lists[list].definitions.has(candidate));
  const [, base = id, number = '1'] = /^(.*?)-([1-9]\d{0,3})$/.exec(id) ?? [];
  for (let next = Number(number) + 1; ; next++) if (!isTaken(`${base}-${next}`)) return `${base}-${next}`;
}
