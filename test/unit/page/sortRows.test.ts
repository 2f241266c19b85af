import { expect, it } from 'vitest';
import { type Sorting, sortRows } from '../../../src/page/state/featureTable.ts';
import { noNumbers, panelRow } from './panelRows.ts';

const rows = [
  panelRow({ key: 'a', title: 'Feature 10', feature: { effort: 3, owner: '@zoe' }, category: 'A', rank: 1, why: 'needed by “c”' }),
  panelRow({ key: 'b', title: 'Feature 9', category: 'M', feature: { assumed: 'M' }, rank: 2, numbers: noNumbers }),
  panelRow({ key: 'c', title: 'apple', feature: { effort: 1, owner: '@ann' }, category: null, rank: 3 }),
  panelRow({ key: 'd', title: 'Éclair', section: 'closed', rank: null, feature: { effort: 3, owner: '@ann' }, category: 'Q' }),
];
const keys = (column: Sorting['column'], descending = false) =>
  sortRows(rows, { column, descending }, [])
    .map(({ key }) => key)
    .join('');

it.each<[Sorting['column'], string, string]>([
  ['rank', 'abcd', 'cbad'],
  ['title', 'cdba', 'abdc'],
  ['effort', 'cadb', 'adcb'],
  ['category', 'badc', 'dabc'],
  ['owner', 'cdab', 'acdb'],
  ['why', 'abcd', 'abcd'],
  ['better', 'acdb', 'acdb'],
])('by %s: %s, the other way round %s; without a value last', (column, up, down) => {
  expect([keys(column), keys(column, true)]).toEqual([up, down]);
});
