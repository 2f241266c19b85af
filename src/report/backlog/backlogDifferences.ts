import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';

/** As many lines as can be read at a glance. */
const most = 10;

/** A row of a table is one line, however long. */
const longest = 160;

/** How a file differs from what it should be, in a few lines: `- gone`, `+ come`. The whole is what Git shows after the file was written anew. */
export function backlogDifferences(written: string, current: string): readonly string[] {
  const [before, after] = [written.split('\n'), current.split('\n')];
  const lines = [...without(before, after).map((line) => `- ${line}`), ...without(after, before).map((line) => `+ ${line}`)];
  if (lines.length === 0) {
    const first = before.findIndex((line, index) => line !== after[index]);
    return [`  ${l10n.t('The same lines in another order, from line {line} on.', { line: first + 1 })}`];
  }
  const shown = lines.slice(0, most).map((line) => (line.length > longest ? `${line.slice(0, longest)}…` : line));
  return lines.length > most ? [...shown, `  ${l10n.t('and {count} more lines', { count: count(lines.length - most) })}`] : shown;
}

/** The lines that others do not have as often, but for empty ones. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const known = left.get(line) ?? 0;
    left.set(line, known - 1);
    return known <= 0 && line.trim() !== '';
  });
}
