import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import { type Direction, nextPoint } from './nextPoint.ts';

/** The feature whose symbol an arrow key leads to from the focused one; `null` where it leads nowhere, or for another key. */
export function pointInDirection(pressed: string, focused: string | null, { points }: Pick<MatrixLayout, 'points'>): string | null {
  const direction = directions[pressed];
  const current = points.find(({ point }) => point.key === focused);
  if (!direction || !current) return null;
  const targets = points.filter(({ isDot }) => !isDot).map(({ point, center }) => ({ key: point.key, center }));
  return nextPoint({ key: current.point.key, center: current.center }, targets, direction) ?? null;
}

/** The row that an arrow key, Home or End leads to from the focused one, of rows in the order of the list; `null` as above. */
export function rowInDirection(pressed: string, focused: string | null, keys: readonly string[]): string | null {
  const current = focused === null ? -1 : keys.indexOf(focused);
  if (current === -1) return null;
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: keys.length - 1 }[pressed];
  return (next !== undefined && keys[next]) || null;
}

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
