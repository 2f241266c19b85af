import { categories, defaultStatus } from '../../document/format/model.ts';
import { productList } from '../../document/product.ts';
import { smallestSample } from '../statistics/multinomialZ.ts';
import { compareFeature, standingOf } from './compareProductsFeatures.ts';
import { compareGaps } from './compareProductsGaps.ts';
import { pairUp } from './compareProductsPairs.ts';
import { movedPast } from './compareProductsRanks.ts';
import type { ComparedProduct, FeatureChange, FeatureDifference, FeatureState, ProductComparison, Step } from './compareProductsResults.ts';

/**
 * What a change does, in requirement terms; what does not touch them (comments, order, layout, names of surveys) gives nothing.
 *
 * A feature is the same by its id. A feature that is gone and one that is new are taken for the same, renamed, when exactly one of
 * either has this title, or else this current tally of at least 30 answers: an id is often mended, and a lost feature matters.
 * Takes n log n, as ranks do.
 */
export function compareProducts(before: ComparedProduct, after: ComparedProduct): ProductComparison {
  const [old, now] = [statesOf(before), statesOf(after)];
  const { pairs, added, removed } = pairUp(old, now, ({ item }) => item.value.id, [titleOf, tallyOf]);
  const isSameContext = before.analysis.context === after.analysis.context;
  const compared = pairs.map(([from, to]) => ({ from, to, isTouched: !(isSameContext && isSameText(from, to)) }));
  const ranks = movedRanks(compared);
  const sameAs = new Map(pairs);
  const changes = new Map<FeatureState, FeatureChange>();
  for (const { from, to, isTouched } of compared) {
    const change = changeOf(from, to, isTouched ? compareFeature(from, to) : null, ranks.get(to) ?? null);
    if (change) changes.set(to, change);
  }
  for (const state of added) changes.set(state, { ...unchanged, before: null, after: state });
  return {
    settings: settingsStep(before, after),
    features: [
      ...now.flatMap((state) => changes.get(state) ?? []),
      ...removed.map((state) => ({ ...unchanged, before: state, after: null })),
    ],
    gaps: compareGaps(before.product, after.product, { before: old, after: now, sameAs }),
  };
}

const noDifference: FeatureDifference = { category: null, better: null, worse: null, status: null, assumption: null };
const unchanged = { ...noDifference, isRenamed: false, isRetitled: false, rank: null };

function statesOf({ product, analysis }: ComparedProduct): readonly FeatureState[] {
  return productList(product, 'features').map(({ model, item }) => {
    const numbers = analysis.featureAnalysis(item.value);
    const { rank } = analysis.priority(item.value);
    return { model, item, status: item.value.status ?? defaultStatus, standing: standingOf(item, numbers), numbers, rank };
  });
}

function titleOf({ item }: FeatureState): string | undefined {
  return withPlainSpaces(item.value.title) || undefined;
}

/** Tallies alone are a trait of a feature only where so many answers would hardly fall alike twice. */
function tallyOf({ numbers: { n, survey, counts } }: FeatureState): string | undefined {
  return n < smallestSample ? undefined : JSON.stringify([survey, categories.map((category) => counts[category])]);
}

/** What was read from the same text says the same, in the same context. */
function isSameText({ item: before }: FeatureState, { item: after }: FeatureState): boolean {
  return before === after || (before.ownsPart && after.ownsPart && before.part.text === after.part.text);
}

interface ComparedPair {
  readonly from: FeatureState;
  readonly to: FeatureState;
  readonly isTouched: boolean;
}

function movedRanks(compared: readonly ComparedPair[]): ReadonlyMap<FeatureState, Step<number>> {
  const ranked = compared.flatMap(({ from, to, isTouched }) =>
    from.rank === null || to.rank === null ? [] : [{ to, before: from.rank, after: to.rank, isTouched }],
  );
  // Who moved past others and stands in the same place all the same, because some went, has the rank it had.
  const moved = [...movedPast(ranked)].filter(({ before, after }) => before !== after);
  return new Map(moved.map(({ to, before, after }) => [to, { before, after }]));
}

function changeOf(
  before: FeatureState,
  after: FeatureState,
  difference: FeatureDifference | null,
  rank: Step<number> | null,
): FeatureChange | null {
  const [old, now] = [before.item.value, after.item.value];
  const isRenamed = old.id !== now.id;
  const isRetitled = withPlainSpaces(old.title) !== withPlainSpaces(now.title);
  if (difference === null && rank === null && !isRenamed && !isRetitled) return null;
  return { ...(difference ?? noDifference), before, after, isRenamed, isRetitled, rank };
}

function settingsStep(before: ComparedProduct, after: ComparedProduct): ProductComparison['settings'] {
  const [old, now] = [before.analysis.context.settings, after.analysis.context.settings];
  const isSame =
    old.table === now.table && old.rule === now.rule && old.order === now.order && (now.rule !== 'lead' || old.lead === now.lead);
  return isSame ? null : { before: old, after: now };
}

function withPlainSpaces(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
