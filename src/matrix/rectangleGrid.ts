import { overlaps, type Rectangle } from './rectangle.ts';

const cellSize = 32;

/** Rectangles found by where they are, so that a thousand labels need not be compared with each other one by one. */
export class RectangleGrid {
  readonly #cells = new Map<number, Rectangle[]>();

  add(rectangle: Rectangle): void {
    for (const cell of cellsOf(rectangle)) {
      const content = this.#cells.get(cell);
      if (content) content.push(rectangle);
      else this.#cells.set(cell, [rectangle]);
    }
  }

  /** Whether the rectangle shares area with an added one that is not `except`. */
  hits(rectangle: Rectangle, except?: Rectangle): boolean {
    for (const cell of cellsOf(rectangle)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (other !== except && overlaps(rectangle, other)) return true;
      }
    }
    return false;
  }

  /** The added rectangles in the cells that the rectangle touches; one that spans several cells comes several times. */
  *near(rectangle: Rectangle): Generator<Rectangle> {
    for (const cell of cellsOf(rectangle)) yield* this.#cells.get(cell) ?? [];
  }
}

function cellsOf({ left, top, right, bottom }: Rectangle): number[] {
  const cells: number[] = [];
  for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row++) {
    for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column++) cells.push(row * 65536 + column);
  }
  return cells;
}
