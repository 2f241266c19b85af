import { type ComparisonBase, differenceFrom, featureBefore } from '../analysis/compareProductsBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Entry } from '../document/entry.ts';
import { newSince, wasIn } from '../wording/diffWording.ts';
import { hintLabel } from '../wording/featureSentences.ts';

/** What became of a feature since the base: what it was, and the sentence that says so, `was Attractive in main`. */
export interface ChangeSince {
  readonly was: string;
  readonly sentence: string;
}

/**
 * What a lens says of a feature whose category is another one than in the base, or that is new; `undefined` of any other. That there was
 * nothing before, or something that could not be read, is not worth a word.
 */
export function changeSince(base: ComparisonBase, entry: Entry<'features'>, analysis: ProductAnalysis): ChangeSince | undefined {
  const before = featureBefore(base, entry);
  if (!before) return entry.value.id === undefined ? undefined : { was: '', sentence: newSince(base.name) };
  const category = differenceFrom(base, entry, analysis)?.category;
  if (!category || category.before.category === null || category.after.isUncounted) return undefined;
  const was = labelBefore(base, before);
  return { was, sentence: wasIn(was, base.name) };
}

/** What the hint beside a feature would say in the base; `undefined` where the feature is new. */
export function hintBefore(base: ComparisonBase, entry: Entry<'features'>): string | undefined {
  const before = featureBefore(base, entry);
  return before && labelBefore(base, before);
}

function labelBefore({ analysis }: ComparisonBase, before: Entry<'features'>): string {
  return hintLabel(before.value, analysis.featureAnalysis(before.value), before);
}
