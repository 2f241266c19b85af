import { categories, defaultStatus } from '../../document/format/model.ts';
import { productList } from '../../document/product.ts';
import { smallestSample } from '../leadingPair.ts';
import type { AnalysedProduct } from '../productAnalysis.ts';
import { compareEdits } from './compareEdits.ts';
import { compareFeature, standingOf } from './compareFeature.ts';
import { compareGaps } from './compareGaps.ts';
import { compareJourney } from './compareJourney.ts';
import { compareSurveys } from './compareSurveys.ts';
import { movedPast } from './movedPast.ts';
import { pairUp } from './pairUp.ts';
import type { FeatureChange, FeatureDifference, FeatureState, JourneyComparison, ProductComparison, Step } from './productComparison.ts';

/**
 * What a change does to the requirements and the journey, and what else was edited. Comments, layout and the order of features are ignored.
 *
 * Features are matched by id. A removed and an added feature count as the same one with a new id if they alone have a title, or else a
 * current tally of at least 30 answers: ids are often corrected, and a lost feature would be important news. Takes n log n time, because of
 * the ranks.
 */
export function compareProducts(before: AnalysedProduct, after: AnalysedProduct): ProductComparison {
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
  const journey = compareJourney(before, after, pairs, added);
  const settings = settingsStep(before, after);
  return {
    settings,
    features: [
      ...now.flatMap((state) => changes.get(state) ?? []),
      ...removed.map((state) => ({ ...unchanged, before: state, after: null })),
    ],
    gaps: compareGaps(before.product, after.product, { before: old, after: now, sameAs }),
    rewritten: compareSurveys({ before: before.analysis.context, after: after.analysis.context }, pairs),
    journey,
    edits: compareEdits(
      { before: before.product, after: after.product },
      { pairs, changes, byJourney: toldByJourney(journey), journey, areSettingsTold: settings !== null },
    ),
  };
}

/** The keys of features that the comparison of the journey tells. What a feature serves and relieves shows where a need or pain is met. */
function toldByJourney({ evidence, shipped }: JourneyComparison): ReadonlyMap<FeatureState, ReadonlySet<string>> {
  const told = new Map(
    evidence.map(({ after, counts }) => [
      after,
      new Set(JSON.stringify(counts.before) === JSON.stringify(counts.after) ? [] : ['evidence']),
    ]),
  );
  for (const { after } of shipped) told.set(after, (told.get(after) ?? new Set()).add('shipped'));
  return told;
}

const noDifference: FeatureDifference = { category: null, better: null, worse: null, status: null, assumption: null };
const unchanged = { ...noDifference, isRenamed: false, isRetitled: false, rank: null };

function statesOf({ product, analysis }: AnalysedProduct): readonly FeatureState[] {
  return productList(product, 'features').map(({ model, item }) => {
    const numbers = analysis.featureAnalysis(item.value);
    const { rank } = analysis.priority(item.value);
    return { model, item, status: item.value.status ?? defaultStatus, standing: standingOf(item, numbers), numbers, rank };
  });
}

function titleOf({ item }: FeatureState): string | undefined {
  return withPlainSpaces(item.value.title) || undefined;
}

/** Only a tally of many answers identifies a feature: few answers could easily be the same for another. */
function tallyOf({ numbers: { n, survey, counts } }: FeatureState): string | undefined {
  return n < smallestSample ? undefined : JSON.stringify([survey, categories.map((category) => counts[category])]);
}

/** In the same context, the same text gives the same numbers. */
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
  // A feature that moved past others can still have its old rank, because others were removed.
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

function settingsStep(before: AnalysedProduct, after: AnalysedProduct): ProductComparison['settings'] {
  const [old, now] = [before.analysis.context.settings, after.analysis.context.settings];
  const isSame =
    old.table === now.table && old.rule === now.rule && old.order === now.order && (now.rule !== 'lead' || old.lead === now.lead);
  return isSame ? null : { before: old, after: now };
}

function withPlainSpaces(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
