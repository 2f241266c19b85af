import { type Coordinates, pixels } from './rectangle.ts';

/** An arrow from the position of a feature in the survey before to its symbol. */
export interface DriftArrow {
  readonly from: Coordinates;
  /** The tip, at the edge of the symbol. */
  readonly to: Coordinates;
  /** Whether the change is significant. */
  readonly significant: boolean;
}

/** `null` if the feature hardly moved, so that the arrow could not be seen beside the symbol. */
export function driftArrow(from: Coordinates, center: Coordinates, radius: number, significant: boolean): DriftArrow | null {
  const length = Math.hypot(center.x - from.x, center.y - from.y);
  const rim = radius + 2;
  if (length < rim + shortest) return null;
  const share = (length - rim) / length;
  return { from, to: { x: from.x + (center.x - from.x) * share, y: from.y + (center.y - from.y) * share }, significant };
}

/** Path data of an arrow's line. */
export function arrowLine({ from, to }: DriftArrow): string {
  return `M${pixels(from.x)} ${pixels(from.y)}L${pixels(to.x)} ${pixels(to.y)}`;
}

/** Path data of an arrow's head. */
export function arrowHead({ from, to }: DriftArrow): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [x, y] = [((to.x - from.x) / length) * headSize, ((to.y - from.y) / length) * headSize];
  const corner = (side: number) => `${pixels(to.x - x - side * y * 0.45)} ${pixels(to.y - y + side * x * 0.45)}`;
  return `M${corner(1)}L${pixels(to.x)} ${pixels(to.y)}L${corner(-1)}`;
}

/** Pixels. */
const shortest = 7;
const headSize = 6;
