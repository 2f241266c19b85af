import type { PlacedPoint } from '../../matrix/placePoints.ts';
import type { Coordinates } from '../../matrix/rectangle.ts';

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
