import { oncePerObject } from '../base/once.ts';
import { definitionIndex, listsDefining, partDefinitionsOf, referencesOf } from '../document/definitionIndex.ts';
import { type IdKind, listKeys } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { isText, nodeAt, type TextNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import type { OffsetRange, Position } from '../document/yaml/position.ts';
import { containsOffset, offsetAt, writtenOffsets } from './atPosition.ts';

/** An id, and what it is of. */
export interface Id {
  readonly list: IdKind;
  readonly id: string;
}

/** A definition of an id, or a reference to it. */
export interface Mention extends Id {
  readonly item: Item;
  readonly isDefinition: boolean;
  /** For a need, pain or bottleneck, `item` is the persona, touchpoint or activity that holds it. */
  readonly isPart: boolean;
  /** The id as written, with its quotes, or the alias that stands for it. */
  readonly offsets: OffsetRange;
}

/** The definition or reference at a position. */
export function mentionAt(model: KanoModel, position: Position): Mention | undefined {
  const { offset } = offsetAt(model, position);
  for (const item of itemsAt(model, position)) {
    const found = mentionsOf(item).find(({ offsets }) => containsOffset(offsets, offset));
    if (found) return found;
  }
  return undefined;
}

/** Whether a position is on an `id` that is not text: `id: 2026`. */
export function isFaultyId(model: KanoModel, position: Position): boolean {
  const { offset } = offsetAt(model, position);
  return itemsAt(model, position).some((item) => {
    const ids = [nodeAt(item.node, ['id']), ...partDefinitionsOf(item).map(({ node }) => node)];
    return ids.some((id) => id?.kind === 'scalar' && id.source !== '' && typeof id.value !== 'string' && containsOffset(id, offset));
  });
}

/** All mentions of an id in a file, in no particular order. Where several items share one through an alias or merge key, it counts once. */
export function mentionsIn(model: KanoModel, { list, id }: Id): readonly Mention[] {
  if (!mayMention(model, id)) return [];
  const { definitions, referrers, faulty } = definitionIndex(model).lists[list];
  const items = new Set([...(definitions.get(id) ?? []), ...(referrers.get(id) ?? [])]);
  // The index does not know which items define ids that break the format.
  if (faulty.has(id)) for (const key of listsDefining(list)) for (const item of model.list(key)) items.add(item);
  const seen = new Map<Part, Set<number>>();
  return [...items].flatMap(mentionsOf).filter((mention) => {
    const starts = seen.get(mention.item.part) ?? new Set();
    const isNew = mention.list === list && mention.id === id && !starts.has(mention.offsets.start);
    if (isNew) seen.set(mention.item.part, starts.add(mention.offsets.start));
    return isNew;
  });
}

/** The definitions of an id in a file: several only for a duplicate id. */
export function definitionsIn(model: KanoModel, id: Id): readonly Mention[] {
  return mentionsIn(model, id).filter(({ isDefinition }) => isDefinition);
}

/** A quick test that rules out nearly all of thousands of files, so that nothing is kept for them. Doubled quotes, line breaks and escapes can hide an id. */
function mayMention({ parts }: KanoModel, id: string): boolean {
  return /[\s']/.test(id) || parts.some(({ text }) => text.includes(id) || (text.includes('\\') && mayHide(text, id)));
}

/** Whether escapes in a text may stand for a character of an id, or for nothing at the end of a line. */
function mayHide(text: string, id: string): boolean {
  // Escapes without a number stand for no letter, digit, dot, dash or underscore.
  if (!/^[\w.-]+$/.test(id)) return true;
  const codes = new Set([...id].map((character) => character.codePointAt(0)));
  for (const [, short, middle, long] of text.matchAll(/\\(?:x(..)|u(....)|U(.{8})|\r?\n)/g)) {
    const hex = short ?? middle ?? long;
    if (hex === undefined || codes.has(Number.parseInt(hex, 16))) return true;
  }
  return false;
}

/** The item alone in the part at a position, or all items that share the part. */
function itemsAt(model: KanoModel, position: Position): readonly Item[] {
  const { part, item } = offsetAt(model, position);
  return item ? [item] : listKeys.flatMap((list) => (model.list(list) as readonly Item[]).filter((other) => other.part === part));
}

/** All ids that an item defines or refers to; ids that are not text (`id: 2026`) are left out. */
const mentionsOf = oncePerObject((item: Item): readonly Mention[] => {
  const node = nodeAt(item.node, ['id']);
  const isOwn = item.list !== 'valueChain' && node?.kind === 'scalar' && typeof node.value === 'string';
  const own = isOwn ? [mention(item, item.list as IdKind, node as TextNode, true)] : [];
  const parts = partDefinitionsOf(item).flatMap(({ kind, node }) => (isText(node) ? [mention(item, kind, node, true, true)] : []));
  return [...own, ...parts, ...referencesOf(item).map(({ target, node }) => mention(item, target, node, false))];
});

function mention(item: Item, list: IdKind, node: TextNode, isDefinition: boolean, isPart = false): Mention {
  return { list, id: node.value, item, isDefinition, isPart, offsets: writtenOffsets(item.part, node) };
}

/** The name of a file by its URI or path, as people write it. */
export function fileName(uri: string): string {
  const name = uri.split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
