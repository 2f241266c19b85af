import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import type { AnalysisSettings } from '../document/model.ts';
import { rulesDisagree } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/rules-disagree`: mode, berger and lead make different categories of the same counts. */
export function checkRulesDisagree(
  entry: Entry<'features'>,
  { categories }: FeatureAnalysis,
  { rule }: AnalysisSettings,
): readonly Finding[] {
  if (categories.mode === categories.berger && categories.berger === categories.lead) return [];
  return [{ code: 'kano/rules-disagree', place: entry.placeOfId, message: rulesDisagree(categories, rule) }];
}
