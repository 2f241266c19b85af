import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { MatrixLayout, PlacedPoint } from '../matrix/layoutMatrix.ts';
import type { MatrixFrame, TextLine } from '../matrix/matrixFrame.ts';
import { tickMarks } from '../matrix/matrixSvg.ts';
import { ellipsise } from '../matrix/textWidth.ts';
import { measureOfPage } from './measureText.ts';
import { categoryClass, symbolMark } from './symbolView.ts';

export interface MatrixView {
  readonly layout: MatrixLayout;
  readonly label: string;
  /** The feature under the pointer or the keyboard, else the selected one. */
  readonly active: string | null;
  readonly selected: string | null;
  /** The one symbol that the Tab key stops at. */
  readonly tabStop: string | null;
  /** What the descriptions are made from. */
  readonly rows: readonly unknown[];
  /** What a screen reader says of a symbol. */
  describe(key: string): string;
  onKey(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
  onPointer(event: PointerEvent): void;
  onLeave(): void;
  onFocus(event: FocusEvent): void;
}

/** The matrix, drawn in theme colours by class names; its symbols are buttons with one tab stop for all. */
export function matrixView(view: MatrixView): TemplateResult {
  const { layout, active, selected } = view;
  const front = layout.points.find(({ point }) => point.key === active);
  const whole = front && front.label?.text !== front.point.title ? wholeTitle(front, layout) : null;
  const ring = layout.points.find(({ point }) => point.key === selected);
  // Chromium lets the Tab key stop at a picture that listens for focus, so the element around it does.
  return html`<div class="stage" @keydown=${view.onKey} @focusin=${view.onFocus} @focusout=${view.onFocus}><svg
    class="picture"
    role="group"
    aria-label=${view.label}
    width=${layout.width}
    height=${layout.height}
    font-size=${layout.fontSize}
    @click=${view.onClick}
    @pointermove=${view.onPointer}
    @pointerleave=${view.onLeave}
  >
    <g aria-hidden="true">
      ${guard([layout], () => backgroundView(layout))}
      ${ring ? svg`<circle class="selection" cx=${ring.center.x} cy=${ring.center.y} r=${ring.radius + 4.5}></circle>` : nothing}
      ${front ? svg`<g class="whiskers front"><path class=${categoryClass(front.point.category)} d=${whiskerPath(front)}></path></g>` : nothing}
    </g>
    ${guard(
      [layout, view.rows, selected, view.tabStop],
      () => svg`<g class="points">${repeat(layout.points, keyOf, (placed) => pointView(placed, view))}</g>`,
    )}
    <g class=${whole ? 'labels with-whole' : 'labels'} aria-hidden="true">${guard([layout], () => labelsView(layout))}</g>
    ${whole}
  </svg></div>`;
}

/** Whiskers of more points than these would hide what they belong to; they show when their point is looked at. */
const mostWhiskers = 120;

function backgroundView(layout: MatrixLayout): SVGTemplateResult {
  const whiskered = layout.points.length > mostWhiskers ? [] : layout.points;
  return svg`${frameView(layout.frame)}
    <g class=${layout.points.length > 40 ? 'whiskers crowded' : 'whiskers'}>
      ${repeat(whiskered, keyOf, (placed) => svg`<path class=${categoryClass(placed.point.category)} d=${whiskerPath(placed)}></path>`)}
    </g>
    <path class="leaders" d=${layout.points.map(leaderPath).join('')}></path>`;
}

function labelsView(layout: MatrixLayout): SVGTemplateResult {
  const labels = layout.points.flatMap(({ point, label }) => (label ? [{ key: point.key, label }] : []));
  return svg`${repeat(
    labels,
    ({ key }) => key,
    ({ key, label }) => svg`<text class="label" data-key=${key} x=${label.x} y=${label.y} text-anchor=${label.anchor}>${label.text}</text>`,
  )}`;
}

function keyOf({ point }: PlacedPoint): string {
  return point.key;
}

function pointView({ point, center, radius }: PlacedPoint, view: MatrixView): SVGTemplateResult {
  const { key, category, assumed } = point;
  return svg`<g
    class="point ${categoryClass(category)}"
    role="button"
    data-key=${key}
    tabindex=${key === view.tabStop ? 0 : -1}
    aria-label=${view.describe(key)}
    aria-current=${key === view.selected ? 'true' : nothing}
    transform="translate(${center.x} ${center.y})"
  ><circle class="focus" r=${radius + 5}></circle>${symbolMark(category, assumed, radius)}</g>`;
}

/** The title of a feature whose label was shortened or left out, in front of everything while the feature is looked at. */
function wholeTitle({ point, center, radius }: PlacedPoint, { frame: { plot } }: MatrixLayout): SVGTemplateResult {
  const { measure } = measureOfPage();
  const title = ellipsise(point.title, plot.right - plot.left - 24, measure);
  const half = measure(title) / 2 + 8;
  const x = Math.min(Math.max(center.x, plot.left + half), plot.right - half);
  const y = center.y < plot.top + 40 ? center.y + radius + 20 : center.y - radius - 9;
  return svg`<text class="label whole" aria-hidden="true" x=${x} y=${y} text-anchor="middle">${title}</text>`;
}

function frameView({ plot, area, cut, ...frame }: MatrixFrame): SVGTemplateResult {
  const texts = [...frame.horizontalTicks, ...frame.verticalTicks, frame.betterTitle, frame.worseTitle];
  return svg`
    <rect class="plot" x=${plot.left} y=${plot.top} width=${plot.right - plot.left} height=${plot.bottom - plot.top}></rect>
    <path class="cut" d="M${cut.x} ${plot.top}V${plot.bottom}M${plot.left} ${cut.y}H${plot.right}"></path>
    <path class="ticks" d=${tickMarks(area, plot, cut)}></path>
    <g class="axes">${texts.map(textView)}</g>
    <g class="quadrants">${frame.quadrantNames.map(textView)}</g>`;
}

function textView({ text, x, y, anchor }: TextLine): SVGTemplateResult {
  return svg`<text x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}

function whiskerPath({ spot, worseWhisker, betterWhisker }: Pick<PlacedPoint, 'spot' | 'worseWhisker' | 'betterWhisker'>): string {
  const across = worseWhisker ? `M${worseWhisker[0]} ${spot.y}H${worseWhisker[1]}` : '';
  return betterWhisker ? `${across}M${spot.x} ${betterWhisker[0]}V${betterWhisker[1]}` : across;
}

function leaderPath({ moved, spot, center, label }: PlacedPoint): string {
  const toSpot = moved ? `M${spot.x} ${spot.y}L${center.x} ${center.y}` : '';
  if (!label?.leader) return toSpot;
  const { from, to } = label.leader;
  return `${toSpot}M${from.x} ${from.y}L${to.x} ${to.y}`;
}
