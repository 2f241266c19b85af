/** Pixels; y grows downwards. */
export interface Coordinates {
  readonly x: number;
  readonly y: number;
}

/** Pixels; y grows downwards, so `top` is less than `bottom`. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LineSegment {
  readonly from: Coordinates;
  readonly to: Coordinates;
}

/** Whether two rectangles share any area; touching edges do not count. */
export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether `inner` lies in `outer`, edges included. */
export function contains(outer: Rectangle, inner: Rectangle): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

/** The square of half side `radius` around a position. */
export function squareAround(center: Coordinates, radius: number): Rectangle {
  return { left: center.x - radius, top: center.y - radius, right: center.x + radius, bottom: center.y + radius };
}

/** The rectangle grown by `distance` on every side. */
export function grow(rectangle: Rectangle, distance: number): Rectangle {
  return {
    left: rectangle.left - distance,
    top: rectangle.top - distance,
    right: rectangle.right + distance,
    bottom: rectangle.bottom + distance,
  };
}

/** The position in the rectangle that is nearest to the given one. */
export function nearestIn(rectangle: Rectangle, { x, y }: Coordinates): Coordinates {
  return { x: Math.min(Math.max(x, rectangle.left), rectangle.right), y: Math.min(Math.max(y, rectangle.top), rectangle.bottom) };
}

/** Whether a segment passes through the inside of a rectangle (Liang and Barsky's clipping). */
export function crosses({ from, to }: LineSegment, rectangle: Rectangle): boolean {
  const deltaX = to.x - from.x;
  const deltaY = to.y - from.y;
  const sides: readonly (readonly [number, number])[] = [
    [-deltaX, from.x - rectangle.left],
    [deltaX, rectangle.right - from.x],
    [-deltaY, from.y - rectangle.top],
    [deltaY, rectangle.bottom - from.y],
  ];
  let enter = 0;
  let leave = 1;
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room <= 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter < leave;
}
