import { dirname, resolve } from 'node:path';
import { type AgentChange, type AgentFiles, AgentRefusal } from '../../agents/agentTool.ts';
import { localDay } from '../../base/localDay.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type Product, readProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import { updateModel } from '../../document/versions/updateModel.ts';
import { editBetween } from '../../document/writing/editBetween.ts';
import { textChanges } from '../../document/writing/textEdit.ts';
import type { Diff } from '../../report/diff/diff.ts';
import { compareRevisions } from '../commands/compareRevisions.ts';
import { Configurations } from '../files/configurations.ts';
import { type DocumentCache, fileSource } from '../files/fileSource.ts';
import { type FoundFile, findFiles } from '../files/findFiles.ts';
import { withLock } from '../files/lock.ts';
import { readText } from '../files/readText.ts';
import { replaceUnchanged } from '../files/replaceFile.ts';
import { isWithin, shownPath, withForwardSlashes } from '../files/shownPath.ts';
import { NoRepository } from '../git/gitRevisions.ts';
import { findGitRoot } from '../git/gitRoot.ts';
import { leftOutFinder } from '../git/leftOutFiles.ts';
import type { Environment } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

/** How often a change is planned where another program writes the same file. */
const attempts = 3;

/**
 * The `*.kano.yaml` files in a folder and below, as they are when somebody asks. No file elsewhere is read or written, whatever a link or `uses` names; only
 * the settings of a `.kanorc.yaml` count from the repository on, as everywhere.
 */
export class AgentFolder {
  /** Absolute, links resolved. */
  readonly #folder: string;
  readonly #environment: Environment;
  /** What was read last: texts that did not change are not parsed again, and products of the same content keep all that was computed. */
  readonly #models = new Map<string, KanoModel>();
  readonly #products = new Map<string, Product>();

  constructor(folder: string, environment: Environment) {
    this.#folder = folder;
    this.#environment = { ...environment, currentFolder: folder };
  }

  /** The files for one call. */
  files(signal: AbortSignal): AgentFiles {
    return {
      read: () => this.#read(),
      today: localDay(new Date()),
      pathOf: (uri) => shownPath(this.#folder, uri),
      compare: (base, head, path) => this.#compare(base, head, path),
      stopIfCancelled: () => signal.throwIfAborted(),
    };
  }

  /** Makes the planned change, or none where the call is cancelled before. Gives what was changed. */
  async change(plan: () => Promise<AgentChange>, signal: AbortSignal): Promise<AgentChange> {
    const first = await plan();
    const { before, path } = first;
    const done = await withLock(before.uri, async (isHeld) => {
      // Another program may have changed the file until now; under the lock only one that knows no locks still can.
      for (let planned = first, attempt = 1; attempt <= attempts; planned = await plan(), attempt++) {
        signal.throwIfAborted();
        if (planned.before.uri !== before.uri) break;
        const texts = { before: planned.before.text, after: planned.after.text };
        if (await replaceUnchanged({ location: before.uri, path }, texts, isHeld, this.#environment)) return planned;
      }
      return undefined;
    });
    if (done === undefined) throw new AgentRefusal(`Another program is writing ${path}. Nothing was changed: try again later.`);
    return done;
  }

  async #read(): ReturnType<AgentFiles['read']> {
    const findLeftOut = leftOutFinder();
    const configurations = new Configurations(this.#folder, findLeftOut);
    const root = (await findGitRoot(this.#folder)) ?? this.#folder;
    const found: FoundFile[] = [];
    for (const file of await this.#find())
      if (isWithin(this.#folder, file.location) && !(await configurations.excludes(file.location, root))) found.push(file);
    const cache: DocumentCache = new Map();
    const unreadable: string[] = [];
    await Promise.all(
      found.map(async ({ path, location }) => {
        try {
          cache.set(location, Promise.resolve(await this.#model(location, path)));
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          unreadable.push(path);
        }
      }),
    );
    const source = {
      ...fileSource(this.#folder, cache, findLeftOut),
      configuration: async (uri: string) => (await configurations.nearest(uri, root))?.configuration,
    };
    const models = await Promise.all(found.flatMap(({ location }) => cache.get(location) ?? []));
    const products = await Promise.all(models.flatMap((model) => (model ? [readProduct(model, source)] : [])));
    return { products: products.map((product) => this.#known(product)), unreadable };
  }

  async #find(): Promise<readonly FoundFile[]> {
    try {
      return await findFiles([], this.#folder);
    } catch (error) {
      // There is none.
      if (error instanceof Failure) return [];
      throw error;
    }
  }

  async #model(location: string, path: string): Promise<KanoModel> {
    const text = (await readText(location, path)).replace(/^\uFEFF/, '');
    const known = this.#models.get(location);
    const model = known ? updated(known, text) : readModel(location, text);
    this.#models.set(location, model);
    return model;
  }

  #known(product: Product): Product {
    const { uri } = product.opened;
    const known = this.#products.get(uri);
    const others = ({ uses, configuration }: Product) => JSON.stringify([uses, configuration]);
    const isSame =
      known?.models.length === product.models.length &&
      known.models.every((model, index) => model === product.models[index]) &&
      others(known) === others(product);
    if (isSame) return known;
    this.#products.set(uri, product);
    return product;
  }

  async #compare(base: string, head: string | null, path = '.'): Promise<Diff> {
    for (const name of [base, head ?? ''])
      if (/\.\.|\s/.test(name)) throw new AgentRefusal(`“${name.slice(0, 80)}” is not one revision: give base and head apart.`);
    const location = withForwardSlashes(resolve(this.#folder, path));
    if (!isWithin(this.#folder, location))
      throw new AgentRefusal(`“${path.slice(0, 80)}” is outside of this folder. Files elsewhere are not read.`);
    const operands = [head === null ? base : `${base}..${head}`, `./${shownPath(this.#folder, location)}`];
    const diff = await compareRevisions(operands, {}, this.#environment).catch((error: unknown) => {
      if (error instanceof NoRepository)
        throw new AgentRefusal('This folder is not in a Git repository, so there is nothing to compare with.');
      throw error;
    });
    const outside = diff.products.flatMap(({ before, after }) =>
      [before, after].flatMap((side) => side?.product.models.filter(({ uri }) => !isWithin(this.#folder, uri)) ?? []),
    );
    if (outside.length > 0)
      throw new AgentRefusal(
        `What changed uses files outside of this folder. Start kano mcp in a folder that has all of them, ${shownPath(this.#folder, dirname(outside[0]?.uri ?? ''))} for example.`,
      );
    return diff;
  }
}

/** The next version of a file: what did not change keeps all that was computed about it. */
function updated(known: KanoModel, text: string): KanoModel {
  const before = known.text;
  return before === text ? known : updateModel(known, textChanges([editBetween(before, text)]));
}
