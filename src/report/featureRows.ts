import * as l10n from '@vscode/l10n';
import { shownRanks } from '../analysis/buildOrder.ts';
import { type EvidenceResult, inOrderOfAsking } from '../analysis/evidence.ts';
import { type FeatureAges, featureAges } from '../analysis/featureAges.ts';
import { effectiveCategory, hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Drift, DriftKind, FeatureAnalysis } from '../analysis/results.ts';
import { once } from '../base/once.ts';
import type { Feature } from '../document/format/model.ts';
import { definitionsById, type Product, type ProductItem, productList } from '../document/product.ts';
import { certainty } from '../terms/featureSentences.ts';
import { backlogNotes } from './backlog/backlogNotes.ts';

/** A feature with everything that the columns of `featureColumns.ts` show of it. */
export interface FeatureRow {
  readonly feature: Feature;
  readonly numbers: FeatureAnalysis;
  /** What the feature is called. */
  readonly name: string;
  /** Its file, where the name alone does not tell it from another feature; else `null`. */
  readonly file: string | null;
  /** From 1; `null` for closed features. */
  readonly rank: number | null;
  /** Whether people are shown the rank: not behind the last feature that is to be built. */
  readonly isRankShown: boolean;
  /** The ids of the features that need it first. */
  readonly neededBy: readonly string[];
  /** Whether it has answers that are not counted because of an error. */
  readonly isUncounted: boolean;
  readonly touchpoints: readonly RowTouchpoint[];
  /** How the category changed since the survey before, where that is more than chance; else `null`. */
  readonly drift: (Drift & { readonly kind: DriftKind }) | null;
  /** Counted evidence; `null` where none was counted. */
  readonly evidence: EvidenceResult | null;
  /** How old what is known of it is; `null` where nobody gave a day. */
  readonly ages: FeatureAges | null;
  /** Why the feature has its place in the build order, and what makes its category uncertain. */
  readonly notes: string;
}

/** A touchpoint of a feature. */
interface RowTouchpoint {
  readonly name: string;
  /** Its place in the list of touchpoints, from 0; `null` where none defines it. */
  readonly place: number | null;
}

/**
 * The features of a product as rows, in the order of its files.
 * @param options whether notes say what class a feature is of by its importance: it is cut at the mean of the product, so it changes with other features
 */
export function featureRows(
  product: Product,
  analysis: ProductAnalysis,
  { withImportanceClass = true }: { readonly withImportanceClass?: boolean } = {},
): readonly FeatureRow[] {
  const items = productList(product, 'features');
  const names = new Map(items.map((item) => [item.item.value, featureName(item)]));
  const nameOf = (feature: Feature) => names.get(feature) ?? feature.title ?? feature.id ?? '';
  const defined = [...definitionsById(product, 'touchpoints')].map(([id, { name = id }], place) => [id, { name, place }] as const);
  const touchpoints = new Map<string, RowTouchpoint>(defined);
  const categoryOf = (feature: Feature) => effectiveCategory(feature, analysis.featureAnalysis(feature)).category;
  const ranks = once(() => shownRanks(analysis.buildOrder.map(categoryOf)));
  return items.map(({ item }) => {
    const feature = item.value;
    const numbers = analysis.featureAnalysis(feature);
    const isUncounted = hasUncountedAnswers(item, numbers);
    const context = { product, analysis, nameOf, talliesUnreadable: () => isUncounted, withImportanceClass };
    const notes = once(() => backlogNotes(feature, context));
    const priority = analysis.priority(feature);
    return {
      feature,
      numbers,
      name: nameOf(feature),
      file: null,
      ...priority,
      get isRankShown() {
        return priority.rank !== null && priority.rank <= ranks();
      },
      isUncounted,
      evidence: analysis.evidence(feature),
      ages: product.asOf === undefined ? null : featureAges(feature, numbers, product.asOf),
      touchpoints: (feature.touchpoints ?? []).map((id) => touchpoints.get(id) ?? { name: id, place: null }),
      get drift() {
        return analysis.hasDrifted(numbers.drift) ? numbers.drift : null;
      },
      get notes() {
        return notes();
      },
    };
  });
}

/** By rank, then those of unknown rank, which have answers that are not counted, and those without a rank, both in the order given. */
export function inRankOrder(rows: readonly FeatureRow[]): readonly FeatureRow[] {
  const isKnown = (row: FeatureRow) => row.rank !== null && !isRankUnknown(row);
  return [
    ...rows.filter(isKnown).sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0)),
    ...rows.filter((row) => row.rank !== null && isRankUnknown(row)),
    ...rows.filter(({ rank }) => rank === null),
  ];
}

/** The same for people: of what is not to be built yet, what nobody was asked about comes first, in the order of asking. */
export function inReadingOrder(rows: readonly FeatureRow[]): readonly FeatureRow[] {
  const ordered = inRankOrder(rows);
  const isBehind = (row: FeatureRow) => row.rank !== null && !row.isRankShown && !isRankUnknown(row);
  const isUnasked = ({ feature, numbers }: FeatureRow) => effectiveCategory(feature, numbers).category === null;
  const behind = ordered.filter(isBehind);
  const first = ordered.findIndex(isBehind);
  if (first === -1) return ordered;
  const asked = behind.filter((row) => !isUnasked(row));
  return [
    ...ordered.slice(0, first),
    ...inOrderOfAsking(behind.filter(isUnasked), ({ feature }) => feature),
    ...asked,
    ...ordered.slice(first + behind.length),
  ];
}

/** Whether a feature has answers, but none that are counted, and no assumption either. */
export function isRankUnknown({ feature, numbers, isUncounted }: FeatureRow): boolean {
  return isUncounted && effectiveCategory(feature, numbers).category === null;
}

/** How far the category of a row can be relied on, in the words of machines. Nobody was asked about `none`, while `uncounted` has answers with an error. */
export const rowCertainties = ['sure', 'ambiguous', 'few', 'none', 'uncounted'] as const;

export function rowCertainty({ numbers, isUncounted }: Pick<FeatureRow, 'numbers' | 'isUncounted'>): (typeof rowCertainties)[number] {
  return isUncounted ? 'uncounted' : certainty(numbers);
}

/** What reports call a feature: its title, otherwise its id, otherwise its line. Line breaks become spaces. */
export function featureName({ model, item }: ProductItem<'features'>): string {
  const { title, id } = item.value;
  return nonEmpty(title) ?? nonEmpty(id) ?? l10n.t('untitled, line {line}', { line: model.locate(item.rangeOfId).start.line + 1 });
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
}
