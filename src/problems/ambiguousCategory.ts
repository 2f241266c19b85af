import * as l10n from '@vscode/l10n';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Category, CategoryRule } from '../document/format/model.ts';
import { howToTell } from '../terms/ambiguitySentences.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { count, share } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const ambiguousCategory = {
  code: 'kano/ambiguous-category',
  severity: 'info',
  title: 'Ambiguous category',
  description: 'With 30 or more answers the category still depends on who happened to be asked: another one is possible.',
  findInFeature(item, analysis, settings) {
    const { category, rival } = analysis;
    if (category === null || rival === null) return [];
    const why = whyAmbiguous(category, rival, analysis, settings.rule);
    return [{ range: item.rangeOfId, message: l10n.t('{why} {how}', { why, how: howToTell(analysis, settings) }) }];
  },
} satisfies ProblemDefinition;

function whyAmbiguous(category: Category, rival: Category, { counts, n }: FeatureAnalysis, rule: CategoryRule): string {
  const values = {
    first: categoryLabel(category),
    firstShare: share(counts[category] / n),
    second: categoryLabel(rival),
    secondShare: share(counts[rival] / n),
    n: count(n),
    rule,
  };
  // The other rules do not compare the two counts alone.
  return rule === 'mode'
    ? l10n.t('{first} ({firstShare}) and {second} ({secondShare}) are too close to tell apart with {n} answers.', values)
    : l10n.t('{first} ({firstShare}) could as well be {second} ({secondShare}) by the rule “{rule}” with {n} answers.', values);
}
