import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../src/document/format/model.ts';
import { groupBySection } from '../../../src/page/state/listGroups.ts';
import { type Filters, noFilters } from '../../../src/page/state/pageState.ts';
import { shortened } from '../../../src/page/state/rows.ts';
import { toPoints, visibleRows } from '../../../src/page/state/visibleRows.ts';
import { noLists, noNumbers, panelRow, stageRow, touchpointRow } from './panelRows.ts';

const lists = {
  ...noLists,
  stages: [stageRow('buy', 'Buying')],
  touchpoints: [touchpointRow('till', 'Checkout', 'buy'), touchpointRow('app', 'App')],
};
const all = [
  panelRow({
    key: 'payment',
    title: 'Secure payment',
    category: 'M',
    categoryText: 'Must-be',
    touchpoints: ['till'],
    feature: { status: 'planned' },
  }),
  panelRow({ key: 'cafe', title: 'Café at the station', feature: { owner: '@Søren', tags: ['trust'] }, rank: 2, touchpoints: ['app'] }),
  panelRow({
    key: 'voice',
    title: '语音下单',
    category: null,
    categoryText: 'Not surveyed',
    section: 'not-surveyed',
    rank: 3,
    numbers: noNumbers,
  }),
  panelRow({ key: 'old', title: 'Old', section: 'closed', rank: null, feature: { status: 'shipped' } }),
  panelRow({ key: 'last', title: 'last', rank: 4 }),
];
const shown = (filters: Partial<Filters>) => visibleRows(all, { ...noFilters, ...filters }, lists);
const keys = (filters: Partial<Filters>) => shown(filters).map(({ key }) => key);

it('keeps ranks, whatever is filtered out', () => {
  expect(shown({ search: 'last' }).map(({ rank }) => rank)).toEqual([4]);
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
    ['Shipped', ['old']],
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

it('groups in the order of the sections, not of the rows', () => {
  const groups = groupBySection(all).map(({ section, rows }) => [section, rows.map(({ key }) => key)]);
  expect(groups).toEqual([
    ['ranked', ['payment', 'cafe', 'last']],
    ['not-surveyed', ['voice']],
    ['closed', ['old']],
  ]);
});

it('has what to ask again and what not to build right behind the build order, before what nobody was asked', () => {
  const sections = ['closed', 'not-surveyed', 'cannot-be-counted', 'do-not-build', 'ask-again', 'save-the-effort', 'ranked'] as const;
  const rows = sections.map((section) => panelRow({ key: section, title: section, section }));
  expect(groupBySection(rows).map(({ section }) => section)).toEqual([
    ...['ranked', 'save-the-effort', 'ask-again', 'do-not-build'],
    ...['not-surveyed', 'cannot-be-counted', 'closed'],
  ]);
});

it('puts into the matrix what has coefficients', () => {
  expect(toPoints(all).map(({ title, rank }) => [title, rank])).toEqual([
    ['Secure payment', 1],
    ['Café at the station', 2],
    ['Old', null],
    ['last', 4],
  ]);
});

it('cuts titles that nobody can read to the end', () => {
  expect(shortened('x'.repeat(100_000)).length).toBeLessThan(400);
});

it('gives the same point for the same row, and one that says the same after an edit that is not in the picture', () => {
  const [before] = toPoints(all);
  expect(toPoints(all)[0]).toBe(before);
  const feature: Feature = { owner: '@new', status: 'shipped' };
  const [edited] = toPoints([panelRow({ key: 'payment', title: 'Secure payment', category: 'M', feature })]);
  expect(edited).toEqual(before);
});
