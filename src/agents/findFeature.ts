import { nearest } from '../base/nearestWord.ts';
import { type Product, type ProductItem, productList, usedByNone } from '../document/product.ts';
import { type AgentFiles, AgentRefusal } from './agentTool.ts';

/** The most names that a refusal lists. */
export const mostNames = 20;

/** What is there, as far as a tool asks for it. */
export interface Found {
  /** The products that no other uses, or of one file only. */
  readonly products: readonly Product[];
  /** Every file as the product that it opens. */
  readonly all: readonly Product[];
  /** Says which files could not be read; empty where all could. */
  readonly note: string;
}

/**
 * The products that no other file uses, or the one that a file opens.
 *
 * @throws {AgentRefusal} Where there is no such file.
 */
export async function findProducts(files: AgentFiles, path?: string): Promise<Found> {
  const { products: all, unreadable } = await files.read();
  files.stopIfCancelled();
  const note = unreadable.length === 0 ? '' : `\nNot read: ${unreadable.slice(0, mostNames).join(', ')}.`;
  if (path === undefined) {
    if (all.length === 0) throw new AgentRefusal(`There is no *.kano.yaml file here. kano init writes one to start from.${note}`);
    return { products: usedByNone(all), all, note };
  }
  const wanted = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const found = all.find(({ opened }) => files.pathOf(opened.uri) === wanted);
  if (found) return { products: [found], all, note };
  const paths = all.map(({ opened }) => files.pathOf(opened.uri));
  throw new AgentRefusal(`${notThere('file', path, paths)} Files elsewhere are not read.${note}`);
}

/** A feature in a product that has it. */
export interface FoundFeature extends ProductItem<'features'> {
  readonly product: Product;
  /** The product that the file of the feature opens. */
  readonly own: Product;
  /** Says which files could not be read; empty where all could. */
  readonly note: string;
}

/**
 * The feature with an id.
 *
 * @param path the file that has it, or that opens a product with it
 * @throws {AgentRefusal} Where none has the id, or several have.
 */
export async function findFeature(files: AgentFiles, id: string, path?: string): Promise<FoundFeature> {
  const { products, all, note } = await findProducts(files, path);
  const having = products.flatMap((product) => productList(product, 'features').map((found) => ({ product, ...found })));
  const alike = having.filter(({ item }) => item.value.id === id);
  const [first] = alike;
  if (!first) {
    const ids = having.flatMap(({ item }) => item.value.id ?? []);
    throw new AgentRefusal(`${notThere('feature', id, [...new Set(ids)])} kano_list_features lists them.${note}`);
  }
  // The same file may be in several products.
  const others = [...new Set(alike.map(({ item }) => item))];
  if (others.length > 1) {
    const places = [...new Set(alike.map(({ model }) => files.pathOf(model.uri)))];
    throw new AgentRefusal(
      places.length > 1
        ? `“${id}” is in ${places.join(', ')}: say which by “file”.`
        : `“${id}” is ${others.length} times in ${places[0]}: give the features different ids first.`,
    );
  }
  return { ...first, own: all.find(({ opened }) => opened.uri === first.model.uri) ?? first.product, note };
}

/** Says that there is no such name, and which one is meant, or which there are. */
export function notThere(what: string, name: string, known: readonly string[]): string {
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  const similar = nearest(name, known);
  if (similar !== null) return `There is no ${what} “${shown}”. Did you mean “${similar}”?`;
  const more = known.length > mostNames ? ` and ${known.length - mostNames} more` : '';
  const list = known.length === 0 ? 'none' : known.slice(0, mostNames).join(', ') + more;
  return `There is no ${what} “${shown}”; there is ${list}.`;
}
