import { groupBy } from '../../base/groupBy.ts';

interface AnsweredRow<Row> {
  readonly row: Row;
  /** What it answers, as text. */
  readonly answers: string;
}

/** Rows of two sets of answers that say the same, and how likely this is by chance. */
export interface MatchedRows<Row> {
  readonly pairs: readonly (readonly [first: Row, second: Row])[];
  /** Of the smaller set. */
  readonly rows: number;
  /** The natural logarithm of the probability that independent respondents answer alike in so many rows. */
  readonly chance: number;
}

/** Fewer may well answer alike. */
const fewestRows = 5;
const smallestShare = 0.9;
const largestChance = Math.log(0.001);
/** How rarely a copy has times that have nothing to do with those of the original, as its natural logarithm. */
const unrelatedTimes = Math.log(0.01);
/** How often two people give the same two answers about one feature, at least: most features have a few usual pairs. */
const likelyPair = 0.15;

/** Whether two sets of answers are so alike that one is a copy of the other, or of a part of it. */
export function isAlike({ pairs, rows, chance }: MatchedRows<unknown>, areTimesUnrelated = false): boolean {
  const largest = areTimesUnrelated ? largestChance + unrelatedTimes : largestChance;
  return rows >= fewestRows && pairs.length >= smallestShare * rows && chance < largest;
}

/** How likely two people answer alike, at most. */
export function answersAlike(rows: readonly { readonly answers: string }[], features: number): number {
  return Math.max(collisions(rows), likelyPair ** features);
}

/** Matches rows one to one: in the same or the reverse order, else in any order. */
export function matchedRows<Row>(
  first: readonly AnsweredRow<Row>[],
  second: readonly AnsweredRow<Row>[],
  features: number,
): MatchedRows<Row> {
  const rows = Math.min(first.length, second.length);
  const none = { pairs: [], rows, chance: 0 };
  if (rows < fewestRows || features === 0) return none;
  const likelihood = Math.log(answersAlike(first.length > second.length ? first : second, features));
  const candidates = [...(isSorted(first) || isSorted(second) ? [] : inOrder(first, second)), inAnyOrder(first, second)];
  const results = candidates.map((pairs, index): MatchedRows<Row> => {
    const isOrdered = index < candidates.length - 1;
    const ways = isOrdered
      ? Math.log(candidates.length)
      : logFactorial(Math.max(first.length, second.length)) - logFactorial(Math.max(first.length, second.length) - pairs.length);
    const chance = logChoose(rows, pairs.length) + ways + pairs.length * likelihood;
    const isWhole = !isOrdered && pairs.length === first.length && pairs.length === second.length;
    return { pairs, rows, chance: isWhole ? Math.min(chance, sameCounts(first)) : chance };
  });
  return results.find((each) => isAlike(each)) ?? none;
}

/** The pairs at the same position, counted from either end, in either direction. */
function inOrder<Row>(first: readonly AnsweredRow<Row>[], second: readonly AnsweredRow<Row>[]): MatchedRows<Row>['pairs'][] {
  const [turned, gap] = [second.toReversed(), second.length - first.length];
  return [second, turned].flatMap((other) =>
    [...new Set([0, gap])].map((shift) =>
      first.flatMap(({ row, answers }, index) => {
        const found = other[index + shift];
        return found?.answers === answers ? [[row, found.row] as const] : [];
      }),
    ),
  );
}

function inAnyOrder<Row>(first: readonly AnsweredRow<Row>[], second: readonly AnsweredRow<Row>[]): MatchedRows<Row>['pairs'] {
  const others = groupBy(second, ({ answers }) => answers);
  const used = new Map<string, number>();
  return first.flatMap(({ row, answers }) => {
    const at = used.get(answers) ?? 0;
    const found = others.get(answers)?.[at];
    used.set(answers, at + 1);
    return found ? [[row, found.row] as const] : [];
  });
}

/** Whether rows with equal answers stand together, as in a sorted table: then their order says nothing. */
function isSorted(rows: readonly AnsweredRow<unknown>[]): boolean {
  const distinct = new Set(rows.map(({ answers }) => answers)).size;
  const runs = rows.filter(({ answers }, index) => answers !== rows[index - 1]?.answers).length;
  return distinct < rows.length && runs === distinct;
}

/** How likely two of these respondents answer alike, estimated cautiously from how many do. */
function collisions(rows: readonly { readonly answers: string }[]): number {
  const pairsOf = (count: number) => (count * (count - 1)) / 2;
  const equal = countsOf(rows).reduce((sum, count) => sum + pairsOf(count), 0);
  return (equal + 1) / (pairsOf(rows.length) + 1);
}

/** How likely as many other respondents give each answer equally often, at most. */
function sameCounts(rows: readonly AnsweredRow<unknown>[]): number {
  return countsOf(rows).reduce(
    (sum, count) => sum - logFactorial(count) + count * Math.log(count / rows.length),
    logFactorial(rows.length),
  );
}

function countsOf(rows: readonly { readonly answers: string }[]): readonly number[] {
  return [...groupBy(rows, ({ answers }) => answers).values()].map(({ length }) => length);
}

function logFactorial(number: number): number {
  // Exact where it matters, else Stirling's approximation.
  if (number > 100) return number * Math.log(number) - number + Math.log(2 * Math.PI * number) / 2 + 1 / (12 * number);
  let sum = 0;
  for (let factor = 2; factor <= number; factor++) sum += Math.log(factor);
  return sum;
}

function logChoose(all: number, some: number): number {
  return logFactorial(all) - logFactorial(some) - logFactorial(all - some);
}
