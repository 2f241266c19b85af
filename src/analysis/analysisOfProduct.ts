import { once, oncePerObject } from '../base/once.ts';
import type { ListKey } from '../document/format/model.ts';
import { definitionsById, type Product, productList, settingsOf } from '../document/product.ts';
import { personasIndex } from './personasTest.ts';
import { analyseProduct, type ProductAnalysis } from './productAnalysis.ts';
import type { AnalysisContext } from './results.ts';

/**
 * The analysis of a product, by the settings of the opened file or of its `.kanorc.yaml`. Everything in it is computed at first access. The
 * analysis of a feature is kept from one version of a file to the next until the feature, settings, surveys or persona shares change.
 */
export const analysisOfProduct: (product: Product) => ProductAnalysis = oncePerObject((product: Product) => {
  const values = <K extends ListKey>(key: K) => once(() => productList(product, key).map(({ item }) => item.value));
  const [features, touchpoints, stages, metrics] = [values('features'), values('touchpoints'), values('stages'), values('metrics')];
  const context = contextOf(product);
  return analyseProduct({
    context,
    get features() {
      return features();
    },
    get touchpoints() {
      return touchpoints();
    },
    get stages() {
      return stages();
    },
    get metrics() {
      return metrics();
    },
    get personasTests() {
      const indexes = product.models.map(personasIndex(context));
      const small = new Map(indexes.flatMap((index) => [...index.small]));
      return { small, tests: indexes.reduce((sum, index) => sum + index.tests, 0) };
    },
  });
});

/** More products than anybody has open at once. Each context keeps the analyses made in it. */
const contextsKept = 32;
const contexts = new Map<string, AnalysisContext>();

/** The same object for equal content, because analyses are kept by its identity. */
function contextOf(product: Product): AnalysisContext {
  const surveys = productList(product, 'surveys').flatMap(({ item: { value } }) => {
    const { id, date, wording } = value;
    return id === undefined ? [] : [{ id, ...(date === undefined ? {} : { date }), ...(wording === undefined ? {} : { wording }) }];
  });
  const shares = [...definitionsById(product, 'personas')].flatMap(([id, { share }]): [string, number][] =>
    share === undefined ? [] : [[id, share]],
  );
  const settings = settingsOf(product);
  const key = JSON.stringify([settings, surveys, shares]);
  const context = contexts.get(key) ?? { settings, surveys, shares: new Map(shares) };
  // Deleted and added again, so that the context used last comes last and the oldest is dropped.
  contexts.delete(key);
  contexts.set(key, context);
  for (const oldest of contexts.keys()) {
    if (contexts.size <= contextsKept) break;
    contexts.delete(oldest);
  }
  return context;
}
