import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { categorise } from './categoryRules.ts';
import { computedStability } from './computedStability.ts';
import { largest, total } from './counts.ts';
import { type Comparison, chanceOfFailure, decidingComparisons, otherSide, weakestComparison } from './decidingComparisons.ts';
import { smallestSample } from './leadingPair.ts';
import { isUnstableInDraws, rivalInDraws } from './rivalInDraws.ts';
import { answersNeeded } from './statistics/answersNeeded.ts';
import { exactLeadP } from './statistics/binomialTest.ts';
import { significantP } from './statistics/contingencyTest.ts';

/**
 * The category that the answers would have given most often if they had not given theirs, where that depends on who happened to be asked:
 * `stability` under the same rule is below .975; or else, because draws from few answers are too sure of themselves, an exact test finds no
 * clear lead in a comparison of at most 40 answers. `null` where the category is clear, and under 30 answers, of which nothing is said.
 */
export function rivalOf(counts: Counts, rule: CategoryRule, lead: number): Category | null {
  const category = categorise(counts, rule, lead);
  const n = total(counts);
  if (category === null || n < smallestSample) return null;
  const comparisons = decidingComparisons(counts, rule, lead, category);
  // The stability decides only where it could go either way, and draws name the rival where the counts do not.
  const { least, most } = chanceOfFailure(comparisons, n);
  const isUnstable = most >= surelyStable && (least > surelyUnstable[rule] || hasLowStability(counts, rule, lead));
  const close = isUnstable ? undefined : weakestComparison(comparisons.filter(isTooCloseOfFew), n);
  if (!isUnstable && close === undefined) return null;
  // Under `mode` no other category is given more often than that of the second-largest count.
  if (rule === 'mode') return largest({ ...counts, [category]: -1 }, categories);
  return (isUnstable ? rivalInDraws(counts, rule, lead) : close?.between?.[1]) ?? largest(counts, otherSide(category));
}

/** Below that chance of another category, or above, 2,000 draws are on the other side of .975 in about one of 10,000 cases. */
const surelyStable = 0.0145;
/** Under `lead` a comparison may fail, and another category be in the way. */
const surelyUnstable: Readonly<Record<CategoryRule, number>> = { mode: 0.042, berger: 0.042, lead: 1 };

/** Whether `stability` is below .975. Where it is drawn, draws end as soon as that is plain. */
function hasLowStability(counts: Counts, rule: CategoryRule, lead: number): boolean {
  const computed = computedStability(counts, rule, lead);
  return computed === null ? isUnstableInDraws(counts, rule, lead) : computed < 0.975;
}

/** Whether a count is not larger than another by more than chance explains, of so few answers that this is tested exactly. */
function isTooCloseOfFew({ larger, smaller, margin }: Comparison): boolean {
  const p = margin === 0 ? exactLeadP(larger, smaller) : null;
  return p !== null && p >= significantP;
}

/**
 * What an ambiguous category turns on: of the comparisons that decide it, the one that chance turns most easily. Under `berger` the one that keeps the
 * `rival` away: the two sides, or these two categories. `null` when n = 0.
 */
export function turningPoint(counts: Counts, rule: CategoryRule, lead: number, rival: Category | null): Comparison | null {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const comparisons = decidingComparisons(counts, rule, lead, category);
  const isAcross = rival !== null && (otherSide(category) as readonly Category[]).includes(rival);
  const keepsAway = ({ between }: Comparison) => (isAcross ? between === null : between?.[1] === rival);
  const keeping = rule === 'berger' ? comparisons.filter(keepsAway) : [];
  return weakestComparison(keeping.length > 0 ? keeping : comparisons, total(counts)) ?? null;
}

/**
 * How many answers in all would tell the two sides of the turning point of an ambiguous category apart with 80 % power, if the shares stay.
 * Where other categories follow closely, a clear category takes more. `null` where the two sides are equal.
 */
export function answersNeededFor(counts: Counts, rule: CategoryRule, lead: number, rival: Category | null): number | null {
  const decisive = turningPoint(counts, rule, lead, rival);
  return decisive && answersNeeded(decisive.larger, decisive.smaller, total(counts), decisive.margin);
}
