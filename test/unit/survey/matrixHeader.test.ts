import { expect, it } from 'vitest';
import { matrixHeaders } from '../../../src/survey/answers/matrixHeader.ts';

it.each([
  ['How do you feel with it? [Pay fast]', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it? >> Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it? - Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it?—Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it? — Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['3、如果有以下功能，您觉得如何？——快速支付', ['3、如果有以下功能，您觉得如何？', '快速支付']],
  ['With it—how do you feel?—Pay fast', ['With it—how do you feel?', 'Pay fast']],
  ['With it—Pay—fast', ['With it', 'Pay—fast']],
])('%s has the stem and the row %j', (header, [stem, row]) => {
  expect(matrixHeaders([header])).toContainEqual({ stem, row });
});

it('a dash at an end, and a hyphen in a word, separate nothing', () => {
  expect(['—Pay fast', 'Pay fast—', 'e-mail', '—'].flatMap((header) => matrixHeaders([header]))).toEqual([]);
});
