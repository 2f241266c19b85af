import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../matrix/matrixPoint.ts';
import type { PlacedPoint } from '../../matrix/placePoints.ts';
import { plottedValues } from '../../matrix/plot.ts';
import { type PlotArea, positionOf } from '../../matrix/plotArea.ts';
import type { Coordinates } from '../../matrix/rectangle.ts';
import { panZoom, wholePlot, type Zoom, zoomAround, zoomOn } from '../../matrix/zoom.ts';

/** What a key does in the picture: leads to a feature, or shows another part of the picture. */
export type PictureTarget = { readonly key: string } | { readonly zoom: Zoom };

/**
 * Arrows lead to the nearest symbol in their direction, or move the picture where there is none in sight; with Shift they always move it.
 * Home and End lead to the first and the last feature of the build order (`points` has all, in that order). + and − zoom around the focused
 * symbol, 1 zooms on all features, 0 shows the whole. `null` for other keys.
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
  if (pressed === '+' || pressed === '=') return { zoom: zoomAround(zoom, zoomStep, shareOfFocused(focused, layout)) };
  if (pressed === '-' || pressed === '_') return { zoom: zoomAround(zoom, 1 / zoomStep, shareOfFocused(focused, layout)) };
  if (pressed === '0') return { zoom: wholePlot };
  if (pressed === '1') return { zoom: zoomOnPoints(points, layout) };
  const next = shiftKey ? null : pointInDirection(pressed, focused, layout);
  if (next !== null) return { key: next };
  const step = panSteps[pressed];
  return step && zoom.scale > 1 ? { zoom: panZoom(zoom, ...step) } : null;
}

/** The zoom that brings a feature into sight: the same where it is already, else as close, with the feature in the middle. */
export function zoomShowing(point: MatrixPoint, { area, zoom }: Pick<MatrixLayout, 'area' | 'zoom'>): Zoom {
  const values = plottedValues(point, area.shows);
  if (values === null) return zoom;
  const { x, y } = shareOfPlot(positionOf(values, area), area);
  return Math.abs(x - 0.5) <= 0.5 && Math.abs(y - 0.5) <= 0.5 ? zoom : panZoom(zoom, x - 0.5, y - 0.5);
}

/** The closest zoom that shows all features. */
export function zoomOnPoints(points: readonly MatrixPoint[], { area, zoom }: Pick<MatrixLayout, 'area' | 'zoom'>): Zoom {
  const shares = points.flatMap((point) => {
    const values = plottedValues(point, area.shows);
    if (values === null) return [];
    const { x, y } = shareOfPlot(positionOf(values, area), area);
    return [{ x: zoom.x + (x - 0.5) / zoom.scale, y: zoom.y + (y - 0.5) / zoom.scale }];
  });
  return zoomOn(shares);
}

/** The symbol that a pointer means: the nearest within reach, so that small symbols are as easy to hit as large ones. */
export function nearestSymbol(points: readonly PlacedPoint[], pointer: Coordinates): string | null {
  let nearest: string | null = null;
  let least = reach;
  for (const { point, center } of points) {
    const distance = Math.hypot(center.x - pointer.x, center.y - pointer.y);
    if (distance < least) [nearest, least] = [point.key, distance];
  }
  return nearest;
}

/** Pixels: a target 24 pixels wide, as WCAG 2.2 asks for. */
const reach = 12;

/**
 * The feature whose symbol an arrow key leads to from the focused one: the nearest in that direction, where distance across it counts twice. `null`
 * where there is none, or for another key.
 */
export function pointInDirection(pressed: string, focused: string | null, { points }: Pick<MatrixLayout, 'points'>): string | null {
  const direction = directions[pressed];
  const from = points.find(({ point }) => point.key === focused);
  if (!direction || !from) return null;
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { point, center, isDot } of points) {
    const [right, down] = [center.x - from.center.x, center.y - from.center.y];
    const along = right * direction.x + down * direction.y;
    const across = right * direction.y + down * direction.x;
    if (isDot || point === from.point || along <= 0) continue;
    const cost = along + 2 * Math.abs(across);
    if (cost < least) [nearest, least] = [point.key, cost];
  }
  return nearest;
}

const directions: Readonly<Record<string, Coordinates>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where the focused symbol is, in shares of the plot; its middle without one. */
function shareOfFocused(focused: string | null, { points, area }: MatrixLayout): Coordinates {
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
