import { type SVGTemplateResult, svg } from 'lit-html';
import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import type { PlacedPoint } from '../../matrix/placePoints.ts';
import { wrapText } from '../../matrix/wrapText.ts';
import { measureOfPage } from './measureText.ts';

/** The title of a feature whose label was shortened or left out, in front of everything while the feature is looked at. */
export function wholeTitleView({ point, center, radius }: PlacedPoint, { area: { plot }, fontSize }: MatrixLayout): SVGTemplateResult {
  const { measure } = measureOfPage();
  const room = plot.right - plot.left - 24;
  const lines =
    point.title.length < room && measure(point.title) <= Math.min(room, fontSize * 24)
      ? [point.title]
      : wrapText(point.title, room, measure).lines;
  const half = Math.max(0, ...lines.map(measure)) / 2 + 8;
  const x = Math.min(Math.max(center.x, plot.left + half), plot.right - half);
  const line = Math.round(fontSize * 1.25);
  const above = center.y - radius - 9 - (lines.length - 1) * line;
  const first = above < plot.top + fontSize ? center.y + radius + 8 + fontSize : above;
  return svg`<g class="label whole" aria-hidden="true">
    <rect class="plate" x=${x - half + 2} y=${first - fontSize - 2} width=${half * 2 - 4} height=${lines.length * line + 4} rx="3"></rect>${lines.map(
      (text, index) => svg`<text x=${x} y=${first + index * line} text-anchor="middle">${text}</text>`,
    )}</g>`;
}
