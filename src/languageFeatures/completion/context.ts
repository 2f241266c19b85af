import { definitionIndex, partWords } from '../../document/definitionIndex.ts';
import { type SchemaNode, schemaAt } from '../../document/format/formatSchema.ts';
import type { IdKind } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { Product } from '../../document/product.ts';
import type { Path } from '../../document/yaml/node.ts';

/** What can be typed at the cursor, judged by the text around it. What the format allows there is another question. */
export interface CursorContext {
  /** A key of the mapping at `path`, or the value at `path`: a scalar, or a mapping or list that begins here. */
  readonly kind: 'key' | 'value';
  readonly path: Path;
  /** The other keys of the mapping, or the other items of the list that the value is, begins or is part of. */
  readonly present: readonly string[];
  /** On a line of its own, behind a dash, behind the colon of its key, or in brackets. */
  readonly position: 'line' | 'dash' | 'inline' | 'flow';
  /** The column of keys and dashes here; for `inline` that of the key before the colon. */
  readonly column: number;
  /** The word at the cursor, without its quotes, which is replaced, as offsets of the text. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Whether the key already has its colon. */
  readonly hasColon: boolean;
  /** Whether the space behind the dash or colon before the cursor is missing. */
  readonly needsSpace: boolean;
  /** Whether the comma before what follows in brackets is missing. */
  readonly needsComma: boolean;
}

/** A context where nothing is quoted, typed already, or missing before it. */
export const plain = { quoted: false, hasColon: false, needsSpace: false, needsComma: false } as const;

/** The offset of the line break that ends the line of `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** The text of a scalar without the quotes around it. */
export function withoutQuotes(text: string): string {
  return text.replace(/^(["'])(.*?)\1?$/s, '$2');
}

interface KnownId {
  readonly id: string;
  readonly name: string | undefined;
}

/** What completion knows beside the text at the cursor. */
export interface Surroundings {
  /** What the format says of a path from the top of the file. */
  schemaAt(path: Path): SchemaNode | undefined;
  /** The ids of a list in the whole product. If there are very many, only those that contain the half-typed `word`. */
  idsOf(list: IdKind, word: string): { readonly ids: readonly KnownId[]; readonly isComplete: boolean };
  isDefined(list: IdKind, id: string): boolean;
  /** Files that `uses` may name, as relative paths. */
  readonly files: readonly string[];
  /** The id of the feature around the cursor. */
  readonly ownId: string | undefined;
}

const targets: Readonly<Record<string, IdKind>> = {
  stage: 'stages',
  touchpoint: 'touchpoints',
  touchpoints: 'touchpoints',
  dependsOn: 'features',
  survey: 'surveys',
  persona: 'personas',
  personas: 'personas',
  serves: 'needs',
  relieves: 'pains',
  moves: 'metrics',
};

/** What the ids are of at a path, or in the list at a path; `undefined` where the format has no ids. */
export function referredList(path: Path): IdKind | undefined {
  const key = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  return path.length > 2 && typeof key === 'string' && Object.hasOwn(targets, key) ? targets[key] : undefined;
}

/** The largest number of suggested ids. A longer word brings others. */
const idsLimit = 500;

/** What a product defines, read from its indexes: walking through ten thousand features would be too slow. */
export function productSurroundings(product: Product, ownId: string | undefined, files: readonly string[]): Surroundings {
  const definitionsOf = (list: IdKind) => product.models.map((model) => definitionIndex(model).lists[list].definitions);
  return {
    schemaAt: (path) => schemaAt(undefined, path),
    idsOf: (list, word) => readIds(definitionsOf(list), word.toLowerCase()),
    isDefined: (list, id) => definitionsOf(list).some((definitions) => definitions.has(id)),
    files,
    ownId,
  };
}

function readIds(
  definitions: readonly ReadonlyMap<string, ReadonlySet<Item>>[],
  word: string,
): { readonly ids: readonly KnownId[]; readonly isComplete: boolean } {
  const all = definitions.reduce((sum, { size }) => sum + size, 0);
  const known = new Map<string, KnownId>();
  for (const [id, items] of definitions.flatMap((map) => (all > idsLimit ? [...map].filter(([id]) => id.includes(word)) : [...map]))) {
    if (known.size === idsLimit) break;
    const [item] = items;
    if (!known.has(id)) known.set(id, { id, name: item && nameOf(item, id) });
  }
  return { ids: [...known.values()], isComplete: all <= idsLimit };
}

function nameOf(item: Item, id: string): string | undefined {
  const { value } = item;
  if (value.id !== id) return partWords(item, id);
  if ('title' in value) return value.title;
  return 'name' in value ? value.name : 'date' in value ? value.date : undefined;
}
