import { expect, it } from 'vitest';
import { labelsAt } from './accept.ts';

const head = 'kano: 1\nproduct: P\nfeatures:\n';
const blanks = ' '.repeat(1_000_000);
const brackets = '['.repeat(50_000);
const closing = ']'.repeat(50_000);
/** What a reader may take for a token, a separator, or the start of either. */
const runs = [
  ' ',
  '\t',
  '\\\\',
  "''",
  '""',
  '[',
  '{',
  '- ',
  '#',
  ' #',
  'a:',
  'a: ',
  '.',
  '-',
  'a ',
  '<!--',
  '\u00A0',
  '\u2028',
  '用',
  '\u0301',
];

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
  ['keys in brackets', `${head}  - { id: a, ‸, x-d: ${'a: '.repeat(200_000)}}\n`, 'title'],
  ['open brackets', `${head}  - { id: a, ‸, x-d: ${brackets}\n`, 'title'],
])('reads a line once, however many %s it has', (_, marked, label) => {
  expect(labelsAt(marked)).toContain(label);
});

it('offers nothing within very many brackets', () => {
  expect(labelsAt(`${head}  - { id: a, x-d: ${brackets}‸${closing} }\n`)).toEqual([]);
});

it.each(runs)('suggests in and below lines of %j', (run) => {
  const long = run.repeat(200_000 / run.length);
  const features = (title: string, last: string) => `${head}  - id: a\n    ${title}: A\n    x-a: A${long}x\n    x-b${long}\n    ${last}`;
  expect(labelsAt(features('ti‸tle', ''))).toContain('title');
  expect(labelsAt(features('title', '‸'))).toBeInstanceOf(Array);
});
