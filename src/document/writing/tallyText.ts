import type { Answers } from '../format/model.ts';
import { scalarText } from './scalarText.ts';

/** A tally that is to be written: whose answers, and how many by pair. */
export interface NewTally {
  readonly survey?: string | undefined;
  readonly persona?: string | undefined;
  readonly answers: Answers;
  readonly importance?: number | undefined;
}

/** A tally as lines of a block list whose dashes stand in `column`, with a line for every row of answers. */
export function blockTally(tally: NewTally, column: number): readonly string[] {
  const [dash, inner, rows] = [' '.repeat(column), ' '.repeat(column + 2), ' '.repeat(column + 4)];
  const lines = [
    ...labels(tally, false),
    ['answers:', ...tally.answers.map((row) => `${rows}- ${flowList(row)}`)],
    ...(tally.importance === undefined ? [] : [[`importance: ${tally.importance}`]]),
  ];
  return lines.flatMap(([first, ...others], index) => [`${index === 0 ? `${dash}- ` : inner}${first}`, ...others]);
}

/** The same between braces, on one line. */
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
