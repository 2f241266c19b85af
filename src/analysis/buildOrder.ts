import { type BuildOrder, type Category, defaultStatus, type Feature } from '../document/format/model.ts';
import type { Dependencies } from './dependencies.ts';
import { effectiveCategory } from './featureAnalysis.ts';
import type { FeatureAnalysis } from './results.ts';

/** Categories as the build order has them, `null` where customers have not been asked. */
export const classOrder: readonly (Category | null)[] = ['M', 'O', 'A', 'I', null, 'Q', 'R'];

/** Whether the feature is still to be built: neither shipped nor rejected. */
export function isOpen({ status = defaultStatus }: Feature): boolean {
  return status !== 'shipped' && status !== 'rejected';
}

/**
 * The open features by their own worth, dependencies left aside: class M, O, A, I, not surveyed, Q, R; assumed ones behind the surveyed ones
 * of their class; then by |Worse| (M), max(Better, |Worse|) (O, I and the rest) or Better (A), for `value-per-effort` divided by the effort and
 * features without effort last; then by id, by code unit, then by place in the list. Features without an id come after those with one.
 */
export function orderByWorth(
  features: readonly Feature[],
  analysisOf: (feature: Feature) => FeatureAnalysis,
  order: BuildOrder,
): readonly Feature[] {
  const entries = features.filter(isOpen).map((feature) => worth(feature, analysisOf(feature), order));
  return entries.sort(compareWorth).map(({ feature }) => feature);
}

/** What to build first: before a feature come the open features that it needs, depth first, the worthier first; entries in a cycle are ignored. */
export function orderByNeed(byWorth: readonly Feature[], dependencies: Dependencies): readonly Feature[] {
  // Where nothing needs anything, as in most products, the two orders are one.
  if (byWorth.every((feature) => dependencies.needs(feature).length === 0)) return byWorth;
  const place = new Map(byWorth.map((feature, index) => [feature, index]));
  const placeOf = (feature: Feature) => place.get(feature) ?? 0;
  const ordered = new Set<Feature>();
  for (const root of byWorth) {
    if (dependencies.needs(root).length === 0) ordered.add(root);
    const path = ordered.has(root) ? [] : [{ feature: root, needs: openNeeds(root, dependencies, placeOf) }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const need = top.needs.shift();
      if (need === undefined) {
        ordered.add(top.feature);
        path.pop();
      } else if (!ordered.has(need)) path.push({ feature: need, needs: openNeeds(need, dependencies, placeOf) });
    }
  }
  return [...ordered];
}

/**
 * For every feature that stands before its own place because others need it: the features that need it directly and pulled it up, in the
 * order in which they are to be built.
 */
export function findNeededBy(
  byWorth: readonly Feature[],
  byNeed: readonly Feature[],
  dependencies: Dependencies,
): ReadonlyMap<Feature, readonly Feature[]> {
  if (byNeed === byWorth) return new Map();
  // A feature's pull is the earliest place, its own or that of anything that needs it, directly or not.
  const ownPlace = new Map(byWorth.map((feature, index) => [feature, index]));
  const pull = new Map<Feature, number>();
  const pulledUp = new Map<Feature, Feature[]>();
  // Whoever needs a feature comes after it, so from the end everyone's pull is settled before it is passed on.
  for (const feature of byNeed.toReversed()) {
    const place = pull.get(feature) ?? ownPlace.get(feature) ?? 0;
    for (const need of dependencies.needs(feature)) {
      const own = ownPlace.get(need);
      if (own === undefined || place >= own || dependencies.isInCycle(feature, need)) continue;
      pull.set(need, Math.min(pull.get(need) ?? own, place));
      const pullers = pulledUp.get(need);
      if (pullers) pullers.push(feature);
      else pulledUp.set(need, [feature]);
    }
  }
  return new Map([...pulledUp].map(([need, pullers]) => [need, pullers.toReversed()]));
}

function openNeeds(feature: Feature, dependencies: Dependencies, placeOf: (feature: Feature) => number): Feature[] {
  return dependencies
    .needs(feature)
    .filter((need) => isOpen(need) && !dependencies.isInCycle(feature, need))
    .sort((left, right) => placeOf(left) - placeOf(right));
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
