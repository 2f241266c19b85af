import * as l10n from '@vscode/l10n';
import { type EvidenceResult, featuresWithEvidence, type Lean } from '../analysis/evidence.ts';
import { smallestSample } from '../analysis/leadingPair.ts';
import type { Category } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
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

/** Silent where the answers allow the other category as well. */
export const evidenceContradicts = {
  code: 'kano/evidence-contradicts',
  severity: 'info',
  title: 'Evidence contradicts',
  description: 'A feature is surveyed or assumed as Must-be and praise-led, or as Attractive and complaint-led.',
  /** On the evidence. */
  findInProduct({ analysis, model }) {
    return [...featuresWithEvidence(model)].flatMap((item): readonly Occurrence[] => {
      const { category, rival, n } = analysis.featureAnalysis(item.value);
      // Of few answers `small-sample` alone speaks.
      if (category !== null && n < smallestSample) return [];
      const known = category ?? item.value.assumed;
      const opposite = known && opposites[known];
      const evidence = opposite ? analysis.evidence(item.value) : null;
      if (!known || !opposite || evidence?.lean !== opposite.lean || rival === opposite.category) return [];
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
