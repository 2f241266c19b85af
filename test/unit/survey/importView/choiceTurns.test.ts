import { expect, it } from 'vitest';
import { ChoiceTurns } from '../../../../src/survey/importView/choiceTurns.ts';
import { changedChoices, noChoices } from '../../../../src/survey/importView/importChoices.ts';
import { readPageMessage } from '../../../../src/survey/importView/importMessages.ts';
import { chosenImport, shop } from './chosenImport.ts';

const { view } = chosenImport(shop, [
  ['pay_functional', 'pay_dysfunctional'],
  ['like', 'dislike'],
]);
const viewOf = (turn: number) =>
  ({ type: 'view', language: 'en', view, turn, memory: { files: ['file:///a.csv'], into: 'file:///shop.kano.yaml' } }) as const;

it('only what was read with the last choice may be applied', () => {
  const turns = new ChoiceTurns();
  expect(turns.isShown).toBe(false);
  expect([turns.accepts(viewOf(0)), turns.isShown]).toEqual([true, true]);
  turns.next();
  expect(turns.isShown).toBe(false);
  turns.next();
  expect([turns.accepts(viewOf(1)), turns.isShown]).toEqual([false, false]);
  expect([turns.accepts(viewOf(2)), turns.isShown, turns.last]).toEqual([true, true, 2]);
});

it('nothing may be applied after reading was stopped, until it is read again', () => {
  const turns = new ChoiceTurns();
  turns.accepts(viewOf(0));
  turns.accepts({ type: 'stopped' });
  turns.accepts({ type: 'refused', text: 'No' });
  expect(turns.isShown).toBe(false);
  expect([turns.accepts(viewOf(0)), turns.isShown]).toEqual([true, true]);
});

it('what is to be applied has the number of its choices', () => {
  expect(readPageMessage({ type: 'apply', turn: 3 })).toEqual({ type: 'apply', turn: 3 });
  expect(readPageMessage({ type: 'apply' })).toBeUndefined();
});

it('answers of one survey that may give way say nothing of another', () => {
  const choices = { ...noChoices, replace: true, saveMap: true };
  expect(changedChoices(choices, { survey: { kind: 'none' } })).toMatchObject({ replace: false, survey: { kind: 'none' }, saveMap: true });
  expect(changedChoices(choices, { saveMap: false }).replace).toBe(true);
});
