import { type Coordinates, contains, type Rectangle, RectangleGrid, squareAround } from './rectangle.ts';

/**
 * Moves what would lie on top of each other apart: every position keeps `separation` pixels from those before it in the list
 * (for as long as `area` has room), those that are alone stay where they are. Deterministic: nobody moves but those who come
 * later than one they would cover, to the nearest free place of a honeycomb around their own spot.
 */
export function spreadPoints(spots: readonly Coordinates[], separation: number, area: Rectangle): Coordinates[] {
  const taken = new RectangleGrid();
  // Places near a spot never become free again, so the next one on the same spot starts where the last one ended.
  const firstUntried = new Map<string, number>();
  return spots.map((spot) => {
    const name = `${spot.x} ${spot.y}`;
    let index = firstUntried.get(name) ?? 0;
    let place = spot;
    for (; index < mostPlaces; index++) {
      const offset = honeycomb(index);
      const candidate = { x: spot.x + offset.x * separation, y: spot.y + offset.y * separation };
      if (contains(area, squareAround(candidate, 0)) && isFree(candidate, separation, taken)) {
        place = candidate;
        break;
      }
    }
    firstUntried.set(name, index);
    taken.add(squareAround(place, 0));
    return place;
  });
}

const mostPlaces = 1500;
// Places exactly one separation apart must not fail to a rounding error.
const slack = 1e-6;

function isFree({ x, y }: Coordinates, separation: number, taken: RectangleGrid): boolean {
  const nearest = (separation - slack) ** 2;
  return !taken.some(squareAround({ x, y }, separation), ({ left, top }) => (left - x) ** 2 + (top - y) ** 2 < nearest);
}

const offsets: Coordinates[] = [{ x: 0, y: 0 }];

/** Position number `index` of a honeycomb with distance 1 around the origin, ring by ring, each ring from the right onwards. */
function honeycomb(index: number): Coordinates {
  for (let ring = 1; offsets.length <= index; ring = nextRing()) {
    if (offsets.length !== 1 + 3 * ring * (ring - 1)) continue;
    for (let side = 0; side < 6; side++) {
      for (let step = 0; step < ring; step++) {
        const from = corner(side, ring);
        const to = corner(side + 1, ring);
        offsets.push({ x: from.x + ((to.x - from.x) * step) / ring, y: from.y + ((to.y - from.y) * step) / ring });
      }
    }
  }
  return offsets[index] as Coordinates;
}

function nextRing(): number {
  let ring = 1;
  while (1 + 3 * ring * (ring - 1) < offsets.length) ring++;
  return ring;
}

function corner(side: number, ring: number): Coordinates {
  return { x: ring * Math.cos((side * Math.PI) / 3), y: ring * Math.sin((side * Math.PI) / 3) };
}
