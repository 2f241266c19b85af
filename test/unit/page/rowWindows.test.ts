import { expect, it } from 'vitest';
import { RowWindows, rowsInSight } from '../../../src/page/table/rowWindows.ts';

it.each([
  [
    { top: 0, bottom: 240 },
    { from: 0, to: 10 },
  ],
  [
    { top: 25, bottom: 49 },
    { from: 1, to: 3 },
  ],
  [
    { top: 23_990, bottom: 24_200 },
    { from: 999, to: 1000 },
  ],
  [{ top: 10, bottom: 10 }, null],
])('between %j are the rows %j of a thousand', (seen, rows) => {
  expect(rowsInSight(seen, 24, 1000)).toEqual(rows);
});

it('draws the first rows of a long list until it knows what is in sight, and all of a short one', () => {
  const windows = new RowWindows();
  const keys = Array.from({ length: 10_000 }, (_, index) => String(index));
  windows.begin();
  const { from, to } = windows.slice('long', keys, 24);
  expect(from).toBe(0);
  expect(to).toBeLessThan(100);
  expect(windows.slice('short', ['x', 'y'], 24)).toEqual({ from: 0, to: 2 });
  expect(windows.keys).toHaveLength(10_002);
  expect(windows.drawnKeys).toHaveLength(to + 2);
});
