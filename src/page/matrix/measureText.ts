import type { Measure } from '../../matrix/textWidth.ts';

/** Measures texts in the font of the page, at the size in pixels that it returns with the measure. */
export function measureOfPage(): { readonly measure: Measure; readonly fontSize: number } {
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const pixels = Math.max(Number.parseFloat(fontSize) - 1, 10);
  const font = `${pixels}px ${fontFamily}`;
  if (font !== fontOfWidths) {
    widths.clear();
    fontOfWidths = font;
  }
  return { measure: (text) => widthOf(text, font), fontSize: pixels };
}

const context = document.createElement('canvas').getContext('2d');
// Titles hardly change while their file is edited, and asking the browser is what takes the time.
const widths = new Map<string, number>();
let fontOfWidths = '';

function widthOf(text: string, font: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (!context) throw new Error('This browser has no canvas to measure text with');
  if (widths.size > 50_000) widths.clear();
  context.font = font;
  const { width } = context.measureText(text);
  widths.set(text, width);
  return width;
}
