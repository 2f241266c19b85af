import { definitionsById, type Product, productList, settingsOf } from '../document/product.ts';
import type { AnalysisContext } from './results.ts';

/** More products than anybody has open at once. Each context keeps the analyses made in it. */
const contextsKept = 32;
const contexts = new Map<string, AnalysisContext>();

/** What the numbers of a product are computed with: the same object for equal content, because analyses are kept by its identity. */
export function contextOf(product: Product): AnalysisContext {
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
