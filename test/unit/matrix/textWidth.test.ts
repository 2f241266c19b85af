import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsise, estimateWidth } from '../../../src/matrix/textWidth.ts';

const measure = estimateWidth(10);

describe('the estimate', () => {
  it.each([
    ['', 0],
    ['期望', 20],
    ['Ａ', 10],
    ['한국', 20],
    ['e\u0301', 5.8],
    ['👩\u200d🔬', 20],
  ])('of %j is %d pixels at 10 pixels an em', (text, width) => {
    expect(measure(text)).toBeCloseTo(width, 6);
  });

  it('makes an i narrower than an n, and an n narrower than a W', () => {
    expect(measure('i')).toBeLessThan(measure('n'));
    expect(measure('n')).toBeLessThan(measure('W'));
  });
});

describe('ellipsise', () => {
  it('leaves what fits alone', () => {
    expect(ellipsise('Dark mode', measure('Dark mode'), measure)).toBe('Dark mode');
  });

  it('never is wider than asked for, and keeps as much as fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 300 }), (text, width) => {
        const short = ellipsise(text, width, measure);
        expect(measure(short)).toBeLessThanOrEqual(width);
        if (short !== text && short !== '') expect(text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('does not tear characters apart', () => {
    expect(ellipsise('👩\u200d🔬👩\u200d🔬👩\u200d🔬', 35, measure)).toBe('👩\u200d🔬…');
    expect(ellipsise('按时送达的承诺', 45, measure)).toBe('按时送…');
  });

  it('gives nothing where nothing fits', () => {
    expect(ellipsise('Dark mode', 5, measure)).toBe('');
  });
});
