import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { largest } from './counts.ts';
import { chiSquaredTail } from './statistics/chiSquared.ts';

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

/** The chance that one of the comparisons fails in another survey of n customers with these shares. */
export interface ChanceOfFailure {
  /** That of the weakest comparison, with ties in its favour. */
  readonly least: number;
  /** The sum over all comparisons, with ties against each. */
  readonly most: number;
}

/** By the normal distribution: between 1 and 10 % it is off by less than a tenth. */
export function chanceOfFailure(comparisons: readonly Comparison[], n: number): ChanceOfFailure {
  let least = 0;
  let most = 0;
  for (const comparison of comparisons) {
    const distance = n * distanceOf(comparison, n);
    const deviation = Math.sqrt(n * varianceOf(comparison, n));
    // The counts are whole numbers: a tie is half a step from either side.
    most += normalTail((distance - 0.5) / deviation);
    least = Math.max(least, normalTail((distance + 0.5) / deviation));
  }
  return { least, most };
}

/** P(Z ≥ z) of the standard normal distribution; from 5 deviations on nothing. */
function normalTail(z: number): number {
  if (z >= 5) return 0;
  return z > 0 ? chiSquaredTail(z * z, 1) / 2 : 0.5;
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
