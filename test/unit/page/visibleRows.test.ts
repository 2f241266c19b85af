import { describe, expect, it } from 'vitest';
import { statuses } from '../../../src/document/format/model.ts';
import type { PanelLists } from '../../../src/page/protocol.ts';
import { type Filters, noFilters } from '../../../src/page/state/pageState.ts';
import { groupByPlace, rankedRows, toPoints, visibleRows } from '../../../src/page/state/visibleRows.ts';
import { noLists, panelRow } from './panelRows.ts';

const sums = { mustBeGaps: 0, risk: '0.00', opportunity: '0.00' };
const touchpoint = { channel: null, activities: [], emotion: null, pains: [], referral: false, rank: 1, ...sums };
const lists: PanelLists = {
  ...noLists,
  stages: [{ key: 'buy', name: 'Buying', ...sums }],
  touchpoints: [
    { key: 'till', name: 'Checkout', stage: 'buy', ...touchpoint },
    { key: 'app', name: 'App', stage: null, ...touchpoint },
  ],
};
const all = rankedRows([
  panelRow({ key: 'payment', title: 'Secure payment', category: 'M', categoryText: 'Must-be', touchpoints: ['till'], status: 'planned' }),
  panelRow({ key: 'cafe', title: 'Café at the station', owner: '@Søren', tags: ['trust'], touchpoints: ['app'] }),
  panelRow({ key: 'voice', title: '语音下单', category: null, categoryText: 'Not surveyed', place: 'not-surveyed', coefficients: null }),
  panelRow({ key: 'old', title: 'Old', place: 'closed', status: 'shipped' }),
  panelRow({ key: 'last', title: '' }),
]);
const labels = Object.fromEntries(statuses.map((status) => [status, `is ${status}`])) as Parameters<typeof visibleRows>[3];
const shown = (filters: Partial<Filters>) => visibleRows(all, { ...noFilters, ...filters }, lists, labels);
const keys = (filters: Partial<Filters>) => shown(filters).map(({ key }) => key);

describe('ranks', () => {
  it('count the features that are not closed', () => {
    expect(all.map(({ rank }) => rank)).toEqual([1, 2, 3, null, 4]);
  });

  it('do not depend on what is filtered out', () => {
    expect(shown({ search: 'last' }).map(({ rank }) => rank)).toEqual([4]);
  });

  it('keep a row the same object while it stays the same', () => {
    const row = panelRow({ key: 'a' });
    expect(rankedRows([row])[0]).toBe(rankedRows([row, panelRow({ key: 'b' })])[0]);
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
    ['checkout', ['payment']],
    ['buying secure', ['payment']],
    ['@s', ['cafe']],
    ['trust', ['cafe']],
    ['is shipped', ['old']],
  ])('%j finds %j', (search, found) => {
    expect(keys({ search })).toEqual(found);
  });
});

it.each<[Partial<Filters>, string[]]>([
  [{ hidden: ['M', 'none'] }, ['cafe', 'old', 'last']],
  [{ status: 'planned' }, ['payment']],
  [{ tag: 'trust' }, ['cafe']],
  [{ touchpoint: 'app' }, ['cafe']],
  [{ stage: 'buy' }, ['payment']],
  [{ stage: 'buy', touchpoint: 'app' }, []],
  [{ stage: 'gone' }, []],
])('the filters %j leave %j', (filters, found) => {
  expect(keys(filters)).toEqual(found);
});

it('groups in the order of the places, not of the rows', () => {
  const groups = groupByPlace(all).map(({ place, rows }) => [place, rows.map(({ key }) => key)]);
  expect(groups).toEqual([
    ['ranked', ['payment', 'cafe', 'last']],
    ['not-surveyed', ['voice']],
    ['closed', ['old']],
  ]);
});

it('puts into the matrix what has coefficients, by its id while it has no title', () => {
  expect(toPoints(all).map(({ title, rank }) => [title, rank])).toEqual([
    ['Secure payment', 1],
    ['Café at the station', 2],
    ['Old', null],
    ['last', 4],
  ]);
});

it('cuts titles that nobody can read to the end', () => {
  expect(rankedRows([panelRow({ key: 'long', title: 'x'.repeat(100_000) })])[0]?.title.length).toBeLessThan(400);
});

it('gives the same point for the same row, and one that says the same after an edit that is not in the picture', () => {
  const [before] = toPoints(all);
  expect(toPoints(all)[0]).toBe(before);
  const [edited] = toPoints(
    rankedRows([panelRow({ key: 'payment', title: 'Secure payment', category: 'M', owner: '@new', status: 'shipped' })]),
  );
  expect(edited).toEqual(before);
});
