import * as l10n from '@vscode/l10n';
import { definitionIndex, referencesOf } from '../../document/definitionIndex.ts';
import type { IdKind } from '../../document/format/model.ts';
import type { Product } from '../../document/product.ts';
import { isAlias } from '../../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../../document/writing/scalarText.ts';
import { type PartEdit, textEdits } from '../../document/writing/textEdit.ts';
import type { ScalarNode } from '../../document/yaml/node.ts';
import type { Part } from '../../document/yaml/part.ts';
import { changeTitle, type Fix } from '../fix.ts';

/**
 * Gives an item the id most like the text that is there, and changes the references to it in the file. No fix where no character can stay, where
 * the id is taken, and where two items have that text: then nobody but the author knows which one a reference means.
 */
export function idFixes({ opened, models }: Product, list: IdKind, part: Part, node: ScalarNode): readonly Fix[] {
  const old = String(node.value);
  const wanted = idOfName(old);
  const { faulty, referrers } = definitionIndex(opened).lists[list];
  const isTaken = models.some((model) => definitionIndex(model).lists[list].definitions.has(wanted));
  if (wanted === '' || isTaken || faulty.get(node.source) !== 1) return [];
  // What merge keys and aliases share is changed once.
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
  const title =
    all.length > 1 ? l10n.t('Change “{old}” to “{wanted}”, also where this file refers to it', { old, wanted }) : changeTitle(old, wanted);
  return [{ title, edits: all, isPreferred: true }];
}

/** A name as an id: `Café au lait` as `cafe-au-lait`; empty where no character can stay. */
export function idOfName(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-');
  const first = id.search(/[a-z0-9]/);
  if (first === -1) return '';
  let end = id.length;
  while (!/[a-z0-9]/.test(id[end - 1] as string)) end--;
  return id.slice(first, end);
}

/** `voice-search` as people write it: “Voice search”. */
export function nameOfId(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
