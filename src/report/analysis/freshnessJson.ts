import { type Age, ageOf, featureAges } from '../../analysis/featureAges.ts';
import { readingsByDate } from '../../analysis/outcomes.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { freshForOf, type Product, productList } from '../../document/product.ts';

interface AgeOf extends Age {
  /** The id of a feature or a metric. */
  readonly id: string;
}

/** How old what the numbers rest on is on a day. */
export interface FreshnessJson {
  readonly asOf: string;
  /** Days after which something counts as stale. */
  readonly freshFor: number;
  /** Of each feature, the survey behind its category. */
  readonly surveys: readonly AgeOf[];
  /** Of each feature, its newest counted evidence. */
  readonly evidence: readonly AgeOf[];
  /** Of each metric, its newest reading. */
  readonly readings: readonly AgeOf[];
}

/** `null` where nobody gave a day: what is reported must not depend on a clock. What has no date, or no id, is left out. */
export function freshnessJson(product: Product, analysis: ProductAnalysis): FreshnessJson | null {
  const { asOf } = product;
  if (asOf === undefined) return null;
  const named = (id: string | undefined, age: Age | null): readonly AgeOf[] => (id === undefined || age === null ? [] : [{ id, ...age }]);
  const metrics = productList(product, 'metrics').map(({ item }) => item.value);
  const features = productList(product, 'features').map(({ item: { value } }) => {
    return { id: value.id, ages: featureAges(value, analysis.featureAnalysis(value), asOf) };
  });
  return {
    asOf,
    freshFor: freshForOf(product),
    surveys: features.flatMap(({ id, ages }) => named(id, ages.survey)),
    evidence: features.flatMap(({ id, ages }) => named(id, ages.evidence)),
    readings: metrics.flatMap((metric) => named(metric.id, ageOf(readingsByDate(metric).at(-1)?.date, asOf))),
  };
}
