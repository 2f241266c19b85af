import type { Coordinates } from '../../matrix/rectangle.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export interface Target {
  readonly key: string;
  readonly center: Coordinates;
}

/**
 * The symbol that an arrow key leads to: the nearest in that direction, where being off the axis counts twice; `null` when there
 * is none.
 */
export function nextPoint(from: Target, targets: readonly Target[], direction: Direction): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { key, center } of targets) {
    const { along, across } = seen(from.center, center, direction);
    if (key === from.key || along <= 0) continue;
    const cost = along + 2 * Math.abs(across);
    if (cost < least) [nearest, least] = [key, cost];
  }
  return nearest;
}

function seen(from: Coordinates, to: Coordinates, direction: Direction): { along: number; across: number } {
  const right = to.x - from.x;
  const down = to.y - from.y;
  switch (direction) {
    case 'right':
      return { along: right, across: down };
    case 'left':
      return { along: -right, across: down };
    case 'down':
      return { along: down, across: right };
    case 'up':
      return { along: -down, across: right };
  }
}
