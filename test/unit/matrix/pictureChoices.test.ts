import { describe, expect, it } from 'vitest';
import { layoutMatrix, type MatrixOptions } from '../../../src/matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../../src/matrix/matrixPoint.ts';
import { matrixSvg } from '../../../src/matrix/matrixSvg.ts';
import { matrixTexts } from '../../../src/matrix/matrixTexts.ts';
import { palettes } from '../../../src/matrix/palette.ts';
import { fillOfSymbol } from '../../../src/matrix/placePoints.ts';
import { overlaps, squareAround } from '../../../src/matrix/rectangle.ts';
import { fillOf, leftHalfPath, symbolPath } from '../../../src/matrix/symbol.ts';
import { zoomOnPoints } from '../../../src/page/matrix/pictureTargets.ts';
import { inventedPoints } from '../../bench/inventedPoints.ts';
import { webShop } from './webShop.ts';

const size = { width: 960, height: 640 };
const [first] = webShop() as [MatrixPoint];

function lay(points: readonly MatrixPoint[], options: Partial<MatrixOptions> = {}) {
  return layoutMatrix(points, size, { texts: matrixTexts('Web shop', points), ...options });
}

function legendTexts(points: readonly MatrixPoint[], options: Partial<MatrixOptions>): string[] {
  return lay(points, { legend: 'scales', ...options }).legend.map(({ text }) => text);
}

describe('sizes', () => {
  const points = [1, 4, 16, null].map((effort, index): MatrixPoint => ({ ...first, key: `${index}`, better: 0.2 * index, effort }));
  const { points: placed } = lay(points, { size: 'effort' });

  it('have areas in proportion to the values, down to what can just be seen', () => {
    const [one, four, sixteen, unknown] = placed.map(({ radius }) => radius);
    expect((sixteen ?? 0) / (four ?? 1)).toBeCloseTo(2, 1);
    expect(one).toBe(unknown);
    expect(one).toBeGreaterThanOrEqual(2.5);
  });

  it('are the smallest, and hollow, where nobody knows the value', () => {
    expect(placed.map(({ isSizeUnknown }) => isSizeUnknown)).toEqual([false, false, false, true]);
  });

  it('have a legend of round values', () => {
    expect(legendTexts(points, { size: 'effort' })).toEqual(['Effort', '2', '10', 'not known']);
    expect(legendTexts([first], { size: 'n' })).toEqual(['Answers', '20', '100']);
    expect(legendTexts(points, { size: 'importance' })).toEqual([]);
    const small = points.map((point) => ({ ...point, effort: 0.3 }));
    expect(legendTexts(small, { size: 'effort' })).toEqual(['Effort', '0.05', '0.2']);
  });
});

describe('change since the survey before', () => {
  const moved: MatrixPoint = { ...first, better: 0.2, worse: -0.8, before: { category: 'A', better: 0.8, worse: -0.2, significant: true } };

  it('is an arrow from where the feature stood to the rim of its symbol', () => {
    const layout = lay([moved], { drift: true });
    const [{ arrow, center, radius }] = layout.points as [(typeof layout.points)[0]];
    const { area } = layout.area;
    expect(arrow?.from.x).toBeCloseTo(area.left + 0.2 * (area.right - area.left), 6);
    expect(arrow?.from.y).toBeCloseTo(area.bottom - 0.8 * (area.bottom - area.top), 6);
    expect(Math.hypot((arrow?.to.x ?? 0) - center.x, (arrow?.to.y ?? 0) - center.y)).toBeCloseTo(radius + 2, 6);
  });

  it('is drawn only when asked for, and where there is a survey before and a way to go', () => {
    const stayed = { ...moved, better: 0.8, worse: -0.201 };
    expect(lay([moved]).points[0]?.arrow).toBeNull();
    expect(lay([{ ...moved, before: null }], { drift: true }).points[0]?.arrow).toBeNull();
    expect(lay([stayed], { drift: true }).points[0]?.arrow).toBeNull();
  });

  it('tells more than chance from what may be chance', () => {
    const chance: MatrixPoint = { ...moved, key: 'b', before: { category: 'M', better: 0.4, worse: -0.4, significant: false } };
    expect(legendTexts([moved], { drift: true })).toEqual(['changed since the survey before']);
    expect(legendTexts([moved, chance], { drift: true })).toEqual(['changed since the survey before', 'same category, or perhaps chance']);
  });
});

describe('the cut', () => {
  it('is at the means of what is shown, with its numbers at the axes', () => {
    const points = [0.1, 0.3].map((better, index): MatrixPoint => ({ ...first, key: `${index}`, better, worse: -better - 0.4 }));
    const { area } = lay(points, { cut: 'mean' });
    expect(area.cut.y).toBeCloseTo(area.area.bottom - 0.2 * (area.area.bottom - area.area.top), 6);
    expect(area.cut.x).toBeCloseTo(area.area.left + 0.6 * (area.area.right - area.area.left), 6);
    expect(area.verticalTicks.map(({ text }) => text)).toEqual(['0', '0.5', '1', '0.2']);
    expect(area.horizontalTicks.map(({ text }) => text)).toContain('0.6');
    expect(legendTexts(points, { cut: 'mean' })).toEqual(['quadrants cut at the mean']);
  });

  it('is at 0.5 where there is no mean', () => {
    const { area } = lay([], { cut: 'mean' });
    expect(area.cut).toEqual(lay([]).area.cut);
  });
});

describe('a closer look', () => {
  it('shows what lies in that part, and more labels of it', () => {
    const points = inventedPoints(1000);
    const labelled = (zoom: MatrixOptions['zoom']) => lay(points, { ...(zoom && { zoom }) }).points.filter(({ label }) => label).length;
    const close = lay(points, { zoom: { scale: 4, x: 0.28, y: 0.3 } });
    expect(close.points.length).toBeLessThan(400);
    expect(labelled({ scale: 4, x: 0.28, y: 0.3 }) / close.points.length).toBeGreaterThan((3 * labelled(undefined)) / 1000);
    for (const { point } of close.points) expect(point.better).toBeGreaterThan(0.5);
  });

  it('names only the quadrants in sight, and has more numbers', () => {
    const { area } = lay(webShop(), { zoom: { scale: 4, x: 0.2, y: 0.2 } });
    expect(area.quadrantNames.map(({ quadrant }) => quadrant)).toEqual(['A']);
    expect(area.verticalTicks.map(({ text }) => text)).toEqual(['0.7', '0.8', '0.9']);
  });
});

describe('ten thousand features', () => {
  const { points } = lay(inventedPoints(10_000), { size: 'n' });
  const symbols = points.filter(({ isDot }) => !isDot);

  it('are symbols as far as there is room, and dots', () => {
    expect(points.length).toBe(10_000);
    expect(symbols.length).toBeGreaterThan(200);
    expect(symbols.length).toBeLessThanOrEqual(1500);
  });

  it('have labels in every quadrant, of the most urgent there, over no symbol', () => {
    const labels = symbols.flatMap(({ label, point }) => (label ? [{ label, point }] : []));
    for (const category of ['M', 'O', 'A', 'I'])
      expect(labels.filter(({ point }) => point.category === category).length).toBeGreaterThan(3);
    for (const { label } of labels) {
      expect(symbols.some(({ center, radius }) => overlaps(label.box, squareAround(center, radius)))).toBe(false);
      expect(labels.some((other) => other.label !== label && overlaps(label.box, other.label.box))).toBe(false);
    }
  });
});

it('draws a feature with fewer than 30 answers hollow, and says so in the legend', () => {
  const at = (n: number) => [{ ...first, n }];
  expect(legendTexts(at(29), {})).toEqual(['fewer than 30 answers']);
  expect(legendTexts(at(30), {})).toEqual([]);
  expect([29, 30].map((n) => lay(at(n)).points.map(fillOfSymbol))).toEqual([['none'], ['whole']]);
});

describe('two categories that the answers allow', () => {
  const undecided: MatrixPoint = { ...first, category: 'M', rival: 'O', n: 100 };

  it('make the symbol half full, whatever its category, and are in the legend and in the words for those who do not see it', () => {
    expect((['M', 'O', 'A', 'I', 'R', 'Q'] as const).map((category) => fillOf(category, false, 'ambiguous'))).toEqual(
      Array(6).fill('half'),
    );
    expect(legendTexts([undecided], {})).toEqual(['undecided between two categories']);
    expect(legendTexts([{ ...undecided, rival: null }], {})).toEqual([]);
    const svg = matrixSvg(lay([undecided, { ...first, key: 'other' }]), palettes.light);
    expect(svg).toContain(`<title>${first.title}: Must-be or One-dimensional</title>`);
    expect(svg).toContain('undecided between two categories: 1</desc>');
    expect(svg.split(leftHalfPath('square', 5.5))).toHaveLength(2);
  });

  it('are said of means as well, and where sizes are not known', () => {
    const question = { mean: 2, sd: 1, se: 0.1, n: 100 };
    const continuous = { functional: question, dysfunctional: question };
    expect(lay([{ ...undecided, continuous }], { plot: 'continuous' }).points.map(fillOfSymbol)).toEqual(['half']);
    expect(lay([undecided], { size: 'effort' }).points.map(fillOfSymbol)).toEqual(['half']);
  });

  it.each(['square', 'circle', 'triangle-up', 'diamond', 'triangle-down', 'cross'] as const)(
    'half of a %s is what lies left of its middle',
    (shape) => {
      if (shape === 'circle') return expect(leftHalfPath(shape, 5)).toBe('M0 -5A5 5 0 0 0 0 5Z');
      const [whole, half] = [cornersIn(symbolPath(shape, 5)), cornersIn(leftHalfPath(shape, 5))];
      expect(Math.max(...half.map(([x]) => x))).toBe(0);
      expect(Math.min(...half.map(([x]) => x))).toBe(Math.min(...whole.map(([x]) => x)));
      expect(areaOf(half) / areaOf(whole)).toBeCloseTo(0.5, 3);
    },
  );
});

function cornersIn(path: string): readonly (readonly [number, number])[] {
  return Array.from(path.matchAll(/([-\d.]+) ([-\d.]+)/g), ([, x, y]) => [Number(x), Number(y)]);
}

function areaOf(corners: readonly (readonly [number, number])[]): number {
  const next = (index: number) => corners[(index + 1) % corners.length] as readonly [number, number];
  return Math.abs(corners.reduce((sum, [x, y], index) => sum + x * next(index)[1] - next(index)[0] * y, 0)) / 2;
}

it('draws the intervals of all only when asked for', () => {
  const drawn = (intervals: boolean) => matrixSvg(lay(webShop(), { intervals }), palettes.light).includes('class="whiskers"');
  expect([drawn(true), drawn(false)]).toEqual([true, false]);
});

it('zooms on all points: as close as they are all seen', () => {
  const layout = lay(webShop().filter(({ category }) => category === 'M'));
  const points = layout.points.map(({ point }) => point);
  const close = lay(points, { zoom: zoomOnPoints(points, layout) });
  expect(close.zoom.scale).toBeGreaterThan(2);
  expect(close.points.map(({ point }) => point)).toEqual(points);
  // From there, the same.
  const again = zoomOnPoints(points, close);
  for (const part of ['scale', 'x', 'y'] as const) expect(again[part]).toBeCloseTo(close.zoom[part], 6);
  expect(zoomOnPoints([], layout)).toEqual(layout.zoom);
});

it('draws what cannot be built as it is, and what is assumed, hollow', () => {
  expect((['M', 'O', 'A', 'I', 'R', 'Q', null] as const).filter((category) => fillOf(category, false) === 'none')).toEqual([
    'R',
    'Q',
    null,
  ]);
  expect(fillOf('M', true)).toBe('none');
});
