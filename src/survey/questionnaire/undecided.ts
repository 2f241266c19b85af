import { inOrderOfAsking } from '../../analysis/evidence.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { defaultStatus, type Feature, type Status } from '../../document/format/model.ts';
import { certainty } from '../../terms/featureSentences.ts';

/** What a wrong guess costs soonest comes first. */
const urgency: readonly Status[] = ['in-progress', 'planned', 'idea'];

/**
 * The open features whose category more answers could settle: without answers, with fewer than 30, ambiguous ones, and those whose answers contradict
 * each other. The most urgent first: those in progress, then planned ones, then ideas, each in build order, but what nobody was asked about by how many
 * people speak of it, and last what no number of answers would tell apart.
 * @param analysis of the product whose features these are
 */
export function undecided(features: readonly Feature[], { featureAnalysis, priority }: ProductAnalysis): readonly Feature[] {
  const place = ({ status = defaultStatus }: Feature) => urgency.indexOf(status);
  const rank = (feature: Feature) => priority(feature).rank ?? Number.MAX_SAFE_INTEGER;
  const isTie = (feature: Feature) =>
    Number(certainty(featureAnalysis(feature)) === 'ambiguous' && featureAnalysis(feature).answersNeeded === null);
  const sorted = features
    .filter((feature) => certainty(featureAnalysis(feature)) !== 'sure' || featureAnalysis(feature).category === 'Q')
    .sort((a, b) => place(a) - place(b) || isTie(a) - isTie(b) || rank(a) - rank(b));
  return urgency.flatMap((_, index) =>
    unaskedByMentions(
      sorted.filter((feature) => place(feature) === index),
      featureAnalysis,
    ),
  );
}

/** The others keep their places: what was not asked changes places among itself. */
function unaskedByMentions(features: readonly Feature[], featureAnalysis: ProductAnalysis['featureAnalysis']): readonly Feature[] {
  const isUnasked = (feature: Feature) => featureAnalysis(feature).n === 0;
  const unasked = inOrderOfAsking(features.filter(isUnasked), (feature) => feature).values();
  return features.map((feature) => (isUnasked(feature) ? (unasked.next().value ?? feature) : feature));
}
