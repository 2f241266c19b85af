import { entryOf, type MapNode } from '../yaml/node.ts';
import { endOfLine } from '../yaml/syntaxFinding.ts';
import { colonEnd, columnOf, contentEnd } from './nodeOffsets.ts';
import { blockTally, flowTally, type NewTally } from './tallyText.ts';
import type { PartEdit } from './textEdit.ts';

/**
 * The edits that make the short form `tally` the first of `tallies`, with others behind it. What it says stays where it stands, comments with
 * it; only a block of counts moves to the right.
 * @param map the feature, with its own entries only
 */
export function longFormTally(
  text: string,
  map: MapNode,
  counts: MapNode,
  added: readonly NewTally[],
  lineBreak: string,
): readonly PartEdit[] | undefined {
  const entry = entryOf(map, 'tally');
  if (!entry) return undefined;
  const key = { start: entry.key.start, end: colonEnd(text, entry.key.end) };
  const end = contentEnd(text, counts);
  if (map.flow)
    return [
      { ...key, newText: 'tallies: [{ counts:' },
      { start: end, end, newText: ` }, ${added.map(flowTally).join(', ')}]` },
    ];
  const column = columnOf(text, map.start) + 2;
  const dash = ' '.repeat(column);
  const lines = added.flatMap((tally) => blockTally(tally, column));
  const lineEnd = endOfLine(text, end);
  return [
    { ...key, newText: `tallies:${lineBreak}${dash}- counts:` },
    ...(counts.flow ? [] : indented(text, key.end, lineEnd, Math.max(0, column + 4 - columnOf(text, counts.start)))),
    { start: lineEnd, end: lineEnd, newText: lines.map((line) => lineBreak + line).join('') },
  ];
}

/** Moves all lines that begin behind `start` and before `end` to the right. */
function indented(text: string, start: number, end: number, columns: number): readonly PartEdit[] {
  const edits: PartEdit[] = [];
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) {
    if (text.slice(at, endOfLine(text, at)).trim() !== '') edits.push({ start: at, end: at, newText: ' '.repeat(columns) });
  }
  return edits;
}
