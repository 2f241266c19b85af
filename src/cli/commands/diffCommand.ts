import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import { countConditions, type Diff, hasChanges } from '../../report/diff/diff.ts';
import { diffGithub } from '../../report/diff/diffGithub.ts';
import { diffJson } from '../../report/diff/diffJson.ts';
import { diffMarkdown } from '../../report/diff/diffMarkdown.ts';
import { diffProduct } from '../../report/diff/diffProduct.ts';
import type { FailCondition } from '../../report/diff/failConditions.ts';
import { checkingProgress, failConditionMet, nothingToCompare } from '../../wording/commandWording.ts';
import { workingTree } from '../../wording/diffWording.ts';
import { standardInput } from '../files/findFiles.ts';
import { type ReadOptions, readFiles } from '../files/readFiles.ts';
import { shownPath } from '../files/shownPath.ts';
import { commitTree } from '../git/commitTree.ts';
import { gitRoot, parseRange, resolveRange } from '../git/gitRevisions.ts';
import { workTree } from '../git/workTree.ts';
import type { Environment } from '../terminal/environment.ts';
import { type ExitCode, exitCode } from '../terminal/exitCode.ts';
import { Failure } from '../terminal/failure.ts';
import { progressLine } from '../terminal/progress.ts';
import { reportErrors } from '../terminal/reportErrors.ts';
import { compareTrees } from './compareTrees.ts';
import type { DiffFormat } from './diffFormats.ts';
import { jsonText } from './jsonText.ts';
import { reportConfigurations } from './reportConfigurations.ts';
import { selectFiles } from './selectFiles.ts';

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
  for (const condition of met) environment.errors.write(`kano: ${failConditionMet(condition, conditions[condition])}\n`);
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
  if (first === undefined) throw new Failure({ kind: 'diff-needs-base' });
  if (!(await isFile(first, environment))) return compareRevisions(first, others, environment);
  const [second] = others;
  if (second === undefined || others.length > 1) throw new Failure({ kind: 'diff-needs-second', path: first });
  return compareFiles([first, second], options, environment);
}

async function compareFiles(
  [first, second]: readonly [string, string],
  options: DiffCommandOptions,
  environment: Environment,
): Promise<Diff> {
  const [before] = await readFiles([first], options, environment);
  const [after] = await readFiles([second], options, environment);
  if (!before || !after) throw new Failure({ kind: 'diff-needs-second', path: first });
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
  if (files === 0) environment.errors.write(`kano: ${nothingToCompare(range.base, range.head ?? workingTree())}\n`);
  const faulty = reportConfigurations(configurations, range.base, pathOf, environment);
  return { base: range.base, head: range.head, products, faulty, pathOf: ({ uri }) => pathOf(uri) };
}

/** A file that is there is meant as a file, whatever revisions are called. */
async function isFile(operand: string, { currentFolder }: Environment): Promise<boolean> {
  if (operand === standardInput) return true;
  if (!isKanoPath(operand)) return false;
  const found = await stat(resolve(currentFolder, operand)).catch(() => undefined);
  return found?.isFile() === true;
}
