import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PanelState, panelPlaces } from '../../../src/page/protocol.ts';
import { applyPanelPatch, diffPanelStates } from '../../../src/page/state/panelPatch.ts';
import { noLists, panelRow, panelState } from './panelRows.ts';

const stateArbitrary: fc.Arbitrary<PanelState> = fc.record({
  product: fc.constantFrom('Web shop', ''),
  file: fc.constantFrom('shop.kano.yaml', 'app.kano.yaml'),
  scope: fc.constantFrom('file', 'workspace'),
  look: fc.record({ persona: fc.constantFrom(null, 'guest'), survey: fc.constantFrom(null, '2026-q3') }),
  stale: fc.constantFrom(null, 'The file cannot be read'),
  readOnly: fc.constantFrom(null, 'This file cannot be changed here.'),
  lists: fc.constantFrom(noLists, { ...noLists, personas: [{ key: 'guest', name: 'Guest' }] }),
  footer: fc.array(fc.constantFrom('standard table', 'mode'), { maxLength: 2 }),
  rows: fc.uniqueArray(
    fc
      .record({ key: fc.constantFrom(...'abcdefgh'), title: fc.constantFrom('one', 'two'), place: fc.constantFrom(...panelPlaces) })
      .map(panelRow),
    { selector: ({ key }) => key },
  ),
});

describe('a patch', () => {
  it('leads from any state to any other, also after being posted', () => {
    fc.assert(
      fc.property(stateArbitrary, stateArbitrary, (before, after) => {
        // A row of the state before is the same object as long as nothing in it changes.
        const known = new Map(before.rows.map((row) => [JSON.stringify(row), row]));
        const rows = after.rows.map((row) => known.get(JSON.stringify(row)) ?? row);
        const patch = diffPanelStates(before, { ...after, rows });
        expect(patch === null ? before : applyPanelPatch(before, structuredClone(patch))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('is null between equal states', () => {
    fc.assert(
      fc.property(stateArbitrary, (state) => {
        expect(diffPanelStates(state, { ...structuredClone(state), rows: [...state.rows] })).toBeNull();
      }),
    );
  });

  it('of one changed row among a thousand holds that row only', () => {
    const before = panelState(Array.from({ length: 1000 }, (_, index) => panelRow({ key: `key-${index}` })));
    const after = { ...before, rows: before.rows.map((row, index) => (index === 500 ? { ...row, title: 'Changed' } : row)) };
    expect(diffPanelStates(before, after)).toEqual({ upserted: [{ ...before.rows[500], title: 'Changed' }], order: [] });
  });

  it('of a row that changed and moved far holds nothing of those between', () => {
    const before = panelState(Array.from({ length: 1000 }, (_, index) => panelRow({ key: `key-${index}` })));
    const [first, ...rest] = before.rows;
    const changed = { ...panelRow({ key: 'key-0' }), ...first, category: 'M' } as const;
    const after = { ...before, rows: [...rest.slice(0, 800), changed, ...rest.slice(800)] };
    expect(diffPanelStates(before, after)).toEqual({
      upserted: [changed],
      order: [
        { from: 0, replaces: 1, keys: [] },
        { from: 801, replaces: 0, keys: ['key-0'] },
      ],
    });
  });

  it('of rows that moved unchanged holds only the stretch they moved over', () => {
    const before = panelState([...'abcdef'].map((key) => panelRow({ key })));
    const rows = [...'acdbef'].flatMap((key) => before.rows.filter((row) => row.key === key));
    expect(diffPanelStates(before, { ...before, rows })).toEqual({
      upserted: [],
      order: [{ from: 1, replaces: 3, keys: ['c', 'd', 'b'] }],
    });
  });

  it('tells when a file became readable again, and when the last line of the footer went', () => {
    const before = { ...panelState([]), stale: 'The file cannot be read', footer: ['mode'] };
    expect(diffPanelStates(before, { ...before, stale: null })).toMatchObject({ stale: null });
    expect(diffPanelStates(before, { ...before, footer: [] })).toMatchObject({ footer: [] });
  });

  it('leaves the rows that it does not name the same objects', () => {
    const before = panelState([...'abc'].map((key) => panelRow({ key })));
    const after = applyPanelPatch(before, {
      upserted: [panelRow({ key: 'b', title: 'new' })],
      order: [{ from: 0, replaces: 1, keys: [] }],
    });
    expect(after.rows[1]).toBe(before.rows[2]);
    expect(after.rows.map(({ title }) => title)).toEqual(['new', 'Title of c']);
  });
});
