import { byUrgency } from './labelPoints.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import { overlaps, type Position, squareAround } from './rectangle.ts';
import { RectangleGrid } from './rectangleGrid.ts';

/** More than these in sight would neither be told apart nor drawn quickly: then the most urgent get symbols, the others dots. */
export const mostSymbols = 1500;

/** Which of so many features get a symbol (of the given radius, in pixels): the most urgent ones, none over another. */
export function thinPoints(
  spotted: readonly { readonly point: MatrixPoint; readonly spot: Position }[],
  radius: number,
): ReadonlySet<MatrixPoint> {
  const taken = new RectangleGrid();
  const chosen = new Set<MatrixPoint>();
  for (const { point, spot } of spotted.toSorted((a, b) => byUrgency(a.point, b.point))) {
    const box = squareAround(spot, radius + 1);
    if (taken.some(box, (other) => overlaps(box, other))) continue;
    taken.add(box);
    chosen.add(point);
    if (chosen.size === mostSymbols) break;
  }
  return chosen;
}
