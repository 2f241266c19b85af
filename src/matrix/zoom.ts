import type { Rectangle } from './rectangle.ts';

/** The part of the plot that is looked at; the whole at `scale` 1. */
export interface Zoom {
  readonly scale: number;
  /** What of the whole plot lies in the middle, as shares of its width (from the left) and height (from the top). */
  readonly x: number;
  readonly y: number;
}

export const wholePlot: Zoom = { scale: 1, x: 0.5, y: 0.5 };

/** Beyond it, two answers more or less would be far apart, which no survey can tell. */
export const largestScale = 16;

/** The zoom within what can be looked at: nothing beyond the plot, no closer than `largestScale`. */
export function clampZoom({ scale, x, y }: Zoom): Zoom {
  const within = Math.min(Math.max(scale, 1), largestScale);
  const half = 0.5 / within;
  const middle = (share: number) => Math.min(Math.max(share, half), 1 - half);
  return { scale: within, x: middle(x), y: middle(y) };
}

/** Closer by `factor` (farther below 1), while what lies at a place stays there. The place in shares of what is seen. */
export function zoomAround(zoom: Zoom, factor: number, at: { readonly x: number; readonly y: number }): Zoom {
  const scale = Math.min(Math.max(zoom.scale * factor, 1), largestScale);
  const change = 1 / zoom.scale - 1 / scale;
  return clampZoom({ scale, x: zoom.x + (at.x - 0.5) * change, y: zoom.y + (at.y - 0.5) * change });
}

/** Moves what is looked at, to the right and down, in shares of what is seen. */
export function panZoom({ scale, x, y }: Zoom, right: number, down: number): Zoom {
  return clampZoom({ scale, x: x + right / scale, y: y + down / scale });
}

/** Where the whole of a rectangle lies while only a part of it fills it. */
export function magnify(rectangle: Rectangle, { scale, x, y }: Zoom): Rectangle {
  const width = (rectangle.right - rectangle.left) * scale;
  const height = (rectangle.bottom - rectangle.top) * scale;
  const left = (rectangle.left + rectangle.right) / 2 - x * width;
  const top = (rectangle.top + rectangle.bottom) / 2 - y * height;
  return { left, top, right: left + width, bottom: top + height };
}
