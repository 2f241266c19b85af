import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { type Category, categories } from '../../document/format/model.ts';
import { shapeOf, symbolPath } from '../../matrix/symbol.ts';
import { quadrantLabel } from '../../terms/categoryLabels.ts';
import { categoryClass } from '../elements.ts';

export interface SmallPoint {
  readonly key: string;
  readonly category: Category | null;
  readonly better: number;
  readonly worse: number;
}

const side = 200;
const margin = 8;

/**
 * A matrix without words and numbers, to compare with the ones beside it. A picture only: the table below says the same in words and takes
 * the keyboard. A click selects the nearest feature.
 */
export function smallMatrix(points: readonly SmallPoint[], active: string | null): TemplateResult {
  const front = points.find(({ key }) => key === active);
  const middle = side / 2;
  return html`<svg class="small" viewBox="0 0 ${side} ${side}" aria-hidden="true">
    <rect class="plot" x="0.5" y="0.5" width=${side - 1} height=${side - 1}></rect>
    <path class="cut" d="M${middle} 0V${side}M0 ${middle}H${side}"></path>
    <g class="quadrants">
      <text x="6" y="14">${quadrantLabel('A')}</text>
      <text x=${side - 6} y="14" text-anchor="end">${quadrantLabel('O')}</text>
      <text x="6" y=${side - 6}>${quadrantLabel('I')}</text>
      <text x=${side - 6} y=${side - 6} text-anchor="end">${quadrantLabel('M')}</text>
    </g>
    ${categories.map((category) =>
      marksView(
        points.filter((point) => point.category === category),
        category,
      ),
    )}
    ${front ? svg`<circle class="selection" cx=${placeOf(front).x} cy=${placeOf(front).y} r="8"></circle>` : nothing}
  </svg>`;
}

/** The point that a click in such a picture means, within a few pixels. */
export function smallPointAt(points: readonly SmallPoint[], picture: Element, event: MouseEvent): string | null {
  const box = picture.getBoundingClientRect();
  const scale = side / box.width;
  const at = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  let nearest: string | null = null;
  let least = 14;
  for (const point of points) {
    const { x, y } = placeOf(point);
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance < least) [nearest, least] = [point.key, distance];
  }
  return nearest;
}

function marksView(points: readonly SmallPoint[], category: Category) {
  const path = symbolPath(shapeOf(category), points.length > 200 ? 2.5 : 4);
  return svg`<g class=${categoryClass(category)}>${repeat(
    points.slice(0, mostMarks),
    ({ key }) => key,
    (point) => svg`<path class="mark" d=${path} transform="translate(${placeOf(point).x} ${placeOf(point).y})"></path>`,
  )}</g>`;
}

/** More marks of a category than these cover each other anyway. */
const mostMarks = 600;

function placeOf({ better, worse }: SmallPoint): { readonly x: number; readonly y: number } {
  const room = side - 2 * margin;
  return { x: Math.round((margin - worse * room) * 10) / 10, y: Math.round((side - margin - better * room) * 10) / 10 };
}
