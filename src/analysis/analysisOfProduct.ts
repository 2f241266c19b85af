import { type Product, productList } from '../document/product.ts';
import { oncePerObject } from './once.ts';
import { analyseProduct, type ProductAnalysis } from './productAnalysis.ts';
import type { AnalysisContext } from './results.ts';

/**
 * The analysis of a product, by the settings of the file it was opened through. Everything in it is computed when first
 * asked for, and what is known of a feature stays known from one version of a file to the next for as long as neither
 * the feature nor settings, surveys and persona shares change.
 */
export const analysisOfProduct: (product: Product) => ProductAnalysis = oncePerObject((product: Product) => {
  const values = <K extends Parameters<typeof productList>[1]>(key: K) => productList(product, key).map(({ entry }) => entry.value);
  return analyseProduct({
    context: contextOf(product),
    features: values('features'),
    touchpoints: values('touchpoints'),
    stages: values('stages'),
    metrics: values('metrics'),
  });
});

/** More products than anybody has open at once; each context holds the analyses made under it. */
const contextsKept = 32;
const contexts = new Map<string, AnalysisContext>();

/** Equal content gives the same object, because analyses are kept by its identity. */
function contextOf(product: Product): AnalysisContext {
  const surveys = productList(product, 'surveys').flatMap(({ entry: { value } }) => {
    const { id, date, wording } = value;
    return id === undefined ? [] : [{ id, ...(date === undefined ? {} : { date }), ...(wording === undefined ? {} : { wording }) }];
  });
  const shares = productList(product, 'personas').flatMap(({ entry: { value } }): [string, number][] =>
    value.id === undefined || value.share === undefined ? [] : [[value.id, value.share]],
  );
  const { settings } = product.opened;
  const key = JSON.stringify([settings, surveys, shares]);
  const context = contexts.get(key) ?? { settings, surveys, shares: new Map(shares) };
  // Deleted first, so that the one used last comes last and the oldest goes.
  contexts.delete(key);
  contexts.set(key, context);
  for (const oldest of contexts.keys()) {
    if (contexts.size <= contextsKept) break;
    contexts.delete(oldest);
  }
  return context;
}
