import { definitionIndex } from '../document/definitionIndex.ts';
import { type ListKey, listKeys } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { referencesOf } from '../document/references.ts';
import { nodeAt, type TextNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import type { OffsetRange, Position } from '../document/yaml/position.ts';
import { offsetAt, spanContains, writtenSpan } from './atPosition.ts';

/** An id of one of the six lists. */
export interface Id {
  readonly list: ListKey;
  readonly id: string;
}

/** A place where an id is defined or referred to. */
export interface Mention extends Id {
  readonly item: Item;
  readonly isDefinition: boolean;
  /** The id as written, with its quotes; an alias where one stands for it. */
  readonly span: OffsetRange;
}

/** The id at a position, be it defined or referred to there. */
export function mentionAt(model: KanoModel, position: Position): Mention | undefined {
  const { offset } = offsetAt(model, position);
  for (const item of entriesAt(model, position)) {
    const found = mentionsOf(item).find(({ span }) => spanContains(span, offset));
    if (found) return found;
  }
  return undefined;
}

/** Whether a position is on an `id` that is no text: `id: 2026`. */
export function isFaultyId(model: KanoModel, position: Position): boolean {
  const { offset } = offsetAt(model, position);
  return entriesAt(model, position).some(({ node }) => {
    const id = nodeAt(node, ['id']);
    return id?.kind === 'scalar' && id.source !== '' && typeof id.value !== 'string' && spanContains(id, offset);
  });
}

/** Everywhere an id stands in a file, in no particular order; a place that several items share through an alias or merge key once. */
export function mentionsIn(model: KanoModel, { list, id }: Id): readonly Mention[] {
  if (!mayMention(model, id)) return [];
  const { definitions, referrers, faulty } = definitionIndex(model).lists[list];
  const entries = new Set([...(definitions.get(id) ?? []), ...(referrers.get(id) ?? [])]);
  // The index does not tell which items define ids that break the format.
  if (faulty.has(id)) for (const item of model.list(list)) entries.add(item as Item);
  const seen = new Map<Part, Set<number>>();
  return [...entries].flatMap(mentionsOf).filter((mention) => {
    const starts = seen.get(mention.item.part) ?? new Set();
    const isNew = mention.list === list && mention.id === id && !starts.has(mention.span.start);
    if (isNew) seen.set(mention.item.part, starts.add(mention.span.start));
    return isNew;
  });
}

/** Of thousands of files nearly all never name an id: nothing has to be kept of them. Escapes, doubled quotes and breaks of lines can hide one. */
function mayMention({ parts }: KanoModel, id: string): boolean {
  return /[\s']/.test(id) || parts.some(({ text }) => text.includes(id) || text.includes('\\'));
}

/** The item that stands alone in its part, or all those that share the part. */
function entriesAt(model: KanoModel, position: Position): readonly Item[] {
  const { part, item } = offsetAt(model, position);
  return item ? [item] : listKeys.flatMap((list) => (model.list(list) as readonly Item[]).filter((other) => other.part === part));
}

const mentionsByEntry = new WeakMap<Item, readonly Mention[]>();

/** All ids that an item defines or refers to; of what is no text (`id: 2026`) nothing. */
function mentionsOf(item: Item): readonly Mention[] {
  const known = mentionsByEntry.get(item);
  if (known) return known;
  const node = nodeAt(item.node, ['id']);
  const own = node?.kind === 'scalar' && typeof node.value === 'string' ? [mention(item, item.list, node as TextNode, true)] : [];
  const mentions = [...own, ...referencesOf(item).map(({ target, node }) => mention(item, target, node, false))];
  mentionsByEntry.set(item, mentions);
  return mentions;
}

function mention(item: Item, list: ListKey, node: TextNode, isDefinition: boolean): Mention {
  return { list, id: node.value, item, isDefinition, span: writtenSpan(item.part, node) };
}
