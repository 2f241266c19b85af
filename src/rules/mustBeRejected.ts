import { isOpen } from '../analysis/buildOrder.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { definitionIndex } from '../document/definitionIndex.ts';
import type { Entry } from '../document/entry.ts';
import { indexByVersion } from '../document/indexByVersion.ts';
import type { Feature } from '../document/model.ts';
import { within } from '../document/place.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { dependsOnRejected, mustBeRejected } from '../wording/problems/decisions.ts';
import { dependencyFixes, statusFixes } from './decisionFixes.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/must-be-rejected` on the id of a rejected feature that customers expect. */
export function checkMustBeRejected(entry: Entry<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  if (category !== 'M' || entry.value.status !== 'rejected') return [];
  return [
    {
      code: 'kano/must-be-rejected',
      place: entry.placeOfId,
      message: mustBeRejected({ count: counts.M, n }),
      fixes: statusFixes(entry, ['idea', 'planned']),
    },
  ];
}

/** `kano/must-be-rejected` on the `dependsOn` entry by which an open feature needs a rejected one. */
export function checkRejectedDependencies({ product, document }: RuleContext): readonly Finding[] {
  const { referrers } = definitionIndex(document).lists.features;
  if (referrers.size === 0) return [];
  const rejected = new Set(product.documents.flatMap((each) => [...rejectedFeatures(each)].flatMap(({ value: { id } }) => id ?? [])));
  const dependents = new Set([...rejected].flatMap((id) => [...(referrers.get(id) ?? [])]));
  // Of a repeated id the first is sought along the file: once, however many need it.
  const known = new Map<string, boolean>();
  const isRejected = (id: string) => {
    const result = known.get(id) ?? (rejected.has(id) && firstFeature(product, id)?.status === 'rejected');
    known.set(id, result);
    return result;
  };
  return ([...dependents] as readonly Entry<'features'>[])
    .filter(({ value }) => isOpen(value) && value.dependsOn?.some(isRejected))
    .flatMap((entry) =>
      referencesOf(entry)
        .filter(({ target, node }) => target === 'features' && isRejected(node.value))
        .map(({ node }): Finding => {
          return {
            code: 'kano/must-be-rejected',
            place: within(entry.part, node),
            message: dependsOnRejected(node.value),
            fixes: dependencyFixes(entry, node),
          };
        }),
    );
}

const rejectedFeatures = indexByVersion(
  () => new Set<Entry<'features'>>(),
  (rejected, entry, by) => {
    if (by === -1) rejected.delete(entry as Entry<'features'>);
    else if (entry.list === 'features' && (entry as Entry<'features'>).value.status === 'rejected')
      rejected.add(entry as Entry<'features'>);
  },
);

/** What an id means: the first feature of the product that has it. */
function firstFeature({ documents }: Product, id: string): Feature | undefined {
  for (const document of documents) {
    const entries = definitionIndex(document).lists.features.definitions.get(id) as ReadonlySet<Entry<'features'>> | undefined;
    if (entries?.size === 1) for (const { value } of entries) return value;
    if (entries) return document.list('features').find((entry) => entries.has(entry))?.value;
  }
  return undefined;
}
