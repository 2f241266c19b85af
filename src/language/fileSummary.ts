import { classOrder } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Category } from '../document/model.ts';

/** How many features of a file are of one category, the team's guesses among them. */
export interface CategoryShare {
  readonly category: Category | null;
  readonly features: number;
  readonly assumed: number;
}

/** The features of a file by category, in the order in which they are built; categories without features are left out. */
export function fileSummary(document: KanoDocument, analysis: ProductAnalysis): readonly CategoryShare[] {
  const counted = new Map(classOrder.map((category) => [category, { category, features: 0, assumed: 0 }]));
  for (const { value } of document.list('features')) {
    const { category, isAssumed } = effectiveCategory(value, analysis.featureAnalysis(value));
    const share = counted.get(category);
    if (!share) continue;
    share.features++;
    if (isAssumed) share.assumed++;
  }
  return [...counted.values()].filter(({ features }) => features > 0);
}
