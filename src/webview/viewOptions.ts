/** What the size of a symbol says. */
export const pointSizes = ['none', 'n', 'importance', 'effort'] as const;
export type PointSize = (typeof pointSizes)[number];

/** Where the quadrants are cut: at 0.5 or at the means of the features shown. */
export const quadrantCuts = ['half', 'mean'] as const;
export type QuadrantCut = (typeof quadrantCuts)[number];

/** The part of the picture that is looked at; the whole at `scale` 1. */
export interface Zoom {
  readonly scale: number;
  /** What of the whole picture lies in the middle, as shares of its width and height. */
  readonly x: number;
  readonly y: number;
}

/** How the reader wants the matrix drawn; remembered with the page. */
export interface ViewOptions {
  readonly size: PointSize;
  readonly cut: QuadrantCut;
  /** Whether arrows lead from where features stood in the survey before. */
  readonly drift: boolean;
  readonly zoom: Zoom;
}

export const defaultZoom: Zoom = { scale: 1, x: 0.5, y: 0.5 };
export const defaultViewOptions: ViewOptions = { size: 'none', cut: 'half', drift: false, zoom: defaultZoom };

/** The options as they were remembered; whatever is not an option becomes the default. */
export function readViewOptions(remembered: unknown): ViewOptions {
  const { size, cut, drift, zoom } = asRecord(remembered);
  return {
    size: pointSizes.find((known) => known === size) ?? defaultViewOptions.size,
    cut: quadrantCuts.find((known) => known === cut) ?? defaultViewOptions.cut,
    drift: drift === true,
    zoom: readZoom(asRecord(zoom)),
  };
}

function readZoom({ scale, x, y }: Record<string, unknown>): Zoom {
  const numbers = [scale, x, y].every((value) => typeof value === 'number' && Number.isFinite(value));
  return numbers && (scale as number) >= 1 ? { scale: scale as number, x: x as number, y: y as number } : defaultZoom;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
