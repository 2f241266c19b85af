import { singleLine } from '../report/plainText.ts';
import type { AgentChange } from './agentTool.ts';

/** Longer changes are not shown in full. */
const mostLines = 40;

/** Where a change is and which lines it takes away and brings, as people know it from Git. */
export function changeText({ before, after, path, note }: Pick<AgentChange, 'before' | 'after' | 'path' | 'note'>): string {
  const [old, now] = [before.text.split('\n'), after.text.split('\n')];
  const first = old.findIndex((line, index) => line !== now[index]);
  const start = first === -1 ? old.length : first;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const lines = lineChanges(old.slice(start, old.length - tail), now.slice(start, now.length - tail));
  const more = lines.length > mostLines ? [`… ${lines.length - mostLines} more lines`] : [];
  return [`${path}:${start + 1}`, ...lines.slice(0, mostLines), ...more, ...(note === undefined ? [] : [note])].join('\n');
}

/** Lines with what happens to them before: `-` goes, `+` comes, a blank for those that stay between. */
function lineChanges(old: readonly string[], now: readonly string[]): readonly string[] {
  const shown = (sign: string, line = '') => `${sign} ${singleLine(line.trimEnd())}`;
  // The longest lists of lines that are in both, from each pair of places on.
  const same = old.map(() => now.map(() => 0));
  const lengthAt = (i: number, j: number) => same[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = same[i];
      if (row) row[j] = old[i] === now[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push(shown(' ', old[i++]));
      j++;
    } else if (i < old.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1)) lines.push(shown('-', old[i++]));
    else lines.push(shown('+', now[j++]));
  }
  return lines;
}
