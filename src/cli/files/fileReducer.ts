import { dirname } from 'node:path';
import { oncePerObject } from '../../base/once.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readModel } from '../../document/readModel.ts';
import type { ProblemCode } from '../../problems/index.ts';
import type { CheckedFile, FaultyFile } from '../../report/analysedFile.ts';
import { type LintedFile, lintedFile } from '../../report/lint/lintedFile.ts';
import { countBySeverity } from '../../report/problemCounts.ts';
import { Failure } from '../terminal/failure.ts';
import { type Thrown, thrown } from '../terminal/thrown.ts';
import { type CheckedProduct, checkedProduct } from './checkedProduct.ts';
import type { FoundFile } from './findFiles.ts';
import { type Surroundings, surroundings } from './includedFiles.ts';
import { readText } from './readText.ts';
import { RecentDocuments } from './recentDocuments.ts';

/** What is the same for all files of a run. Threads send it to each other. */
export interface ReducerStart {
  /** Absolute. */
  readonly currentFolder: string;
  /** The same with symbolic links resolved. */
  readonly realFolder: string;
  /** The locations of all files that the run is about. */
  readonly all: readonly string[];
  readonly asOf?: string | undefined;
}

/** What came of a file: `Part` is what a report shows of it. Plain data. */
export interface FileOutcome<Part> {
  /** Why the file itself cannot be read: then nothing else is known. */
  readonly unreadable?: readonly string[];
  /** What was thrown while it was checked: then its result is absent. */
  readonly thrown?: Thrown;
  readonly result?: FileResult<Part>;
  /** Checks that threw, while all others went on. */
  readonly failedChecks: readonly (readonly [code: ProblemCode, error: Thrown])[];
  /** In characters. */
  readonly length: number;
}

interface FileResult<Part> {
  readonly part: Part;
  /** How many problems of level error it has. */
  readonly errors: number;
  /** The other files of its product, in order. */
  readonly used: readonly UsedFile[];
  /** The `.kanorc.yaml` that was used, where there is one. */
  readonly configuration?: { readonly linted: LintedFile; readonly faulty: readonly FaultyFile[] };
}

/** A file of a product, and how many errors it has; absent where it is a file of the run itself, whose result says so. */
interface UsedFile {
  readonly location: string;
  readonly errors?: number;
}

/** Reads files one by one, and keeps of each only what a report shows: memory does not grow with the number of files. */
export class FileReducer<Part> {
  readonly #start: ReducerStart;
  readonly #reduce: (file: CheckedFile) => Part;
  readonly #all: ReadonlySet<string>;
  readonly #surroundings: Surroundings;
  readonly #documents = new RecentDocuments();
  readonly #errorsOfUsed = new Map<string, number>();
  readonly #linted = oncePerObject(lintedFile);
  #failedChecks: (readonly [ProblemCode, Thrown])[] = [];

  constructor(start: ReducerStart, reduce: (file: CheckedFile) => Part) {
    this.#start = start;
    this.#reduce = reduce;
    this.#all = new Set(start.all);
    this.#surroundings = surroundings(start.currentFolder);
  }

  /** What comes of some files, in their order. Never fails. */
  async outcomes(files: readonly FoundFile[]): Promise<readonly FileOutcome<Part>[]> {
    // All at once: one after the other would mean waiting for each.
    const texts = await Promise.allSettled(files.map(({ location, path }) => readText(location, path)));
    const outcomes: FileOutcome<Part>[] = [];
    for (const [index, file] of files.entries()) {
      const text = texts[index];
      if (text?.status === 'fulfilled') outcomes.push(await this.#outcome(file, text.value));
      else if (text?.reason instanceof Failure) outcomes.push({ unreadable: text.reason.reasons, failedChecks: [], length: 0 });
      else outcomes.push({ thrown: thrown(text?.reason), failedChecks: [], length: 0 });
    }
    return outcomes;
  }

  async #outcome(file: FoundFile, text: string): Promise<FileOutcome<Part>> {
    this.#failedChecks = [];
    const outcome = await this.#result(file, text).then(
      (result) => ({ result }),
      (error: unknown) => ({ thrown: thrown(error) }),
    );
    return { ...outcome, failedChecks: this.#failedChecks, length: text.length };
  }

  async #result({ path, location }: FoundFile, text: string): Promise<FileResult<Part>> {
    const { configurations, rootOf } = this.#surroundings;
    // Only what others use is kept: what is forgotten at once costs the garbage collector nothing.
    const model = (await this.#documents.get(location)) ?? readModel(location, text);
    const root = await rootOf(dirname(model.uri));
    const checked = await this.#check(model, root);
    const configuration = await configurations.problems(model.uri, root, this.#start.realFolder);
    const used: UsedFile[] = [];
    for (const each of checked.product.models) if (each !== model) used.push(await this.#usedFile(each, root));
    return {
      part: this.#reduce({ path, ...checked }),
      errors: errorsOf(checked),
      used,
      ...(configuration && { configuration: { linted: this.#linted(configuration), faulty: configuration.faulty } }),
    };
  }

  async #usedFile(model: KanoModel, root: string): Promise<UsedFile> {
    const location = model.uri;
    // As a file of the run it is opened in its own root. Elsewhere, in a submodule for example, more or less of what it uses may be read.
    if (this.#all.has(location) && (await this.#surroundings.rootOf(dirname(location))) === root) return { location };
    const key = JSON.stringify([root, location]);
    const errors = this.#errorsOfUsed.get(key) ?? errorsOf(await this.#check(model, root));
    this.#errorsOfUsed.set(key, errors);
    return { location, errors };
  }

  #check(model: KanoModel, root: string): Promise<CheckedProduct> {
    return checkedProduct(model, root, {
      surroundings: this.#surroundings,
      documents: this.#documents,
      asOf: this.#start.asOf,
      onFailedCheck: (code, error) => this.#failedChecks.push([code, thrown(error)]),
    });
  }
}

function errorsOf(checked: CheckedProduct): number {
  return countBySeverity([checked]).error;
}
