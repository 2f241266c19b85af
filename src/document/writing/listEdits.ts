import type { ListNode, ValueNode } from '../yaml/node.ts';
import { endOfLine, startOfLine } from '../yaml/syntaxFinding.ts';
import { endOfBlock, removeFromFlow } from './mapEdits.ts';
import { columnOf, commentAfter, contentEnd, orWholeLine } from './nodeOffsets.ts';
import type { PartEdit } from './textEdit.ts';

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
  if (index === -1 || /(?:^|\s)#/.test(text.slice(item.start, end))) return undefined;
  if (list.flow) {
    const before = list.items[index - 1];
    return removeFromFlow(text, { start: item.start, end }, before && contentEnd(text, before), list.items[index + 1]?.start);
  }
  const dash = dashBefore(text, item.start, columnOf(text, list.start));
  if (dash === undefined || /#/.test(text.slice(dash, item.start))) return undefined;
  const comment = commentAfter(text, end);
  return [orWholeLine(text, { start: dash, end: comment ?? endOfLine(text, end), newText: '' })];
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

/** Adds an item of one line at the end of a list. Comments that are indented deeper than the dash stay with the item before it. */
export function appendItem(text: string, list: ListNode, newText: string, lineBreak: string): readonly PartEdit[] {
  if (list.flow) return appendToFlow(text, list, newText);
  const column = columnOf(text, list.start);
  const at = endOfBlock(text, endOfLine(text, contentEnd(text, list)), column);
  return [{ start: at, end: at, newText: `${lineBreak}${' '.repeat(column)}- ${newText}` }];
}
