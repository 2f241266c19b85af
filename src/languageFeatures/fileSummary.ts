import { classOrder } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { finish } from '../base/steps.ts';
import type { Category } from '../document/format/model.ts';
import type { KanoModel } from '../document/kanoModel.ts';

/** How many features of a file are of one category, the team's guesses among them. */
export interface CategoryShare {
  readonly category: Category | null;
  readonly features: number;
  readonly assumed: number;
}

/** Features whose numbers are asked for between two steps: a few milliseconds' work where nobody asked before. */
const featuresPerStep = 50;

/** The features of a file by category, in the order in which they are built; categories without features are left out. */
export function fileSummary(model: KanoModel, analysis: ProductAnalysis): readonly CategoryShare[] {
  return finish(fileSummaryInSteps(model, analysis));
}

/** The same, a few features at a time: a caller who must not be kept busy for long can pause between two steps. */
export function* fileSummaryInSteps(model: KanoModel, analysis: ProductAnalysis): Generator<undefined, readonly CategoryShare[]> {
  const counted = new Map(classOrder.map((category) => [category, { category, features: 0, assumed: 0 }]));
  let looked = 0;
  for (const { value } of model.list('features')) {
    const { category, isAssumed } = effectiveCategory(value, analysis.featureAnalysis(value));
    const share = counted.get(category);
    if (share) share.features++;
    if (share && isAssumed) share.assumed++;
    if (++looked % featuresPerStep === 0) yield;
  }
  return [...counted.values()].filter(({ features }) => features > 0);
}
