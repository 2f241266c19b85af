import * as l10n from '@vscode/l10n';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { categoryLabel } from './categoryLabels.ts';

/** What each persona with answers says of a feature: `Guest: Must-be`, `Member: Indifferent`. */
export function personaCategories({ personas }: Pick<FeatureAnalysis, 'personas'>, names: ReadonlyMap<string, string>): readonly string[] {
  return personas.flatMap(({ persona, n, category }) => {
    if (persona === null || n === 0) return [];
    return [l10n.t('{persona}: {category}', { persona: names.get(persona) ?? persona, category: categoryLabel(category) })];
  });
}
