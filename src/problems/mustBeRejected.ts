import { isOpen } from '../analysis/buildOrder.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { definitionIndex } from '../document/definitionIndex.ts';
import type { Feature } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { indexByVersion } from '../document/versions/indexByVersion.ts';
import { within } from '../document/yaml/localRange.ts';
import { dependsOnRejected, mustBeRejected } from '../wording/problems/decisions.ts';
import { dependencyFixes, statusFixes } from './decisionFixes.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/must-be-rejected` on the id of a rejected feature that customers expect. */
export function checkMustBeRejected(item: Item<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  if (category !== 'M' || item.value.status !== 'rejected') return [];
  return [
    {
      code: 'kano/must-be-rejected',
      range: item.rangeOfId,
      message: mustBeRejected({ count: counts.M, n }),
      fixes: statusFixes(item, ['idea', 'planned']),
    },
  ];
}

/** `kano/must-be-rejected` on the `dependsOn` entry by which an open feature needs a rejected one. */
export function checkRejectedDependencies({ product, model }: RuleContext): readonly Finding[] {
  const { referrers } = definitionIndex(model).lists.features;
  if (referrers.size === 0) return [];
  const rejected = new Set(product.models.flatMap((each) => [...rejectedFeatures(each)].flatMap(({ value: { id } }) => id ?? [])));
  const dependents = new Set([...rejected].flatMap((id) => [...(referrers.get(id) ?? [])]));
  // Of a repeated id the first is sought along the file: once, however many need it.
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
        .map(({ node }): Finding => {
          return {
            code: 'kano/must-be-rejected',
            range: within(item.part, node),
            message: dependsOnRejected(node.value),
            fixes: dependencyFixes(item, node),
          };
        }),
    );
}

const rejectedFeatures = indexByVersion(
  () => new Set<Item<'features'>>(),
  (rejected, item, by) => {
    if (by === -1) rejected.delete(item as Item<'features'>);
    else if (item.list === 'features' && (item as Item<'features'>).value.status === 'rejected') rejected.add(item as Item<'features'>);
  },
);

/** What an id means: the first feature of the product that has it. */
function firstFeature({ models }: Product, id: string): Feature | undefined {
  for (const model of models) {
    const entries = definitionIndex(model).lists.features.definitions.get(id) as ReadonlySet<Item<'features'>> | undefined;
    if (entries?.size === 1) for (const { value } of entries) return value;
    if (entries) return model.list('features').find((item) => entries.has(item))?.value;
  }
  return undefined;
}
