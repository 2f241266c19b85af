import type { FeatureAnalysis } from '../analysis/results.ts';
import type { AnalysisSettings } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import { rulesDisagree } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/rules-disagree`: mode, berger and lead make different categories of the same counts. */
export function checkRulesDisagree(
  item: Item<'features'>,
  { categories }: FeatureAnalysis,
  { rule }: AnalysisSettings,
): readonly Finding[] {
  if (categories.mode === categories.berger && categories.berger === categories.lead) return [];
  return [{ code: 'kano/rules-disagree', range: item.rangeOfId, message: rulesDisagree(categories, rule) }];
}
