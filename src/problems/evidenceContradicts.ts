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

/** The features with evidence that could contradict their category, in a version of a file. Costs what changed since the version before. */
const contradictable = oncePerObject((context: AnalysisContext) =>
  indexByVersion(
    () => new Map<Item<'features'>, Interval>(),
    (found, item, by) => {
      const interval = isFeature(item) && item.value.evidence !== undefined ? allCountedEvidence(item.value)?.praiseInterval : null;
      if (!isFeature(item) || !interval) return;
      const { category, rival, n } = analyseFeature(item.value, context);
      const known = category ?? item.value.assumed;
      const opposite = known && opposites[known];
      // Of few answers `small-sample` alone speaks.
      if (!opposite || rival === opposite.category || (category !== null && n < smallestSample)) return;
      if (by === 1) found.set(item, interval);
      else found.delete(item);
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
    const [first] = candidates.keys();
    const base = (first && analysis.evidence(first.value)?.base) ?? null;
    if (base === null) return [];
    const leaning: Item<'features'>[] = [];
    // Most evidence speaks both ways.
    for (const [item, [low, high]] of candidates) if (base < low || high < base) leaning.push(item);
    return leaning.flatMap((item): readonly Occurrence[] => {
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
