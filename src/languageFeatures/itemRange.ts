import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { OffsetRange, Range } from '../document/yaml/position.ts';
import { rangeOfSpan, writtenSpan } from './atPosition.ts';

const spans = new WeakMap<Item, OffsetRange>();

/** Where a list item stands, from its dash on where it has one of its own lines, to the end of what is written in it. */
export function itemRange(model: KanoModel, item: Item): Range {
  return rangeOfSpan(model, item.part, itemSpan(item));
}

/** The same within the item's part. */
export function itemSpan(item: Item): OffsetRange {
  const known = spans.get(item);
  if (known) return known;
  const span = readSpan(item);
  spans.set(item, span);
  return span;
}

function readSpan({ part, node, ownsPart }: Item): OffsetRange {
  const written = node ? writtenSpan(part, node) : undefined;
  if (!ownsPart) return written ?? { start: 0, end: 0 };
  const start = Math.max(0, part.text.search(/\S/));
  // The parser lets a value end where it understands no more; what follows belongs to the item all the same.
  const end = written && part.syntaxFindings.length === 0 ? written.end : endOfContent(part.text);
  return { start, end: Math.max(start, end) };
}

/** Where the text ends without the blank lines and comments at its end, which mostly speak of what follows. */
function endOfContent(text: string): number {
  let end = text.trimEnd().length;
  for (;;) {
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    if (lineStart === 0 || !text.slice(lineStart, end).trimStart().startsWith('#')) return end;
    end = text.slice(0, lineStart).trimEnd().length;
  }
}
