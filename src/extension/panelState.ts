import { isOpen } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Feature } from '../document/model.ts';
import { type Product, type ProductEntry, productList } from '../document/product.ts';
import type { PanelCoefficients, PanelPlace, PanelRow, PanelState } from '../webview/protocol.ts';
import { neededBySentence } from '../wording/backlogWording.ts';
import { featureSentence, rankedListText, standingLabel } from '../wording/featureSentences.ts';
import { coefficient, interval, measure, share } from '../wording/numbers.ts';
import { detailSentences, effortSentence, surveyedSentence } from '../wording/panelWording.ts';
import { settingsSentence } from '../wording/settingsWording.ts';

/** The features of a product by the key they have in the panel, which stays the same while the file is edited. */
export function featuresByKey(product: Product): ReadonlyMap<string, ProductEntry<'features'>> {
  const found = new Map<string, ProductEntry<'features'>>();
  for (const item of productList(product, 'features')) {
    const id = item.entry.value.id ?? '';
    let key = id;
    for (let occurrence = 2; found.has(key) || key === ''; occurrence++) key = `${id}#${occurrence}`;
    found.set(key, item);
  }
  return found;
}

/** All that the panel shows of a product, in words and numbers of the interface's language. */
export function panelState(product: Product, analysis: ProductAnalysis): PanelState {
  const entries = featuresByKey(product);
  const keys = new Map([...entries].map(([key, { entry }]) => [entry.value, { key, entry }]));
  const row = (feature: Feature): PanelRow[] => {
    const found = keys.get(feature);
    return found ? [rowOf(found.key, found.entry, analysis)] : [];
  };
  const closed = [...keys.keys()].filter((feature) => !isOpen(feature));
  return {
    product: product.opened.header.product ?? '',
    stale: null,
    footer: footerOf(product, analysis),
    rows: [...analysis.buildOrder, ...closed].flatMap(row),
  };
}

const rows = new WeakMap<FeatureAnalysis, { readonly row: PanelRow; readonly neededBy: string }>();

function rowOf(key: string, entry: ProductEntry<'features'>['entry'], analysis: ProductAnalysis): PanelRow {
  const feature = entry.value;
  const numbers = analysis.featureAnalysis(feature);
  const neededBy = analysis.priority(feature).neededBy.join(', ');
  const known = rows.get(numbers);
  if (known?.row.key === key && known.neededBy === neededBy) return known.row;
  const { category, isAssumed } = effectiveCategory(feature, numbers);
  const row: PanelRow = {
    key,
    id: feature.id ?? '',
    title: feature.title ?? feature.id ?? '',
    place: placeOf(feature, category),
    category,
    assumed: isAssumed,
    categoryText: standingLabel(feature.assumed ?? null, numbers.category),
    listText: rankedListText(numbers),
    details: detailsOf(entry, numbers, neededBy),
    coefficients: coefficientsOf(numbers),
  };
  rows.set(numbers, { row, neededBy });
  return row;
}

function placeOf(feature: Feature, category: PanelRow['category']): PanelPlace {
  if (!isOpen(feature)) return 'closed';
  if (category === null) return 'not-surveyed';
  if (category === 'Q') return 'ask-again';
  return category === 'R' ? 'do-not-build' : 'ranked';
}

function detailsOf(entry: ProductEntry<'features'>['entry'], numbers: FeatureAnalysis, neededBy: string): readonly string[] {
  const feature = entry.value;
  const { category, counts, n, better, worse, betterInterval, worseInterval } = numbers;
  const standing =
    category === null
      ? [featureSentence(feature, numbers, entry)]
      : [
          `${standingLabel(null, category)} ${share(counts[category] / n)}`,
          ...detailSentences(
            n,
            `${coefficient(better)} (${interval(betterInterval)})`,
            `${coefficient(worse)} (${interval(worseInterval)})`,
          ),
        ];
  return [
    ...standing,
    ...(feature.effort === undefined ? [] : [effortSentence(measure(feature.effort))]),
    ...(feature.owner === undefined ? [] : [feature.owner]),
    ...(neededBy === '' ? [] : [neededBySentence(neededBy)]),
  ];
}

function coefficientsOf({ better, worse, betterInterval, worseInterval, n }: FeatureAnalysis): PanelCoefficients | null {
  return better === null || worse === null ? null : { better, worse, betterInterval, worseInterval, n };
}

function footerOf(product: Product, analysis: ProductAnalysis): readonly string[] {
  const surveys = productList(product, 'surveys').map(({ entry }) => entry.value);
  const newest = surveys.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1);
  const answered = productList(product, 'features').map(({ entry }) => analysis.featureAnalysis(entry.value).n);
  return [
    settingsSentence(product.opened.settings),
    surveyedSentence(
      surveys.length,
      newest?.invited ?? null,
      answered.reduce((most, n) => Math.max(most, n), 0),
    ),
  ];
}
