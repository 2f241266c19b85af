import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { ListKey } from '../document/model.ts';
import { entryOf } from '../document/node.ts';
import { comparePositions, type Range } from '../document/position.ts';
import { itemRange } from './itemRange.ts';
import { rangeOfSpan, writtenSpan } from './spot.ts';

/** The whole file. */
export function wholeRange({ segments }: KanoDocument): Range {
  const line = segments.reduce((sum, { segment }) => sum + segment.lineBreaks, 0);
  const last = segments.at(-1)?.segment.text ?? '';
  return { start: { line: 0, character: 0 }, end: { line, character: last.length - (last.lastIndexOf('\n') + 1) } };
}

/** A list with its key, down to its end; `undefined` where the file has no such list. */
export function listRange(document: KanoDocument, list: ListKey): Range | undefined {
  const items = document.list(list) as readonly Entry[];
  const ends = [items[0], items.at(-1)].flatMap((entry) => (entry ? [itemRange(document, entry)] : []));
  const pair = entryOf(document.frame.root, list);
  // Where the items were cut out, nothing but the key is left in the frame.
  const written = pair && writtenSpan(document.frame, { start: pair.key.start, end: Math.max(pair.key.end, pair.value.end) });
  const [first, ...rest] = written ? [rangeOfSpan(document, document.frame, written), ...ends] : ends;
  return first && rest.reduce(joined, first);
}

/** The key of a list; `undefined` where it stands nowhere. */
export function keyRange(document: KanoDocument, list: ListKey): Range | undefined {
  return entryOf(document.frame.root, list) && document.rangeOf(document.placeOfKey([list]));
}

/** The smallest range that holds both. */
export function joined(a: Range, b: Range): Range {
  return {
    start: comparePositions(a.start, b.start) <= 0 ? a.start : b.start,
    end: comparePositions(a.end, b.end) >= 0 ? a.end : b.end,
  };
}
