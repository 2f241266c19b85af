import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forget, keep, readKept } from '../../../src/questionnairePage/keptAnswers.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('keeps answers of the same respondent in another tab, or in another questionnaire of the product', () => {
  const { respondent } = readKept('Shop');
  keep('Shop', { respondent, answers: { a_functional: 'like', b_functional: 'neutral' } });
  keep('Shop', { respondent, answers: { b_functional: 'dislike', c_functional: 'must-be' } });
  expect(readKept('Shop')).toEqual({ respondent, answers: { a_functional: 'like', b_functional: 'dislike', c_functional: 'must-be' } });
  expect(readKept('Other').answers).toEqual({});
});

it('does not mix answers of two respondents', () => {
  keep('Shop', { respondent: 'r0123456789ab', answers: { a_functional: 'like' } });
  keep('Shop', { respondent: 'rba9876543210', answers: { b_functional: 'like' } });
  expect(readKept('Shop')).toEqual({ respondent: 'rba9876543210', answers: { b_functional: 'like' } });
  forget('Shop');
  expect(readKept('Shop').answers).toEqual({});
});
