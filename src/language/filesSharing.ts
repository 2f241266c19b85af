import type { DocumentSource } from '../document/documentSource.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { stringsAt } from '../document/node.ts';
import { inParallel } from './inParallel.ts';
import { type Id, mentionsIn } from './mentions.ts';

const filesAtOnce = 16;

/** The files where an id means the same, and those around them. */
export interface SharedId {
  /** The file that was asked from, then all others that define the id or refer to it and belong to a product with one of these. */
  readonly mentioning: readonly KanoDocument[];
  /** All files of the products that these files belong to: here the id may stand where it cannot be read, and a new id may be taken. */
  readonly concerned: readonly KanoDocument[];
}

/**
 * Finds the files in which an id means what it means in the file `from`: both those that `from` uses and those that use it, directly or not.
 *
 * @param documents all files there are, `from` among them
 */
export async function filesSharing(
  sought: Id,
  from: KanoDocument,
  documents: readonly KanoDocument[],
  source: DocumentSource,
): Promise<SharedId> {
  const products = await productsOf(documents, source);
  const mentions = new Map(documents.map((document) => [document, document === from || mentionsIn(document, sought).length > 0]));
  const mentioning = new Set([from]);
  const concerned = new Set([from]);
  const open = new Set(products);
  for (let size = -1; size < mentioning.size; ) {
    size = mentioning.size;
    for (const product of open) {
      if (!product.some((document) => mentioning.has(document))) continue;
      open.delete(product);
      for (const document of product) {
        concerned.add(document);
        if (mentions.get(document)) mentioning.add(document);
      }
    }
  }
  return { mentioning: [...mentioning], concerned: [...concerned] };
}

/** The product that each file opens: itself and all that it uses. */
async function productsOf(documents: readonly KanoDocument[], source: DocumentSource): Promise<readonly (readonly KanoDocument[])[]> {
  const byUri = new Map(documents.map((document) => [document.uri, document]));
  const uses = new Map<KanoDocument, readonly KanoDocument[]>();
  await inParallel(documents, filesAtOnce, async (document) => {
    const paths = new Set(stringsAt(document.frame.root, ['uses']).map(({ value }) => value));
    const used: KanoDocument[] = [];
    for (const path of paths) {
      const resolved = await source.resolve(document.uri, path);
      const found = 'uri' in resolved && byUri.get(resolved.uri);
      if (found) used.push(found);
    }
    uses.set(document, used);
  });
  return documents.map((document) => {
    const product = new Set([document]);
    // A set also gives what is added while it is walked.
    for (const member of product) for (const used of uses.get(member) ?? []) product.add(used);
    return [...product];
  });
}
