import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredTail } from '../../../src/analysis/statistics/chiSquared.ts';
import { contingencyTest, rareTests, rememberRareTests } from '../../../src/analysis/statistics/contingencyTest.ts';
import type { Counts } from '../../../src/document/format/model.ts';
import { anyCounts, smallCounts } from './arbitraries.ts';
import { counts } from './product.ts';

describe('χ², degrees of freedom and Cramér’s V', () => {
  test('by hand: 30 and 10 against 10 and 30', () => {
    // All expected counts are 20: χ² = 4·10²/20 = 20, V = √(20/80) = 0.5.
    expect(contingencyTest([counts(30, 0, 10, 0), counts(10, 0, 30, 0)])).toEqual({
      chiSquared: 20,
      degreesOfFreedom: 1,
      isTest: true,
      p: expect.closeTo(7.744e-6, 9),
      isSignificant: true,
      isDrawn: false,
      cramersV: 0.5,
    });
  });

  test('published: party by gender, 762 327 468 and 484 239 477 (Agresti 2007, p. 39, in R’s manual of chisq.test)', () => {
    const result = contingencyTest([counts(762, 327, 468, 0), counts(484, 239, 477, 0)]);
    expect(result?.chiSquared).toBeCloseTo(30.07, 2);
    expect(result?.degreesOfFreedom).toBe(2);
    expect(result?.p).toBeCloseTo(2.954e-7, 10);
  });

  test('published: job satisfaction by income, four by four (Agresti 2002, p. 57): χ² 5.97 with 9 degrees of freedom', () => {
    const rows = [counts(1, 3, 10, 6), counts(2, 3, 10, 7), counts(1, 6, 14, 12), counts(0, 1, 9, 11)];
    expect(contingencyTest(rows)).toMatchObject({ chiSquared: expect.closeTo(5.9655, 4), degreesOfFreedom: 9 });
  });

  test('empty rows and columns change nothing', () => {
    const rows = [counts(7, 0, 3, 0), counts(2, 0, 9, 0)];
    const { chiSquared, degreesOfFreedom, p } = contingencyTest(rows) ?? {};
    expect(contingencyTest([counts(0, 0, 0, 0), ...rows, counts(0, 0, 0, 0)])).toMatchObject({ chiSquared, degreesOfFreedom, p });
    expect(degreesOfFreedom).toBe(1);
  });

  test('there is none with fewer than two groups that have answers', () => {
    expect(contingencyTest([])).toBeNull();
    expect(contingencyTest([counts(9, 1, 0, 0)])).toBeNull();
    expect(contingencyTest([counts(9, 1, 0, 0), counts(0, 0, 0, 0)])).toBeNull();
  });

  test('where all are in one category, nothing differs and there is no degree of freedom', () => {
    const nothing = { chiSquared: 0, degreesOfFreedom: 0, isTest: false, p: 1, isSignificant: false, isDrawn: false, cramersV: 0 };
    expect(contingencyTest([counts(9, 0, 0, 0), counts(2, 0, 0, 0)])).toEqual(nothing);
  });
});

describe('which distribution p comes from', () => {
  test('χ² when the smallest expected count is 5, drawing when it is less', () => {
    const five = contingencyTest([counts(20, 5, 0, 0), counts(20, 5, 0, 0)]);
    expect(five?.p).toBe(1);
    const distribution = contingencyTest([counts(24, 1, 0, 0), counts(16, 9, 0, 0)]);
    expect(distribution?.p).toBe(chiSquaredTail(distribution?.chiSquared ?? 0, 1));
    const drawn = contingencyTest([counts(24, 1, 0, 0), counts(17, 8, 0, 0)]);
    expect(isShareOf(2001, drawn?.p ?? 0)).toBe(true);
  });

  test('without a draw as extreme among 2,000, there are 100,000', () => {
    const apart = contingencyTest([counts(40, 5, 3, 2), counts(3, 5, 40, 2)]);
    expect(apart?.p).toBe(1 / 100_001);
    // Exactly 2 of C(18,9) = 48,620 ways to deal them out are as extreme: 4.1 of 100,000.
    const rare = contingencyTest([counts(9, 0, 0, 0), counts(0, 9, 0, 0)]);
    expect(isShareOf(100_001, rare?.p ?? 0)).toBe(true);
    expect(rare?.p).toBeLessThan(12 / 100_001);
  });

  test('two answers against two: not surer than Fisher’s exact test, 1/3', () => {
    expect(contingencyTest([counts(0, 0, 2, 0), counts(2, 0, 0, 0)])?.p).toBeCloseTo(1 / 3, 1);
  });
});

describe('drawing against the enumeration of every table with the same sums', () => {
  test.each<[string, readonly Counts[]]>([
    ['two by two', [counts(3, 1, 0, 0), counts(1, 3, 0, 0)]],
    ['two by two, uneven', [counts(12, 5, 0, 0), counts(1, 4, 0, 0)]],
    ['two by three', [counts(4, 2, 1, 0), counts(1, 3, 5, 0)]],
    ['two by six', [counts(6, 3, 1, 2, 0, 1), counts(2, 3, 5, 1, 2, 0)]],
    ['three by three', [counts(4, 1, 0, 0), counts(1, 3, 2, 0), counts(0, 2, 4, 0)]],
    ['three by four', [counts(3, 1, 0, 1), counts(1, 2, 2, 0), counts(0, 1, 3, 2)]],
    ['four by two', [counts(3, 1, 0, 0), counts(1, 2, 0, 0), counts(2, 4, 0, 0), counts(0, 3, 0, 0)]],
  ])('%s', (_, groups) => {
    expectNear(contingencyTest(groups)?.p, exactP(groups));
  });

  test('any two or three groups', () => {
    const groups = fc.oneof(fc.tuple(smallCounts(3), smallCounts(3)), fc.tuple(smallCounts(1), smallCounts(1), smallCounts(1)));
    fc.assert(
      fc.property(groups, (rows) => {
        const result = contingencyTest(rows);
        if (result !== null && result.degreesOfFreedom > 0) expectNear(result.p, exactP(rows));
      }),
      { numRuns: 30, seed: 12 },
    );
  });

  test('more than a thousand respondents: by the hypergeometric distribution of the one rare category', () => {
    // Given 4 of 3,000 are in O, their number in the first group is hypergeometric, and χ² depends on it alone.
    const groups = [counts(996, 4, 0, 0), counts(2000, 0, 0, 0)];
    const allFour = (1000 / 3000) * (999 / 2999) * (998 / 2998) * (997 / 2997);
    expectNear(contingencyTest(groups)?.p, allFour);
  });
});

describe('what is no test, because p could not have been below .05', () => {
  test.each<[string, readonly Counts[], boolean]>([
    ['three against three: C(6,3) = 20 ways', [counts(3, 0, 0, 0), counts(0, 0, 3, 0)], false],
    ['four against four: C(8,4) = 70 ways', [counts(4, 0, 0, 0), counts(0, 0, 4, 0)], true],
    ['one against 19', [counts(0, 0, 1, 0), counts(19, 0, 0, 0)], false],
    ['one against 20', [counts(0, 0, 1, 0), counts(20, 0, 0, 0)], true],
    ['ten against ten, all but one alike', [counts(9, 0, 1, 0), counts(10, 0, 0, 0)], false],
    ['three groups of two: 90 ways', [counts(2, 0, 0, 0), counts(0, 2, 0, 0), counts(0, 0, 2, 0)], true],
  ])('%s', (_, groups, isTest) => {
    expect(contingencyTest(groups)?.isTest).toBe(isTest);
  });

  test('by the enumeration of every table, none of these is significant', () => {
    let none = 0;
    const groups = fc.oneof(fc.tuple(smallCounts(2), smallCounts(2)), fc.tuple(smallCounts(1), smallCounts(1), smallCounts(1)));
    fc.assert(
      fc.property(groups, (rows) => {
        const result = contingencyTest(rows);
        if (result === null || result.degreesOfFreedom === 0 || result.isTest) return;
        none++;
        expect(exactP(rows)).toBeGreaterThanOrEqual(0.05 - 1e-12);
        expect(result.p).toBeGreaterThanOrEqual(0.05);
        expect(result.isSignificant).toBe(false);
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(none).toBeGreaterThan(10);
  });
});

test('what one process drew at length another takes over, and draws nothing', () => {
  const rows = [counts(29, 1, 1, 0), counts(1, 1, 29, 0)];
  const p = contingencyTest(rows)?.p;
  expect(rareTests(1)).toEqual([['29,1,1 1,1,29', p]]);
  expect(p).toBeLessThan(1 / 2001);
  // A p that no drawing could give.
  rememberRareTests([['28,1,1 1,1,29', 0.000123]]);
  expect(contingencyTest([counts(28, 1, 1, 0), counts(1, 1, 29, 0)])).toMatchObject({ p: 0.000123, isSignificant: true });
});

test('whether p is below .05 is told without p', () => {
  const groups = fc.array(smallCounts(8), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(groups, (rows) => {
      const result = contingencyTest(rows);
      const isSignificant = result?.isSignificant;
      expect(isSignificant).toBe(result === null ? undefined : result.p < 0.05);
    }),
    { numRuns: 60 },
  );
});

test('the same table gives the same p on every machine', () => {
  const tables = [
    [counts(6, 3, 1, 2, 0, 1), counts(2, 3, 5, 1, 2, 0)],
    [counts(3, 1, 0, 1), counts(1, 2, 2, 0), counts(0, 1, 3, 2)],
    [counts(1500, 600, 3, 900, 1, 0), counts(1400, 700, 0, 880, 4, 2)],
    [counts(40_000, 30_000, 20, 9000, 1, 1), counts(30_000, 20_000, 4, 7000, 0, 3), counts(3, 1, 2, 0, 0, 0)],
  ];
  const draws = tables.map((groups) => Math.round((contingencyTest(groups)?.p ?? 0) * 2001));
  expect(draws).toMatchInlineSnapshot(`
    [
      282,
      488,
      3,
      0,
    ]
  `);
});

test('every number is one, whatever the counts', () => {
  fc.assert(
    fc.property(fc.array(anyCounts, { minLength: 2, maxLength: 4 }), (groups) => {
      const result = contingencyTest(groups);
      if (result === null) return;
      expect(result.chiSquared).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(result.chiSquared)).toBe(true);
      expect(result.cramersV >= 0 && result.cramersV <= 1).toBe(true);
      expect(typeof result.isSignificant).toBe('boolean');
    }),
    { numRuns: 60 },
  );
});

function expectNear(p: number | undefined, exact: number): void {
  const draws = exact < 1e-3 ? 100_000 : 2000;
  expect(Math.abs((p ?? Number.NaN) - exact)).toBeLessThanOrEqual(5 * Math.sqrt((exact * (1 - exact)) / draws) + 2 / draws);
}

function isShareOf(denominator: number, p: number): boolean {
  return Math.abs(Math.round(p * denominator) - p * denominator) < 1e-6;
}

/** Adds up the probabilities of all tables with these sums of rows and columns whose χ² is at least that of the table given. */
function exactP(groups: readonly Counts[]): number {
  const rows = groups.map(({ M, O, A, I, R, Q }) => [M, O, A, I, R, Q]);
  const rowSums = rows.map((row) => sum(row));
  const columnSums = [0, 1, 2, 3, 4, 5].map((column) => sum(rows.map((row) => row[column] ?? 0)));
  const n = sum(rowSums);
  const statistic = (table: readonly (readonly number[])[]) =>
    sum(table.map((row, index) => sum(row.map((count, column) => count ** 2 / ((rowSums[index] || 1) * (columnSums[column] || 1))))));
  const observed = statistic(rows) - 1e-9;
  let extreme = 0;
  let all = 0;
  // The weight of a table is proportional to the inverse of the product of its factorials.
  const visit = (table: readonly (readonly number[])[], row: readonly number[], left: readonly number[], weight: number): void => {
    const rowSum = rowSums[table.length];
    if (rowSum === undefined) {
      if (left.some((count) => count > 0)) return;
      all += weight;
      if (statistic(table) >= observed) extreme += weight;
      return;
    }
    if (row.length === 6) {
      if (sum(row) === rowSum)
        visit(
          [...table, row],
          [],
          left.map((count, column) => count - (row[column] ?? 0)),
          weight,
        );
      return;
    }
    const most = Math.min(left[row.length] ?? 0, rowSum - sum(row));
    for (let count = 0; count <= most; count++) visit(table, [...row, count], left, weight / factorial(count));
  };
  visit([], [], columnSums, 1);
  expect(n).toBeGreaterThan(0);
  return extreme / all;
}

function factorial(k: number): number {
  return k < 2 ? 1 : k * factorial(k - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
