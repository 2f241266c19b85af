import * as l10n from '@vscode/l10n';
import { classOrder, isToBuild } from '../../analysis/buildOrder.ts';
import { inOrderOfAsking } from '../../analysis/evidence.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { JourneySums } from '../../analysis/results.ts';
import type { Feature } from '../../document/format/model.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import { type CategoryOrNone, categoryLabel } from '../../terms/categoryLabels.ts';
import { unplacedHeading } from '../../terms/labels.ts';
import { coefficient, count } from '../../terms/numbers.ts';

/** What the tables of a backlog can be of. */
export type BacklogGrouping = 'category' | 'touchpoint' | 'stage';

/** Open features under one heading of a backlog, in build order; those that nobody was asked about in the order of asking. */
interface BacklogGroup {
  readonly heading: string;
  /** What is at stake, in a sentence; `null` where the heading is enough. */
  readonly introduction: string | null;
  /** Whether somebody was asked about features like these. */
  readonly hasAnswers: boolean;
  readonly features: readonly Feature[];
}

/** Kept apart from what to build: features nobody was asked about, features to ask about again, and features customers do not want. */
const apart: readonly CategoryOrNone[] = classOrder.filter((category) => !isToBuild(category));

/**
 * All open features in groups, without empty groups: by category in build order, by touchpoint with the most urgent first, or by stage in
 * journey order, then those kept apart. A feature at several touchpoints is in the group of each.
 */
export function backlogGroups(product: Product, analysis: ProductAnalysis, grouping: BacklogGrouping): readonly BacklogGroup[] {
  const byCategory = categoryGroups(analysis, grouping === 'category' ? classOrder : apart);
  const byPlace = grouping === 'category' ? [] : placeGroups(product, analysis, grouping);
  return [...byPlace, ...byCategory].filter(({ features }) => features.length > 0);
}

/** Whether a feature is to be asked about, asked about again, or not to be built. */
export function standsApart(feature: Feature, analysis: ProductAnalysis): boolean {
  return !isToBuild(categoryOf(feature, analysis));
}

function categoryGroups(analysis: ProductAnalysis, among: readonly CategoryOrNone[]): readonly BacklogGroup[] {
  return among.map((category) => {
    const features = analysis.buildOrder.filter((feature) => categoryOf(feature, analysis) === category);
    return {
      heading: l10n.t('{category}: {action}', { category: categoryLabel(category), action: actionOf(category) }),
      introduction: null,
      hasAnswers: category !== null,
      features: category === null ? inOrderOfAsking(features, (feature) => feature) : features,
    };
  });
}

function categoryOf(feature: Feature, analysis: ProductAnalysis): CategoryOrNone {
  return effectiveCategory(feature, analysis.featureAnalysis(feature)).category;
}

function placeGroups(product: Product, analysis: ProductAnalysis, grouping: 'touchpoint' | 'stage'): readonly BacklogGroup[] {
  const places: readonly JourneySums[] = grouping === 'touchpoint' ? analysis.touchpoints : analysis.stages;
  const names = namesOf(product, `${grouping}s`);
  const stageOf = new Map(analysis.touchpoints.map(({ id, stage }) => [id, stage]));
  const idsOf = ({ touchpoints = [] }: Feature) => (grouping === 'touchpoint' ? touchpoints : touchpoints.map((id) => stageOf.get(id)));
  const known = new Set<string | null | undefined>(places.map(({ id }) => id));
  const toBuild = analysis.buildOrder.filter((feature) => !standsApart(feature, analysis));
  const at = places.map(({ id, mustBeGaps, risk, opportunity }) => ({
    heading: names.get(id) ?? id,
    introduction: l10n.t('Must-be gaps: {mustBeGaps} · Risk: {risk} · Opportunity: {opportunity}', {
      mustBeGaps: count(mustBeGaps),
      risk: coefficient(risk),
      opportunity: coefficient(opportunity),
    }),
    hasAnswers: true,
    features: toBuild.filter((feature) => idsOf(feature).includes(id)),
  }));
  const rest = toBuild.filter((feature) => !idsOf(feature).some((id) => known.has(id)));
  return [...at, { heading: unplacedHeading(grouping), introduction: null, hasAnswers: true, features: rest }];
}

/** What to do about the features of a category. */
function actionOf(category: CategoryOrNone): string {
  switch (category) {
    case 'M':
      return l10n.t('do first');
    case 'O':
      return l10n.t('compete here');
    case 'A':
      return l10n.t('choose a few');
    case 'I':
      return l10n.t('save the effort');
    case 'R':
      return l10n.t('do not build');
    case 'Q':
      return l10n.t('ask again');
    case null:
      return l10n.t('ask before deciding');
  }
}

function namesOf(product: Product, list: 'touchpoints' | 'stages'): ReadonlyMap<string, string> {
  const named = [...definitionsById(product, list)].map(([id, { name = id }]): [string, string] => [id, name]);
  const names = named.map(([, name]) => name);
  // Ids tell places of the same name apart.
  return new Map(named.map(([id, name]) => [id, names.filter((other) => other === name).length > 1 ? `${name} (${id})` : name]));
}
