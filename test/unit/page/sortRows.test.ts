import { expect, it } from 'vitest';
import type { Sorting } from '../../../src/page/state/pageState.ts';
import { sortRows } from '../../../src/page/state/sortRows.ts';
import { rankedRows } from '../../../src/page/state/visibleRows.ts';
import { noLists, panelRow } from './panelRows.ts';

const rows = rankedRows([
  panelRow({ key: 'a', title: 'Feature 10', effort: 3, category: 'A', owner: '@zoe', why: 'needed by “c”' }),
  panelRow({ key: 'b', title: 'Feature 9', effort: null, category: 'M', owner: null, coefficients: null }),
  panelRow({ key: 'c', title: 'apple', effort: 1, category: null, owner: '@ann' }),
  panelRow({ key: 'd', title: 'Éclair', place: 'closed', effort: 3, category: 'Q', owner: '@ann' }),
]);
const keys = (column: Sorting['column'], descending = false) =>
  sortRows(rows, { column, descending }, noLists)
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
