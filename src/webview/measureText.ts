import type { Measure } from '../matrix/textWidth.ts';

/** Measures texts in the font of the page, at the size in pixels that it returns with the measure. */
export function measureOfPage(): { readonly measure: Measure; readonly fontSize: number } {
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const pixels = Math.max(Number.parseFloat(fontSize) - 1, 10);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser has no canvas to measure text with');
  context.font = `${pixels}px ${fontFamily}`;
  return { measure: (text) => context.measureText(text).width, fontSize: pixels };
}
