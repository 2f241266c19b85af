import type { Position } from '../yaml/position.ts';
import type { TextEdit } from './textEdit.ts';

/** The one smallest edit that leads from a text to another. */
export function editBetween(old: string, now: string): TextEdit {
  const limit = Math.min(old.length, now.length);
  let start = 0;
  while (start < limit && old[start] === now[start]) start++;
  let tail = 0;
  while (tail < limit - start && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  // Neither a character of two units nor a line break of two is cut in half.
  if (start > 0 && /[\uD800-\uDBFF\r]/.test(old[start - 1] ?? '')) start--;
  if (tail > 0 && /[\uDC00-\uDFFF\n]/.test(old.at(-tail) ?? '')) tail--;
  const end = old.length - tail;
  return {
    range: { start: positionAt(old, start), end: positionAt(old, end) },
    newText: now.slice(start, now.length - tail),
  };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
