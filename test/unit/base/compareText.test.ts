import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/base/compareText.ts';

describe('the order of texts', () => {
  it('is by code unit, whatever language is spoken', () => {
    expect(['é', 'z', 'a', 'B', '', '10', '9', '搜', 'ab'].sort(compareText)).toEqual(['', '10', '9', 'B', 'a', 'ab', 'z', 'é', '搜']);
    expect(['a', 'b'].map((text) => compareText(text, 'a'))).toEqual([0, 1]);
  });
});
