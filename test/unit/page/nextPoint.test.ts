import { expect, it } from 'vitest';
import type { MatrixLayout } from '../../../src/matrix/layoutMatrix.ts';
import { pointInDirection } from '../../../src/page/matrix/pictureTargets.ts';

const targets = [
  { key: 'middle', center: { x: 50, y: 50 } },
  { key: 'right', center: { x: 80, y: 52 } },
  { key: 'far right', center: { x: 95, y: 50 } },
  { key: 'above', center: { x: 52, y: 10 } },
  { key: 'below left', center: { x: 30, y: 70 } },
];
const layout = { points: targets.map(({ key, center }) => ({ point: { key }, center, isDot: false })) } as unknown as Pick<
  MatrixLayout,
  'points'
>;

it.each([
  ['ArrowRight', 'right'],
  ['ArrowUp', 'above'],
  ['ArrowLeft', 'below left'],
  ['ArrowDown', 'below left'],
] as const)('%s goes from the middle to %j', (direction, key) => {
  expect(pointInDirection(direction, 'middle', layout)).toBe(key);
});

it('goes on to the next one, and stays at the edge', () => {
  expect(pointInDirection('ArrowRight', 'right', layout)).toBe('far right');
  expect(pointInDirection('ArrowRight', 'far right', layout)).toBeNull();
});
