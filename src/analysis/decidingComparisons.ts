import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { largest } from './counts.ts';
import { portableExp, portableLog } from './statistics/exponential.ts';

/** A comparison of two counts out of n that speaks for a category: `larger` exceeds `smaller` by more than `margin`·n. */
export interface Comparison {
  readonly larger: number;
  readonly smaller: number;
  /** A share of n. Below 0, `larger` is only not to fall behind by as much. */
  readonly margin: number;
  /** The categories whose counts these are, in the same order; `null` for the two sides of `berger`: M, O and A against I, R and Q. */
  readonly between: readonly [larger: Category, smaller: Category] | null;
}

/**
 * What has to stay true for a rule to give the same category: as long as each of these holds, it does.
 * @param category the one that the rule gives for these counts
 */
export function decidingComparisons(counts: Counts, rule: CategoryRule, lead: number, category: Category): readonly Comparison[] {
  const against = (others: readonly Category[], larger: Category, margin = 0): readonly Comparison[] =>
    others.flatMap((other) => {
      const between = [larger, other] as const;
      return other === larger ? [] : [{ larger: counts[larger], smaller: counts[other], margin, between }];
    });
  switch (rule) {
    case 'mode':
      return against(categories, category);
    case 'berger': {
      const isWanted = isOneOf(wanted, category);
      const inFavour = counts.M + counts.O + counts.A;
      const others = counts.I + counts.R + counts.Q;
      const sides = isWanted ? { larger: inFavour, smaller: others } : { larger: others, smaller: inFavour };
      return [{ ...sides, margin: 0, between: null }, ...against(isWanted ? wanted : unwanted, category)];
    }
    case 'lead': {
      // Categories that would come first if they were within `lead` of the largest.
      const index = pressing.indexOf(category);
      if (index < 0) return [...against(pressing, category, lead), ...against(['R', 'Q'], category)];
      return [...against(pressing.slice(0, index), largest(counts, categories), lead), ...against(categories, category, -lead)];
    }
  }
}

/** `rule: berger` asks first on which of the two sides more respondents are. */
const wanted = ['M', 'O', 'A'] as const satisfies readonly Category[];
const unwanted = ['I', 'R', 'Q'] as const satisfies readonly Category[];

/** `rule: lead` takes the first of these within reach. */
const pressing: readonly Category[] = ['M', 'O', 'A', 'I'];

/** Under `berger`: the categories on the other side than this one. */
export function otherSide(category: Category): typeof wanted | typeof unwanted {
  return isOneOf(wanted, category) ? unwanted : wanted;
}

function isOneOf(candidates: readonly Category[], category: Category): boolean {
  return candidates.includes(category);
}

/** The comparison that chance turns most easily, by its distance from its margin in standard errors. */
export function weakestComparison(comparisons: readonly Comparison[], n: number): Comparison | undefined {
  const distance = (comparison: Comparison) => distanceOf(comparison, n) / Math.sqrt(varianceOf(comparison, n));
  return comparisons.toSorted((left, right) => distance(left) - distance(right))[0];
}

/**
 * An upper bound of the chance that one of the comparisons fails in another survey of n customers with these shares: the sum of the bounds of
 * Chernoff (1952) for each.
 */
export function chanceOfFailure(comparisons: readonly Comparison[], n: number): number {
  let chance = 0;
  for (const comparison of comparisons) {
    if (distanceOf(comparison, n) <= 0) return 1;
    chance += portableExp(n * logOfBound(comparison, n));
  }
  return chance;
}

/**
 * The logarithm of the smallest E[x^(m − Y)] over x ≥ 1, where Y is 1 for a respondent on the side of the larger, −1 for the smaller, else 0,
 * and m the margin: P(ΣY ≤ m·n) is at most its nth power.
 */
function logOfBound({ larger, smaller, margin }: Comparison, n: number): number {
  const [ahead, behind] = [larger / n, smaller / n];
  const rest = Math.max(0, 1 - ahead - behind);
  // Where the derivative is 0: (1 + m)·behind·x² + m·rest·x − (1 − m)·ahead = 0.
  const linear = margin * rest;
  const root = Math.sqrt(linear * linear + 4 * (1 - margin * margin) * ahead * behind);
  const x = (2 * (1 - margin) * ahead) / (linear + root);
  // Nobody is behind, and the smallest value is that without end.
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return margin === 0 && rest > 0 ? portableLog(rest) : Number.NEGATIVE_INFINITY;
  return portableLog(ahead / x + behind * x + rest) + margin * portableLog(x);
}

/** By how much of n the difference of the shares exceeds the margin. */
function distanceOf(comparison: Comparison, n: number): number {
  return difference(comparison, n) - comparison.margin;
}

/** Of the answer of one respondent: 1 for the larger, −1 for the smaller, else 0. */
function varianceOf(comparison: Comparison, n: number): number {
  const lead = difference(comparison, n);
  return Math.max(0, (comparison.larger + comparison.smaller) / n - lead * lead);
}

function difference({ larger, smaller }: Comparison, n: number): number {
  return (larger - smaller) / n;
}
