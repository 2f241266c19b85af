import type { DocumentSource, UnresolvedReason } from './documentSource.ts';
import type { Entry } from './entry.ts';
import type { KanoDocument } from './kanoDocument.ts';
import type { ListKey } from './model.ts';
import { stringsAt } from './node.ts';
import { type Place, within } from './place.ts';

/** A `uses` entry that leads nowhere. */
export interface UnresolvedUse {
  readonly document: KanoDocument;
  /** The relative path as written. */
  readonly path: string;
  readonly place: Place;
  readonly reason: UnresolvedReason | 'circle';
}

/** An item together with the document that it stands in. */
export interface ProductEntry<K extends ListKey> {
  readonly document: KanoDocument;
  readonly entry: Entry<K>;
}

/** A file plus all that it `uses`, directly or not; each file counts once, the opened one first. */
export interface Product {
  readonly opened: KanoDocument;
  readonly documents: readonly KanoDocument[];
  readonly unresolvedUses: readonly UnresolvedUse[];
}

/** The items of a list over the whole product, in the order of the files and within them. */
export function productList<K extends ListKey>(product: Product, key: K): readonly ProductEntry<K>[] {
  return product.documents.flatMap((document) => document.list(key).map((entry) => ({ document, entry })));
}

/** A product of the opened file alone, for what has to be shown before other files are read. */
export function singleFileProduct(opened: KanoDocument): Product {
  return { opened, documents: [opened], unresolvedUses: [] };
}

/** Reads all that a document uses, depth first. Never fails: what cannot be read is listed. */
export async function readProduct(opened: KanoDocument, source: DocumentSource): Promise<Product> {
  const documents: KanoDocument[] = [];
  const unresolvedUses: UnresolvedUse[] = [];
  const visit = async (document: KanoDocument, path: readonly string[]): Promise<void> => {
    documents.push(document);
    for (const use of stringsAt(document.frame.root, ['uses'])) {
      const unresolved = { document, path: use.value, place: within(document.frame, use) };
      const resolved = await source.resolve(document.uri, use.value);
      if ('reason' in resolved) {
        unresolvedUses.push({ ...unresolved, reason: resolved.reason });
      } else if (path.includes(resolved.uri)) {
        unresolvedUses.push({ ...unresolved, reason: 'circle' });
      } else if (!documents.some(({ uri }) => uri === resolved.uri)) {
        const used = await source.open(resolved.uri);
        if (used) await visit(used, [...path, used.uri]);
        else unresolvedUses.push({ ...unresolved, reason: 'unreadable' });
      }
    }
  };
  await visit(opened, [opened.uri]);
  return { opened, documents, unresolvedUses };
}
