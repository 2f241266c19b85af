import type { Configuration } from './configuration.ts';
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
  /** Which entry of the opened file's `uses`, from 0, each other file was first reached through, by its identity. */
  readonly usedThrough: ReadonlyMap<string, number>;
  /** What the `.kanorc.yaml` nearest to the opened file says; absent where there is none. */
  readonly configuration?: Configuration | undefined;
}

/** The items of a list over the whole product, in the order of the files and within them. */
export function productList<K extends ListKey>(product: Product, key: K): readonly ProductEntry<K>[] {
  return product.documents.flatMap((document) => document.list(key).map((entry) => ({ document, entry })));
}

/** A product of the opened file alone, for what has to be shown before other files are read. */
export function singleFileProduct(opened: KanoDocument): Product {
  return { opened, documents: [opened], unresolvedUses: [], usedThrough: new Map() };
}

/** Reads all that a document uses, depth first. Never fails: what cannot be read is listed. */
export async function readProduct(opened: KanoDocument, source: DocumentSource): Promise<Product> {
  const documents: KanoDocument[] = [];
  const uses: Use[] = [];
  const usedThrough = new Map<string, number>();
  const visit = async (document: KanoDocument, through?: number): Promise<void> => {
    documents.push(document);
    if (through !== undefined) usedThrough.set(document.uri, through);
    for (const [index, { value, start, end }] of stringsAt(document.frame.root, ['uses']).entries()) {
      const use = { document, path: value, place: within(document.frame, { start, end }) };
      const resolved = await source.resolve(document.uri, value);
      if ('reason' in resolved) {
        uses.push({ ...use, result: resolved.reason });
        continue;
      }
      const known = documents.find(({ uri }) => uri === resolved.uri);
      const used = known ?? (await source.open(resolved.uri));
      uses.push({ ...use, result: used ?? 'unreadable' });
      if (used && !known) await visit(used, through ?? index);
    }
  };
  await visit(opened);
  const unresolvedUses = uses.flatMap(({ result, ...use }): UnresolvedUse[] => {
    if (typeof result === 'string') return [{ ...use, reason: result }];
    return leadsTo(result, use.document, uses) ? [{ ...use, reason: 'circle' }] : [];
  });
  return { opened, documents, unresolvedUses, usedThrough, configuration: await source.configuration?.(opened.uri) };
}

/** A `uses` entry with the document it leads to, or why it leads nowhere. */
interface Use extends Omit<UnresolvedUse, 'reason'> {
  readonly result: KanoDocument | UnresolvedReason;
}

/** Every use in a circle counts, so that each file in it shows the problem, whichever is opened. */
function leadsTo(from: KanoDocument, target: KanoDocument, uses: readonly Use[], passed = new Set<KanoDocument>()): boolean {
  if (from === target) return true;
  passed.add(from);
  return uses.some(
    ({ document, result }) =>
      document === from && typeof result !== 'string' && !passed.has(result) && leadsTo(result, target, uses, passed),
  );
}
