import { expect, it } from 'vitest';
import { nextPoint } from '../../../src/page/matrix/nextPoint.ts';

const targets = [
  { key: 'middle', center: { x: 50, y: 50 } },
  { key: 'right', center: { x: 80, y: 52 } },
  { key: 'far right', center: { x: 95, y: 50 } },
  { key: 'above', center: { x: 52, y: 10 } },
  { key: 'below left', center: { x: 30, y: 70 } },
];
const [middle, right] = targets as [(typeof targets)[0], (typeof targets)[0]];

it.each([
  ['right', 'right'],
  ['up', 'above'],
  ['left', 'below left'],
  ['down', 'below left'],
] as const)('goes %s from the middle to %j', (direction, key) => {
  expect(nextPoint(middle, targets, direction)).toBe(key);
});

it('goes on to the next one, and stays at the edge', () => {
  expect(nextPoint(right, targets, 'right')).toBe('far right');
  expect(nextPoint({ key: 'far right', center: { x: 95, y: 50 } }, targets, 'right')).toBeNull();
});
