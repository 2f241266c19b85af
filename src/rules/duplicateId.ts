import { definitionIndex } from '../document/definitionIndex.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type ListKey, listKeys } from '../document/model.ts';
import { comparePositions } from '../document/position.ts';
import { duplicateId } from '../wording/problems/references.ts';
import type { Finding } from './problem.ts';
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

function finding(list: ListKey, id: string, entry: Entry, first: Entry, home: KanoDocument, document: KanoDocument): Finding {
  const { line } = home.rangeOf(first.placeOfId).start;
  const file = home === document ? {} : { file: home.uri.split('/').at(-1) ?? home.uri };
  return { code: 'kano/duplicate-id', place: entry.placeOfId, message: duplicateId(list, id, { line, ...file }) };
}
