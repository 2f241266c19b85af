import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { defaultStatus, type Feature, type Status } from '../../document/format/model.ts';
import { certainty } from '../../terms/featureSentences.ts';

/** What a wrong guess costs soonest comes first. */
const urgency: readonly Status[] = ['in-progress', 'planned', 'idea'];

/**
 * The open features whose category more answers could settle: without answers, with fewer than 30, and ambiguous ones. The most urgent first: those in
 * progress, then planned ones, then ideas, each in build order.
 * @param analysis of the product whose features these are
 */
export function undecided(features: readonly Feature[], { featureAnalysis, priority }: ProductAnalysis): readonly Feature[] {
  const place = ({ status = defaultStatus }: Feature) => urgency.indexOf(status);
  const rank = (feature: Feature) => priority(feature).rank ?? Number.MAX_SAFE_INTEGER;
  return features
    .filter((feature) => certainty(featureAnalysis(feature)) !== 'sure')
    .sort((a, b) => place(a) - place(b) || rank(a) - rank(b));
}
