import { definitionIndex } from '../document/definitionIndex.ts';
import type { ListKey } from '../document/format/model.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import { type PartEdit, textEdits } from '../document/writing/textEdit.ts';
import type { ScalarNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { changeIdTo, changeTo } from '../wording/problems/fixes.ts';
import type { Fix } from './fix.ts';

/**
 * Gives an item the id most like what stands there, and its references in the file with it. None where nothing of the text can stay, where the
 * id is taken, and where two items are called so: then nobody but the author knows which one a reference means.
 */
export function idFixes({ opened, models }: Product, list: ListKey, part: Part, node: ScalarNode): readonly Fix[] {
  const old = String(node.value);
  const wanted = idOf(old);
  const { faulty, referrers } = definitionIndex(opened).lists[list];
  const isTaken = models.some((model) => definitionIndex(model).lists[list].definitions.has(wanted));
  if (wanted === '' || isTaken || faulty.get(node.source) !== 1) return [];
  // What merge keys and aliases share is written once.
  const edits = new Map<Part, Map<number, PartEdit>>();
  const change = (where: Part, { start, end, ...written }: ScalarNode) => {
    const text = where.text.slice(start, end);
    if (isAlias(where.text, { start, end, ...written })) return;
    const known = edits.get(where) ?? new Map<number, PartEdit>();
    edits.set(where, known.set(start, { start, end, newText: scalarText(wanted, { flow: true, quote: quoteOf(text) }) }));
  };
  change(part, node);
  const own = edits.size;
  for (const item of referrers.get(old) ?? []) {
    for (const reference of referencesOf(item)) {
      if (reference.target === list && reference.node.value === old) change(item.part, reference.node);
    }
  }
  const all = [...edits].flatMap(([where, changes]) => textEdits(opened, where, [...changes.values()]));
  if (own === 0 || all.some(({ range }) => range.start.line !== range.end.line)) return [];
  return [{ title: all.length > 1 ? changeIdTo(old, wanted) : changeTo(old, wanted), edits: all, isPreferred: true }];
}

/** A name as an id: `Café au lait` as `cafe-au-lait`; empty where no character can stay. */
export function idOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
