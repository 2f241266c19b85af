import { overlaps, type Rectangle } from './rectangle.ts';

const cellSize = 32;

/** Rectangles found by where they are, so that a thousand labels need not be compared with each other one by one. */
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
   * Whether the test holds for an added rectangle in one of the cells that the given one touches; some are asked about twice. The test
   * gets `subject` too, so that it need not be made anew for every question: this is asked a hundred thousand times for one picture.
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
