import { nothing, type SVGTemplateResult, svg } from 'lit-html';
import { isHollow, shapeOf, symbolPath } from '../../matrix/symbol.ts';
import type { CategoryOrNone } from '../../terms/categoryLabels.ts';

/** The class that gives a category's colour to what is drawn in `currentColor`. */
export function categoryClass(category: CategoryOrNone): string {
  return `category-${category ?? 'none'}`;
}

/** The mark of a category around the origin: hollow with a question mark for an assumption, hollow where its size is not known. */
export function symbolMark(category: CategoryOrNone, assumed: boolean, radius: number, isSizeUnknown = false): SVGTemplateResult {
  const hollow = isHollow(category, assumed) || isSizeUnknown;
  return svg`<path class=${hollow ? 'mark hollow' : 'mark'} d=${symbolPath(shapeOf(category), radius)}></path>${
    assumed ? svg`<text class="assumed" text-anchor="middle" y=${radius * 0.6} font-size=${radius * 1.6}>?</text>` : nothing
  }`;
}
