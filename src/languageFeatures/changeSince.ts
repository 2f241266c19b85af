import { type ComparisonBase, differenceFrom, featureBefore } from '../analysis/comparison/compareProductsBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Item } from '../document/item.ts';
import { hintLabel } from '../terms/featureSentences.ts';
import { newSince, wasIn } from '../wording/diffWording.ts';

/** What became of a feature since the base: what it was, and the sentence that says so, `was Attractive in main`. */
export interface ChangeSince {
  readonly was: string;
  readonly sentence: string;
}

/**
 * What a lens says of a feature whose category is another one than in the base, or that is new; `undefined` of any other. That there was
 * nothing before, or something that could not be read, is not worth a word.
 */
export function changeSince(base: ComparisonBase, item: Item<'features'>, analysis: ProductAnalysis): ChangeSince | undefined {
  const before = featureBefore(base, item);
  if (!before) return item.value.id === undefined ? undefined : { was: '', sentence: newSince(base.name) };
  const category = differenceFrom(base, item, analysis)?.category;
  if (!category || category.before.category === null || category.after.isUncounted) return undefined;
  const was = labelBefore(base, before);
  return { was, sentence: wasIn(was, base.name) };
}

/** What the hint beside a feature would say in the base; `undefined` where the feature is new. */
export function hintBefore(base: ComparisonBase, item: Item<'features'>): string | undefined {
  const before = featureBefore(base, item);
  return before && labelBefore(base, before);
}

function labelBefore({ analysis }: ComparisonBase, before: Item<'features'>): string {
  return hintLabel(before.value, analysis.featureAnalysis(before.value), before);
}
