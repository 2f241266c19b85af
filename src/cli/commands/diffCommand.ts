import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { compareText } from '../../base/compareText.ts';
import type { ConfigurationFile } from '../../document/configuration.ts';
import { isKanoPath } from '../../document/product.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import type { FaultyFile } from '../../report/analysedFile.ts';
import { countConditions, type Diff, diffProduct, type FailCondition, hasChanges, workingTree } from '../../report/diff/diff.ts';
import { diffGithub } from '../../report/diff/diffGithub.ts';
import { diffJson } from '../../report/diff/diffJson.ts';
import { diffMarkdown } from '../../report/diff/diffMarkdown.ts';
import { jsonText, singleLine } from '../../report/plainText.ts';
import { count } from '../../terms/numbers.ts';
import { selectFiles, standardInput } from '../files/findFiles.ts';
import { checkingProgress, type ReadOptions, readFiles, reportErrors } from '../files/readFiles.ts';
import { shownPath } from '../files/shownPath.ts';
import { commitTree, workTree } from '../git/fileTrees.ts';
import { gitRoot, parseRange, resolveRange } from '../git/gitRevisions.ts';
import { type Environment, type ExitCode, exitCode, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { progressLine } from '../terminal/progress.ts';
import { type ComparedTrees, compareTrees } from './compareTrees.ts';

export type DiffFormat = 'markdown' | 'json' | 'github';

export interface DiffCommandOptions extends ReadOptions {
  readonly format: DiffFormat;
  readonly failOn?: readonly FailCondition[];
}

/** `kano diff` */
export async function diff(operands: readonly string[], options: DiffCommandOptions, environment: Environment): Promise<ExitCode> {
  const found = await compare(operands, options, environment);
  environment.output.write(textOf(found, options.format));
  const conditions = countConditions(found.products.map(({ comparison }) => comparison));
  const met = (options.failOn ?? []).filter((condition) => conditions[condition] > 0);
  for (const condition of met)
    say(environment, l10n.t('--fail-on {condition}: {count} found.', { condition, count: count(conditions[condition]) }));
  const sides = found.products.flatMap(({ after }) => after ?? []);
  const errors = reportErrors(sides, environment);
  return met.length > 0 || (found.faulty ?? []).length > 0 ? exitCode.findings : errors;
}

function textOf(found: Diff, format: DiffFormat): string {
  const changed = { ...found, products: found.products.filter(({ comparison }) => hasChanges(comparison)) };
  if (format === 'json') return jsonText(diffJson(changed));
  return format === 'github' ? diffGithub(changed) : diffMarkdown(found);
}

async function compare(operands: readonly string[], options: DiffCommandOptions, environment: Environment): Promise<Diff> {
  const [first, ...others] = operands;
  if (first === undefined) throw new Failure(l10n.t('Say what to compare with: a revision, as in “kano diff main”, or two files.'));
  if (!(await isFile(first, environment))) return compareRevisions(first, others, environment);
  const [second] = others;
  if (second === undefined || others.length > 1) throw new Failure(needsSecond(first));
  return compareFiles([first, second], options, environment);
}

async function compareFiles(
  [first, second]: readonly [string, string],
  options: DiffCommandOptions,
  environment: Environment,
): Promise<Diff> {
  const [before] = await readFiles([first], options, environment);
  const [after] = await readFiles([second], options, environment);
  if (!before || !after) throw new Failure(needsSecond(first));
  const folder = await realpath(environment.currentFolder);
  return { base: before.path, head: after.path, products: [diffProduct(before, after)], pathOf: ({ uri }) => shownPath(folder, uri) };
}

async function compareRevisions(text: string, paths: readonly string[], environment: Environment): Promise<Diff> {
  const { currentFolder } = environment;
  const folder = await realpath(currentFolder).catch(() => currentFolder);
  const root = await gitRoot(folder);
  const range = parseRange(text);
  const commits = await resolveRange(root, range);
  const selection = await selectFiles(paths, folder);
  const named = paths.filter(isKanoPath).map((path) => resolve(folder, path));
  const before = await commitTree(root, commits.base, range.base);
  const after = commits.head === null ? await workTree(root, named) : await commitTree(root, commits.head, range.head ?? 'HEAD');
  selection.assertAllFound([...before.locations, ...after.locations]);
  const progress = progressLine(environment.errors);
  const pathOf = (location: string) => shownPath(folder, location);
  const { products, configurations, files } = await compareTrees(before, after, {
    isSelected: selection.isSelected,
    pathOf,
    onProgress: (done, all) => progress.show(checkingProgress(done, all)),
  }).finally(() => progress.end());
  if (files === 0) {
    const sides = { base: range.base, head: range.head ?? workingTree() };
    say(environment, l10n.t('Neither {base} nor {head} has a *.kano.yaml or *.kano.yml file here, so there is nothing to compare.', sides));
  }
  const faulty = reportConfigurations(configurations, range.base, pathOf, environment);
  return { base: range.base, head: range.head, products, faulty, pathOf: ({ uri }) => pathOf(uri) };
}

/** A file that exists is meant as a file, even if a revision has its name. */
async function isFile(operand: string, { currentFolder }: Environment): Promise<boolean> {
  if (operand === standardInput) return true;
  if (!isKanoPath(operand)) return false;
  const found = await stat(resolve(currentFolder, operand)).catch(() => undefined);
  return found?.isFile() === true;
}

function needsSecond(path: string): string {
  return l10n.t('{path} is a file. Name a second file to compare it with, or a revision before it.', { path });
}

/**
 * Says what is wrong in the `.kanorc.yaml` files behind a comparison, with its place: what they say did not count. Before the change
 * nobody can fix it any more, so it is only mentioned, unless the same file still has errors.
 *
 * @param base what the state before is called
 * @returns the files with errors after the change
 */
function reportConfigurations(
  { before, after }: ComparedTrees['configurations'],
  base: string,
  pathOf: (location: string) => string,
  environment: Environment,
): readonly FaultyFile[] {
  const faulty = faultyFiles(after, pathOf);
  for (const { lines } of faulty) for (const line of lines) say(environment, singleLine(line));
  const known = new Set(faulty.map(({ path }) => path));
  const old = faultyFiles(before, pathOf).filter(({ path }) => !known.has(path));
  for (const problem of old.flatMap(({ lines }) => lines.map((line) => `${base}:${line}`)))
    say(environment, singleLine(l10n.t('Before the change: {problem}', { problem })));
  return faulty.map(({ path, lines }) => ({ path, errors: lines.length }));
}

function faultyFiles(files: ReadonlySet<ConfigurationFile>, pathOf: (location: string) => string) {
  return [...files]
    .map((file) => {
      const path = pathOf(file.model.uri);
      const lines = checkConfiguration(file).map(
        ({ message, range: { start } }) => `${path}:${start.line + 1}:${start.character + 1}: ${message}`,
      );
      return { path, lines };
    })
    .filter(({ lines }) => lines.length > 0)
    .sort((left, right) => compareText(left.path, right.path));
}
