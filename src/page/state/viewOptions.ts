import { type QuadrantCut, quadrantCuts } from '../../matrix/plotArea.ts';
import { type PointSize, pointSizes } from '../../matrix/pointSize.ts';
import { clampZoom, wholePlot, type Zoom } from '../../matrix/zoom.ts';

export { type PointSize, pointSizes, type QuadrantCut, quadrantCuts };

/** How the reader wants the matrix drawn; remembered with the page. */
export interface ViewOptions {
  readonly size: PointSize;
  readonly cut: QuadrantCut;
  /** Whether arrows lead from where features stood in the survey before. */
  readonly drift: boolean;
  readonly zoom: Zoom;
}

export const defaultViewOptions: ViewOptions = { size: 'none', cut: 'half', drift: false, zoom: wholePlot };

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
  return numbers ? clampZoom({ scale: scale as number, x: x as number, y: y as number }) : wholePlot;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
