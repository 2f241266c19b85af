import { firstBy, groupBy } from '../base/groupBy.ts';
import { type Product, productList } from '../document/product.ts';
import { linkToFeature } from './linkedFeature.ts';

/**
 * Links to features of a report by their ids. Where several files have a feature with an id, its link names the file too.
 *
 * @param nameOf the name of a file, from its URI
 * @returns takes the place of a product among the products, and the id of one of its features
 */
export function featureLinks(products: readonly Product[], nameOf: (uri: string) => string): (product: number, id: string) => string {
  const features = products.map((product) => productList(product, 'features'));
  const own = features.map((items) => firstBy(items, ({ item }) => item.value.id));
  const everywhere = groupBy(features.flat(), ({ item }) => item.value.id);
  return (product, id) => {
    const uri = own[product]?.get(id)?.model.uri;
    const isAlone = new Set(everywhere.get(id)?.map(({ model }) => model.uri)).size <= 1;
    return `#${linkToFeature({ id, ...(isAlone || uri === undefined ? {} : { file: nameOf(uri) }) })}`;
  };
}
