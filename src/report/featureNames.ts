import type { Feature } from '../document/format/model.ts';
import { type Product, type ProductItem, productList } from '../document/product.ts';
import { untitledFeature } from '../wording/backlogWording.ts';

/** What a feature of the product is called in a report: its title, else its id, else where it stands. Line breaks become spaces. */
export function featureNames(product: Product): (feature: Feature) => string {
  const names = new Map(productList(product, 'features').map((item) => [item.item.value, featureName(item)]));
  return (feature) => names.get(feature) ?? feature.title ?? feature.id ?? '';
}

/** The same of one feature, in the file that it stands in. */
export function featureName({ model, item }: ProductItem<'features'>): string {
  const { title, id } = item.value;
  return nonEmpty(title) ?? nonEmpty(id) ?? untitledFeature(model.locate(item.rangeOfId).start.line + 1);
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
}
