import { compareText } from '../base/compareText.ts';
import type { PlacedPoint } from './layoutMatrix.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import { type PlacedLabel, placeLabels } from './placeLabels.ts';
import type { PlotArea } from './plotArea.ts';
import type { LineSegment } from './rectangle.ts';
import type { Measure } from './textWidth.ts';

/** Up to this many points in sight, a label that finds no place beside its symbol is put farther away or shortened; beyond, it is left out. */
export const thoroughUpTo = 80;

export type UnlabelledPoint = Omit<PlacedPoint, 'label'>;

/** The labels of the points that found room for one; the most urgent ones are served first. */
export function labelPoints(
  placed: readonly UnlabelledPoint[],
  { plot, quadrantNames }: PlotArea,
  fontSize: number,
  measure: Measure,
): ReadonlyMap<MatrixPoint, PlacedLabel> {
  const inOrder = placed.toSorted((a, b) => byUrgency(a.point, b.point));
  const labels = placeLabels(
    inOrder.map(({ point, center, radius }) => ({ text: point.title, center, radius })),
    {
      bounds: { left: plot.left + 2, top: plot.top + 2, right: plot.right - 2, bottom: plot.bottom - 2 },
      obstacles: quadrantNames.map(({ box }) => box),
      lines: placed.flatMap(linesOf),
      fontSize,
      measure,
      maximalWidth: Math.min(Math.max((plot.right - plot.left) * 0.36, fontSize * 8), fontSize * 17),
      thorough: placed.length <= thoroughUpTo,
    },
  );
  return new Map(inOrder.flatMap(({ point }, index) => (labels[index] ? [[point, labels[index]]] : [])));
}

/** What is to be built first comes first; what is not to be built comes last. */
export function byUrgency(a: MatrixPoint, b: MatrixPoint): number {
  return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || compareText(a.key, b.key);
}

/** What a label had better not lie on: arrows. */
function linesOf({ arrow }: UnlabelledPoint): readonly LineSegment[] {
  return arrow ? [{ from: arrow.from, to: arrow.to }] : [];
}
