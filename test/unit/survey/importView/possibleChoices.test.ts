import { describe, expect, it } from 'vitest';
import {
  changedChoices,
  choicesForAnother,
  type ImportChoices,
  isAnyChosen,
  noChoices,
} from '../../../../src/survey/importView/importChoices.ts';
import { chosenImport, shop } from './chosenImport.ts';

const rows = [
  ['Wave', 'pay_functional', 'pay_dysfunctional'],
  ['1', 'like', 'dislike'],
  ['2', 'like', 'dislike'],
];

describe('choices', () => {
  it('about columns, features, personas and surveys that are no longer there are dropped', () => {
    const chosen: Partial<ImportChoices> = {
      columns: {
        Gone: { kind: 'leave-out' },
        Wave: { kind: 'importance', feature: 'of-another-product' },
        pay_functional: { kind: 'functional', feature: 'pay' },
      },
      personas: { Families: { kind: 'persona', id: 'of-another-product' } },
      survey: { kind: 'known', id: 'of-another-product' },
    };
    const { view } = chosenImport(shop, rows, chosen);
    expect(view.choices).toEqual({ ...noChoices, columns: { pay_functional: { kind: 'functional', feature: 'pay' } } });
    expect(view).toMatchObject({ refusals: [], canApply: true, survey: { kind: 'new' } });
  });

  it('of rows stay and refuse where a column is missing, and can be taken back', () => {
    const { view } = chosenImport(shop, rows, { columns: { Gone: { kind: 'filter', values: ['1'] } } });
    expect(view).toMatchObject({ canApply: false, refusals: [expect.stringContaining('Gone')] });
    expect([isAnyChosen(view.choices), isAnyChosen({ ...noChoices, saveMap: true }), isAnyChosen({ ...noChoices, sheet: '#2' })]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('in what was read otherwise end with another encoding, sheet or product', () => {
    const choices: ImportChoices = {
      ...{ ...noChoices, replace: true, words: { meh: 'live-with' }, columns: { Wave: { kind: 'persona' } } },
      ...{ personas: { 1: { kind: 'new' } }, survey: { kind: 'none' } },
    };
    const rest = { ...noChoices, words: { meh: 'live-with' } };
    expect(changedChoices(choices, { sheet: '#2' })).toEqual({ ...rest, sheet: '#2' });
    expect(changedChoices(choices, { encoding: 'gbk' })).toEqual({ ...rest, encoding: 'gbk' });
    expect(choicesForAnother(choices)).toEqual(rest);
    expect(changedChoices(choices, { saveMap: true })).toEqual({ ...choices, saveMap: true });
  });
});
