import { ageInDays } from '../../analysis/ageInDays.ts';
import { allCountedEvidence } from '../../analysis/evidence.ts';
import { readingsByDate } from '../../analysis/outcomes.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { freshForOf, type Product, productList } from '../../document/product.ts';

interface Age {
  /** The id of a feature or a metric. */
  readonly id: string;
  readonly date: string;
  readonly days: number;
}

/** How old what the numbers rest on is on a day. */
export interface FreshnessJson {
  readonly asOf: string;
  /** Days after which something counts as stale. */
  readonly freshFor: number;
  /** Of each feature, the survey behind its category. */
  readonly surveys: readonly Age[];
  /** Of each feature, its newest counted evidence. */
  readonly evidence: readonly Age[];
  /** Of each metric, its newest reading. */
  readonly readings: readonly Age[];
}

/** `null` where nobody gave a day: what is reported must not depend on a clock. What has no date, or no id, is left out. */
export function freshnessJson(product: Product, analysis: ProductAnalysis): FreshnessJson | null {
  const { asOf } = product;
  if (asOf === undefined) return null;
  const age = (id: string | undefined, date: string | null | undefined): readonly Age[] =>
    id === undefined || date === null || date === undefined || Number.isNaN(Date.parse(date))
      ? []
      : [{ id, date, days: ageInDays(date, asOf) }];
  const features = productList(product, 'features').map(({ item }) => item.value);
  const metrics = productList(product, 'metrics').map(({ item }) => item.value);
  return {
    asOf,
    freshFor: freshForOf(product),
    surveys: features.flatMap((feature) => {
      const { category, history } = analysis.featureAnalysis(feature);
      return category === null ? [] : age(feature.id, history.at(-1)?.date);
    }),
    evidence: features.flatMap((feature) => age(feature.id, feature.evidence && allCountedEvidence(feature)?.newest)),
    readings: metrics.flatMap((metric) => age(metric.id, readingsByDate(metric).at(-1)?.date)),
  };
}
