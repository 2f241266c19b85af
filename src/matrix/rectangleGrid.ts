import { overlaps, type Rectangle } from './rectangle.ts';

const cellSize = 32;

/** Rectangles found by where they are, so that a thousand labels need not be compared with each other one by one. */
export class RectangleGrid {
  readonly #cells = new Map<number, Rectangle[]>();

  add(rectangle: Rectangle): void {
    for (let row = cell(rectangle.top); row <= cell(rectangle.bottom); row++) {
      for (let column = cell(rectangle.left); column <= cell(rectangle.right); column++) {
        const content = this.#cells.get(address(row, column));
        if (content) content.push(rectangle);
        else this.#cells.set(address(row, column), [rectangle]);
      }
    }
  }

  /** Whether the rectangle shares area with an added one. */
  hits(rectangle: Rectangle): boolean {
    return this.some(rectangle, (other) => overlaps(rectangle, other));
  }

  /** Whether the test holds for an added rectangle in one of the cells that the given one touches; some are asked about twice. */
  some(rectangle: Rectangle, test: (other: Rectangle) => boolean): boolean {
    for (let row = cell(rectangle.top); row <= cell(rectangle.bottom); row++) {
      for (let column = cell(rectangle.left); column <= cell(rectangle.right); column++) {
        if (this.#cells.get(address(row, column))?.some(test)) return true;
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
