import { describe, expect, it } from 'vitest';
import { layoutMatrix } from '../../../src/matrix/layoutMatrix.ts';
import { matrixTexts } from '../../../src/matrix/matrixTexts.ts';
import { wholePlot } from '../../../src/matrix/zoom.ts';
import { pictureTarget, zoomShowing } from '../../../src/page/matrix/pictureTargets.ts';
import { webShop } from '../matrix/webShop.ts';

const points = webShop().sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
const at = (zoom = wholePlot) => layoutMatrix(points, { width: 900, height: 600 }, { texts: matrixTexts('', points), zoom });
const press = (key: string, zoom = wholePlot, shiftKey = false, focused: string | null = points[0]?.key ?? null) =>
  pictureTarget({ key, shiftKey }, focused, at(zoom), points);
const close = { scale: 4, x: 0.5, y: 0.5 };

describe('a key in the picture', () => {
  it('leads to the first and the last of the build order', () => {
    expect(press('Home')).toEqual({ key: points[0]?.key });
    expect(press('End', close)).toEqual({ key: points.at(-1)?.key });
  });

  it('leads to the nearest symbol in its direction', () => {
    expect(press('ArrowUp')).toHaveProperty('key');
    expect(press('ArrowUp', wholePlot, false, null)).toBeNull();
  });

  it('moves the picture where no symbol is in sight there, and with Shift always', () => {
    expect(press('ArrowRight', close, false, null)).toEqual({ zoom: { scale: 4, x: 0.5625, y: 0.5 } });
    expect(press('ArrowUp', close, true)).toEqual({ zoom: { scale: 4, x: 0.5, y: 0.4375 } });
    expect(press('ArrowUp', wholePlot, true)).toBeNull();
  });

  it('zooms around the focused symbol, and back to the whole', () => {
    expect(press('+', wholePlot, false, null)).toEqual({ zoom: { scale: 1.5, x: 0.5, y: 0.5 } });
    expect(press('-', close, false, null)).toEqual({ zoom: { scale: 4 / 1.5, x: 0.5, y: 0.5 } });
    const closer = press('+');
    const [focused] = points;
    if (!closer || !('zoom' in closer) || !focused) throw new Error('The key does not zoom');
    const spot = (zoom: typeof wholePlot) => at(zoom).points.find(({ point }) => point === focused)?.exact;
    expect(spot(closer.zoom)?.x).toBeCloseTo(spot(wholePlot)?.x ?? 0, 6);
    expect(spot(closer.zoom)?.y).toBeCloseTo(spot(wholePlot)?.y ?? 0, 6);
    expect(press('0', close)).toEqual({ zoom: wholePlot });
  });

  it('does nothing else', () => expect(press('x')).toBeNull());
});

describe('a feature that is chosen elsewhere', () => {
  it('comes to the middle, as far as the plot goes, and only where it is out of sight', () => {
    const layout = at(close);
    const shown = layout.points.map(({ point }) => point.key);
    const hidden = points.find(({ key }) => !shown.includes(key));
    if (!hidden) throw new Error('All are in sight');
    const zoom = zoomShowing(hidden, layout);
    expect(zoom.scale).toBe(4);
    expect(at(zoom).points.map(({ point }) => point.key)).toContain(hidden.key);
    const visible = layout.points[0]?.point ?? at().points[0]?.point;
    if (visible && shown.includes(visible.key)) expect(zoomShowing(visible, layout)).toBe(layout.zoom);
  });
});
