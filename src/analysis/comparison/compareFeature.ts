import { defaultStatus } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import { driftKind } from '../drift.ts';
import { effectiveCategory, hasUncountedAnswers } from '../featureAnalysis.ts';
import type { FeatureAnalysis, Interval } from '../results.ts';
import type { FeatureDifference, FeatureState, Standing } from './productComparison.ts';

type OneSide = Pick<FeatureState, 'item' | 'numbers'>;

/** The category of a feature, and whether it is surveyed or assumed. */
export function standingOf(item: Item<'features'>, numbers: FeatureAnalysis): Standing {
  const isUncounted = numbers.category === null && hasUncountedAnswers(item, numbers);
  return { ...effectiveCategory(item.value, numbers), isUncounted };
}

const differences = new WeakMap<FeatureAnalysis, { readonly before: FeatureAnalysis; readonly difference: FeatureDifference | null }>();

/**
 * What changed about a feature, its rank aside; `null` when nothing did. `moved` decides which numbers changed. Kept for as long as neither
 * side changes.
 */
export function compareFeature(before: OneSide, after: OneSide): FeatureDifference | null {
  const known = differences.get(after.numbers);
  if (known?.before === before.numbers) return known.difference;
  const difference = compare(before, after);
  differences.set(after.numbers, { before: before.numbers, difference });
  return difference;
}

function compare(before: OneSide, after: OneSide): FeatureDifference | null {
  const movement = moved(before.numbers, after.numbers);
  const [from, to] = [standingOf(before.item, before.numbers), standingOf(after.item, after.numbers)];
  const status = { before: before.item.value.status ?? defaultStatus, after: after.item.value.status ?? defaultStatus };
  const difference: FeatureDifference = {
    category: isSameStanding(from, to) ? null : { before: from, after: to, kind: kindOf(before.numbers, after.numbers) },
    better: movement?.better ? step(before.numbers.better, after.numbers.better) : null,
    worse: movement?.worse ? step(before.numbers.worse, after.numbers.worse) : null,
    status: status.before === status.after ? null : status,
    assumption: assumption(from, to),
  };
  return Object.values(difference).every((value) => value === null) ? null : difference;
}

function isSameStanding(from: Standing, to: Standing): boolean {
  return from.category === to.category && from.isAssumed === to.isAssumed && from.isUncounted === to.isUncounted;
}

function kindOf({ category: from }: FeatureAnalysis, { category: to }: FeatureAnalysis) {
  return from === null || to === null ? null : driftKind(from, to);
}

function step(before: number | null, after: number | null) {
  return before === null || after === null ? null : { before, after };
}

function assumption(from: Standing, to: Standing): FeatureDifference['assumption'] {
  // Answers that could not be counted had been collected already.
  if (!from.isAssumed || from.isUncounted || to.isAssumed || to.category === null) return null;
  return from.category === to.category ? 'confirmed' : 'contradicted';
}

/** What moved between two revisions of a feature. */
interface Movement {
  readonly category: boolean;
  readonly better: boolean;
  readonly worse: boolean;
}

type Estimates = Pick<FeatureAnalysis, 'category' | 'better' | 'worse' | 'betterInterval' | 'worseInterval'>;

/**
 * What moved between two Git revisions of the same feature; `null` when nothing did. It moved if the category differs or the new estimate
 * is outside the old interval. This is not a test: the respondents are largely the same.
 */
export function moved(before: Estimates, after: Estimates): Movement | null {
  const movement: Movement = {
    category: before.category !== after.category,
    better: isOutside(after.better, before.betterInterval),
    worse: isOutside(after.worse, before.worseInterval),
  };
  return movement.category || movement.better || movement.worse ? movement : null;
}

function isOutside(estimate: number | null, interval: Interval | null): boolean {
  return estimate !== null && interval !== null && (estimate < interval[0] || estimate > interval[1]);
}
