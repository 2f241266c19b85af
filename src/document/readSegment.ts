import { Item } from './item.ts';
import { type Part, parseItem } from './yaml/part.ts';
import type { FrameSegment, ItemSegment, Segment } from './yaml/segment.ts';
import type { SyntaxFinding } from './yaml/syntaxFinding.ts';

/** A list item that was cut out of the file and parsed alone. */
interface ItemPart {
  readonly segment: ItemSegment;
  readonly item: Item;
}

/** A segment with its item; frame segments have none, they are read together as `KanoModel.frame`. */
export type ReadSegment = ItemPart | { readonly segment: FrameSegment; readonly item?: undefined };

/** Parses a segment that is an item. */
export function readSegment(segment: Segment): ReadSegment {
  if (segment.kind === 'frame') return { segment };
  const part = parseItem(segment.text, segment.misaligned ? [misaligned(segment.text)] : []);
  return { segment, item: new Item(segment.list, part) };
}

function misaligned(text: string): SyntaxFinding {
  const start = text.search(/\S/);
  return { reason: { kind: 'indentation' }, start, end: start + 1 };
}

/** Whether an item has anchors, or aliases to anchors elsewhere. Hardly any item has. */
export function hasNames({ item }: ReadSegment): boolean {
  return item !== undefined && item.part.anchors.size + item.part.unresolvedAliases.size > 0;
}

/**
 * Whether an alias in one part of a file refers to an anchor in another. An alias refers to the nearest anchor above it. For an alias in an
 * item that is an anchor above it in the same item, if there is one; an alias in the frame may refer to an anchor in any item, even if the
 * frame has one of that name too.
 *
 * @param segments those with names
 */
export function aliasesCross(frame: Part, segments: readonly ReadSegment[]): boolean {
  const named = segments.flatMap(({ item }) => item?.part ?? []);
  const referredTo = new Set([...frame.aliases, ...named.flatMap(({ unresolvedAliases }) => [...unresolvedAliases])]);
  return named.some(
    ({ anchors, unresolvedAliases }) =>
      [...anchors].some((name) => referredTo.has(name)) || [...unresolvedAliases].some((name) => frame.anchors.has(name)),
  );
}
