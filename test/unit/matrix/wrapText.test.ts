import fc from 'fast-check';
import { expect, it } from 'vitest';
import { estimateWidth } from '../../../src/matrix/textWidth.ts';
import { wrapText } from '../../../src/matrix/wrapText.ts';

const measure = estimateWidth(12);

it.each([
  ['Description matches the product', 140, ['Description', 'matches the product']],
  ['Same-day delivery', 70, ['Same-day', 'delivery']],
  ['下单前显示送达日期', 72, ['下单前显示', '送达日期']],
  ['Checkout with one hand on the phone while walking', 110, ['Checkout with one', 'hand on the pho…']],
  ['Unbreakable', 40, ['Unbr…']],
])('%s within %i pixels', (text, width, lines) => {
  const wrapped = wrapText(text, width, measure);
  expect(wrapped.lines).toEqual(lines);
  expect(wrapped.isWhole).toBe(!lines.join('').includes('…'));
});

it('starts no line with closing punctuation, and ends none with an opening bracket', () => {
  for (let width = 30; width < 120; width += 6) {
    const [first = '', second = ''] = wrapText('显示库存（含门店），再下单', width, measure).lines;
    expect(second).not.toMatch(/^[），。]/);
    expect(first).not.toMatch(/（$/);
  }
});

it('never exceeds the width or two lines, and says truly whether it holds the whole text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'W', ' ', '-', '中', '，', 'é', '👍'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 300 }), (words, width) => {
      const { lines, isWhole } = wrapText(words, width, measure);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width + 1e-9);
      if (isWhole) expect(lines.join('').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''));
    }),
  );
});

it('does not read a title of many pages', () => {
  let longest = 0;
  const watched = (text: string) => {
    longest = Math.max(longest, text.length);
    return measure(text);
  };
  const { lines, isWhole } = wrapText('very '.repeat(20_000), 100, watched);
  expect([lines.length, isWhole]).toEqual([2, false]);
  expect(longest).toBeLessThan(300);
});
