import { describe, expect, it } from 'vitest';
import { groupByPlace, toPoints, visibleRows } from '../../../src/webview/visibleRows.ts';
import { panelRow, panelState } from './panelRows.ts';

const state = panelState([
  panelRow({ key: 'payment', title: 'Secure payment', category: 'M', categoryText: 'Must-be' }),
  panelRow({ key: 'cafe', title: 'Café at the station' }),
  panelRow({ key: 'voice', title: '语音下单', category: null, categoryText: 'Not surveyed', place: 'not-surveyed', coefficients: null }),
  panelRow({ key: 'old', title: 'Old', place: 'closed' }),
  panelRow({ key: 'last', title: '' }),
]);
const all = { search: '', hidden: [] };
const found = (search: string) => visibleRows(state, { search, hidden: [] }).map(({ key }) => key);

describe('ranks', () => {
  it('count the features that are not closed', () => {
    expect(visibleRows(state, all).map(({ rank }) => rank)).toEqual([1, 2, 3, null, 4]);
  });

  it('do not depend on what is filtered out', () => {
    expect(visibleRows(state, { search: 'last', hidden: [] }).map(({ rank }) => rank)).toEqual([4]);
  });

  it('keep a row the same object while it stays the same', () => {
    expect(visibleRows(state, all)[1]).toBe(visibleRows(state, { search: 'cafe', hidden: [] })[0]);
  });
});

describe('the search', () => {
  it.each([
    ['', ['payment', 'cafe', 'voice', 'old', 'last']],
    ['  ', ['payment', 'cafe', 'voice', 'old', 'last']],
    ['PAYMENT', ['payment']],
    ['cafe', ['cafe']],
    ['station café', ['cafe']],
    ['must-be', ['payment']],
    ['语音', ['voice']],
    ['.*', []],
  ])('%j finds %j', (search, keys) => {
    expect(found(search)).toEqual(keys);
  });
});

it('hides categories, and what has none', () => {
  expect(visibleRows(state, { search: '', hidden: ['M', 'none'] }).map(({ key }) => key)).toEqual(['cafe', 'old', 'last']);
});

it('groups in the order of the places, not of the rows', () => {
  const groups = groupByPlace(visibleRows(state, all)).map(({ place, rows }) => [place, rows.map(({ key }) => key)]);
  expect(groups).toEqual([
    ['ranked', ['payment', 'cafe', 'last']],
    ['not-surveyed', ['voice']],
    ['closed', ['old']],
  ]);
});

it('puts into the matrix what has coefficients, by its id while it has no title', () => {
  expect(toPoints(visibleRows(state, all)).map(({ title, rank }) => [title, rank])).toEqual([
    ['Secure payment', 1],
    ['Café at the station', 2],
    ['Old', null],
    ['last', 4],
  ]);
});
