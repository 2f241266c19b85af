import type { Feature } from '../document/model.ts';
import { type Product, productList } from '../document/product.ts';
import { untitledFeature } from '../wording/backlogWording.ts';

/** What a feature of the product is called in a report: its title, else its id, else where it stands. Line breaks become spaces. */
export function featureNames(product: Product): (feature: Feature) => string {
  const names = new Map(
    productList(product, 'features').map(({ document, entry }) => {
      const { title, id } = entry.value;
      const name = nonEmpty(title) ?? nonEmpty(id) ?? untitledFeature(document.rangeOf(entry.placeOfId).start.line + 1);
      return [entry.value, name] as const;
    }),
  );
  return (feature) => names.get(feature) ?? feature.title ?? feature.id ?? '';
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
}
