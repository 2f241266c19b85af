import { type Coordinates, contains, type Rectangle, RectangleGrid, squareAround } from './rectangle.ts';

/**
 * Moves positions apart that would cover each other: every position keeps a distance of `separation` pixels from those before it in the
 * list (as long as `area` has room). Only positions that would cover an earlier one are moved, to the nearest free position of a honeycomb
 * around their own. Deterministic.
 */
export function spreadPoints(positions: readonly Coordinates[], separation: number, area: Rectangle): Coordinates[] {
  const taken = new RectangleGrid();
  // Positions never become free again, so the search for the next one of equal positions starts where the last one ended.
  const firstUntried = new Map<string, number>();
  return positions.map((exact) => {
    const name = `${exact.x} ${exact.y}`;
    let index = firstUntried.get(name) ?? 0;
    let position = exact;
    for (; index < mostTries; index++) {
      const offset = honeycomb(index);
      const candidate = { x: exact.x + offset.x * separation, y: exact.y + offset.y * separation };
      if (contains(area, squareAround(candidate, 0)) && isFree(candidate, separation, taken)) {
        position = candidate;
        break;
      }
    }
    firstUntried.set(name, index);
    taken.add(squareAround(position, 0));
    return position;
  });
}

const mostTries = 1500;
// Positions exactly one separation apart must not fail because of a rounding error.
const slack = 1e-6;

function isFree({ x, y }: Coordinates, separation: number, taken: RectangleGrid): boolean {
  const nearest = (separation - slack) ** 2;
  return !taken.some(squareAround({ x, y }, separation), ({ left, top }) => (left - x) ** 2 + (top - y) ** 2 < nearest);
}

/** Positions of a honeycomb with distance 1 around the origin, ring by ring, each ring from the right onwards; `rings` of them are known. */
const offsets: Coordinates[] = [{ x: 0, y: 0 }];
let rings = 0;

function honeycomb(index: number): Coordinates {
  while (offsets.length <= index) addRing(++rings);
  return offsets[index] as Coordinates;
}

function addRing(ring: number): void {
  for (let side = 0; side < 6; side++) {
    const [from, to] = [corner(side, ring), corner(side + 1, ring)];
    for (let step = 0; step < ring; step++) {
      offsets.push({ x: from.x + ((to.x - from.x) * step) / ring, y: from.y + ((to.y - from.y) * step) / ring });
    }
  }
}

function corner(side: number, ring: number): Coordinates {
  return { x: ring * Math.cos((side * Math.PI) / 3), y: ring * Math.sin((side * Math.PI) / 3) };
}
