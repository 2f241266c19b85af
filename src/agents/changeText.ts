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
