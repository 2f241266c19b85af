import { type Coordinates, crosses, grow, type LineSegment, nearestIn, overlaps, type Rectangle } from './rectangle.ts';
import type { RectangleGrid } from './rectangleGrid.ts';

/** What leaders may not run through. */
export interface LeaderObstacles {
  readonly symbols: RectangleGrid;
  readonly labels: RectangleGrid;
  readonly leaders: readonly LineSegment[];
}

/** The line from the rim of a symbol to the nearest place of its label. */
export function leaderTo(box: Rectangle, { center, radius }: { readonly center: Coordinates; readonly radius: number }): LineSegment {
  const to = nearestIn(box, center);
  const length = Math.hypot(to.x - center.x, to.y - center.y);
  const share = Math.min((radius + 1) / length, 1);
  return { from: { x: center.x + (to.x - center.x) * share, y: center.y + (to.y - center.y) * share }, to };
}

/** Whether a leader would run through a label, another leader or (unless `throughSymbols`) a symbol that is not its `own`. */
export function isLeaderBlocked(
  leader: LineSegment,
  own: Rectangle,
  throughSymbols: boolean,
  { symbols, labels, leaders }: LeaderObstacles,
): boolean {
  const around = boxOf(leader);
  if (labels.some(around, (other) => crosses(leader, other))) return true;
  if (!throughSymbols && symbols.some(around, (other) => other !== own && crosses(leader, other))) return true;
  return leaders.some((other) => overlaps(grow(around, 1), boxOf(other)) && meet(leader, other));
}

function boxOf({ from, to }: LineSegment): Rectangle {
  return { left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), right: Math.max(from.x, to.x), bottom: Math.max(from.y, to.y) };
}

function meet(a: LineSegment, b: LineSegment): boolean {
  return turn(a, b.from) * turn(a, b.to) <= 0 && turn(b, a.from) * turn(b, a.to) <= 0;
}

/** On which side of the segment a position lies: the sign says it, 0 is on its line. */
function turn({ from, to }: LineSegment, { x, y }: Coordinates): number {
  return Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
}
