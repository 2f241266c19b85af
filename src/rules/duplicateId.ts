import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type ListKey, listKeys } from '../document/model.ts';
import type { Product } from '../document/product.ts';
import { duplicateId } from '../wording/problems/references.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/duplicate-id`: on every occurrence after the first, where files that are used come before those that use them. */
export function checkDuplicateIds({ product, document }: RuleContext): readonly Finding[] {
  return listKeys.flatMap((list) => checkList(product, document, list));
}

function checkList(product: Product, document: KanoDocument, list: ListKey): readonly Finding[] {
  const first = new Map<string, { readonly document: KanoDocument; readonly entry: Entry }>();
  const findings: Finding[] = [];
  for (const other of [...product.documents].reverse()) {
    for (const entry of other.list(list)) {
      const { id } = entry.value;
      if (id === undefined) continue;
      const before = first.get(id);
      if (before === undefined) first.set(id, { document: other, entry });
      else if (other === document) findings.push(finding(list, id, entry, before, document));
    }
  }
  return findings;
}

function finding(
  list: ListKey,
  id: string,
  entry: Entry,
  before: { readonly document: KanoDocument; readonly entry: Entry },
  document: KanoDocument,
): Finding {
  const { line } = before.document.rangeOf(before.entry.placeOfId).start;
  const file = before.document === document ? {} : { file: before.document.uri.split('/').at(-1) ?? before.document.uri };
  return { code: 'kano/duplicate-id', place: entry.placeOfId, message: duplicateId(list, id, { line, ...file }) };
}
