import type { ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { entryOf } from '../document/yaml/node.ts';
import { comparePositions, type Range } from '../document/yaml/position.ts';
import { rangeOfSpan, writtenSpan } from './atPosition.ts';
import { itemRange } from './itemRange.ts';

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
  // Where the items were cut out, nothing but the key is left in the frame.
  const written = pair && writtenSpan(model.frame, { start: pair.key.start, end: Math.max(pair.key.end, pair.value.end) });
  const [first, ...rest] = written ? [rangeOfSpan(model, model.frame, written), ...ends] : ends;
  return first && rest.reduce(joined, first);
}

/** The key of a list; `undefined` where it stands nowhere. */
export function keyRange(model: KanoModel, list: ListKey): Range | undefined {
  return entryOf(model.frame.root, list) && model.locate(model.rangeOfKey([list]));
}

/** The smallest range that holds both. */
export function joined(a: Range, b: Range): Range {
  return {
    start: comparePositions(a.start, b.start) <= 0 ? a.start : b.start,
    end: comparePositions(a.end, b.end) >= 0 ? a.end : b.end,
  };
}
