import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Range } from '../document/position.ts';
import { rangeOfSpan, type Span, writtenSpan } from './spot.ts';

const spans = new WeakMap<Entry, Span>();

/** Where a list item stands, from its dash on where it has one of its own lines, to the end of what is written in it. */
export function itemRange(document: KanoDocument, entry: Entry): Range {
  return rangeOfSpan(document, entry.part, itemSpan(entry));
}

/** The same within the item's part. */
export function itemSpan(entry: Entry): Span {
  const known = spans.get(entry);
  if (known) return known;
  const span = readSpan(entry);
  spans.set(entry, span);
  return span;
}

function readSpan({ part, node, ownsPart }: Entry): Span {
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
