import { oncePerObject } from '../base/once.ts';
import type { ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { entryOf } from '../document/yaml/node.ts';
import { comparePositions, type OffsetRange, type Range } from '../document/yaml/position.ts';
import { rangeOfOffsets, writtenOffsets } from './atPosition.ts';

/** The whole file. */
export function wholeRange({ segments }: KanoModel): Range {
  const line = segments.reduce((sum, { segment }) => sum + segment.lineBreaks, 0);
  const last = segments.at(-1)?.segment.text ?? '';
  return { start: { line: 0, character: 0 }, end: { line, character: last.length - (last.lastIndexOf('\n') + 1) } };
}

/** A list with its key, down to its end; `undefined` where the file has no such list. */
export function listRange(model: KanoModel, list: ListKey): Range | undefined {
  const items = model.list(list) as readonly Item[];
  const ends = [items[0], items.at(-1)].flatMap((item) => (item ? [itemRange(model, item)] : []));
  const pair = entryOf(model.frame.root, list);
  // Where the items were cut out, only the key is left in the frame.
  const written = pair && writtenOffsets(model.frame, { start: pair.key.start, end: Math.max(pair.key.end, pair.value.end) });
  const [first, ...rest] = written ? [rangeOfOffsets(model, model.frame, written), ...ends] : ends;
  return first && rest.reduce(joined, first);
}

/** The key of a list; `undefined` where the file does not have it. */
export function keyRange(model: KanoModel, list: ListKey): Range | undefined {
  return entryOf(model.frame.root, list) && model.locate(model.rangeOfKey([list]));
}

/** A list item, from its dash (if it begins on lines of its own) to the end of its content. */
export function itemRange(model: KanoModel, item: Item): Range {
  return rangeOfOffsets(model, item.part, itemOffsets(item));
}

/** The same within the item's part. */
export const itemOffsets = oncePerObject(({ part, node, ownsPart }: Item): OffsetRange => {
  const written = node ? writtenOffsets(part, node) : undefined;
  if (!ownsPart) return written ?? { start: 0, end: 0 };
  const start = Math.max(0, part.text.search(/\S/));
  // The parser ends a value where it cannot read on; the rest belongs to the item all the same.
  const end = written && part.syntaxFindings.length === 0 ? written.end : endOfContent(part.text);
  return { start, end: Math.max(start, end) };
});

/** Where the text ends without blank lines and comments at its end, which usually belong to what follows. */
function endOfContent(text: string): number {
  let end = text.trimEnd().length;
  for (;;) {
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    if (lineStart === 0 || !text.slice(lineStart, end).trimStart().startsWith('#')) return end;
    end = text.slice(0, lineStart).trimEnd().length;
  }
}

/** The smallest range that holds both. */
export function joined(a: Range, b: Range): Range {
  return {
    start: comparePositions(a.start, b.start) <= 0 ? a.start : b.start,
    end: comparePositions(a.end, b.end) >= 0 ? a.end : b.end,
  };
}
