import type { ComparedProduct } from '../../analysis/comparison/productComparison.ts';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import type { ConfigurationFile } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, readProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import { type FaultyFile, separateProducts } from '../../report/analysedFile.ts';
import { type DiffedProduct, type DiffSide, diffProduct } from '../../report/diff/diff.ts';
import { pairProducts } from '../../report/diff/pairProducts.ts';
import { countBySeverity } from '../../report/problemCounts.ts';
import type { FileTree } from '../git/fileTrees.ts';

export interface CompareOptions {
  /** Which files are asked for; what they use is read in any case. */
  readonly isSelected: (location: string) => boolean;
  readonly pathOf: (location: string) => string;
  readonly onProgress: (done: number, all: number) => void;
}

/** What two states of a repository have that was asked for. */
export interface ComparedTrees {
  /** By path; those in which no file differs are left out. */
  readonly products: readonly DiffedProduct[];
  /** The `.kanorc.yaml` files that count for files of either side, whatever differs. */
  readonly configurations: { readonly before: ReadonlySet<ConfigurationFile>; readonly after: ReadonlySet<ConfigurationFile> };
  /** How many files there are on one side or both. */
  readonly files: number;
}

/**
 * The products of two states of a repository, side by side. Those of which no file differs cost no more than a look at their text.
 */
export async function compareTrees(before: FileTree, after: FileTree, options: CompareOptions): Promise<ComparedTrees> {
  const documents = new SharedDocuments();
  const locations = [...new Set([...before.locations, ...after.locations])].filter(options.isSelected).sort(compareText);
  const [old, now]: [OpenedProduct[], OpenedProduct[]] = [[], []];
  const configurations = { before: new Set<ConfigurationFile>(), after: new Set<ConfigurationFile>() };
  for (const [index, location] of locations.entries()) {
    options.onProgress(index, locations.length);
    const [from, to] = await Promise.all([before.readText(location), after.readText(location)]);
    const configured = {
      before: from === undefined ? undefined : await before.configurationFile(location),
      after: to === undefined ? undefined : await after.configurationFile(location),
    };
    if (configured.before) configurations.before.add(configured.before);
    if (configured.after) configurations.after.add(configured.after);
    if (from === to && !mayUseOthers(to ?? '') && isSameAnalysis(configured.before, configured.after)) continue;
    if (from !== undefined) old.push(await openProduct(documents.read(location, from), before, documents));
    if (to !== undefined) now.push(await openProduct(documents.read(location, to), after, documents));
  }
  const differing = pairProducts(separateProducts(old), separateProducts(now)).filter(([from, to]) => !isSame(from, to));
  const sideOf = (opened: OpenedProduct, faulty: readonly FaultyFile[]): DiffSide => ({
    ...opened,
    path: options.pathOf(opened.product.opened.uri),
    faulty,
  });
  const products = await Promise.all(
    differing.map(async ([from, to]) => {
      const faulty = to ? await faultyFiles(to, after, documents, options.pathOf) : [];
      return diffProduct(from && sideOf(from, []), to && sideOf(to, faulty));
    }),
  );
  const pathOf = ({ before, after }: DiffedProduct) => (after ?? before)?.path ?? '';
  products.sort((left, right) => compareText(pathOf(left), pathOf(right)));
  return { products, configurations, files: locations.length };
}

type OpenedProduct = ComparedProduct;

function isSameAnalysis(from: ConfigurationFile | undefined, to: ConfigurationFile | undefined): boolean {
  return isEqual(from?.configuration.analysis, to?.configuration.analysis);
}

/** Of settings, which have their keys in the same order. */
function isEqual(left: object | undefined, right: object | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** A file without the word can use no other; the key could be written with escapes. */
function mayUseOthers(text: string): boolean {
  return text.includes('uses') || text.includes('\\');
}

/** Documents by location and text: what is the same on both sides is read once, and known to be the same. */
class SharedDocuments {
  readonly #read = new Map<string, KanoModel[]>();
  readonly #texts = new WeakMap<KanoModel, string>();

  read(location: string, text: string): KanoModel {
    const versions = this.#read.get(location) ?? [];
    const known = versions.find((model) => this.#texts.get(model) === text);
    if (known) return known;
    const model = readModel(location, text);
    this.#texts.set(model, text);
    this.#read.set(location, [...versions, model]);
    return model;
  }

  sourceOf(tree: FileTree): DocumentSource {
    return {
      resolve: tree.resolve,
      configuration: async (location) => (await tree.configurationFile(location))?.configuration,
      open: async (location) => {
        // What cannot be read is a problem of the file that uses it.
        const text = await tree.readText(location).catch(() => undefined);
        return text === undefined ? undefined : this.read(location, text);
      },
    };
  }
}

async function openProduct(model: KanoModel, tree: FileTree, documents: SharedDocuments): Promise<OpenedProduct> {
  const product = await readProduct(model, documents.sourceOf(tree));
  return { product, analysis: analysisOfProduct(product) };
}

function isSame(from: OpenedProduct | null, to: OpenedProduct | null): boolean {
  const [old, now] = [from?.product.models ?? [], to?.product.models ?? []];
  const isSameFiles = old.length === now.length && old.every((model, index) => model === now[index]);
  return isSameFiles && isEqual(from?.analysis.context.settings, to?.analysis.context.settings);
}

/** The files of a product that have problems of level error. */
async function faultyFiles(
  { product }: OpenedProduct,
  tree: FileTree,
  documents: SharedDocuments,
  pathOf: (location: string) => string,
): Promise<readonly FaultyFile[]> {
  const checked = await Promise.all(
    product.models.map(async (model) => {
      const opened = await openProduct(model, tree, documents);
      const { error } = countBySeverity([{ problems: checkDocument(opened.product, opened.analysis) }]);
      return { path: pathOf(model.uri), errors: error };
    }),
  );
  return checked.filter(({ errors }) => errors > 0);
}
