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

const cellSize = 32;

/** Rectangles by position, so that a thousand labels need not be compared with each other one by one. */
export class RectangleGrid {
  readonly #cells = new Map<number, Rectangle[]>();

  add(rectangle: Rectangle): void {
    const [lastRow, lastColumn] = [cell(rectangle.bottom), cell(rectangle.right)];
    for (let row = cell(rectangle.top); row <= lastRow; row++) {
      for (let column = cell(rectangle.left); column <= lastColumn; column++) {
        const content = this.#cells.get(address(row, column));
        if (content) content.push(rectangle);
        else this.#cells.set(address(row, column), [rectangle]);
      }
    }
  }

  /** Whether the rectangle shares area with an added one. */
  hits(rectangle: Rectangle): boolean {
    return this.some(rectangle, overlaps, rectangle);
  }

  /**
   * Whether the test holds for an added rectangle in a cell that the given one touches; some are tested more than once. The test also gets
   * `subject`, so that callers need not create a function for each of the hundred thousand calls for a picture.
   */
  some<Subject>(rectangle: Rectangle, test: (other: Rectangle, subject: Subject) => boolean, subject: Subject): boolean;
  some(rectangle: Rectangle, test: (other: Rectangle) => boolean): boolean;
  some(rectangle: Rectangle, test: (other: Rectangle, subject: unknown) => boolean, subject?: unknown): boolean {
    const [lastRow, lastColumn] = [cell(rectangle.bottom), cell(rectangle.right)];
    for (let row = cell(rectangle.top); row <= lastRow; row++) {
      for (let column = cell(rectangle.left); column <= lastColumn; column++) {
        const content = this.#cells.get(address(row, column));
        if (content === undefined) continue;
        for (const other of content) if (test(other, subject)) return true;
      }
    }
    return false;
  }
}

function cell(pixels: number): number {
  return Math.floor(pixels / cellSize);
}

function address(row: number, column: number): number {
  return row * 65536 + column;
}

/** Tenths of a pixel are enough, and keep pictures small and their diffs short. */
export function pixels(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
