import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import { backToFront, mostWhiskers } from '../../matrix/matrixSvg.ts';
import { fillOfSymbol, type PlacedPoint } from '../../matrix/placePoints.ts';
import { leaderPath, whiskerPath } from '../../matrix/plotPaths.ts';
import { categoryClass, symbolMark } from '../elements.ts';
import { arrowView, dotsView, frameView, pictureLegendView, textView, wholeTitleView } from './matrixParts.ts';
import type { PictureGestures } from './pictureGestures.ts';

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
  readonly gestures: PictureGestures;
  /** What a screen reader says of a symbol. */
  describe(key: string): string;
  onKey(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
  onDoubleClick(event: MouseEvent): void;
  onPointer(event: PointerEvent): void;
  onLeave(): void;
  onFocus(event: FocusEvent): void;
}

/** The matrix, drawn in theme colours by class names; its symbols are buttons with one tab stop for all. */
export function matrixView(view: MatrixView): TemplateResult {
  const { layout, active, selected, gestures } = view;
  const front = layout.points.find(({ point }) => point.key === active);
  const isWhole = !front || (front.label?.isWhole ?? false);
  const ring = layout.points.find(({ point }) => point.key === selected);
  const clip = layout.zoom.scale > 1 ? 'url(#plot-clip)' : nothing;
  // Chromium lets the Tab key stop at a picture that listens for focus, so the element around it does.
  return html`<div class="stage" tabindex="-1" @keydown=${view.onKey} @focusin=${view.onFocus} @focusout=${view.onFocus}><svg
    class=${layout.zoom.scale > 1 ? 'picture zoomed' : 'picture'}
    role="group"
    aria-label=${view.label}
    width=${layout.width}
    height=${layout.height}
    font-size=${layout.fontSize}
    @click=${(event: MouseEvent) => gestures.wasDragged || view.onClick(event)}
    @dblclick=${(event: MouseEvent) => view.onDoubleClick(event)}
    @pointermove=${(event: PointerEvent) => gestures.move(event, layout) || view.onPointer(event)}
    @pointerdown=${(event: PointerEvent) => gestures.press(event)}
    @pointerup=${(event: PointerEvent) => gestures.release(event)}
    @pointercancel=${(event: PointerEvent) => gestures.release(event)}
    @wheel=${{ handleEvent: (event: WheelEvent) => gestures.wheel(event, layout), passive: false }}
    @pointerleave=${view.onLeave}
  >
    <g aria-hidden="true">
      ${guard([layout], () => backgroundView(layout, clip))}
      ${ring ? svg`<circle class="selection" cx=${ring.center.x} cy=${ring.center.y} r=${ring.radius + 4.5}></circle>` : nothing}
      ${front ? svg`<g class="whiskers front" clip-path=${clip}><path class=${categoryClass(front.point.category)} d=${whiskerPath(front)}></path></g>` : nothing}
    </g>
    ${guard(
      [layout, view.rows, selected, view.tabStop],
      () => svg`<g class="points">${repeat(symbolsOf(layout), keyOf, (placed) => pointView(placed, view))}</g>`,
    )}
    ${front?.isDot ? svg`<g aria-hidden="true" class="point ${categoryClass(front.point.category)}" transform="translate(${front.center.x} ${front.center.y})">${symbolMark(front.point.category, front.point.assumed, 4, fillOfSymbol(front))}</g>` : nothing}
    <g class=${isWhole ? 'labels' : 'labels with-whole'} aria-hidden="true">${guard([layout], () => labelsView(layout))}</g>
    ${front && !isWhole ? wholeTitleView(front, layout) : nothing}
  </svg></div>`;
}

function backgroundView(layout: MatrixLayout, clip: string | typeof nothing): SVGTemplateResult {
  const symbols = layout.points.filter(({ isDot }) => !isDot);
  const whiskered = layout.intervals && symbols.length <= mostWhiskers ? symbols : [];
  return svg`${frameView(layout)}
    ${dotsView(layout)}
    <g class="whiskers" clip-path=${clip}>
      ${repeat(whiskered, keyOf, (placed) => svg`<path class=${categoryClass(placed.point.category)} d=${whiskerPath(placed)}></path>`)}
    </g>
    <g class="drift" clip-path=${clip}>${symbols.map(arrowView)}</g>
    <path class="leaders" clip-path=${clip} d=${symbols.map(leaderPath).join('')}></path>
    ${pictureLegendView(layout)}`;
}

function symbolsOf(layout: MatrixLayout): PlacedPoint[] {
  return backToFront(layout.points.filter(({ isDot }) => !isDot));
}

function labelsView(layout: MatrixLayout): SVGTemplateResult {
  const labels = layout.points.flatMap(({ point, label }) => (label ? [{ key: point.key, lines: label.lines }] : []));
  return svg`${repeat(
    labels,
    ({ key }) => key,
    ({ key, lines }) => svg`<g class="label" data-key=${key}>${lines.map(textView)}</g>`,
  )}`;
}

function keyOf({ point }: PlacedPoint): string {
  return point.key;
}

function pointView(placed: PlacedPoint, view: MatrixView): SVGTemplateResult {
  const { point, center, radius } = placed;
  const { key, category, assumed } = point;
  return svg`<g
    class="point ${categoryClass(category)}"
    role="button"
    data-key=${key}
    tabindex=${key === view.tabStop ? 0 : -1}
    aria-label=${view.describe(key)}
    aria-current=${key === view.selected ? 'true' : nothing}
    transform="translate(${center.x} ${center.y})"
  ><circle class="focus" r=${radius + 5}></circle>${symbolMark(category, assumed, radius, fillOfSymbol(placed))}</g>`;
}
