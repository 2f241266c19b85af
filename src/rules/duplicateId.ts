import { compareText } from '../document/compareText.ts';
import { definitionIndex } from '../document/definitionIndex.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type ListKey, listKeys } from '../document/model.ts';
import { plainValue, stringsAt } from '../document/node.ts';
import { within } from '../document/place.ts';
import { comparePositions } from '../document/position.ts';
import type { Product } from '../document/product.ts';
import { sameContent } from '../document/writing/sameContent.ts';
import { setProperty } from '../document/writing/setProperty.ts';
import { giveId, removeCopy } from '../wording/problems/fixes.ts';
import { duplicateId, duplicateIdInUse } from '../wording/problems/references.ts';
import type { Fix } from './fix.ts';
import type { Finding } from './problem.ts';
import { removeDefinition } from './removeEntryFix.ts';
import type { RuleContext } from './rule.ts';

/** `kano/duplicate-id`: on every occurrence after the first, where files that are used come before those that use them. */
export function checkDuplicateIds({ product, document }: RuleContext): readonly Finding[] {
  const others = product.documents.filter((other) => other !== document).reverse();
  return listKeys.flatMap((list) => {
    const { repeated, definitions } = definitionIndex(document).lists[list];
    const used = others.flatMap((other) => idsInBoth(document, other, list));
    return [...new Set([...repeated, ...used])].flatMap((id) => {
      const own = inTextOrder(document, definitions.get(id) ?? []);
      const elsewhere = others.find((other) => definitionIndex(other).lists[list].definitions.has(id));
      const home = elsewhere ?? document;
      const [first] = elsewhere ? inTextOrder(elsewhere, definitionIndex(elsewhere).lists[list].definitions.get(id) ?? []) : own;
      return own.filter((entry) => entry !== first).map((entry) => finding(list, id, entry, first ?? entry, home, document));
    });
  });
}

/**
 * `kano/duplicate-id` on the `uses` entry that brings in a second definition: two used files that do not know of each other define the same id,
 * which shows nowhere but in a file that uses both.
 */
export function checkUsedDuplicates({ product, document }: RuleContext): readonly Finding[] {
  const used = product.documents.filter((other) => other !== document);
  if (used.length < 2) return [];
  const entries = stringsAt(document.frame.root, ['uses']);
  return listKeys.flatMap((list) => {
    const first = new Map<string, KanoDocument>();
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
        return [{ code: 'kano/duplicate-id', place: within(document.frame, node), message }];
      });
    });
  });
}

function fileName({ uri }: KanoDocument): string {
  return uri.split('/').at(-1) ?? uri;
}

/** Sought along the shorter of the two lists: a file of common definitions is small beside the features that use it. */
function idsInBoth(document: KanoDocument, other: KanoDocument, list: ListKey): readonly string[] {
  const [own, used] = [definitionIndex(document).lists[list].definitions, definitionIndex(other).lists[list].definitions];
  const [shorter, longer] = own.size < used.size ? [own, used] : [used, own];
  return [...shorter.keys()].filter((id) => longer.has(id));
}

function inTextOrder(document: KanoDocument, entries: Iterable<Entry>): readonly Entry[] {
  const placed = [...entries].map((entry) => ({ entry, start: document.rangeOf(entry.placeOfId).start }));
  return placed.sort((a, b) => comparePositions(a.start, b.start)).map(({ entry }) => entry);
}

interface Duplicate {
  readonly list: ListKey;
  readonly id: string;
  readonly entry: Entry;
  readonly first: Entry;
}

function finding(list: ListKey, id: string, entry: Entry, first: Entry, home: KanoDocument, document: KanoDocument): Finding {
  const { line } = home.rangeOf(first.placeOfId).start;
  const file = home === document ? {} : { file: fileName(home) };
  const fixes = (product: Product) => duplicateFixes(product, { list, id, entry, first });
  return { code: 'kano/duplicate-id', place: entry.placeOfId, message: duplicateId(list, id, { line, ...file }), fixes };
}

/** A copy that says the same may go; of two that differ one needs another id. */
function duplicateFixes(product: Product, { list, id, entry, first }: Duplicate): readonly Fix[] {
  const { opened } = product;
  const isCopy = entry.node && first.node && sameContent(plainValue(entry.node), plainValue(first.node));
  const removal = isCopy ? removeDefinition(opened, entry) : undefined;
  const free = freeId(product, list, id);
  const renaming = setProperty(opened, entry, 'id', free);
  return [
    ...(removal ? [{ title: removeCopy(list, id), edits: removal, isPreferred: true }] : []),
    ...(renaming ? [{ title: giveId(free), edits: renaming }] : []),
  ];
}

/** `search-2`, or the first number after it that no definition of the product has. */
function freeId({ documents }: Product, list: ListKey, id: string): string {
  const isTaken = (candidate: string) => documents.some((document) => definitionIndex(document).lists[list].definitions.has(candidate));
  const [, base = id, number = '1'] = /^(.*?)-([1-9]\d{0,3})$/.exec(id) ?? [];
  for (let next = Number(number) + 1; ; next++) if (!isTaken(`${base}-${next}`)) return `${base}-${next}`;
}
