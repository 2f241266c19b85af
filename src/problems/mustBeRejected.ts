import * as l10n from '@vscode/l10n';
import { isOpen } from '../analysis/buildOrder.ts';
import { definitionIndex, referencesOf } from '../document/definitionIndex.ts';
import type { Feature } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { indexByVersion } from '../document/versions/indexByVersion.ts';
import { within } from '../document/yaml/localRange.ts';
import { customers } from './customers.ts';
import { featureMessage } from './featureMessage.ts';
import { removeDependency, statusFixes } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

export const mustBeRejected = {
  code: 'kano/must-be-rejected',
  severity: 'warning',
  title: 'Must-be feature rejected',
  description: 'A must-be feature is rejected, or something open depends on a rejected feature.',
  /** On the id of a rejected feature that customers expect. */
  findInFeature(item, { category, counts, n }) {
    if (category !== 'M' || item.value.status !== 'rejected') return [];
    const message = l10n.t(
      '{customers} expect this (Must-be) and will miss it, and it is rejected. Build it well enough, or note why not.',
      { customers: customers(counts.M, n) },
    );
    return [{ range: item.rangeOfId, message, fixes: statusFixes(item, ['idea', 'planned']) }];
  },
  /** On the `dependsOn` entry by which an open feature needs a rejected one. */
  findInProduct({ product, model }) {
    const { referrers } = definitionIndex(model).lists.features;
    if (referrers.size === 0) return [];
    const rejected = new Set(product.models.flatMap((each) => [...rejectedFeatures(each)].flatMap(({ value: { id } }) => id ?? [])));
    const dependents = new Set([...rejected].flatMap((id) => [...(referrers.get(id) ?? [])]));
    // The first feature with a duplicate id is searched for along the file: once, however many features need it.
    const known = new Map<string, boolean>();
    const isRejected = (id: string) => {
      const result = known.get(id) ?? (rejected.has(id) && firstFeature(product, id)?.status === 'rejected');
      known.set(id, result);
      return result;
    };
    return ([...dependents] as readonly Item<'features'>[])
      .filter(({ value }) => isOpen(value) && value.dependsOn?.some(isRejected))
      .flatMap((item) =>
        referencesOf(item)
          .filter(({ target, node }) => target === 'features' && isRejected(node.value))
          .map(({ node }): Occurrence => {
            const message = l10n.t(
              'This needs “{dependency}”, which is rejected, so it cannot be finished. Drop the dependency, or take “{dependency}” up again.',
              { dependency: node.value },
            );
            return { range: within(item.part, node), message: featureMessage(item, message), fixes: removeDependency(item, node) };
          }),
      );
  },
} satisfies ProblemDefinition;

const rejectedFeatures = indexByVersion(
  () => new Set<Item<'features'>>(),
  (rejected, item, by) => {
    if (!isFeature(item)) return;
    if (by === -1) rejected.delete(item);
    else if (item.value.status === 'rejected') rejected.add(item);
  },
);

/** What an id means: the first feature of the product that has it. */
function firstFeature({ models }: Product, id: string): Feature | undefined {
  for (const model of models) {
    const items = definitionIndex(model).lists.features.definitions.get(id) as ReadonlySet<Item<'features'>> | undefined;
    if (items?.size === 1) for (const { value } of items) return value;
    if (items) return model.list('features').find((item) => items.has(item))?.value;
  }
  return undefined;
}
