import type { Rectangle } from './rectangle.ts';

/** The part of the plot in sight; the whole plot at `scale` 1. */
export interface Zoom {
  readonly scale: number;
  /** The point of the whole plot that is in the centre, as shares of its width (from the left) and height (from the top). */
  readonly x: number;
  readonly y: number;
}

export const wholePlot: Zoom = { scale: 1, x: 0.5, y: 0.5 };

/** With a larger scale, differences of two answers would look large, which no survey can tell. */
export const largestScale = 16;

/** The nearest valid zoom: within the plot, and up to `largestScale`. */
export function clampZoom({ scale, x, y }: Zoom): Zoom {
  const within = Math.min(Math.max(scale, 1), largestScale);
  const half = 0.5 / within;
  const middle = (share: number) => Math.min(Math.max(share, half), 1 - half);
  return { scale: within, x: middle(x), y: middle(y) };
}

/** Zooms in by `factor` (out if below 1) around a point that stays in its position, given as shares of the part in sight. */
export function zoomAround(zoom: Zoom, factor: number, at: { readonly x: number; readonly y: number }): Zoom {
  const scale = Math.min(Math.max(zoom.scale * factor, 1), largestScale);
  const change = 1 / zoom.scale - 1 / scale;
  return clampZoom({ scale, x: zoom.x + (at.x - 0.5) * change, y: zoom.y + (at.y - 0.5) * change });
}

/** The closest zoom that shows all of these points with some room around them, given as shares of the whole plot; the whole plot without points. */
export function zoomOn(shares: readonly { readonly x: number; readonly y: number }[]): Zoom {
  if (shares.length === 0) return wholePlot;
  const middle = (values: readonly number[]) => {
    const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [1, 0]);
    return { at: (least + most) / 2, extent: most - least + 2 * roomAround };
  };
  const [across, down] = [middle(shares.map(({ x }) => x)), middle(shares.map(({ y }) => y))];
  return clampZoom({ scale: 1 / Math.max(across.extent, down.extent), x: across.at, y: down.at });
}

/** Enough for a symbol and part of its label. */
const roomAround = 0.07;

/** Moves the part in sight to the right and down, by shares of its size. */
export function panZoom({ scale, x, y }: Zoom, right: number, down: number): Zoom {
  return clampZoom({ scale, x: x + right / scale, y: y + down / scale });
}

/** The rectangle that the whole plot takes when the part in sight fills the given one. */
export function magnify(rectangle: Rectangle, { scale, x, y }: Zoom): Rectangle {
  const width = (rectangle.right - rectangle.left) * scale;
  const height = (rectangle.bottom - rectangle.top) * scale;
  const left = (rectangle.left + rectangle.right) / 2 - x * width;
  const top = (rectangle.top + rectangle.bottom) / 2 - y * height;
  return { left, top, right: left + width, bottom: top + height };
}
