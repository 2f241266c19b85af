import { isSignificantDrift } from '../analysis/drift.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { categoryDrift } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/category-drift`: another category than in the survey before, and Better or Worse moved by more than chance explains. */
export function checkCategoryDrift(item: Item<'features'>, { drift, history }: FeatureAnalysis): readonly Finding[] {
  if (drift === null || drift.kind === null || !isSignificantDrift(drift)) return [];
  const [before, after] = [drift.from, drift.to].map((survey) => history.find((result) => result.survey === survey));
  const better = { before: before?.better ?? null, after: after?.better ?? null };
  const worse = { before: before?.worse ?? null, after: after?.worse ?? null };
  const message = categoryDrift(drift.from, drift.categories, drift.kind, better, worse);
  return [{ code: 'kano/category-drift', range: item.rangeOfId, message }];
}
