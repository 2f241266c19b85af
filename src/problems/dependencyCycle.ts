import * as l10n from '@vscode/l10n';
import type { Dependencies } from '../analysis/dependencies.ts';
import { definitionIndex, referencesOf } from '../document/definitionIndex.ts';
import type { Feature } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { changedItems } from '../document/versions/indexByVersion.ts';
import { within } from '../document/yaml/localRange.ts';
import { removeDependency } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** On every `dependsOn` entry that is part of a cycle. Entries of one cycle have the same message. */
export const dependencyCycle = {
  code: 'kano/dependency-cycle',
  severity: 'error',
  title: 'Dependency cycle',
  description: 'Features depend on each other in a cycle, through `dependsOn`.',
  findInProduct({ product, analysis, model }) {
    const dependsOn = definitionIndex(model).lists.features.referrers;
    const found = dependsOn.size === 0 || staysFree(product) ? [] : findCycles(model, analysis.dependencies);
    if (found.length === 0) freeOfCycles.set(product.opened, product.models.slice(1));
    return found;
  },
} satisfies ProblemDefinition;

function findCycles(model: KanoModel, dependencies: Dependencies): readonly Occurrence[] {
  if (dependencies.cycles.length === 0) return [];
  const messageOf = cycleMessages(dependencies);
  return model.list('features').flatMap((item) =>
    referencesOf(item).flatMap(({ target, node }): Occurrence[] => {
      const dependency = target === 'features' ? dependencies.resolve(node.value) : undefined;
      if (!dependency || !dependencies.isInCycle(item.value, dependency)) return [];
      return [{ range: within(item.part, node), message: messageOf(item.value, dependency), fixes: removeDependency(item, node) }];
    }),
  );
}

/** A search may walk through all entangled features. Files made by people need few searches; in others they must not take minutes. */
const mostSearches = 100;

/** The message for an entry in a cycle. The shortest cycle through the entry is searched for once for all entries along it. */
function cycleMessages(dependencies: Dependencies): (feature: Feature, dependency: Feature) => string {
  const known = new Map<Feature, Map<Feature, string>>();
  let searches = 0;
  return (feature, dependency) => {
    const message = known.get(feature)?.get(dependency);
    if (message !== undefined) return message;
    if (searches++ >= mostSearches) return cycleMessage([...idOf(feature), ...idOf(dependency), '…']);
    const cycle = dependencies.cycleThrough(feature, dependency) ?? [feature, dependency];
    const found = cycleMessage(cycle.flatMap(idOf));
    cycle.forEach((each, index) => {
      const next = cycle[(index + 1) % cycle.length] ?? each;
      const messages = known.get(each) ?? new Map<Feature, string>();
      if (!messages.has(next)) messages.set(next, found);
      known.set(each, messages);
    });
    return found;
  };
}

/** Ids of a long cycle that a message names; the rest is left out. */
const mostIdsNamed = 8;

/** `ids` lists the features of the cycle: each needs the next, and the last needs the first. */
function cycleMessage(ids: readonly string[]): string {
  const named = ids.length <= mostIdsNamed ? ids : [...ids.slice(0, mostIdsNamed - 1), '…'];
  return l10n.t('These features need each other in a cycle: {cycle}. None can be built first: remove one of the dependencies.', {
    cycle: [...named, ...named.slice(0, 1)].join(' → '),
  });
}

function idOf({ id }: Feature): readonly string[] {
  return id === undefined ? [] : [id];
}

/** Versions of files whose features are known to be in no cycle, with the files that they used then. */
const freeOfCycles = new WeakMap<KanoModel, readonly KanoModel[]>();

/**
 * Whether what is known of the version before says that no feature of the opened file can depend on itself in this one. A new cycle runs through
 * an id that the edit removed, added or gave other dependencies.
 */
function staysFree(product: Product): boolean {
  const { opened, models } = product;
  const before = opened.indexedBefore;
  const others = before && freeOfCycles.get(before);
  if (!before || others?.length !== models.length - 1 || others.some((other, index) => other !== models[index + 1])) return false;
  const { removed, added } = changedItems(before, opened);
  if (removed.length === added.length && removed.every((item, index) => dependenciesOf(item) === dependenciesOf(added[index]))) return true;
  const ids = new Set([...removed, ...added].flatMap(({ list, value }) => (list === 'features' && value.id !== undefined ? value.id : [])));
  return !mayLeadBack(product, ids);
}

/** A new look at everything costs about as much as this many steps from feature to feature. */
const mostSteps = 20_000;

/** Whether one of the ids depends on itself; a duplicate id means all features that have it. Also true where that takes too long to tell. */
function mayLeadBack({ models }: Product, ids: Iterable<string>): boolean {
  const definitions = models.map((model) => definitionIndex(model).lists.features.definitions);
  const needsOf = (id: string) => definitions.flatMap((byId) => [...(byId.get(id) ?? [])].flatMap(neededIds));
  let steps = 0;
  for (const id of ids) {
    const reached = new Set(needsOf(id));
    for (const needed of reached) {
      if (needed === id || ++steps > mostSteps) return true;
      for (const next of needsOf(needed)) reached.add(next);
    }
  }
  return false;
}

function neededIds(item: Item): readonly string[] {
  return referencesOf(item).flatMap(({ target, node }) => (target === 'features' ? node.value : []));
}

/** An id and what it depends on, for comparison. Items of other lists are all alike. */
function dependenciesOf(item: Item | undefined): string {
  if (item === undefined || !isFeature(item)) return '';
  // A value that breaks the schema is no dependency yet, and becomes one as soon as it is fixed.
  const { id, dependsOn } = item.value;
  return JSON.stringify([id ?? null, dependsOn ?? []]);
}
