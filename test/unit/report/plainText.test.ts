import { describe, expect, it } from 'vitest';
import { alignColumns, singleLine } from '../../../src/report/plainText.ts';

describe('aligned columns', () => {
  it('gives Chinese characters two columns', () => {
    expect(
      alignColumns(
        [
          ['功能', '1'],
          ['ab', '22'],
          ['é👍', '3'],
        ],
        ['left', 'right'],
      ),
    ).toEqual(['功能   1', 'ab    22', 'é👍    3']);
  });

  it('leaves no space at the end of a line', () => {
    expect(
      alignColumns(
        [
          ['a', ''],
          ['bb', 'c'],
        ],
        ['left', 'left'],
      ),
    ).toEqual(['a', 'bb  c']);
  });

  it('takes no rows', () => {
    expect(alignColumns([], ['left'])).toEqual([]);
  });
});

describe('a single line', () => {
  it('lets no text change what a terminal shows', () => {
    expect(singleLine('a\tb\r\nc\u2028d')).toBe('a b  c d');
    expect(singleLine('\u001B[31mred\u0007 \u202Eabc \u009B2J')).toBe('�[31mred� �abc �2J');
  });
});
