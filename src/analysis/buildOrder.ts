import { addToGroup } from '../base/groupBy.ts';
import { type BuildOrder, type Category, defaultStatus, type Feature } from '../document/format/model.ts';
import type { Dependencies } from './dependencies.ts';
import { effectiveCategory } from './featureAnalysis.ts';
import type { FeatureAnalysis } from './results.ts';

/** The categories in build order; `null` for features without a survey. */
export const classOrder: readonly (Category | null)[] = ['M', 'O', 'A', 'I', null, 'Q', 'R'];

/** Whether something of this category, surveyed or assumed, is to be built some day: not what nobody was asked about, what answers contradict themselves about, or what customers do not want. */
export function isToBuild(category: Category | null): boolean {
  return category !== null && category !== 'Q' && category !== 'R';
}

/** Whether customers want something of this category. */
export function isWorthBuilding(category: Category | null): boolean {
  return category === 'M' || category === 'O' || category === 'A';
}

/**
 * How many of the open features, in build order, are shown with their rank: those up to the last that is to be built. Behind it are those to be asked about, to be
 * asked about again, and not to be built. A number there would read as if they were built after the others.
 *
 * @param categories of the features, in build order; assumed ones count
 */
export function shownRanks(categories: readonly (Category | null)[]): number {
  return categories.findLastIndex(isToBuild) + 1;
}

/** Whether the feature is still to be built: neither shipped nor rejected. */
export function isOpen({ status = defaultStatus }: Feature): boolean {
  return status !== 'shipped' && status !== 'rejected';
}

/**
 * The open features by their own worth, without regard to dependencies: by class M, O, A, I, not surveyed, Q, R; in a class, surveyed ones
 * before assumed ones; then by |Worse| (M), max(Better, |Worse|) (O, I and the rest) or Better (A), divided by the effort for
 * `value-per-effort`, where features without effort come last; then by id, by code unit, features without an id last; then by position in
 * the list.
 */
export function orderByWorth(
  features: readonly Feature[],
  analysisOf: (feature: Feature) => FeatureAnalysis,
  order: BuildOrder,
): readonly Feature[] {
  const worths = features.filter(isOpen).map((feature) => worth(feature, analysisOf(feature), order));
  return worths.sort(compareWorth).map(({ feature }) => feature);
}

/**
 * The order to build in: a feature comes after the open features that it needs, those in their order by worth (a walk in depth).
 * Dependencies in a cycle are ignored.
 */
export function orderByNeed(byWorth: readonly Feature[], dependencies: Dependencies): readonly Feature[] {
  // Without dependencies, as in most products, both orders are the same.
  if (byWorth.every((feature) => dependencies.needs(feature).length === 0)) return byWorth;
  const indexes = new Map(byWorth.map((feature, index) => [feature, index]));
  const indexOf = (feature: Feature) => indexes.get(feature) ?? 0;
  const ordered = new Set<Feature>();
  for (const root of byWorth) {
    if (dependencies.needs(root).length === 0) ordered.add(root);
    const path = ordered.has(root) ? [] : [{ feature: root, needs: openNeeds(root, dependencies, indexOf) }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const need = top.needs.shift();
      if (need === undefined) {
        ordered.add(top.feature);
        path.pop();
      } else if (!ordered.has(need)) path.push({ feature: need, needs: openNeeds(need, dependencies, indexOf) });
    }
  }
  return [...ordered];
}

/**
 * The features that come earlier than their own worth would have them, each with the features that depend on it directly and moved it
 * forward, in build order.
 */
export function findNeededBy(
  byWorth: readonly Feature[],
  byNeed: readonly Feature[],
  dependencies: Dependencies,
): ReadonlyMap<Feature, readonly Feature[]> {
  if (byNeed === byWorth) return new Map();
  const ownIndexes = new Map(byWorth.map((feature, index) => [feature, index]));
  // By worth, the earliest index of the features that need a feature, directly or not.
  const pull = new Map<Feature, number>();
  const pulledUp = new Map<Feature, Feature[]>();
  // A feature comes after those that it needs. So, from the end backwards, each index is final before it is passed on.
  for (const feature of byNeed.toReversed()) {
    const index = pull.get(feature) ?? ownIndexes.get(feature) ?? 0;
    for (const need of dependencies.needs(feature)) {
      const own = ownIndexes.get(need);
      if (own === undefined || index >= own || dependencies.isInCycle(feature, need)) continue;
      pull.set(need, Math.min(pull.get(need) ?? own, index));
      addToGroup(pulledUp, need, feature);
    }
  }
  return new Map([...pulledUp].map(([need, pullers]) => [need, pullers.toReversed()]));
}

function openNeeds(feature: Feature, dependencies: Dependencies, indexOf: (feature: Feature) => number): Feature[] {
  return dependencies
    .needs(feature)
    .filter((need) => isOpen(need) && !dependencies.isInCycle(feature, need))
    .sort((left, right) => indexOf(left) - indexOf(right));
}

interface Worth {
  readonly feature: Feature;
  readonly classRank: number;
  readonly isAssumed: boolean;
  readonly lacksEffort: boolean;
  readonly value: number;
}

function worth(feature: Feature, analysis: FeatureAnalysis, order: BuildOrder): Worth {
  const { category, isAssumed } = effectiveCategory(feature, analysis);
  const effort = feature.effort !== undefined && feature.effort > 0 ? feature.effort : null;
  const value = worthWithinClass(category, analysis.better ?? 0, -(analysis.worse ?? 0));
  return {
    feature,
    classRank: classOrder.indexOf(category),
    isAssumed,
    lacksEffort: order === 'value-per-effort' && effort === null,
    value: order === 'value-per-effort' ? value / (effort ?? 1) : value,
  };
}

function worthWithinClass(category: Category | null, better: number, worse: number): number {
  if (category === 'M') return worse;
  return category === 'A' ? better : Math.max(better, worse);
}

function compareWorth(left: Worth, right: Worth): number {
  return (
    left.classRank - right.classRank ||
    Number(left.isAssumed) - Number(right.isAssumed) ||
    Number(left.lacksEffort) - Number(right.lacksEffort) ||
    compare(right.value, left.value) ||
    compareIds(left.feature.id, right.feature.id)
  );
}

function compareIds(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return compare(left, right);
}

/** Unlike a subtraction also right for strings and infinities. */
function compare<Value extends number | string>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
