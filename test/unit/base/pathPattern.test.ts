import { expect, it } from 'vitest';
import { matchesPath } from '../../../src/base/pathPattern.ts';

it.each([
  ['*', 'a', true],
  ['**', 'a/b', true],
  ['a', 'x/a/b', true],
  ['/a', 'x/a', false],
  ['a/b', 'x/a/b', false],
  ['**/a/b', 'x/y/a/b/c', true],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'a/x/y/c', false],
  ['a/*/b', 'a/b', false],
  ['a*c?e', 'abbbcde', true],
  ['a*c?e', 'abbbce', false],
  ['?', '😀', true],
  ['[a]', '[a]', true],
  ['[a]', 'a', false],
  ['.', 'a', false],
  ['/', 'a', false],
])('%s and %s: %s', (pattern, path, expected) => {
  expect(matchesPath(pattern, path)).toBe(expected);
});

it('takes no longer for a hostile pattern', () => {
  const path = `${'a'.repeat(250)}/`.repeat(16);
  expect(matchesPath(`${'*a'.repeat(499)}b`, path)).toBe(false);
  expect(matchesPath(`${'**/*a*/'.repeat(140)}b`, path)).toBe(false);
});
