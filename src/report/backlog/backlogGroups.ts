import { classOrder } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { JourneySums } from '../../analysis/results.ts';
import type { Feature } from '../../document/format/model.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import type { CategoryOrNone } from '../../terms/categoryLabels.ts';
import { coefficient } from '../../terms/numbers.ts';
import { backlogHeading, closedHeadings, journeySentence } from '../../wording/backlogWording.ts';

/** What the tables of a backlog can be of. */
export type BacklogGrouping = 'category' | 'touchpoint' | 'stage';

/** Open features that stand together in a backlog, in build order. */
export interface BacklogGroup {
  readonly heading: string;
  /** What is at stake, in a sentence; `null` where the heading says all. */
  readonly introduction: string | null;
  readonly features: readonly Feature[];
}

/** What nobody was asked about, what has to be asked again, and what customers do not want stand apart from what to build. */
const apart: readonly CategoryOrNone[] = [null, 'Q', 'R'];

/**
 * The open features in groups, none of them empty, none of them left out: by category in build order, by touchpoint with the most urgent
 * first, or by stage in journey order, and behind those what stands apart. A feature at several touchpoints stands at each of them.
 */
export function backlogGroups(product: Product, analysis: ProductAnalysis, grouping: BacklogGrouping): readonly BacklogGroup[] {
  const byCategory = categoryGroups(analysis, grouping === 'category' ? classOrder : apart);
  const byPlace = grouping === 'category' ? [] : placeGroupsOf(product, analysis, grouping);
  return [...byPlace, ...byCategory].filter(({ features }) => features.length > 0);
}

/** Whether a feature is to be asked about, asked about again, or not to be built. */
export function standsApart(feature: Feature, analysis: ProductAnalysis): boolean {
  return apart.includes(categoryOf(feature, analysis));
}

function placeGroupsOf(product: Product, analysis: ProductAnalysis, grouping: 'touchpoint' | 'stage'): readonly BacklogGroup[] {
  switch (grouping) {
    case 'touchpoint':
      return placeGroups(
        analysis,
        namesOf(product, 'touchpoints'),
        analysis.touchpoints,
        touchpointIds,
        closedHeadings().withoutTouchpoint,
      );
    case 'stage': {
      const stageOf = new Map(analysis.touchpoints.map(({ id, stage }) => [id, stage]));
      const stageIds = (feature: Feature) => touchpointIds(feature).flatMap((id) => stageOf.get(id) ?? []);
      return placeGroups(analysis, namesOf(product, 'stages'), analysis.stages, stageIds, closedHeadings().withoutStage);
    }
  }
}

function categoryGroups(analysis: ProductAnalysis, among: readonly CategoryOrNone[]): readonly BacklogGroup[] {
  return among.map((category) => ({
    heading: backlogHeading(category),
    introduction: null,
    features: analysis.buildOrder.filter((feature) => categoryOf(feature, analysis) === category),
  }));
}

function categoryOf(feature: Feature, analysis: ProductAnalysis): CategoryOrNone {
  return effectiveCategory(feature, analysis.featureAnalysis(feature)).category;
}

function placeGroups(
  analysis: ProductAnalysis,
  names: ReadonlyMap<string, string>,
  places: readonly JourneySums[],
  idsOf: (feature: Feature) => readonly string[],
  headingOfRest: string,
): readonly BacklogGroup[] {
  const known = new Set(places.map(({ id }) => id));
  const toBuild = analysis.buildOrder.filter((feature) => !standsApart(feature, analysis));
  const at = places.map(({ id, mustBeGaps, risk, opportunity }) => ({
    heading: names.get(id) ?? id,
    introduction: journeySentence(mustBeGaps, coefficient(risk), coefficient(opportunity)),
    features: toBuild.filter((feature) => idsOf(feature).includes(id)),
  }));
  const rest = toBuild.filter((feature) => !idsOf(feature).some((id) => known.has(id)));
  return [...at, { heading: headingOfRest, introduction: null, features: rest }];
}

function touchpointIds(feature: Feature): readonly string[] {
  return feature.touchpoints ?? [];
}

function namesOf(product: Product, list: 'touchpoints' | 'stages'): ReadonlyMap<string, string> {
  const named = [...definitionsById(product, list)].map(([id, { name = id }]): [string, string] => [id, name]);
  const names = named.map(([, name]) => name);
  // Places of the same name are told apart by their ids.
  return new Map(named.map(([id, name]) => [id, names.filter((other) => other === name).length > 1 ? `${name} (${id})` : name]));
}
