import { firstBy } from '../base/groupBy.ts';
import { type Configuration, defaultFreshFor, noConfiguration } from './configuration.ts';
import { type AnalysisSettings, defaultAnalysisSettings, type ListKey } from './format/model.ts';
import type { Item } from './item.ts';
import type { KanoModel } from './kanoModel.ts';
import { type LocalRange, within } from './yaml/localRange.ts';
import { stringsAt } from './yaml/node.ts';

/** Why a file named under `uses` cannot be used. */
type UnresolvedReason = 'not-found' | 'outside' | 'not-kano' | 'unreadable';

/** Where a path under `uses` leads: to the identity of a file, or nowhere for a reason. */
type ResolvedPath = { readonly uri: string } | { readonly reason: UnresolvedReason };

/** An entry under `uses` of the file `from`, as written, and where it leads. */
export interface ResolvedUse {
  readonly from: string;
  readonly path: string;
  readonly to: ResolvedPath;
}

/** How the pure rooms reach other files. Implemented over `vscode.workspace` and over `node:fs`. */
export interface DocumentSource {
  /**
   * The identity of the file that `relativePath` names, relative to the file `from`, with symbolic links resolved; or the reason why it may
   * not be read: it is missing, or it is outside the workspace folder or repository.
   */
  resolve(from: string, relativePath: string): Promise<ResolvedPath>;

  /** The current content of a file that `resolve` gave, or `undefined` when it cannot be read. */
  open(uri: string): Promise<KanoModel | undefined>;

  /** The day, `YYYY-MM-DD`, at which the age of data counts; without it nothing is said about ages. */
  readonly asOf?: string | undefined;

  /** The nearest `.kanorc.yaml`, from the file upwards to the workspace folder or repository; `undefined` when there is none. */
  configuration?(uri: string): Promise<Configuration | undefined>;
}

/** A `uses` entry that cannot be followed. */
export interface UnresolvedUse {
  readonly model: KanoModel;
  /** The relative path as written. */
  readonly path: string;
  readonly range: LocalRange;
  readonly reason: UnresolvedReason | 'cycle';
}

/** An item together with the model it belongs to. */
export interface ProductItem<K extends ListKey> {
  readonly model: KanoModel;
  readonly item: Item<K>;
}

/** A file plus everything it `uses`, directly or not; each file counts once, the opened one first. */
export interface Product {
  readonly opened: KanoModel;
  readonly models: readonly KanoModel[];
  readonly unresolvedUses: readonly UnresolvedUse[];
  /** Where every `uses` entry leads. */
  readonly uses: readonly ResolvedUse[];
  /** For each other file, by its identity: the index of the entry in the opened file's `uses` that first led to it. */
  readonly usedThrough: ReadonlyMap<string, number>;
  /** The `.kanorc.yaml` nearest to the opened file; absent when there is none. */
  readonly configuration?: Configuration | undefined;
  /** The day at which the age of data counts; absent where nobody gave one. */
  readonly asOf?: string | undefined;
}

/** The items of a list over the whole product, in the order of the files and within them. */
export function productList<K extends ListKey>(product: Product, key: K): readonly ProductItem<K>[] {
  return product.models.flatMap((model) => model.list(key).map((item) => ({ model, item })));
}

/** The items of a list over the whole product by their ids. When an id is defined more than once, the first definition counts. */
export function definitionsById<K extends ListKey>(product: Product, key: K): ReadonlyMap<string, Item<K>['value']> {
  const values = productList(product, key).map(({ item }) => item.value);
  return firstBy(values, ({ id }) => id);
}

/**
 * How the numbers of a product are computed: as the opened file says, else as its `.kanorc.yaml` says, else by the defaults of the format.
 */
export function settingsOf({ opened, configuration = noConfiguration }: Pick<Product, 'opened' | 'configuration'>): AnalysisSettings {
  return { ...defaultAnalysisSettings, ...configuration.analysis, ...opened.header.analysis };
}

/** The days after which its data counts as stale. */
export function freshForOf({ configuration }: Pick<Product, 'configuration'>): number {
  return configuration?.freshFor ?? defaultFreshFor;
}

/** A product of the opened file alone, for what is shown before other files are read. */
export function singleFileProduct(opened: KanoModel): Product {
  return { opened, models: [opened], unresolvedUses: [], uses: [], usedThrough: new Map() };
}

/** Reads everything a model uses, depth first. Never fails: what cannot be read is listed. */
export async function readProduct(opened: KanoModel, source: DocumentSource): Promise<Product> {
  const models: KanoModel[] = [];
  const uses: Use[] = [];
  const resolvedUses: ResolvedUse[] = [];
  const usedThrough = new Map<string, number>();
  const visit = async (model: KanoModel, through?: number): Promise<void> => {
    models.push(model);
    if (through !== undefined) usedThrough.set(model.uri, through);
    for (const [index, node] of stringsAt(model.frame.root, ['uses']).entries()) {
      const use = { model, path: node.value, range: within(model.frame, node) };
      const resolved = await source.resolve(model.uri, node.value);
      resolvedUses.push({ from: model.uri, path: node.value, to: resolved });
      if ('reason' in resolved) {
        uses.push({ ...use, result: resolved.reason });
        continue;
      }
      const known = models.find(({ uri }) => uri === resolved.uri);
      const used = known ?? (await source.open(resolved.uri));
      uses.push({ ...use, result: used ?? 'unreadable' });
      if (used && !known) await visit(used, through ?? index);
    }
  };
  await visit(opened);
  const unresolvedUses = uses.flatMap(({ result, ...use }): UnresolvedUse[] => {
    if (typeof result === 'string') return [{ ...use, reason: result }];
    return leadsTo(result, use.model, uses) ? [{ ...use, reason: 'cycle' }] : [];
  });
  const configuration = await source.configuration?.(opened.uri);
  return { opened, models, unresolvedUses, uses: resolvedUses, usedThrough, configuration, asOf: source.asOf };
}

/** A `uses` entry with the model it leads to, or the reason why it leads to none. */
interface Use extends Omit<UnresolvedUse, 'reason'> {
  readonly result: KanoModel | UnresolvedReason;
}

/**
 * Whether uses lead from one model to another. Every use in a cycle is reported, so that each of its files shows the problem, whichever is
 * opened.
 */
function leadsTo(from: KanoModel, target: KanoModel, uses: readonly Use[], passed = new Set<KanoModel>()): boolean {
  if (from === target) return true;
  passed.add(from);
  return uses.some(
    ({ model, result }) => model === from && typeof result !== 'string' && !passed.has(result) && leadsTo(result, target, uses, passed),
  );
}

/**
 * The products that no other one uses, and `kept` in any case. Where files use each other in a cycle, none of them comes first; they are kept all
 * the same.
 */
export function usedByNone(products: readonly Product[], kept?: Product): readonly Product[] {
  const used = new Set(products.flatMap(({ models }) => models.slice(1).map(({ uri }) => uri)));
  const opened = products.filter((product) => product === kept || !used.has(product.opened.uri));
  const held = new Set(opened.flatMap(({ models }) => models.map(({ uri }) => uri)));
  return [...opened, ...products.filter((product) => !held.has(product.opened.uri))];
}

/** Whether a path is that of a Kano file: `*.kano.yaml` or `*.kano.yml`, with a name before it. Accepts paths of any system and of URIs. */
export function isKanoPath(path: string): boolean {
  return /[^/\\]\.kano\.ya?ml$/.test(path);
}

/** The path from a file to another one, both absolute, as `uses` has it: `../journey.kano.yaml`. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}
