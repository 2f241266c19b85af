import type { MatrixPoint } from './matrixPoint.ts';
import { type Coordinates, type Rectangle, squareAround } from './rectangle.ts';
import { RectangleGrid } from './rectangleGrid.ts';

/** More than these in sight would neither be told apart nor drawn quickly: then the most urgent get symbols, the others dots. */
export const mostSymbols = 1500;

interface Spotted {
  readonly point: MatrixPoint;
  readonly spot: Coordinates;
}

/** Which of so many features get a symbol (`radiusOf` in pixels), by their order: none over another, and none in `reserved`. */
export function thinPoints(
  spotted: readonly Spotted[],
  radiusOf: (point: MatrixPoint) => number,
  reserved: readonly Rectangle[],
): ReadonlySet<MatrixPoint> {
  const taken = new RectangleGrid();
  for (const rectangle of reserved) taken.add(rectangle);
  const chosen = new Set<MatrixPoint>();
  for (const { point, spot } of spotted) {
    const box = squareAround(spot, radiusOf(point) + 1);
    if (taken.hits(box)) continue;
    taken.add(box);
    chosen.add(point);
    if (chosen.size === mostSymbols) break;
  }
  return chosen;
}

/** The first of every neighbourhood that is large enough for a label. */
export function headlines<T extends Spotted>(spotted: readonly T[], fontSize: number): readonly T[] {
  const found = new Map<string, T>();
  for (const each of spotted) {
    const neighbourhood = `${Math.floor(each.spot.x / (fontSize * 12))} ${Math.floor(each.spot.y / (fontSize * 4))}`;
    if (!found.has(neighbourhood)) found.set(neighbourhood, each);
  }
  return [...found.values()];
}
