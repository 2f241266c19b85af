import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { within } from '../document/place.ts';
import { referencesOf } from '../document/references.ts';
import { dependsOnRejected, mustBeRejected } from '../wording/problems/decisions.ts';
import { dependencyFixes, statusFixes } from './decisionFixes.ts';
import { hasDependencies } from './hasDependencies.ts';
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
export function checkRejectedDependencies({ analysis, document }: RuleContext): readonly Finding[] {
  if (!hasDependencies(document)) return [];
  const rejected = analysis.rejectedDependencies;
  if (rejected.length === 0) return [];
  const dependents = new Set(rejected.map(({ feature }) => feature));
  return document
    .list('features')
    .filter(({ value }) => dependents.has(value))
    .flatMap((entry) =>
      referencesOf(entry)
        .filter(({ target, node }) => target === 'features' && analysis.dependencies.resolve(node.value)?.status === 'rejected')
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
