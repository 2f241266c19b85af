import { definitionIndex } from '../document/definitionIndex.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type ListKey, listKeys } from '../document/model.ts';
import { nodeAt, type TextNode } from '../document/node.ts';
import type { Part } from '../document/part.ts';
import type { Position } from '../document/position.ts';
import { referencesOf } from '../document/references.ts';
import { offsetAt, type Span, spanContains, writtenSpan } from './spot.ts';

/** An id of one of the six lists. */
export interface Id {
  readonly list: ListKey;
  readonly id: string;
}

/** A place where an id is defined or referred to. */
export interface Mention extends Id {
  readonly entry: Entry;
  readonly isDefinition: boolean;
  /** The id as written, with its quotes; an alias where one stands for it. */
  readonly span: Span;
}

/** The id at a position, be it defined or referred to there. */
export function mentionAt(document: KanoDocument, position: Position): Mention | undefined {
  const { offset } = offsetAt(document, position);
  for (const entry of entriesAt(document, position)) {
    const found = mentionsOf(entry).find(({ span }) => spanContains(span, offset));
    if (found) return found;
  }
  return undefined;
}

/** Whether a position is on an `id` that is no text: `id: 2026`. */
export function isFaultyId(document: KanoDocument, position: Position): boolean {
  const { offset } = offsetAt(document, position);
  return entriesAt(document, position).some(({ node }) => {
    const id = nodeAt(node, ['id']);
    return id?.kind === 'scalar' && id.source !== '' && typeof id.value !== 'string' && spanContains(id, offset);
  });
}

/** Everywhere an id stands in a file, in no particular order; a place that several items share through an alias or merge key once. */
export function mentionsIn(document: KanoDocument, { list, id }: Id): readonly Mention[] {
  if (!mayMention(document, id)) return [];
  const { definitions, referrers, faulty } = definitionIndex(document).lists[list];
  const entries = new Set([...(definitions.get(id) ?? []), ...(referrers.get(id) ?? [])]);
  // The index does not tell which items define ids that break the format.
  if (faulty.has(id)) for (const entry of document.list(list)) entries.add(entry as Entry);
  const seen = new Map<Part, Set<number>>();
  return [...entries].flatMap(mentionsOf).filter((mention) => {
    const starts = seen.get(mention.entry.part) ?? new Set();
    const isNew = mention.list === list && mention.id === id && !starts.has(mention.span.start);
    if (isNew) seen.set(mention.entry.part, starts.add(mention.span.start));
    return isNew;
  });
}

/** Of thousands of files nearly all never name an id: nothing has to be kept of them. Escapes, doubled quotes and breaks of lines can hide one. */
function mayMention({ parts }: KanoDocument, id: string): boolean {
  return /[\s']/.test(id) || parts.some(({ text }) => text.includes(id) || text.includes('\\'));
}

/** The item that stands alone in its part, or all those that share the part. */
function entriesAt(document: KanoDocument, position: Position): readonly Entry[] {
  const { part, entry } = offsetAt(document, position);
  return entry ? [entry] : listKeys.flatMap((list) => (document.list(list) as readonly Entry[]).filter((other) => other.part === part));
}

const mentionsByEntry = new WeakMap<Entry, readonly Mention[]>();

/** All ids that an item defines or refers to; of what is no text (`id: 2026`) nothing. */
function mentionsOf(entry: Entry): readonly Mention[] {
  const known = mentionsByEntry.get(entry);
  if (known) return known;
  const node = nodeAt(entry.node, ['id']);
  const own = node?.kind === 'scalar' && typeof node.value === 'string' ? [mention(entry, entry.list, node as TextNode, true)] : [];
  const mentions = [...own, ...referencesOf(entry).map(({ target, node }) => mention(entry, target, node, false))];
  mentionsByEntry.set(entry, mentions);
  return mentions;
}

function mention(entry: Entry, list: ListKey, node: TextNode, isDefinition: boolean): Mention {
  return { list, id: node.value, entry, isDefinition, span: writtenSpan(entry.part, node) };
}
