import { expect, it } from 'vitest';
import { chosenImport, shop } from './chosenImport.ts';

it('a scale of importance that nothing states is asked for, and is read as chosen', () => {
  const rows = [
    ['pay_functional', 'pay_dysfunctional', '快速支付 [importance]'],
    ['like', 'dislike', '5'],
    ['like', 'dislike', '3'],
  ];
  const open = chosenImport(shop, rows);
  expect(open.view).toMatchObject({ open: 1, canApply: false, decisions: [{ kind: 'importance', words: [] }] });
  const { view } = chosenImport(shop, rows, { importance: { from: 1, to: 5 } });
  expect(view).toMatchObject({ open: 0, canApply: true, tallies: [{ importance: 7 }] });
});

it('words of importance are put in an order', () => {
  const rows = [
    ['pay_functional', 'pay_dysfunctional', '快速支付 [importance]'],
    ['like', 'dislike', 'dear to me'],
    ['like', 'dislike', 'not dear'],
  ];
  const open = chosenImport(shop, rows);
  expect(open.view.decisions).toMatchObject([{ kind: 'importance', words: ['dear to me', 'not dear'] }]);
  const { view } = chosenImport(shop, rows, { importance: { words: ['not dear', 'dear to me'] } });
  expect(view).toMatchObject({ open: 0, tallies: [{ importance: 5 }] });
});

it('of the waves of a survey one is taken', () => {
  const rows = [
    ['Respondent', 'Wave', 'pay_functional', 'pay_dysfunctional'],
    ['a', '1', 'like', 'dislike'],
    ['a', '2', 'neutral', 'neutral'],
  ];
  const open = chosenImport(shop, rows);
  expect(open.view).toMatchObject({ open: 1, decisions: [{ kind: 'wave', column: 'Wave', values: ['1', '2'] }] });
  const { view } = chosenImport(shop, rows, { columns: { Wave: { kind: 'filter', values: ['2'] } } });
  expect(view).toMatchObject({ open: 0, respondents: 1, tallies: [{ counts: { I: 1 } }] });
});

it('a table with a row for each answer has columns that are fixed, and others that can be chosen', () => {
  const rows = [
    ['Respondent', 'Kind', 'Feature', 'Functional', 'Dysfunctional'],
    ['a', 'x', 'pay', 'like', 'dislike'],
    ['a', 'x', 'look', 'like', 'neutral'],
    ['b', 'y', 'pay', 'like', 'dislike'],
  ];
  const { view } = chosenImport(shop, rows);
  expect(view.groups[0]?.columns.map(({ name, isFixed }) => [name, isFixed])).toEqual([
    ['Respondent', false],
    ['Kind', false],
    ['pay_functional', true],
    ['pay_dysfunctional', true],
    ['look_functional', true],
    ['look_dysfunctional', true],
  ]);
  const filtered = chosenImport(shop, rows, { columns: { Kind: { kind: 'filter', values: ['y'] } } });
  expect(filtered.view).toMatchObject({ respondents: 1, tallies: [{ feature: 'pay', n: 1 }] });
});

it('a scale of importance that is assumed can be changed, and only to one that has all ratings on it', () => {
  const rows = [
    ['pay_functional', 'pay_dysfunctional', '快速支付 [importance]'],
    ['like', 'dislike', '9'],
    ['like', 'dislike', '3'],
  ];
  const assumed = chosenImport(shop, rows);
  const scales = [
    { from: 1, to: 9 },
    { from: 1, to: 10 },
    { from: 0, to: 10 },
  ];
  expect(assumed.view).toMatchObject({
    open: 0,
    canApply: true,
    decisions: [{ kind: 'importance', chosen: { from: 1, to: 9 }, scales }],
    tallies: [{ importance: 6 }],
  });
  const { view } = chosenImport(shop, rows, { importance: { from: 0, to: 10 } });
  expect(view).toMatchObject({ open: 0, decisions: [{ kind: 'importance', chosen: { from: 0, to: 10 } }], tallies: [{ importance: 5.8 }] });
});

it('of the products of an export one is taken, or all', () => {
  const rows = [
    ['Respondent', 'Product', 'pay_functional', 'pay_dysfunctional'],
    ['a', 'Shop', 'like', 'dislike'],
    ['b', 'Other', 'neutral', 'neutral'],
  ];
  const open = chosenImport(shop, rows);
  expect(open.view).toMatchObject({
    ...{ open: 1, canApply: false },
    decisions: [{ kind: 'product', column: 'Product', values: ['Shop', 'Other'] }],
  });
  const one = chosenImport(shop, rows, { columns: { Product: { kind: 'filter', values: ['Shop'] } } });
  expect(one.view).toMatchObject({ open: 0, canApply: true, respondents: 1 });
  const all = chosenImport(shop, rows, { columns: { Product: { kind: 'leave-out' } } });
  expect(all.view).toMatchObject({ open: 0, canApply: true, respondents: 2 });
});

it('a column that may tell respondents apart does, or every row is a respondent', () => {
  const ids = ['x1', 'x2', 'x3', 'x4', 'x5', 'x2'];
  const rows = [['Code', 'pay_functional', 'pay_dysfunctional'], ...ids.map((id) => [id, 'like', 'dislike'])];
  const open = chosenImport(shop, rows);
  expect(open.view).toMatchObject({ open: 1, canApply: false, decisions: [{ kind: 'respondents', column: 'Code' }] });
  const apart = chosenImport(shop, rows, { columns: { Code: { kind: 'respondent' } } });
  expect(apart.view).toMatchObject({ open: 1, decisions: [{ kind: 'duplicates' }] });
  const all = chosenImport(shop, rows, { columns: { Code: { kind: 'leave-out' } } });
  expect(all.view).toMatchObject({ open: 0, canApply: true, respondents: 6 });
});

it('a table with a row for each answer is asked who answered, and which column is which question', () => {
  const rows = [
    ['Wer', 'Was', 'A', 'B'],
    ...['a', 'b', 'c'].flatMap((id) => [
      [id, 'pay', 'like', 'dislike'],
      [id, 'look', 'like', 'neutral'],
    ]),
  ];
  const open = chosenImport(shop, rows);
  expect(open.view.refusals).toContain('Nothing says which of these columns has the answers to which question: “A” and “B”.');
  const columns = { A: { kind: 'functional', feature: 'pay' }, B: { kind: 'dysfunctional', feature: 'pay' } } as const;
  const asked = chosenImport(shop, rows, { columns });
  expect(asked.view).toMatchObject({ open: 1, canApply: false, decisions: [{ kind: 'respondents', column: 'Wer' }] });
  const { view } = chosenImport(shop, rows, { columns: { ...columns, Wer: { kind: 'respondent' } } });
  expect(view).toMatchObject({ open: 0, canApply: true, respondents: 3, tallies: [{ n: 3 }, { n: 3 }] });
});
