import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { compareText } from '../../base/compareText.ts';
import { matchesPath } from '../../base/pathPattern.ts';
import type { ConfigurationFile } from '../../document/configuration.ts';
import { isKanoPath } from '../../document/product.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import type { FaultyFile } from '../../report/analysedFile.ts';
import { type Diff, workingTree } from '../../report/diff/diff.ts';
import { nameList } from '../../terms/numbers.ts';
import { selectFiles } from '../files/findFiles.ts';
import { checkingProgress } from '../files/readFiles.ts';
import { shownPath } from '../files/shownPath.ts';
import type { FileTree } from '../git/fileTree.ts';
import { commitTree, emptyTree, indexTree, workTree } from '../git/fileTrees.ts';
import { findRepository, isRevision, parseRange, type Repository, type RevisionRange, resolveRange } from '../git/gitRevisions.ts';
import { leftOutFinder } from '../git/leftOutFiles.ts';
import { type Environment, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { progressLine } from '../terminal/progress.ts';
import { type ComparedTrees, compareTrees } from './compareTrees.ts';

export interface RevisionOptions {
  /** Whether a commit, by default the last, is compared with the index. */
  readonly staged?: boolean;
  /** Patterns of files to leave out, seen from the current folder. */
  readonly exclude?: readonly string[];
}

/** Compares two states of a repository: `BASE`, `BASE..HEAD` or `BASE HEAD`, then paths. */
export async function compareRevisions(operands: readonly string[], options: RevisionOptions, environment: Environment): Promise<Diff> {
  const { staged: isStaged = false, exclude = [] } = options;
  const { currentFolder } = environment;
  const folder = await realpath(currentFolder).catch(() => currentFolder);
  const repository = await findRepository(folder);
  const { root, hasWorkTree } = repository;
  const { range, paths } = await readOperands(operands, isStaged, repository, folder);
  const { before, after } = isStaged ? await stagedTrees(range, repository) : await treesOf(range, paths, repository, folder);
  const selection = await selectFiles(paths, folder);
  selection.assertAllFound([...before.locations, ...after.locations]);
  const progress = progressLine(environment.errors);
  const pathOf = (location: string) => shownPath(folder, location);
  const leftOut = hasWorkTree ? await leftOutFinder()(root) : new Map();
  const { products, configurations, files, excluded, unread, conflicts } = await compareTrees(before, after, {
    isSelected: selection.isSelected,
    isExcluded: (location) => exclude.some((pattern) => matchesPath(pattern, pathOf(location))),
    isNamed: selection.isNamed,
    isLeftOut: (location) => leftOut.has(location),
    pathOf,
    onProgress: (done, all) => progress.show(checkingProgress(done, all)),
    onFailure: environment.onFailedCheck,
  }).finally(() => progress.end());
  const head = isStaged ? l10n.t('index') : range.head;
  if (files === 0) {
    const sides = { base: range.base, head: head ?? workingTree() };
    if (excluded > 0) say(environment, l10n.t('All files that were found are excluded, so there is nothing to compare.'));
    else
      say(
        environment,
        l10n.t('Neither {base} nor {head} has a *.kano.yaml or *.kano.yml file here, so there is nothing to compare.', sides),
      );
  }
  // Where something changed, it may change their numbers too, if they use it.
  if (products.length + conflicts.length > 0 && unread.length > 0)
    say(
      environment,
      l10n.t('Not read, because this clone lacks their content: {files}. They are the same on both sides, but may use what changed.', {
        files: nameList(unread),
      }),
    );
  const faulty = reportConfigurations(configurations, range.base, pathOf, environment);
  return { base: range.base, head, products, faulty, conflicts, pathOf: ({ uri }) => pathOf(uri) };
}

interface Operands {
  readonly range: RevisionRange;
  readonly paths: readonly string[];
}

async function readOperands(operands: readonly string[], isStaged: boolean, { root }: Repository, folder: string): Promise<Operands> {
  const [first, second, ...others] = operands;
  if (isStaged && (first === undefined || (await exists(first, folder)) || !(await isRevision(root, first.split('..')[0] ?? first))))
    return { range: { base: 'HEAD', head: null, fromMergeBase: false }, paths: operands };
  if (first === undefined) throw new Failure(l10n.t('Say what to compare with: a revision, as in “kano diff main”, or two files.'));
  const range = parseRange(first);
  if (isStaged && range.head !== null)
    throw new Failure(l10n.t('--staged compares with one revision, not with {range}.', { range: first }));
  if (isStaged || range.head !== null || second === undefined || !(await isRevision(root, second)))
    return { range, paths: operands.slice(1) };
  if (!(await exists(second, folder))) return { range: { ...range, head: second }, paths: others };
  throw new Failure(
    l10n.t('{name} is a revision and a path. Write {base}..{name} for the revision, ./{name} for the path.', { name: second, base: first }),
  );
}

function exists(path: string, folder: string): Promise<boolean> {
  return stat(resolve(folder, path)).then(
    () => true,
    () => false,
  );
}

interface Trees {
  readonly before: FileTree;
  readonly after: FileTree;
}

async function treesOf(range: RevisionRange, paths: readonly string[], { root, hasWorkTree }: Repository, folder: string): Promise<Trees> {
  if (range.head === null && !hasWorkTree)
    throw new Failure(l10n.t('Here is no working tree to compare with. Name two revisions: {base}..HEAD', { base: range.base }));
  const commits = await resolveRange(root, range);
  const before = await commitTree(root, commits.base, range.base);
  const named = paths.filter(isKanoPath).map((path) => resolve(folder, path));
  return {
    before,
    after: commits.head === null ? await workTree(root, named) : await commitTree(root, commits.head, range.head ?? 'HEAD'),
  };
}

async function stagedTrees(range: RevisionRange, { root, hasWorkTree }: Repository): Promise<Trees> {
  if (!hasWorkTree) throw new Failure(l10n.t('Here is no working tree, so nothing is staged.'));
  // Before the first commit all that is staged is new.
  const isFirst = range.base === 'HEAD' && !(await isRevision(root, 'HEAD'));
  const before = isFirst ? await emptyTree(root) : await commitTree(root, (await resolveRange(root, range)).base, range.base);
  return { before, after: await indexTree(root) };
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
  for (const { lines } of faulty) for (const line of lines) say(environment, line);
  const known = new Set(faulty.map(({ path }) => path));
  const old = faultyFiles(before, pathOf).filter(({ path }) => !known.has(path));
  for (const problem of old.flatMap(({ lines }) => lines.map((line) => `${base}:${line}`)))
    say(environment, l10n.t('Before the change: {problem}', { problem }));
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
