import { firstBy } from '../base/groupBy.ts';
import { once } from '../base/once.ts';
import type { Feature } from '../document/format/model.ts';

/** The `dependsOn` entries of a product, resolved: an id means the first feature with it, unknown ids are ignored. */
export interface Dependencies {
  /** The feature that an id in `dependsOn` means, if any. */
  resolve(id: string): Feature | undefined;
  /** The features that a feature needs, each once, in the order of its `dependsOn`, those in a cycle included. */
  needs(feature: Feature): readonly Feature[];
  /** Whether any feature names this id in its `dependsOn`. */
  isNamed(id: string): boolean;
  /** Whether the entry `dependency` of `feature` is part of a cycle. */
  isInCycle(feature: Feature, dependency: Feature): boolean;
  /** One cycle of each group of connected cycles: its features, each needing the next and the last the first. */
  readonly cycles: readonly (readonly Feature[])[];
  /** The shortest cycle that starts with this entry, `[feature, dependency, …]`; `null` when the entry is in no cycle. */
  cycleThrough(feature: Feature, dependency: Feature): readonly Feature[] | null;
}

/** Resolves the dependencies of the features of a product and finds their cycles, in time linear in their number. */
export function resolveDependencies(features: readonly Feature[]): Dependencies {
  const byId = once(() => firstBy(features, ({ id }) => id));
  const dependents = features.filter(({ dependsOn }) => dependsOn !== undefined && dependsOn.length > 0);
  const resolved = new Map(
    dependents.map((feature) => [feature, [...new Set((feature.dependsOn ?? []).flatMap((id) => byId().get(id) ?? []))]]),
  );
  const needs = (feature: Feature) => resolved.get(feature) ?? [];
  const named = once(() => new Set(dependents.flatMap(({ dependsOn = [] }) => dependsOn)));
  const tangles = findTangles(dependents, needs);
  const tangleOf = new Map(tangles.flatMap((tangle) => tangle.map((feature) => [feature, tangle] as const)));
  const isInCycle = (feature: Feature, dependency: Feature) => {
    const tangle = tangleOf.get(feature);
    return tangle !== undefined && tangle === tangleOf.get(dependency) && (feature !== dependency || needs(feature).includes(feature));
  };
  const cycleThrough = (feature: Feature, dependency: Feature) =>
    isInCycle(feature, dependency) ? [feature, ...shortestPath(dependency, feature, needs).slice(0, -1)] : null;
  return {
    resolve: (id) => byId().get(id),
    needs,
    isNamed: (id) => named().has(id),
    isInCycle,
    cycles: tangles.flatMap(([first]) => (first ? [shortestCycle(first, needs, isInCycle)] : [])),
    cycleThrough,
  };
}

function shortestCycle(
  feature: Feature,
  needs: (feature: Feature) => readonly Feature[],
  isInCycle: (feature: Feature, dependency: Feature) => boolean,
): readonly Feature[] {
  const cycles = needs(feature)
    .filter((dependency) => isInCycle(feature, dependency))
    .map((dependency) => [feature, ...shortestPath(dependency, feature, needs).slice(0, -1)]);
  return cycles.reduce((shortest, cycle) => (cycle.length < shortest.length ? cycle : shortest));
}

/** Breadth first from `from` to `to`, both included; there must be a path. */
function shortestPath(from: Feature, to: Feature, needs: (feature: Feature) => readonly Feature[]): readonly Feature[] {
  const cameFrom = new Map<Feature, Feature | null>([[from, null]]);
  for (const feature of cameFrom.keys()) {
    if (feature === to) break;
    for (const dependency of needs(feature)) if (!cameFrom.has(dependency)) cameFrom.set(dependency, feature);
  }
  const path: Feature[] = [];
  for (let feature: Feature | null = to; feature !== null; feature = cameFrom.get(feature) ?? null) path.unshift(feature);
  return path;
}

/**
 * The strongly connected components with a cycle (Tarjan 1972), each in the order of the list. Without recursion: a chain of ten thousand
 * features must not exhaust the stack.
 *
 * @param features those with dependencies: features without dependencies are in no cycle
 */
function findTangles(features: readonly Feature[], needs: (feature: Feature) => readonly Feature[]): readonly (readonly Feature[])[] {
  const indexes = new Map(features.map((feature, index) => [feature, index]));
  const order = new Map<Feature, number>();
  const lowest = new Map<Feature, number>();
  const open = new Set<Feature>();
  const stack: Feature[] = [];
  const tangles: Feature[][] = [];
  for (const root of features) {
    if (order.has(root) || needs(root).length === 0) continue;
    const path: { readonly feature: Feature; next: number }[] = [];
    const enter = (feature: Feature) => {
      order.set(feature, order.size);
      lowest.set(feature, order.size - 1);
      stack.push(feature);
      open.add(feature);
      path.push({ feature, next: 0 });
    };
    const lower = (feature: Feature, to: number) => lowest.set(feature, Math.min(lowest.get(feature) ?? to, to));
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { feature } = top;
      const dependency = needs(feature)[top.next++];
      if (dependency !== undefined) {
        if (needs(dependency).length === 0) continue;
        if (!order.has(dependency)) enter(dependency);
        else if (open.has(dependency)) lower(feature, order.get(dependency) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      const low = lowest.get(feature) ?? 0;
      if (parent) lower(parent.feature, low);
      if (low !== order.get(feature)) continue;
      const component = stack.splice(stack.lastIndexOf(feature));
      for (const member of component) open.delete(member);
      if (component.length > 1 || needs(feature).includes(feature)) tangles.push(component);
    }
  }
  const indexOf = (feature: Feature | undefined) => (feature === undefined ? 0 : (indexes.get(feature) ?? 0));
  for (const tangle of tangles) tangle.sort((left, right) => indexOf(left) - indexOf(right));
  return tangles.sort((left, right) => indexOf(left[0]) - indexOf(right[0]));
}
