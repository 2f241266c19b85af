import { describe, expect, it } from 'vitest';
import { continuousAnalysis } from '../../../src/analysis/continuous.ts';
import type { Answers } from '../../../src/document/format/model.ts';
import { layoutMatrix, type MatrixOptions } from '../../../src/matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../../src/matrix/matrixPoint.ts';
import { matrixSvg } from '../../../src/matrix/matrixSvg.ts';
import { matrixTexts } from '../../../src/matrix/matrixTexts.ts';
import { palettes, themes } from '../../../src/matrix/palette.ts';
import { webShop } from './webShop.ts';

const size = { width: 960, height: 640 };

/** Invented answers: rows with the feature, columns without it; like, must-be, neutral, live-with, dislike. */
const answers: Readonly<Record<string, Answers>> = {
  'delivery-on-time': [
    [2, 0, 1, 0, 27],
    [0, 1, 4, 2, 34],
    [0, 0, 3, 2, 24],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ],
  'free-shipping': [
    [2, 4, 12, 8, 52],
    [0, 1, 2, 1, 10],
    [0, 0, 2, 2, 4],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ],
  'virtual-try-on': [
    [3, 12, 34, 12, 8],
    [0, 2, 8, 2, 0],
    [1, 3, 8, 2, 1],
    [2, 0, 0, 1, 0],
    [1, 0, 0, 0, 0],
  ],
  'dark-mode': [
    [1, 4, 20, 5, 6],
    [0, 2, 10, 2, 1],
    [0, 5, 34, 4, 1],
    [0, 1, 2, 1, 0],
    [1, 0, 0, 0, 0],
  ],
  'chat-bot': [
    [2, 1, 8, 4, 4],
    [6, 4, 6, 2, 1],
    [14, 2, 10, 3, 1],
    [12, 1, 2, 2, 0],
    [11, 2, 1, 0, 1],
  ],
};

const points = webShop().map((point): MatrixPoint => {
  const table = answers[point.id];
  return { ...point, continuous: table ? continuousAnalysis([table]) : null };
});

function lay(given: readonly MatrixPoint[], options: Partial<MatrixOptions> = {}) {
  return layoutMatrix(given, size, { texts: matrixTexts('Web shop', given, 'continuous'), plot: 'continuous', ...options });
}

const [first] = webShop() as [MatrixPoint];
const exactly = (functional: number, dysfunctional: number, se: number | null = null): MatrixPoint => {
  const statistics = (mean: number) => ({ mean, sd: se, se, n: 10 });
  return {
    ...first,
    better: null,
    worse: null,
    continuous: { functional: statistics(functional), dysfunctional: statistics(dysfunctional) },
  };
};

describe('the continuous plot', () => {
  it.each(themes)('of five features of the web shop is as reviewed (%s)', async (theme) => {
    await expect(matrixSvg(lay(points), palettes[theme])).toMatchFileSnapshot(`./continuous.${theme}.svg`);
  });

  it('shows the features that have the means, whether they have coefficients or not', () => {
    expect(lay(points).points.map(({ point }) => point.id)).toEqual(Object.keys(answers));
    expect(lay([exactly(1, 1)]).points).toHaveLength(1);
    expect(lay([exactly(1, 1)], { plot: 'coefficients' }).points).toEqual([]);
  });

  it('puts the functional mean upwards and the dysfunctional one to the right, from −2 to 4', () => {
    const { area } = lay(points).area;
    const at = (functional: number, dysfunctional: number) => lay([exactly(functional, dysfunctional)]).points[0]?.exact;
    const { left, right, top, bottom } = area;
    expect(at(-2, -2)).toEqual({ x: left, y: bottom });
    expect(at(4, 4)).toEqual({ x: right, y: top });
    expect(at(1, 4)?.y).toBeCloseTo((top + bottom) / 2, 6);
    expect(at(4, 0)?.x).toBeCloseTo(left + (right - left) / 3, 6);
  });

  it('draws one standard error to each side, and none for a single answer', () => {
    const layout = lay([exactly(1, 2, 0.3)]);
    const { exact, acrossWhisker, upWhisker } = layout.points[0] ?? {};
    const unit = (layout.area.area.right - layout.area.area.left) / 6;
    const unitUp = (layout.area.area.bottom - layout.area.area.top) / 6;
    expect(acrossWhisker?.[0]).toBeCloseTo((exact?.x ?? 0) - 0.3 * unit, 6);
    expect(acrossWhisker?.[1]).toBeCloseTo((exact?.x ?? 0) + 0.3 * unit, 6);
    expect(upWhisker?.[0]).toBeCloseTo((exact?.y ?? 0) - 0.3 * unitUp, 6);
    expect(upWhisker?.[1]).toBeCloseTo((exact?.y ?? 0) + 0.3 * unitUp, 6);
    expect(lay([exactly(1, 2)]).points[0]).toMatchObject({ acrossWhisker: null, upWhisker: null });
  });

  it('has numbers from −2 to 4 and lines at 0, and neither quadrants nor their names, whatever cut was chosen', () => {
    const { area } = lay(points, { cut: 'mean' });
    expect(area.horizontalTicks.map(({ text }) => text)).toEqual(['-2', '-1', '0', '1', '2', '3', '4']);
    expect(area.verticalTicks.map(({ text }) => text)).toEqual(['-2', '-1', '0', '1', '2', '3', '4']);
    expect(area.horizontalTicks.filter(({ isCut }) => isCut).map(({ text }) => text)).toEqual(['0']);
    expect(area.quadrantNames).toEqual([]);
    expect(area.cut.x).toBeCloseTo(area.area.left + (area.area.right - area.area.left) / 3, 6);
  });

  it('says what its lines are, and draws no arrows: the means of surveys before are not kept', () => {
    const before = { category: 'A', better: 0.8, worse: -0.2, significant: true } as const;
    const layout = lay(
      points.map((point) => ({ ...point, before })),
      { drift: true, cut: 'mean', legend: 'scales' },
    );
    expect(layout.legend.map(({ text }) => text)).toEqual(['undecided between two categories', 'mean ± standard error']);
    expect(layout.points.filter(({ arrow }) => arrow)).toEqual([]);
  });

  it('says of intervals of coefficients that they are of 95 %, where all are drawn', () => {
    const legendOf = (options: Partial<MatrixOptions>) => lay(points, { plot: 'coefficients', ...options }).legend.map(({ text }) => text);
    expect(legendOf({ intervals: true })).toContain('95% interval');
    expect(legendOf({})).not.toContain('95% interval');
  });
});
