import type { ListNode, MapEntry, MapNode, ValueNode } from '../yaml/node.ts';
import type { OffsetRange } from '../yaml/position.ts';
import { endOfLine, startOfLine } from '../yaml/syntaxFinding.ts';
import { colonEnd, columnOf, commaAfter, commentAfter, contentEnd, entryEnd, isAlias, orWholeLine, ownEntries } from './nodeOffsets.ts';
import type { PartEdit } from './textEdit.ts';

/** A comment: an edit of the text around it would remove it. */
const comment = /(?:^|\s)#/;

/** Replaces the value of an entry; `undefined` if that would lose a comment. */
export function replaceValue(text: string, { key, value }: MapEntry, newText: string): readonly PartEdit[] | undefined {
  if (value.end <= value.start || value.start < key.end) {
    const end = entryEnd(text, { key, value });
    return [{ start: end, end, newText: end > key.end ? ` ${newText}` : `: ${newText}` }];
  }
  const end = contentEnd(text, value);
  // A block collection is below its key, its replacement goes beside the key.
  const below = value.kind !== 'scalar' && !value.flow && !isAlias(text, value);
  if (value.kind !== 'scalar' && comment.test(text.slice(key.end, end))) return undefined;
  if (below) return [{ start: colonEnd(text, key.end), end, newText: ` ${newText}` }];
  return [{ start: value.start, end, newText }];
}

/** Adds an entry after `after`, one of the mapping's own, or before all of them. */
export function insertEntry(text: string, map: MapNode, after: MapEntry | undefined, newText: string): readonly PartEdit[] {
  const [first] = ownEntries(text, map);
  if (map.flow) {
    if (after) return insertion(entryEnd(text, after), `, ${newText}`);
    return first
      ? insertion(first.key.start, `${newText}, `)
      : insertion(map.start + 1, text[map.start + 1] === ' ' ? ` ${newText}` : ` ${newText} `);
  }
  const indentation = ' '.repeat(columnOf(text, map.start));
  if (!after) return insertion(map.start, `${newText}\n${indentation}`);
  const end = endOfBlock(text, endOfLine(text, entryEnd(text, after)), columnOf(text, map.start));
  return insertion(end, `\n${indentation}${newText}`);
}

/**
 * The entries to add a key after, best first: the nearest key before it in `order`, else before all keys; then, as a fallback, any other.
 */
export function placesFor(key: string, own: readonly MapEntry[], order: readonly string[]): readonly (MapEntry | undefined)[] {
  const rank = (entry: MapEntry) => order.indexOf(String(entry.key.value));
  const earlier = own.filter((entry) => rank(entry) !== -1 && rank(entry) < order.indexOf(key));
  const best = earlier.reduce<MapEntry | undefined>((found, entry) => (found && rank(found) > rank(entry) ? found : entry), undefined);
  return [best, ...own.filter((entry) => entry !== best), ...(best ? [undefined] : [])];
}

/** Removes one of the mapping's own entries, but not the comments beside it. */
export function removeEntry(text: string, map: MapNode, entry: MapEntry): readonly PartEdit[] | undefined {
  const entries = ownEntries(text, map);
  const index = entries.indexOf(entry);
  const end = entryEnd(text, entry);
  if (index === -1 || entries.length === 1 || comment.test(text.slice(entry.key.end, end))) return undefined;
  const start = entry.key.start;
  const next = entries[index + 1];
  if (map.flow)
    return removeFromFlow(text, { start, end }, entries[index - 1] && entryEnd(text, entries[index - 1] as MapEntry), next?.key.start);
  const ownLine = text.slice(startOfLine(text, start), start).trim() === '';
  if (ownLine) return [orWholeLine(text, { start, end: commentAfter(text, end) ?? endOfLine(text, end), newText: '' })];
  // Beside the dash: the next key moves up, unless there is a comment between.
  if (!next || text.slice(end, next.key.start).trim() !== '') return [{ start, end: commentAfter(text, end) ?? end, newText: '' }];
  return [{ start, end: next.key.start, newText: '' }];
}

/**
 * Removes an entry of a flow collection with one comma. `before` is the end of the entry before it, `next` the start of the one after it.
 */
function removeFromFlow(
  text: string,
  { start, end }: OffsetRange,
  before: number | undefined,
  next: number | undefined,
): readonly PartEdit[] {
  const comma = commaAfter(text, end);
  if (comma === undefined || (next === undefined && before !== undefined)) {
    const comma = before === undefined ? undefined : commaAfter(text, before);
    if (comma === undefined) return [{ start, end, newText: '' }];
    const between = text.slice(comma + 1, start);
    if (between.trim() === '') return [{ start: comma, end, newText: '' }];
    const beside = startsLine(text, start) ? commentAfter(text, end) : undefined;
    return [{ start: comma, end: comma + 1, newText: '' }, orWholeLine(text, { start, end: beside ?? end, newText: '' })];
  }
  const toNext = next !== undefined && text.slice(comma + 1, next).trim() === '' ? next : comma + 1;
  if (text.slice(end, comma).trim() !== '')
    return [
      { start, end, newText: '' },
      { start: comma, end: comma + 1, newText: '' },
    ];
  // An entry on a line of its own stays there.
  const to = text.slice(comma + 1, toNext).includes('\n') ? (startsLine(text, start) ? toNext : comma + 1) : toNext;
  const comment = startsLine(text, start) ? commentAfter(text, to) : undefined;
  return [orWholeLine(text, { start, end: comment ?? to, newText: '' })];
}

/** Where a line can be added after a block whose last line ends at `end`: comments that are indented deeper than `column` belong to it. */
function endOfBlock(text: string, end: number, column: number): number {
  for (let last = end; ; ) {
    const next = text.indexOf('\n', last) + 1;
    const indentation = next > 0 ? /^[ ]*(?=#)/.exec(text.slice(next, endOfLine(text, next)))?.[0].length : undefined;
    if (indentation === undefined || indentation <= column) return last;
    last = endOfLine(text, next);
  }
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(startOfLine(text, offset), offset).trim() === '';
}

function insertion(at: number, newText: string): readonly PartEdit[] {
  return [{ start: at, end: at, newText }];
}

/**
 * Removes an item from a list, but not the comments beside it. `undefined` for the only item, because an empty list would be `null`, and
 * for an item with a comment inside.
 */
export function removeItem(text: string, list: ListNode, item: ValueNode): readonly PartEdit[] | undefined {
  return list.items.length > 1 ? takeItem(text, list, item) : undefined;
}

/** The same, also for an item that is the only one in its part. */
export function takeItem(text: string, list: ListNode, item: ValueNode): readonly PartEdit[] | undefined {
  const index = list.items.indexOf(item);
  const end = contentEnd(text, item);
  if (index === -1 || comment.test(text.slice(item.start, end))) return undefined;
  if (list.flow) {
    const before = list.items[index - 1];
    return removeFromFlow(text, { start: item.start, end }, before && contentEnd(text, before), list.items[index + 1]?.start);
  }
  const dash = dashBefore(text, item.start, columnOf(text, list.start));
  if (dash === undefined || /#/.test(text.slice(dash, item.start))) return undefined;
  return [orWholeLine(text, { start: dash, end: commentAfter(text, end) ?? endOfLine(text, end), newText: '' })];
}

/** The dash of a block item, if it is first on its line. */
function dashBefore(text: string, offset: number, column: number): number | undefined {
  for (let line = startOfLine(text, offset); ; line = startOfLine(text, line - 1)) {
    const dash = line + column;
    if (text[dash] === '-' && dash < offset) return text.slice(line, dash).trim() === '' ? dash : undefined;
    if (line === 0) return undefined;
  }
}

/** Adds an item at the end of a flow list. */
export function appendToFlow(text: string, list: ListNode, newText: string): readonly PartEdit[] {
  const last = list.items.at(-1);
  const at = last ? contentEnd(text, last) : list.start + 1;
  return [{ start: at, end: at, newText: last ? `, ${newText}` : newText }];
}

/**
 * Adds items at the end of a list: as `flow` to a flow list, as the lines of `block`, with dashes in its column, to a block list. Comments
 * that are indented deeper than the dashes stay with the item before them.
 */
export function appendItems(text: string, list: ListNode, flow: string, block: (column: number) => string): readonly PartEdit[] {
  if (list.flow) return appendToFlow(text, list, flow);
  const column = columnOf(text, list.start);
  return insertion(endOfBlock(text, endOfLine(text, contentEnd(text, list)), column), block(column));
}
