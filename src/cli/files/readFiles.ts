import { realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readModel } from '../../document/readModel.ts';
import type { AnalysedFile, FaultyFile } from '../../report/analysedFile.ts';
import { countBySeverity, severityCount } from '../../report/problemCounts.ts';
import { count } from '../../terms/numbers.ts';
import { type Environment, type ExitCode, exitCode, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { type Progress, progressLine } from '../terminal/progress.ts';
import { type CheckedProduct, checkedProduct, type ProductReading } from './checkedProduct.ts';
import type { DocumentCache } from './fileSource.ts';
import { type FoundFile, standardInput } from './findFiles.ts';
import { includedFiles, type ReadOptions, type Surroundings, surroundings } from './includedFiles.ts';
import { readStandardInput, readText } from './readText.ts';
import { shownPath, withForwardSlashes } from './shownPath.ts';

/**
 * Reads the named files, each as the product that it opens, with its analysis and its problems. Fails, with a line for every file that
 * cannot be read, before anything is reported.
 */
export async function readFiles(
  paths: readonly string[],
  options: ReadOptions,
  environment: Environment,
): Promise<readonly AnalysedFile[]> {
  const around = surroundings(environment.currentFolder);
  return readFound(await includedFiles(paths, options, environment.currentFolder, around), options, environment, around);
}

/** Reads files that were found, as `readFiles` does. */
export async function readFound(
  found: readonly FoundFile[],
  options: ReadOptions,
  environment: Environment,
  around: Surroundings,
): Promise<readonly AnalysedFile[]> {
  const { currentFolder, onFailedCheck } = environment;
  const { configurations, rootOf } = around;
  const cache: DocumentCache = new Map();
  const progress = progressLine(environment.errors);
  try {
    const opened = await openAll(found, options, environment, cache, progress);
    const openProduct = productReader({ surroundings: around, documents: cache, asOf: options.asOf, onFailedCheck });
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

function faultyFile(checked: CheckedProduct, path: string | undefined, currentFolder: string): readonly FaultyFile[] {
  const { error } = countBySeverity([checked]);
  const { uri } = checked.product.opened;
  return error === 0 ? [] : [{ path: path ?? shownPath(currentFolder, uri), uri, errors: error }];
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

/** @returns a function that opens documents as products, each once however many others use it */
function productReader(reading: ProductReading): (model: KanoModel, root: string) => Promise<CheckedProduct> {
  const known = new Map<string, Promise<CheckedProduct>>();
  return (model, root) => {
    const key = JSON.stringify([root, model.uri]);
    const opening = known.get(key) ?? checkedProduct(model, root, reading);
    known.set(key, opening);
    return opening;
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
