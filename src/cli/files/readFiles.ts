import { realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import { matchesPath } from '../../base/pathPattern.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, isKanoPath, readProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import type { FailureListener } from '../../problems/runCheck.ts';
import type { AnalysedFile, FaultyFile } from '../../report/analysedFile.ts';
import { countBySeverity, severityCount } from '../../report/problemCounts.ts';
import { count } from '../../terms/numbers.ts';
import { findGitRoot } from '../git/gitRoot.ts';
import { leftOutFinder } from '../git/leftOutFiles.ts';
import { type Environment, type ExitCode, exitCode, say } from '../terminal/environment.ts';
import { Failure, notKano } from '../terminal/failure.ts';
import { type Progress, progressLine } from '../terminal/progress.ts';
import { Configurations } from './configurations.ts';
import { type DocumentCache, fileSource } from './fileSource.ts';
import { type FoundFile, findFiles, standardInput } from './findFiles.ts';
import { readStandardInput, readText } from './readText.ts';
import { shownPath, withForwardSlashes } from './shownPath.ts';

export interface ReadOptions {
  /** The name of standard input; `uses` is resolved from it. */
  readonly stdinFilename?: string;
  /** Patterns of files to leave out, seen from the current folder. */
  readonly exclude?: readonly string[];
  /** The day at which the age of data counts; without it nothing is said about ages. */
  readonly asOf?: string;
}

/**
 * Reads the named files, each as the product that it opens, with its analysis and its problems. Fails, with a line for every file that
 * cannot be read, before anything is reported.
 */
export async function readFiles(
  paths: readonly string[],
  options: ReadOptions,
  environment: Environment,
): Promise<readonly AnalysedFile[]> {
  const { currentFolder } = environment;
  if (options.stdinFilename !== undefined && !isKanoPath(options.stdinFilename)) throw new Failure(notKano(options.stdinFilename));
  const findLeftOut = leftOutFinder();
  const configurations = new Configurations(currentFolder, findLeftOut);
  const rootOf = rootFinder(currentFolder);
  const found = await withoutExcluded(await findFiles(paths, currentFolder), options, { configurations, rootOf });
  const cache: DocumentCache = new Map();
  const progress = progressLine(environment.errors);
  try {
    const opened = await openAll(found, options, environment, cache, progress);
    const openProduct = productReader(
      (root) => ({ ...fileSource(root, cache, findLeftOut), asOf: options.asOf }),
      configurations,
      environment.onFailedCheck,
    );
    const paths = new Map(opened.map(({ model, path }) => [model.uri, path]));
    const realFolder = await realpath(currentFolder).catch(() => currentFolder);
    const files: AnalysedFile[] = [];
    for (const [index, { path, model }] of opened.entries()) {
      progress.show(checkingProgress(index, opened.length));
      const root = await rootOf(dirname(model.uri));
      const checked = await openProduct(model, root);
      const configuration = await configurations.problems(model.uri, root, realFolder);
      // The errors of a file are found by opening it as a product of its own.
      const all = await Promise.all(checked.product.models.map((each) => openProduct(each, root)));
      const faulty = all.flatMap((each) => faultyFile(each, paths.get(each.product.opened.uri), realFolder));
      files.push({ path, ...checked, faulty: [...faulty, ...(configuration?.faulty ?? [])], ...(configuration && { configuration }) });
    }
    return files;
  } finally {
    progress.end();
  }
}

interface ExclusionContext {
  readonly configurations: Configurations;
  readonly rootOf: (folder: string) => Promise<string>;
}

/** The files without those that `--exclude` names, and of those that nobody named without those that a `.kanorc.yaml` excludes. */
async function withoutExcluded(
  found: readonly FoundFile[],
  { exclude = [] }: ReadOptions,
  { configurations, rootOf }: ExclusionContext,
): Promise<readonly FoundFile[]> {
  const left: FoundFile[] = [];
  for (const file of found) {
    const { path, location, isNamed } = file;
    if (path !== standardInput && exclude.some((pattern) => matchesPath(pattern, path))) continue;
    if (isNamed || !(await configurations.excludes(location, await rootOf(dirname(location))))) left.push(file);
  }
  if (left.length > 0) return left;
  throw new Failure(
    l10n.t('All files that were found are excluded, by --exclude or by “exclude” in .kanorc.yaml. Name a file to read it all the same.'),
  );
}

/** The folder that products must not read outside of. Searched once per folder: repositories have many files in few folders. */
function rootFinder(currentFolder: string): (folder: string) => Promise<string> {
  const known = new Map<string, Promise<string | undefined>>();
  return async (folder) => {
    const root = known.get(folder) ?? findGitRoot(folder);
    known.set(folder, root);
    return (await root) ?? currentFolder;
  };
}

function faultyFile(checked: CheckedProduct, path: string | undefined, currentFolder: string): readonly FaultyFile[] {
  const { error } = countBySeverity([checked]);
  return error === 0 ? [] : [{ path: path ?? shownPath(currentFolder, checked.product.opened.uri), errors: error }];
}

interface OpenedFile {
  readonly path: string;
  readonly model: KanoModel;
}

/** Reading many files one after the other would mean waiting for each. */
const readAtOnce = 50;

async function openAll(
  found: readonly FoundFile[],
  options: ReadOptions,
  environment: Environment,
  cache: DocumentCache,
  progress: Progress,
): Promise<readonly OpenedFile[]> {
  const opened: OpenedFile[] = [];
  const failures: Failure[] = [];
  for (let start = 0; start < found.length; start += readAtOnce) {
    progress.show(l10n.t('Reading {done} of {all} files…', { done: count(start), all: count(found.length) }));
    const some = found.slice(start, start + readAtOnce);
    const results = await Promise.allSettled(
      some.map((file) => (file.path === standardInput ? openStandardInput(options, environment) : openFile(file))),
    );
    for (const result of results) {
      if (result.status === 'fulfilled') opened.push(result.value);
      else if (result.reason instanceof Failure) failures.push(result.reason);
      else throw result.reason;
    }
  }
  for (const { model } of opened) cache.set(model.uri, Promise.resolve(model));
  if (failures.length > 0) throw new Failure(...failures.flatMap(({ reasons }) => reasons));
  return opened;
}

async function openFile({ path, location }: FoundFile): Promise<OpenedFile> {
  return { path, model: readModel(location, await readText(location, path)) };
}

async function openStandardInput({ stdinFilename }: ReadOptions, { input, currentFolder }: Environment): Promise<OpenedFile> {
  const path = stdinFilename === undefined ? '<stdin>' : shownPath(currentFolder, resolve(currentFolder, stdinFilename));
  const text = await readStandardInput(input, path);
  const named = resolve(currentFolder, stdinFilename ?? '<stdin>');
  // The file itself need not exist, but the folder is compared with those of other files.
  const folder = await realpath(dirname(named)).catch(() => dirname(named));
  const location = await realpath(named).catch(() => join(folder, named.slice(dirname(named).length + 1)));
  return { path, model: readModel(withForwardSlashes(location), text) };
}

/** A file opened as a product, with what its numbers say and the problems in it. */
type CheckedProduct = Pick<AnalysedFile, 'product' | 'analysis' | 'problems'>;

/**
 * Opens documents as products, each once however many others use it.
 * @returns a function that takes a document and the folder, absolute, that its product stays within
 */
function productReader(
  sourceOf: (root: string) => DocumentSource,
  configurations: Configurations,
  onFailure: FailureListener | undefined,
): (model: KanoModel, root: string) => Promise<CheckedProduct> {
  const known = new Map<string, Promise<CheckedProduct>>();
  const readChecked = async (model: KanoModel, root: string): Promise<CheckedProduct> => {
    const configuration = async () => (await configurations.nearest(model.uri, root))?.configuration;
    const product = await readProduct(model, { ...sourceOf(root), configuration });
    const analysis = analysisOfProduct(product);
    return { product, analysis, problems: checkDocument(product, analysis, onFailure) };
  };
  return (model, root) => {
    const key = JSON.stringify([root, model.uri]);
    const reading = known.get(key) ?? readChecked(model, root);
    known.set(key, reading);
    return reading;
  };
}

/** Warns about each file of the products that has errors, because its numbers may be incomplete. */
export function reportErrors(files: readonly Pick<AnalysedFile, 'faulty'>[], environment: Environment): ExitCode {
  const faulty = new Map(files.flatMap((file) => file.faulty).map(({ path, errors }) => [path, errors]));
  for (const [path, errors] of faulty) {
    const sentence = l10n.t('{path} has {errors}, so something may be missing. Run “kano lint” to see them.', {
      path,
      errors: severityCount('error', errors),
    });
    say(environment, sentence);
  }
  return faulty.size > 0 ? exitCode.findings : exitCode.fine;
}

/** On a terminal, while work takes long. */
export function checkingProgress(done: number, all: number): string {
  return l10n.t('Checking {done} of {all} files…', { done: count(done), all: count(all) });
}
