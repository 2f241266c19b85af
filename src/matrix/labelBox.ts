import type { Variant } from './labelVariants.ts';
import type { Anchor, TextLine } from './plotArea.ts';
import type { Coordinates, Rectangle } from './rectangle.ts';

/** Across, down, and which end of the text is there (by default the one next to the symbol). */
export type Direction = readonly [number, number, Anchor?];

/** Directions from the symbol to its label, best first: beside it reads best, and to the right better than to the left. */
export const nearDirections: readonly Direction[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** Directions for labels farther away. */
export const farDirections: readonly Direction[] = [
  ...nearDirections,
  [0, -1, 'start'],
  [0, 1, 'start'],
  [0, -1, 'end'],
  [0, 1, 'end'],
  ...[0.5, 0.25, 0.75].flatMap((share): readonly Direction[] => [
    [1, -share],
    [1, share],
    [-1, -share],
    [-1, share],
    [share, -1],
    [share, 1],
    [-share, -1],
    [-share, 1],
  ]),
];

/** The rectangle that a label takes at a distance (pixels) from its symbol. */
export function labelBox(
  symbol: { readonly center: Coordinates; readonly radius: number },
  { lines, width }: Variant,
  distance: number,
  direction: Direction,
  fontSize: number,
): Rectangle {
  const { center, radius } = symbol;
  const [across, down] = direction;
  const height = Math.round(fontSize * 0.1) + lines.length * lineHeight(fontSize);
  const away = radius + 4 + distance;
  // Diagonal labels beside the symbol are close to its corner.
  const x = center.x + across * (down === 0 || distance > 0 ? away : away * 0.6);
  const anchor = anchorOf(direction);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const middle = center.y + down * (radius + height / 2 + 1 + distance);
  return { left, top: middle - height / 2, right: left + width, bottom: middle + height / 2 };
}

/** The lines of a label within its rectangle. */
export function labelLines(
  { lines, bold }: Variant,
  { left, top, right, bottom }: Rectangle,
  direction: Direction,
  fontSize: number,
): TextLine[] {
  const anchor = anchorOf(direction);
  const x = anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2;
  const first = (top + bottom) / 2 + fontSize * 0.35 - ((lines.length - 1) * lineHeight(fontSize)) / 2;
  return lines.map((text, index) => ({
    ...{ text, x, y: first + index * lineHeight(fontSize), anchor },
    ...(index === 0 && bold > 0 && { bold }),
  }));
}

function anchorOf([across, , given]: Direction): Anchor {
  return given ?? (across === 0 ? 'middle' : across > 0 ? 'start' : 'end');
}

function lineHeight(fontSize: number): number {
  return Math.round(fontSize * 1.2);
}
