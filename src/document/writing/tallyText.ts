import type { Answers } from '../format/model.ts';
import { entryOf, type MapNode } from '../yaml/node.ts';
import { endOfLine } from '../yaml/syntaxFinding.ts';
import { colonEnd, columnOf, contentEnd } from './nodeOffsets.ts';
import { scalarText } from './scalarText.ts';
import type { PartEdit } from './textEdit.ts';

/** A tally to be written. */
export interface NewTally {
  readonly survey?: string | undefined;
  readonly persona?: string | undefined;
  readonly answers: Answers;
  readonly importance?: number | undefined;
}

/** Tallies as lines of a block list with dashes in `column`, each after a line break. */
export function blockTallies(tallies: readonly NewTally[], column: number): string {
  const lines = tallies.flatMap((tally) => blockTally(tally, column));
  return lines.map((line) => `\n${line}`).join('');
}

/** A tally as lines of a block list, with a line for every row of answers. */
function blockTally(tally: NewTally, column: number): readonly string[] {
  const [dash, inner, rows] = [' '.repeat(column), ' '.repeat(column + 2), ' '.repeat(column + 4)];
  const lines = [
    ...labels(tally, false),
    ['answers:', ...tally.answers.map((row) => `${rows}- ${flowList(row)}`)],
    ...(tally.importance === undefined ? [] : [[`importance: ${tally.importance}`]]),
  ];
  return lines.flatMap(([first, ...others], index) => [`${index === 0 ? `${dash}- ` : inner}${first}`, ...others]);
}

/** The same as a flow mapping, on one line. */
export function flowTally(tally: NewTally): string {
  const parts = [
    ...labels(tally, true).flat(),
    `answers: ${flowList(tally.answers.map(flowList))}`,
    ...(tally.importance === undefined ? [] : [`importance: ${tally.importance}`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

function labels({ survey, persona }: NewTally, flow: boolean): readonly (readonly string[])[] {
  return Object.entries({ survey, persona }).flatMap(([key, value]) =>
    value === undefined ? [] : [[`${key}: ${scalarText(value, { flow })}`]],
  );
}

function flowList(items: readonly (string | number)[]): string {
  return `[${items.join(', ')}]`;
}

/**
 * The edits that turn the short form `tally` into the first of `tallies`, followed by others. Its text and comments stay; only a block of
 * counts is indented.
 * @param map the feature, with its own entries only
 */
export function longFormTally(text: string, map: MapNode, counts: MapNode, added: readonly NewTally[]): readonly PartEdit[] | undefined {
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
  const lineEnd = endOfLine(text, end);
  return [
    { ...key, newText: `tallies:\n${dash}- counts:` },
    ...(counts.flow ? [] : indented(text, key.end, lineEnd, Math.max(0, column + 4 - columnOf(text, counts.start)))),
    { start: lineEnd, end: lineEnd, newText: blockTallies(added, column) },
  ];
}

/** Indents all lines that begin after `start` and before `end`. */
function indented(text: string, start: number, end: number, columns: number): readonly PartEdit[] {
  const edits: PartEdit[] = [];
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) {
    if (text.slice(at, endOfLine(text, at)).trim() !== '') edits.push({ start: at, end: at, newText: ' '.repeat(columns) });
  }
  return edits;
}
