import type { Feature } from '../document/model.ts';
import { type Product, type ProductEntry, productList } from '../document/product.ts';
import { untitledFeature } from '../wording/backlogWording.ts';

/** What a feature of the product is called in a report: its title, else its id, else where it stands. Line breaks become spaces. */
export function featureNames(product: Product): (feature: Feature) => string {
  const names = new Map(productList(product, 'features').map((item) => [item.entry.value, featureName(item)]));
  return (feature) => names.get(feature) ?? feature.title ?? feature.id ?? '';
}

/** The same of one feature, in the file that it stands in. */
export function featureName({ document, entry }: ProductEntry<'features'>): string {
  const { title, id } = entry.value;
  return nonEmpty(title) ?? nonEmpty(id) ?? untitledFeature(document.rangeOf(entry.placeOfId).start.line + 1);
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
}
