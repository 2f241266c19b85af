import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampZoom, largestScale, magnify, panZoom, wholePlot, zoomAround } from '../../../src/matrix/zoom.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const zoomArbitrary = fc.record({ scale: fc.double({ min: 1, max: largestScale, noNaN: true }), x: share, y: share }).map(clampZoom);
const plot = { left: 40, top: 30, right: 840, bottom: 530 };

describe('looking closer', () => {
  it('keeps what lies at a place there, unless the rim of the plot comes into sight', () => {
    fc.assert(
      fc.property(zoomArbitrary, share, share, fc.double({ min: 1, max: 3, noNaN: true }), (zoom, x, y, factor) => {
        const closer = zoomAround(zoom, factor, { x, y });
        const before = { x: zoom.x + (x - 0.5) / zoom.scale, y: zoom.y + (y - 0.5) / zoom.scale };
        const after = { x: closer.x + (x - 0.5) / closer.scale, y: closer.y + (y - 0.5) / closer.scale };
        expect(after.x).toBeCloseTo(before.x, 9);
        expect(after.y).toBeCloseTo(before.y, 9);
      }),
    );
  });

  it('never shows what lies beyond the plot', () => {
    const any = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(zoomArbitrary, any, any, fc.double({ min: 0.01, max: 100, noNaN: true }), (zoom, right, down, factor) => {
        for (const moved of [panZoom(zoom, right, down), zoomAround(zoom, factor, { x: right, y: down })]) {
          expect(moved.scale).toBeGreaterThanOrEqual(1);
          expect(moved.scale).toBeLessThanOrEqual(largestScale);
          const whole = magnify(plot, moved);
          expect(whole.left).toBeLessThanOrEqual(plot.left + 1e-6);
          expect(whole.right).toBeGreaterThanOrEqual(plot.right - 1e-6);
          expect(whole.top).toBeLessThanOrEqual(plot.top + 1e-6);
          expect(whole.bottom).toBeGreaterThanOrEqual(plot.bottom - 1e-6);
        }
      }),
    );
  });

  it('comes back to the whole', () => {
    expect(zoomAround({ scale: 4, x: 0.2, y: 0.8 }, 1 / 8, { x: 0.9, y: 0.1 })).toEqual(wholePlot);
    expect(magnify(plot, wholePlot)).toEqual(plot);
  });
});
