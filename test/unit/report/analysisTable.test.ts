import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { analysisTable } from '../../../src/report/analysis/analysisTable.ts';
import { analysed } from './analysed.ts';

const rowsOf = (features: readonly object[]) =>
  analysisTable([analysed(stringify({ kano: 1, product: 'P', features }))])
    .trimEnd()
    .split('\n')
    .slice(3)
    .map((line) => line.trim().split(/ {2,}/).slice(0, 3).join(' | '));

describe('the table of an analysis', () => {
  it('gives no rank to a feature whose answers have an error, and lists it behind those with one', () => {
    const features = [
      { id: 'a', title: 'Broken', tally: { M: -1 } },
      { id: 'b', title: 'Voice search' },
      { id: 'c', title: 'Done', status: 'shipped', tally: { M: 60, I: 3 } },
      { id: 'd', title: 'Broken and guessed', tally: { M: -1 }, assumed: 'A' },
    ];
    expect(rowsOf(features)).toEqual([
      '1 | Broken and guessed | tally has an error',
      '– | Voice search | Not surveyed',
      '– | Broken | tally has an error',
      '– | Done | Must-be',
    ]);
    expect(rowsOf(features.slice(0, 1))).toEqual(['– | Broken | tally has an error']);
  });
});
