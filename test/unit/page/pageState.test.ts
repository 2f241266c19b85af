import fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialPageState, type PageState, readPageState } from '../../../src/page/state/pageState.ts';

const chosen: PageState = {
  uri: 'file:///shop.kano.yaml',
  scope: 'workspace',
  answers: { persona: 'guest', survey: '2026-q3' },
  tab: 'trend',
  selected: 'search',
  filters: { search: 'x', hidden: ['M', 'none'], touchpoint: 'till', stage: 'buy', status: 'in-progress', tag: 'trust' },
  sorting: { column: 'effort', descending: true },
  journey: 'value-chain',
  columns: ['title', 'why', 'status'],
  view: { plot: 'continuous', size: 'n', cut: 'mean', arrows: 'base', intervals: true, zoom: { scale: 2, x: 0.25, y: 0.5 } },
};

it('comes back as it was remembered', () => {
  expect(readPageState(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});

it('begins anew where nothing, or something else, was remembered', () => {
  for (const other of [undefined, null, 3, 'x', [], {}, { tab: 'gone', filters: 7, answers: [], view: { zoom: { scale: -1 } } }]) {
    expect(readPageState(other)).toEqual(initialPageState);
  }
});

it('takes over whatever it knows, from any version', () => {
  fc.assert(
    fc.property(fc.anything(), (other) => {
      const state = readPageState(other);
      expect(readPageState(state)).toEqual(state);
      expect(Object.keys(state)).toEqual(Object.keys(initialPageState));
    }),
  );
});
