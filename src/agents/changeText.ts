import type { TextEdit } from '../document/writing/textEdit.ts';
import type { Position } from '../document/yaml/position.ts';
import { singleLine } from '../report/plainText.ts';
import type { AgentChange } from './agentTool.ts';

/** Longer changes are not shown in full. */
const mostLines = 40;

/** Where a change is and which lines it takes away and brings, as people know it from Git. */
export function changeText({ before, after, path }: Pick<AgentChange, 'before' | 'after' | 'path'>): string {
  const [old, now] = [before.text.split('\n'), after.text.split('\n')];
  const first = old.findIndex((line, index) => line !== now[index]);
  const start = first === -1 ? old.length : first;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const lines = [
    ...old.slice(start, old.length - tail).map((line) => `- ${singleLine(line.trimEnd())}`),
    ...now.slice(start, now.length - tail).map((line) => `+ ${singleLine(line.trimEnd())}`),
  ];
  const more = lines.length > mostLines ? [`… ${lines.length - mostLines} more lines`] : [];
  return [`${path}:${start + 1}`, ...lines.slice(0, mostLines), ...more].join('\n');
}

/** A change as the one smallest edit. */
export function changeEdit({ before, after }: Pick<AgentChange, 'before' | 'after'>): TextEdit {
  const [old, now] = [before.text, after.text];
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
