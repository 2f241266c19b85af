import { type AnalysedProduct, analysedProduct } from '../../analysis/productAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import type { ConfigurationFile } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, readProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import type { FailureListener } from '../../problems/runCheck.ts';
import type { FaultyFile } from '../../report/analysedFile.ts';
import { type DiffedProduct, type DiffSide, diffProduct } from '../../report/diff/diff.ts';
import { differingProducts } from '../../report/diff/differingProducts.ts';
import { countBySeverity } from '../../report/problemCounts.ts';
import type { FileTree } from '../git/fileTree.ts';
import { MissingContent } from '../git/gitObjects.ts';

export interface CompareOptions {
  /** Which files to compare; the files that they use are read in any case. */
  readonly isSelected: (location: string) => boolean;
  /** Whether this call leaves a file out, whatever the settings say. */
  readonly isExcluded: (location: string) => boolean;
  /** Whether a file is compared although the settings of both sides exclude it. */
  readonly isNamed: (location: string) => boolean;
  /** Whether a sparse checkout leaves a file out. */
  readonly isLeftOut: (location: string) => boolean;
  readonly pathOf: (location: string) => string;
  readonly onProgress: (done: number, all: number) => void;
  /** Is told of checks that threw. */
  readonly onFailure?: FailureListener | undefined;
}

/** The result of comparing two states of a repository. */
export interface ComparedTrees {
  /** Sorted by path, without products whose files are all the same. */
  readonly products: readonly DiffedProduct[];
  /** The `.kanorc.yaml` files that apply to the files of each side, whether or not anything differs. */
  readonly configurations: { readonly before: ReadonlySet<ConfigurationFile>; readonly after: ReadonlySet<ConfigurationFile> };
  /** The number of files on either side, without those that are excluded. */
  readonly files: number;
  readonly excluded: number;
  /** The paths of files whose content the clone lacks. They are the same on both sides, and nobody has them checked out. */
  readonly unread: readonly string[];
  /** The paths of files that a merge has left unfinished. Products that they are part of are not among the compared ones. */
  readonly conflicts: readonly string[];
}

/** Compares the products of two states of a repository. Products whose files are all the same are not analysed, only their texts are compared. */
export async function compareTrees(before: FileTree, after: FileTree, options: CompareOptions): Promise<ComparedTrees> {
  const documents = new SharedDocuments();
  const isExcluded = exclusionTest(before, after, options);
  const selected = [...new Set([...before.locations, ...after.locations])].filter(options.isSelected).sort(compareText);
  const locations: string[] = [];
  for (const location of selected) if (!(await isExcluded(location))) locations.push(location);
  const unread: string[] = [];
  const [old, now]: [AnalysedProduct[], AnalysedProduct[]] = [[], []];
  const configurations = { before: new Set<ConfigurationFile>(), after: new Set<ConfigurationFile>() };
  for (const [index, location] of locations.entries()) {
    options.onProgress(index, locations.length);
    const texts = await readBoth(location, before, after, options);
    if (texts === undefined) {
      unread.push(options.pathOf(location));
      continue;
    }
    const [from, to] = texts;
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
  const unmerged = new Set<string>();
  for (const location of [...before.unmerged, ...after.unmerged])
    if (options.isSelected(location) && !(await isExcluded(location))) unmerged.add(location);
  const { pairs, conflicts: torn } = differingProducts(old, now, { placeOf: ({ uri }) => uri, unmerged });
  const sideOf = (opened: AnalysedProduct, faulty: readonly FaultyFile[]): DiffSide => ({
    ...opened,
    path: options.pathOf(opened.product.opened.uri),
    faulty,
  });
  const products = await Promise.all(
    pairs.map(async ([from, to]) => {
      const faulty = to ? await faultyFiles(to, after, documents, options) : [];
      return diffProduct(from && sideOf(from, []), to && sideOf(to, faulty));
    }),
  );
  const pathOf = ({ before, after }: DiffedProduct) => (after ?? before)?.path ?? '';
  products.sort((left, right) => compareText(pathOf(left), pathOf(right)));
  const conflicts = [...torn].map(options.pathOf).sort(compareText);
  return { products, configurations, files: locations.length, excluded: selected.length - locations.length, unread, conflicts };
}

/**
 * A file is left out where every state that has it excludes it: a change that begins to exclude a file still says what it does to it.
 */
function exclusionTest(before: FileTree, after: FileTree, { isExcluded, isNamed }: CompareOptions): (location: string) => Promise<boolean> {
  const trees = [before, after].map((tree) => ({ tree, has: new Set([...tree.locations, ...tree.unmerged]) }));
  return async (location) => {
    if (isExcluded(location)) return true;
    if (isNamed(location)) return false;
    for (const { tree, has } of trees) if (has.has(location) && !(await tree.excludes(location))) return false;
    return true;
  };
}

type Texts = readonly [string | undefined, string | undefined];

/** The text of a file on both sides; nothing for a file that is not checked out, not here, and the same on both: nothing can be said of it, and nothing has to. */
async function readBoth(location: string, before: FileTree, after: FileTree, { isLeftOut }: CompareOptions): Promise<Texts | undefined> {
  try {
    return await Promise.all([before.readText(location), after.readText(location)]);
  } catch (error) {
    const object = before.objectOf(location);
    const isSame = object !== undefined && object === after.objectOf(location);
    if (error instanceof MissingContent && isSame && isLeftOut(location)) return undefined;
    throw error;
  }
}

function isSameAnalysis(from: ConfigurationFile | undefined, to: ConfigurationFile | undefined): boolean {
  return isEqual(from?.configuration.analysis, to?.configuration.analysis);
}

/** Compares settings, whose keys are always in the same order. */
function isEqual(left: object | undefined, right: object | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Whether a text may have the key `uses`, which could be written with escapes. */
function mayUseOthers(text: string): boolean {
  return text.includes('uses') || text.includes('\\');
}

/** Documents by location and text. A file that is the same on both sides is read once and gives the same document. */
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
        // What is there and cannot be read is no file that was removed: then it fails.
        const text = await tree.readText(location);
        return text === undefined ? undefined : this.read(location, text);
      },
    };
  }
}

async function openProduct(model: KanoModel, tree: FileTree, documents: SharedDocuments): Promise<AnalysedProduct> {
  return analysedProduct(await readProduct(model, documents.sourceOf(tree)));
}

/** The files of a product that have errors. */
async function faultyFiles(
  { product }: AnalysedProduct,
  tree: FileTree,
  documents: SharedDocuments,
  { pathOf, onFailure }: CompareOptions,
): Promise<readonly FaultyFile[]> {
  const checked = await Promise.all(
    product.models.map(async (model) => {
      const opened = await openProduct(model, tree, documents);
      const { error } = countBySeverity([{ problems: checkDocument(opened.product, opened.analysis, onFailure) }]);
      return { path: pathOf(model.uri), errors: error };
    }),
  );
  return checked.filter(({ errors }) => errors > 0);
}
