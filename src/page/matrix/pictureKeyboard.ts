import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../matrix/matrixPoint.ts';
import { type PlotArea, positionOf } from '../../matrix/plotArea.ts';
import type { Coordinates } from '../../matrix/rectangle.ts';
import { panZoom, wholePlot, type Zoom, zoomAround } from '../../matrix/zoom.ts';
import { pointInDirection } from './keyboardTarget.ts';

/** What a key does in the picture: leads to a feature, or shows another part of the picture. */
export type PictureTarget = { readonly key: string } | { readonly zoom: Zoom };

/**
 * Arrows lead to the nearest symbol in their direction, or move the picture where there is none in sight; with Shift they always move it.
 * Home and End lead to the first and the last feature of the build order (`points` has all, in that order). + and − zoom around the focused
 * symbol, 0 shows the whole. `null` for other keys.
 */
export function pictureTarget(
  { key: pressed, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  focused: string | null,
  layout: MatrixLayout,
  points: readonly MatrixPoint[],
): PictureTarget | null {
  const { zoom } = layout;
  const end = pressed === 'Home' ? points[0] : pressed === 'End' ? points.at(-1) : undefined;
  if (end) return { key: end.key };
  if (pressed === '+' || pressed === '=') return { zoom: zoomAround(zoom, zoomStep, placeOf(focused, layout)) };
  if (pressed === '-' || pressed === '_') return { zoom: zoomAround(zoom, 1 / zoomStep, placeOf(focused, layout)) };
  if (pressed === '0') return { zoom: wholePlot };
  const next = shiftKey ? null : pointInDirection(pressed, focused, layout);
  if (next !== null) return { key: next };
  const step = panSteps[pressed];
  return step && zoom.scale > 1 ? { zoom: panZoom(zoom, ...step) } : null;
}

/** What to look at so that a feature is in sight: the same where it is already, else as close, with the feature in the middle. */
export function zoomShowing(point: MatrixPoint, { area, zoom }: Pick<MatrixLayout, 'area' | 'zoom'>): Zoom {
  const { x, y } = shareOfPlot(positionOf(point, area), area);
  return Math.abs(x - 0.5) <= 0.5 && Math.abs(y - 0.5) <= 0.5 ? zoom : panZoom(zoom, x - 0.5, y - 0.5);
}

/** Where the focused symbol is, in shares of the plot; its middle without one. */
function placeOf(focused: string | null, { points, area }: MatrixLayout): Coordinates {
  const found = points.find(({ point }) => point.key === focused);
  return found ? shareOfPlot(found.exact, area) : { x: 0.5, y: 0.5 };
}

function shareOfPlot({ x, y }: Coordinates, { plot }: PlotArea): Coordinates {
  return { x: (x - plot.left) / (plot.right - plot.left), y: (y - plot.top) / (plot.bottom - plot.top) };
}

const zoomStep = 1.5;
const panSteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.25, 0],
  ArrowRight: [0.25, 0],
  ArrowUp: [0, -0.25],
  ArrowDown: [0, 0.25],
};
