import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawHypergeometric } from './hypergeometric.ts';

/** Any fixed number: the same table gives the same draws on every machine. */
const seed = 1984;
/** Left out, because the first numbers after a small seed are not random: the very first one here is .9999995. */
const numbersLeftOut = 64;
/** Differences of χ² that are rounding errors. */
const slack = 1e-10;

/** Draws a table with the same row and column sums at random; gives whether its χ² is at least that of the observed table. */
export type PermutationDraw = () => boolean;

/**
 * Seeded draws from all tables with the same row and column sums, each weighted by the ways to deal the respondents out to the rows
 * (the permutation distribution; Patefield 1981). A draw ends as soon as it is clear whether it reaches the χ² of the observed table.
 * @param rows two or more, of whole numbers; no row or column is empty
 */
export function permutationDraws(rows: readonly (readonly number[])[]): PermutationDraw {
  // Large columns first: they settle the most.
  const columns = sumsByColumn(rows)
    .map((sum, column) => ({ sum, column }))
    .sort((left, right) => right.sum - left.sum);
  const table = rows.map((row) => columns.map(({ column }) => row[column] ?? 0)).sort((left, right) => sumOf(left) - sumOf(right));
  const columnSums = columns.map(({ sum }) => sum);
  const [first] = table;
  if (first && table.length === 2 && sumOf(columnSums) <= mostInTwoRows) return drawsOfTwoRows(first, columnSums);
  return drawsOfManyRows(table, columnSums);
}

/** Beyond this many respondents, to prepare the chances of every cell costs more than to draw without. */
const mostInTwoRows = 1000;

/** For two rows, χ² rises with Σ x²/c over the cells x of one row and the column sums c, which that row decides alone. */
function drawsOfTwoRows(row: readonly number[], columnSums: readonly number[]): PermutationDraw {
  const generator = seededGenerator();
  const rowSum = sumOf(row);
  const last = columnSums.length - 1;
  const inverse = Float64Array.from(columnSums, (sum) => 1 / sum);
  /** Of each column and those after it. */
  const rest = Float64Array.from(columnSums, (_, column) => sumOf(columnSums.slice(column)));
  const inverseRest = rest.map((sum) => 1 / sum);
  let observed = 0;
  row.forEach((count, column) => {
    observed += count * count * (inverse[column] ?? 0);
  });
  const needed = observed * (1 - slack);
  const chances: (Float64Array | undefined)[] = new Array(last * (rowSum + 1)).fill(undefined);
  const chancesAt = (column: number, left: number) => {
    const place = column * (rowSum + 1) + left;
    const known = chances[place];
    if (known) return known;
    const prepared = cellChances(columnSums[column] ?? 0, rest[column] ?? 0, left);
    chances[place] = prepared;
    return prepared;
  };
  return () => {
    let sum = 0;
    let left = rowSum;
    for (let column = 0; column < last; column++) {
      const chance = chancesAt(column, left);
      const random = generator.next() >>> 0;
      let at = 0;
      while ((chance[at] as number) <= random) at += 2;
      const count = chance[at + 1] as number;
      sum += count * count * (inverse[column] as number);
      left -= count;
      // The rest adds at least left²/Σc (as even as can be) and at most left (x²/c ≤ x).
      if (sum + left * left * (inverseRest[column + 1] as number) >= needed) return true;
      if (sum + left < needed) return false;
    }
    return sum + left * left * (inverse[last] as number) >= needed;
  };
}

/**
 * The values of a cell, most likely first, each behind a bound: the first one whose bound is above a random number of 32 bits is drawn.
 * Values less likely than such a number can tell are left out.
 * @param columnSum of the cell's column
 * @param total of that column and those after it
 * @param rowSum what the row has left for them
 */
function cellChances(columnSum: number, total: number, rowSum: number): Float64Array {
  const lowest = Math.max(0, rowSum - (total - columnSum));
  const highest = Math.min(columnSum, rowSum);
  const mode = Math.floor(((rowSum + 1) * (columnSum + 1)) / (total + 2));
  /** P(count + 1) / P(count). */
  const ratio = (count: number) => ((columnSum - count) * (rowSum - count)) / ((count + 1) * (total - columnSum - rowSum + count + 1));
  const values = [mode];
  const weights = [1];
  let [below, above] = [mode - 1, mode + 1];
  let weightBelow = below < lowest ? 0 : 1 / ratio(below);
  let weightAbove = above > highest ? 0 : ratio(mode);
  let weight = 1;
  while (Math.max(weightBelow, weightAbove) > 1e-12) {
    if (weightAbove >= weightBelow) {
      values.push(above);
      weights.push(weightAbove);
      weight += weightAbove;
      weightAbove *= above < highest ? ratio(above) : 0;
      above++;
    } else {
      values.push(below);
      weights.push(weightBelow);
      weight += weightBelow;
      weightBelow *= below > lowest ? 1 / ratio(below - 1) : 0;
      below--;
    }
  }
  const chances = new Float64Array(2 * values.length);
  let sum = 0;
  values.forEach((value, index) => {
    sum += weights[index] ?? 0;
    chances[2 * index] = (sum / weight) * 2 ** 32;
    chances[2 * index + 1] = value;
  });
  chances[chances.length - 2] = 2 ** 32;
  return chances;
}

function drawsOfManyRows(table: readonly (readonly number[])[], columnSums: readonly number[]): PermutationDraw {
  const generator = seededGenerator();
  const uniform = () => uniformFloat64(generator);
  const n = sumOf(columnSums);
  const rowSums = Float64Array.from(table, sumOf);
  const sums = Float64Array.from(columnSums);
  const left = new Float64Array(columnSums.length);
  const lastRow = table.length - 1;
  const lastColumn = columnSums.length - 1;
  let observed = 0;
  table.forEach((row, index) => {
    row.forEach((count, column) => {
      observed += deviation(count, index, column);
    });
  });
  const needed = observed * (1 - slack) - slack;
  return () => {
    left.set(sums);
    let chiSquared = 0;
    let total = n;
    for (let row = 0; row < lastRow; row++) {
      let rowLeft = rowSums[row] as number;
      let totalLeft = total;
      total -= rowLeft;
      for (let column = 0; column <= lastColumn; column++) {
        const columnLeft = left[column] as number;
        const count = column === lastColumn ? rowLeft : drawHypergeometric(uniform, columnLeft, totalLeft - columnLeft, rowLeft);
        totalLeft -= columnLeft;
        rowLeft -= count;
        left[column] = columnLeft - count;
        chiSquared += deviation(count, row, column);
      }
      if (chiSquared >= needed) return true;
    }
    for (let column = 0; column <= lastColumn; column++) chiSquared += deviation(left[column] as number, lastRow, column);
    return chiSquared >= needed;
  };

  function deviation(count: number, row: number, column: number): number {
    const expected = ((rowSums[row] as number) * (sums[column] as number)) / n;
    return ((count - expected) * (count - expected)) / expected;
  }
}

function seededGenerator() {
  const generator = xoroshiro128plus(seed);
  for (let skipped = 0; skipped < numbersLeftOut; skipped++) generator.next();
  return generator;
}

function sumsByColumn(rows: readonly (readonly number[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, column) => sumOf(rows.map((row) => row[column] ?? 0)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
