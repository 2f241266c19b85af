import { expect, it } from 'vitest';
import { labelsAt } from './accept.ts';

const head = 'kano: 1\nproduct: P\nfeatures:\n';
const blanks = ' '.repeat(1_000_000);
const brackets = '['.repeat(50_000);
const closing = ']'.repeat(50_000);

// A reader that goes through a line again from each of its characters, or copies a path for each bracket, needs minutes or too much memory.
it.each([
  ['blanks in a value', `${head}  - id: a\n    ti‸tle: A ${blanks}x\n`, 'title'],
  ['blanks before a colon', `${head}  - id: a\n    sta‸tus ${blanks}: planned\n`, 'status'],
  ['blanks in a key without a colon', `${head}  - id: a\n    t ${blanks}x\n    ‸\n`, 'title'],
  ['blanks before the cursor', `${head}  - id: a\n    title: A\n    status: ${blanks}‸\n`, 'planned'],
  ['blanks before the word at the cursor', `${head}  - id: a\n    title: A\n    status: ${blanks}pl‸\n`, 'planned'],
  ['number signs', `${head}  - id: a\n    title: A ${'#'.repeat(1_000_000)}\n    ‸\n`, 'status'],
  ['dashes', `${head}  - id: a\n    title: A\n    x-d:\n      ${'- '.repeat(200_000)}x\n    ‸\n`, 'status'],
  ['brackets', `${head}  - { id: a, ‸, x-d: ${brackets}${closing} }\n`, 'title'],
  ['open brackets', `${head}  - { id: a, ‸, x-d: ${brackets}\n`, 'title'],
])('reads a line once, however many %s it has', (_, marked, label) => {
  expect(labelsAt(marked)).toContain(label);
});

it('offers nothing within very many brackets', () => {
  expect(labelsAt(`${head}  - { id: a, x-d: ${brackets}‸${closing} }\n`)).toEqual([]);
});
