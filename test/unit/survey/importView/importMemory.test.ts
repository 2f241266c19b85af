import { expect, it } from 'vitest';
import { noChoices } from '../../../../src/survey/importView/importChoices.ts';
import { readMemory } from '../../../../src/survey/importView/importMemory.ts';

const kept = { files: ['file:///a.csv'], into: 'file:///shop.kano.yaml', choices: noChoices };

it('leads back to files, product and choices', () => {
  expect(readMemory(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

it.each([undefined, null, {}, { ...kept, files: [] }, { ...kept, files: [1] }, { ...kept, into: '' }, { ...kept, choices: {} }])(
  'is nothing of %j',
  (other) => {
    expect(readMemory(other)).toBeUndefined();
  },
);
