import { nothing, type SVGTemplateResult, svg } from 'lit-html';
import { categories } from '../../document/format/model.ts';
import { arrowHead, arrowLine, type DriftArrow } from '../../matrix/driftArrow.ts';
import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import type { LegendEntry } from '../../matrix/matrixLegend.ts';
import type { PlacedPoint } from '../../matrix/placePoints.ts';
import type { TextLine } from '../../matrix/plotArea.ts';
import { cutPath, dotPath, gridPath, quadrantAreas, tickPath } from '../../matrix/plotPaths.ts';
import { leftHalfPath, symbolPath } from '../../matrix/symbol.ts';
import { wrapText } from '../../matrix/wrapText.ts';
import { categoryClass } from '../elements.ts';
import { measureOfPage } from './measureText.ts';

/** Plot, grid, cut, numbers and names. */
export function frameView({ area, zoom }: MatrixLayout): SVGTemplateResult {
  const { plot } = area;
  const [width, height] = [plot.right - plot.left, plot.bottom - plot.top];
  return svg`
    ${zoom.scale > 1 ? svg`<clipPath id="plot-clip"><rect x=${plot.left} y=${plot.top} width=${width} height=${height}></rect></clipPath>` : nothing}
    <g class="tints">${quadrantAreas(area).map(
      ({ quadrant, area: { left, top, right, bottom } }) =>
        svg`<rect class=${categoryClass(quadrant)} x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>`,
    )}</g>
    <path class="grid" d=${gridPath(area)}></path>
    <path class="cut" d=${cutPath(area)}></path>
    <rect class="plot" x=${plot.left} y=${plot.top} width=${width} height=${height}></rect>
    <path class="ticks" d=${tickPath(area)}></path>
    <g class="axes">
      ${[...area.horizontalTicks, ...area.verticalTicks].map(textView)}
      ${[area.upTitle, area.acrossTitle].map(textView)}
    </g>
    <g class="quadrants">${area.quadrantNames.map(textView)}</g>`;
}

/** The points that have no room for a symbol: one path for all of a category. */
export function dotsView({ points }: MatrixLayout): SVGTemplateResult | typeof nothing {
  const dots = points.filter(({ isDot }) => isDot);
  if (dots.length === 0) return nothing;
  return svg`<g class="dots">${[...categories, null].map((category) => {
    const path = dotPath(dots.filter(({ point }) => point.category === category));
    return path === '' ? nothing : svg`<path class=${categoryClass(category)} d=${path}></path>`;
  })}</g>`;
}

/** Where a point was in the survey before. */
export function arrowView({ point, arrow }: PlacedPoint): SVGTemplateResult | typeof nothing {
  if (!arrow) return nothing;
  return svg`<g class=${categoryClass(point.category)}>${arrowLines(arrow)}</g>
    <circle class=${categoryClass(point.before?.category ?? null)} cx=${arrow.from.x} cy=${arrow.from.y} r="2"></circle>`;
}

/** The signs in the picture that the legend of the categories does not explain. */
export function pictureLegendView({ legend, fontSize }: MatrixLayout): SVGTemplateResult {
  return svg`<g class="picture-legend">${legend.map((entry) => svg`${signView(entry, fontSize)}<text x=${entry.label.x} y=${entry.label.y}>${entry.text}</text>`)}</g>`;
}

export function textView({ text, bold = 0, x, y, anchor }: TextLine): SVGTemplateResult {
  const first = bold === 0 ? nothing : svg`<tspan class="bold">${text.slice(0, bold)}</tspan>`;
  return svg`<text x=${x} y=${y} text-anchor=${anchor}>${first}${text.slice(bold)}</text>`;
}

function arrowLines(arrow: DriftArrow): SVGTemplateResult {
  return svg`<path class=${arrow.significant ? nothing : 'chance'} d=${arrowLine(arrow)}></path><path d=${arrowHead(arrow)}></path>`;
}

function signView({ sign, at }: LegendEntry, fontSize: number): SVGTemplateResult | typeof nothing {
  switch (sign.kind) {
    case 'undecided': {
      const radius = fontSize * 0.42;
      return svg`<g transform="translate(${at.x} ${at.y})">
        <path class="sample unknown" d=${symbolPath('circle', radius)}></path><path class="sample" d=${leftHalfPath('circle', radius)}></path>
      </g>`;
    }
    case 'few':
      return svg`<circle class="sample unknown" cx=${at.x} cy=${at.y} r=${fontSize * 0.42}></circle>`;
    case 'size':
      return svg`<circle class=${sign.unknown ? 'sample unknown' : 'sample'} cx=${at.x} cy=${at.y} r=${sign.radius}></circle>`;
    case 'arrow':
      return svg`<g class="drift">${arrowLines({ from: { x: at.x - fontSize, y: at.y }, to: { x: at.x + fontSize, y: at.y }, significant: sign.significant })}</g>`;
    case 'cut':
      return svg`<path class="cut" d="M${at.x - fontSize} ${at.y}h${fontSize * 2}"></path>`;
    case 'dot':
      return svg`<circle class="sample" cx=${at.x} cy=${at.y} r="1.5"></circle>`;
    default:
      return nothing;
  }
}

/** The title of a feature whose label was shortened or left out, in front of everything while the feature is active. */
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
