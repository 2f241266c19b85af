import * as l10n from '@vscode/l10n';
import { allCountedEvidence, type EvidenceResult, type Lean } from '../analysis/evidence.ts';
import { analyseFeature } from '../analysis/featureAnalysis.ts';
import { smallestSample } from '../analysis/leadingPair.ts';
import type { AnalysisContext, Interval } from '../analysis/results.ts';
import { oncePerObject } from '../base/once.ts';
import type { Category } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import { indexByVersion } from '../document/versions/indexByVersion.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { leanMeaning } from '../terms/journeyLabels.ts';
import { count, share } from '../terms/numbers.ts';
import { featureMessage } from './featureMessage.ts';
import { assume } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** The way people speak up that does not go with a category, and the category that it reminds of. */
const opposites: Partial<Record<Category, { readonly lean: Lean; readonly category: Category }>> = {
  M: { lean: 'praise-led', category: 'A' },
  A: { lean: 'complaint-led', category: 'M' },
};

/**
 * The features with evidence that could contradict their category, in a version of a file, and those of them that lean one way against the base
 * that was asked for last: most evidence speaks both ways. Costs what changed since the version before.
 */
class Contradictable {
  readonly #intervals = new Map<Item<'features'>, Interval>();
  readonly #leaning = new Set<Item<'features'>>();
  #base: number | null = null;

  get any(): Item<'features'> | undefined {
    return this.#intervals.keys().next().value;
  }

  /** All of them are looked at only when the base has changed, which takes an edit of evidence. */
  leaning(base: number): Iterable<Item<'features'>> {
    if (base !== this.#base) {
      this.#base = base;
      this.#leaning.clear();
      for (const [item, interval] of this.#intervals) this.#judge(item, interval);
    }
    return this.#leaning;
  }

  change(item: Item<'features'>, interval: Interval, by: 1 | -1): void {
    if (by === 1) {
      this.#intervals.set(item, interval);
      this.#judge(item, interval);
    } else {
      this.#intervals.delete(item);
      this.#leaning.delete(item);
    }
  }

  #judge(item: Item<'features'>, [low, high]: Interval): void {
    if (this.#base !== null && (this.#base < low || high < this.#base)) this.#leaning.add(item);
  }
}

const contradictable = oncePerObject((context: AnalysisContext) =>
  indexByVersion(
    () => new Contradictable(),
    (found, item, by) => {
      const interval = isFeature(item) && item.value.evidence !== undefined ? allCountedEvidence(item.value)?.praiseInterval : null;
      if (!isFeature(item) || !interval) return;
      const { category, rival, n } = analyseFeature(item.value, context);
      const known = category ?? item.value.assumed;
      const opposite = known && opposites[known];
      // Of few answers `small-sample` alone speaks.
      if (!opposite || rival === opposite.category || (category !== null && n < smallestSample)) return;
      found.change(item, interval, by);
    },
  ),
);

/** Silent where the answers allow the other category as well. */
export const evidenceContradicts = {
  code: 'kano/evidence-contradicts',
  severity: 'info',
  title: 'Evidence contradicts',
  description: 'A feature is surveyed or assumed as Must-be and praise-led, or as Attractive and complaint-led.',
  /** On the evidence. */
  findInProduct({ analysis, model }) {
    const candidates = contradictable(analysis.context)(model);
    const base = (candidates.any && analysis.evidence(candidates.any.value)?.base) ?? null;
    if (base === null) return [];
    return [...candidates.leaning(base)].flatMap((item): readonly Occurrence[] => {
      const { category } = analysis.featureAnalysis(item.value);
      const known = category ?? item.value.assumed;
      const opposite = known && opposites[known];
      const evidence = analysis.evidence(item.value);
      if (!known || !opposite || evidence?.lean !== opposite.lean) return [];
      const message = featureMessage(item, sentence(known, evidence, category !== null));
      const range = item.rangeOfKey(['evidence']);
      if (category !== null) return [{ range, message }];
      return [{ range, message, fixes: (product) => assume(product, item as Item<'features'>, opposite.category) }];
    });
  },
} satisfies ProblemDefinition;

function sentence(category: Category, { complaints, compliments, praise, base, lean }: EvidenceResult, isSurveyed: boolean): string {
  const values = {
    mentions: count(complaints + compliments),
    praise: share(praise),
    base: share(base),
    meaning: lean ? leanMeaning(lean) : '',
    category: categoryLabel(category),
  };
  return isSurveyed
    ? l10n.t(
        '{praise} of {mentions} mentions praise this, {base} over all features: {meaning}. The survey says {category}. Read what people wrote, and ask again if it has changed.',
        values,
      )
    : l10n.t(
        '{praise} of {mentions} mentions praise this, {base} over all features: {meaning}. Assumed is {category}. Ask customers.',
        values,
      );
}
