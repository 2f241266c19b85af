import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses } from '../../../src/document/format/model.ts';
import { linkedFeature, linkToFeature } from '../../../src/page/linkedFeature.ts';
import { permalinkOf, readPermalink } from '../../../src/page/permalink.ts';
import { categoryNames } from '../../../src/page/state/categoryNames.ts';
import { backlogColumns } from '../../../src/page/state/featureTable.ts';
import { initialPageState, type PageState, tabs } from '../../../src/page/state/pageState.ts';

const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: null });
const states: fc.Arbitrary<PageState> = fc.record({
  uri: fc.constant(''),
  scope: fc.constantFrom('file' as const, 'workspace' as const),
  answers: fc.record({ persona: text, survey: text }),
  tab: fc.constantFrom(...tabs),
  selected: text,
  filters: fc.record({
    search: fc.string({ unit: 'grapheme' }),
    hidden: fc.subarray([...categoryNames]),
    touchpoint: text,
    stage: text,
    status: fc.constantFrom(null, ...statuses),
    tag: text,
  }),
  sorting: fc.record({ column: fc.constantFrom('rank' as const, 'title' as const), descending: fc.boolean() }),
  columns: fc.option(fc.subarray([...backlogColumns]), { nil: null }),
  journey: fc.constantFrom('stages' as const, 'value-chain' as const),
  view: fc.constant({ ...initialPageState.view, arrows: 'base' as const, zoom: { scale: 2, x: 0.25, y: 0.5 } }),
});

describe('a permalink', () => {
  it('leads to the tab, the feature, the filters and the view that were shown', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readPermalink(`#${permalinkOf(state)}`)).toEqual(state);
      }),
    );
  });

  it('says only what differs from the page as it opens, and never where the file is', () => {
    expect(permalinkOf({ ...initialPageState, uri: 'file:///home/shop.kano.yaml' })).toBe('');
    const filters = { ...initialPageState.filters, stage: 'buy', hidden: ['M', 'none'] as const };
    expect(permalinkOf({ ...initialPageState, tab: 'backlog', filters })).toBe(
      'tab=backlog&filters.hidden=%5B%22M%22%2C%22none%22%5D&filters.stage=buy',
    );
  });

  it('leads to a feature in a file, where others have its id', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
        fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined }),
        (id, file, occurrence) => {
          const feature = { id, ...(file === undefined ? {} : { file }), ...(occurrence === undefined ? {} : { occurrence }) };
          expect(linkedFeature(`#${linkToFeature(feature)}`)).toEqual(feature);
          const state = { ...initialPageState, selected: 'key#2' };
          expect(linkedFeature(`#${permalinkOf(state, feature)}`)).toEqual(feature);
        },
      ),
    );
    expect(linkedFeature('#tab=backlog')).toBeNull();
    expect(linkedFeature('#selected=a&occurrence=-1')).toEqual({ id: 'a' });
  });

  it('opens the page as usual where it says what cannot be', () => {
    for (const wrong of [
      '',
      '#',
      '#tab=none&filters=1&filters.hidden=%7B&sorting.column=secret',
      '#__proto__.x=1&view.zoom.scale=a',
      '#%E0%A4%A',
    ])
      expect(readPermalink(wrong)).toEqual(initialPageState);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
