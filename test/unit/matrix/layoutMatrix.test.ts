import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMatrix, type MatrixLayout } from '../../../src/matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../../src/matrix/matrixPoint.ts';
import { matrixTexts } from '../../../src/matrix/matrixTexts.ts';
import type { PlacedLabel } from '../../../src/matrix/placeLabels.ts';
import { quadrantCuts } from '../../../src/matrix/plotArea.ts';
import { pointSizes } from '../../../src/matrix/pointSize.ts';
import { contains, crosses, overlaps, type Rectangle, squareAround } from '../../../src/matrix/rectangle.ts';
import { estimateWidth } from '../../../src/matrix/textWidth.ts';
import { inventedPoints } from '../../bench/inventedPoints.ts';
import { inBoth } from '../terms/speak.ts';
import { webShop } from './webShop.ts';

const texts = matrixTexts('Web shop', webShop());
const size = { width: 960, height: 640 };

/** Coarse coefficients, so that many points share a position. */
const pointArbitrary = fc.record({
  title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  category: fc.constantFrom('M', 'O', 'A', 'I', 'R', 'Q', null),
  rival: fc.constantFrom('I', null),
  assumed: fc.boolean(),
  better: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
  worse: fc.integer({ min: -20, max: 0 }).map((twentieths) => twentieths / 20),
  n: fc.integer({ min: 1, max: 500 }),
  importance: fc.option(fc.integer({ min: 1, max: 9 })),
  effort: fc.option(fc.integer({ min: 1, max: 40 })),
  before: fc.option(
    fc.record({
      category: fc.constantFrom('M', 'O', 'A', 'I', 'R', 'Q', null),
      better: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
      worse: fc.integer({ min: -20, max: 0 }).map((twentieths) => twentieths / 20),
      significant: fc.boolean(),
    }),
  ),
});

const pointsArbitrary = fc.array(pointArbitrary, { maxLength: 120 }).map((drafts) =>
  drafts.map(
    (draft, index): MatrixPoint => ({
      ...draft,
      key: `feature-${index}`,
      id: `feature-${index}`,
      betterInterval: [draft.better, draft.better],
      worseInterval: [draft.worse, draft.worse],
      continuous: null,
      rank: index % 7 === 0 ? null : index + 1,
    }),
  ),
);
/** All that a reader can choose. */
const choicesArbitrary = fc.record({
  size: fc.constantFrom(...pointSizes),
  cut: fc.constantFrom(...quadrantCuts),
  drift: fc.boolean(),
  zoom: fc.record({
    scale: fc.double({ min: 1, max: 16, noNaN: true }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
});
const sizeArbitrary = fc.record({ width: fc.integer({ min: 240, max: 1600 }), height: fc.integer({ min: 220, max: 1200 }) });

describe('any matrix', () => {
  it('has no two labels over each other, none over a symbol or the name of a quadrant, and all inside the frame', () => {
    fc.assert(
      fc.property(pointsArbitrary, sizeArbitrary, choicesArbitrary, (points, anySize, choices) => {
        const layout = layoutMatrix(points, anySize, { texts, ...choices });
        const labels = boxes(layout);
        labels.forEach((box, index) => {
          expect(contains(layout.area.plot, box)).toBe(true);
          expect(labels.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
          expect(layout.points.some(({ center, radius }) => overlaps(box, squareAround(center, radius)))).toBe(false);
          expect(layout.area.quadrantNames.some((name) => overlaps(box, name.box))).toBe(false);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('has no leader through a label', () => {
    fc.assert(
      fc.property(pointsArbitrary, choicesArbitrary, (points, choices) => {
        const layout = layoutMatrix(points, size, { texts, ...choices });
        for (const { label } of layout.points) {
          if (!label?.leader) continue;
          const { leader, box } = label;
          expect(boxes(layout).some((other) => other !== box && crosses(leader, other))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps all symbols in the plot and tellable: at least 6 pixels apart', () => {
    fc.assert(
      fc.property(pointsArbitrary, fc.constantFrom(...pointSizes), (points, sizedBy) => {
        const { points: placed, area } = layoutMatrix(points, size, { texts, size: sizedBy });
        placed.forEach(({ center, radius, exact, moved }, index) => {
          expect(contains(area.plot, squareAround(center, radius))).toBe(true);
          expect(moved).toBe(center.x !== exact.x || center.y !== exact.y);
          for (const other of placed.slice(index + 1)) expect(distance(center, other.center)).toBeGreaterThanOrEqual(6);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is the same every time, and places the same whatever the order of the points', () => {
    fc.assert(
      fc.property(pointsArbitrary, (points) => {
        const layout = layoutMatrix(points, size, { texts });
        expect(layoutMatrix(points, size, { texts })).toEqual(layout);
        expect(layoutMatrix([...points].reverse(), size, { texts }).points.toReversed()).toEqual(layout.points);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the web shop', () => {
  const layout = layoutMatrix(webShop(), size, { texts });

  it('puts Better upwards and |Worse| to the right, on a scale from 0 to 1', () => {
    const { area } = layout.area;
    const at = (better: number, worse: number) =>
      layoutMatrix([{ ...(webShop()[0] as MatrixPoint), better, worse }], size, { texts }).points[0]?.exact;
    const tracking = find(layout, 'order-tracking');
    expect(tracking.exact.x).toBeCloseTo(area.left + (73 / 98) * (area.right - area.left), 6);
    expect(tracking.exact.y).toBeCloseTo(area.bottom - (52 / 98) * (area.bottom - area.top), 6);
    expect(at(0, 0)).toEqual({ x: area.left, y: area.bottom });
    expect(at(1, -1)).toEqual({ x: area.right, y: area.top });
    expect(at(0.5, -0.5)).toEqual(layout.area.cut);
  });

  it('draws the intervals around the exact position, as wide as they are', () => {
    const { area } = layout.area;
    const { point, exact, acrossWhisker, upWhisker } = find(layout, 'dark-mode');
    expect(acrossWhisker?.[0]).toBeLessThan(exact.x);
    expect(acrossWhisker?.[1]).toBeGreaterThan(exact.x);
    expect(upWhisker?.[0]).toBeLessThan(exact.y);
    expect(upWhisker?.[1]).toBeGreaterThan(exact.y);
    const [low, high] = point.betterInterval ?? [0, 0];
    expect((upWhisker?.[1] ?? 0) - (upWhisker?.[0] ?? 0)).toBeCloseTo((high - low) * (area.bottom - area.top), 6);
  });

  it('labels every feature', () => {
    expect(layout.points.filter(({ label }) => label === null)).toEqual([]);
  });

  it('names the quadrants in their corners', () => {
    const { cut, quadrantNames } = layout.area;
    const corners = quadrantNames.map(
      ({ quadrant, text, x, y }) => `${text} ${quadrant} ${y < cut.y ? 'top' : 'bottom'} ${x < cut.x ? 'left' : 'right'}`,
    );
    expect(corners).toEqual([
      'ATTRACTIVE · Choose a few A top left',
      'ONE-DIMENSIONAL · Compete O top right',
      'INDIFFERENT · Skip I bottom left',
      'MUST-BE · Do first M bottom right',
    ]);
  });

  it('names the quadrants in every picture, however narrow: first without what to do, then shortened', () => {
    for (const width of [240, 300, 400, 960]) {
      const { quadrantNames, plot } = layoutMatrix(webShop(), { width, height: 320 }, { texts }).area;
      expect(quadrantNames.map(({ quadrant }) => quadrant).sort(), String(width)).toEqual(['A', 'I', 'M', 'O']);
      for (const { text, box } of quadrantNames) {
        expect(text).toMatch(/^[A-Z-]{2,}/);
        expect(contains(plot, box), `${text} ${width}`).toBe(true);
      }
    }
  });

  it('begins every label with the rank of its feature in bold, and leaves the title out rather than the number', () => {
    for (const [width, height] of [
      [400, 320],
      [960, 640],
    ] as const) {
      const { points } = layoutMatrix(webShop(), { width, height }, { texts });
      const numbers = points.map(({ point, label }) => [String(point.rank), label?.lines[0]?.text.slice(0, label.lines[0].bold)]);
      for (const [rank, bold] of numbers) expect(bold).toBe(rank);
      const alone = points.filter(({ point, label }) => label?.lines[0]?.text === String(point.rank));
      expect(alone.length > 0).toBe(width === 400);
      for (const { label } of alone) expect(label?.isWhole).toBe(false);
    }
  });

  it('moves few labels when one point moves', () => {
    const points = webShop();
    points.forEach((moving, index) => {
      const moved = points.map((point) => (point === moving ? { ...point, better: Math.max((point.better ?? 0) - 0.05, 0) } : point));
      const after = layoutMatrix(moved, size, { texts });
      const others = after.points.filter((point, place) => place !== index && !sameLabel(point.label, layout.points[place]?.label));
      expect(others.length, moving.id).toBeLessThanOrEqual(3);
    });
  });

  it('lets the symbol with the first key keep a shared position, and rings the others around it', () => {
    const [first] = webShop() as [MatrixPoint];
    const shared = ['c', 'a', 'b', 'd'].map((key, index) => ({ ...first, key, rank: index + 1 }));
    const { points } = layoutMatrix(shared, size, { texts });
    expect(points.map(({ moved }) => moved)).toEqual([true, false, true, true]);
    for (const { center, exact, radius, moved } of points) expect(distance(center, exact)).toBeCloseTo(moved ? radius * 1.8 : 0, 4);
  });
});

describe('crowds', () => {
  it('labels sixty features with short titles that are spread over the plot', () => {
    const points = Array.from({ length: 60 }, (_, index) => crowdPoint(index, (index % 8) / 8 + 0.05, Math.floor(index / 8) / 8 + 0.05));
    expect(layoutMatrix(points, size, { texts }).points.filter(({ label }) => label === null)).toEqual([]);
  });

  it('labels all of twelve features in one position, with leaders', () => {
    const points = Array.from({ length: 12 }, (_, index) => crowdPoint(index, 0.5, 0.5));
    expect(layoutMatrix(points, size, { texts }).points.filter(({ label }) => label === null)).toEqual([]);
  });

  it('keeps the most pressing labels of a thousand, most of them whole', () => {
    const points = inventedPoints(1000);
    const layout = layoutMatrix(points, size, { texts });
    const labelled = layout.points.filter(({ label }) => label !== null);
    expect(labelled.length).toBeGreaterThan(20);
    expect(labelled.filter(({ label }) => label?.isWhole).length).toBeGreaterThan(labelled.length * 0.9);
  });
});

function crowdPoint(index: number, better: number, absoluteWorse: number): MatrixPoint {
  const key = `feature-${String(index).padStart(4, '0')}`;
  const intervals = { betterInterval: null, worseInterval: null };
  return {
    key,
    id: key,
    title: `Feature ${index}`,
    category: 'O',
    rival: null,
    assumed: false,
    better,
    worse: -absoluteWorse,
    ...intervals,
    continuous: null,
    n: 100,
    importance: null,
    effort: null,
    before: null,
    rank: index + 1,
  };
}

function boxes(layout: MatrixLayout): Rectangle[] {
  return layout.points.flatMap(({ label }) => (label ? [label.box] : []));
}

function find(layout: MatrixLayout, id: string) {
  const found = layout.points.find(({ point }) => point.id === id);
  if (!found) throw new Error(`No feature ${id}`);
  return found;
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y) + 1e-6;
}

function sameLabel(a: PlacedLabel | null, b: PlacedLabel | null | undefined): boolean {
  return a?.lines[0]?.x === b?.lines[0]?.x && a?.lines[0]?.y === b?.lines[0]?.y;
}

describe.each([
  {
    language: 'English',
    index: 0,
    full: 'more satisfied with it, of those who neither reject it nor contradict themselves',
    short: 'more satisfied with it',
  },
  { language: 'Chinese', index: 1, full: '有它时更满意者的占比，只计既不排斥它、回答也不自相矛盾的用户', short: '有它时更满意者的占比' },
])('the titles of the axes in $language', ({ index, full, short }) => {
  const spoken = inBoth(() => matrixTexts('Web shop', webShop()))[index] ?? texts;
  const titles = (width: number) => {
    const { area } = layoutMatrix(webShop(), { width, height: 640 }, { texts: spoken });
    return [area.upTitle, area.acrossTitle];
  };

  it('say of whom the shares are, or less where there is no room', () => {
    expect(titles(960)[0]?.text).toBe(`Better ↑  ${full}`);
    expect(titles(240)[0]?.text).toBe(`Better ↑  ${short}`);
    expect(titles(120)[0]?.text).toBe('Better ↑');
  });

  it('end within the picture at every width', () => {
    const measure = estimateWidth(12);
    for (let width = 120; width <= 1600; width += 20) {
      for (const { text, x, anchor } of titles(width)) {
        const [left, right] = anchor === 'end' ? [x - measure(text), x] : [x, x + measure(text)];
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
      }
    }
  });
});

it('puts symbols where they are with labels, when it is to place no labels', () => {
  const withLabels = layoutMatrix(inventedPoints(300), size, { texts });
  const without = layoutMatrix(inventedPoints(300), size, { texts, labels: false });
  expect(withLabels.points.some(({ label }) => label !== null)).toBe(true);
  expect(without).toEqual({ ...withLabels, points: withLabels.points.map((point) => ({ ...point, label: null })) });
});
