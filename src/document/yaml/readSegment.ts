import { Item } from '../item.ts';
import type { ReadSegment } from '../kanoModel.ts';
import { parseItem } from './part.ts';
import type { Segment } from './segment.ts';
import type { SyntaxFinding } from './syntaxFinding.ts';

/** Reads a segment that is an item; one of the frame is read together with the others of it. */
export function readSegment(segment: Segment): ReadSegment {
  if (segment.kind === 'frame') return { segment };
  const part = parseItem(segment.text, segment.misaligned ? [misaligned(segment.text)] : []);
  const item = part.root?.kind === 'list' ? part.root.items[0] : undefined;
  return { segment, item: new Item(segment.list, part, item, true) };
}

function misaligned(text: string): SyntaxFinding {
  const start = text.search(/\S/);
  return { reason: { kind: 'indentation' }, start, end: start + 1 };
}
