import * as l10n from '@vscode/l10n';
import { conflictSentence, countConditions, type Diff, type FailCondition, hasChanges } from '../../report/diff/diff.ts';
import { diffGithub } from '../../report/diff/diffGithub.ts';
import { diffJson } from '../../report/diff/diffJson.ts';
import { diffMarkdown } from '../../report/diff/diffMarkdown.ts';
import { jsonText, singleLine } from '../../report/plainText.ts';
import { count } from '../../terms/numbers.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, exitCode, print, say } from '../terminal/environment.ts';
import { compareFiles, filePair, isCalledByGit } from './compareFiles.ts';
import { compareRevisions } from './compareRevisions.ts';

export type DiffFormat = 'markdown' | 'json' | 'github';

export interface DiffCommandOptions extends ReadOptions {
  readonly format: DiffFormat;
  readonly failOn?: readonly FailCondition[];
  readonly staged?: boolean;
}

/** `kano diff` */
export async function diff(operands: readonly string[], options: DiffCommandOptions, environment: Environment): Promise<ExitCode> {
  if (isCalledByGit(environment) && operands.length === 1) {
    print(environment, `${singleLine(conflictSentence(operands))}\n`);
    return exitCode.fine;
  }
  const pair = options.staged ? undefined : await filePair(operands, environment);
  const found = pair ? await compareFiles(pair, options, environment) : await compareRevisions(operands, options, environment);
  print(environment, textOf(found, options.format), { hasCommands: options.format === 'github' });
  const conditions = countConditions(found.products.map(({ comparison }) => comparison));
  const met = (options.failOn ?? []).filter((condition) => conditions[condition] > 0);
  for (const condition of met)
    say(environment, l10n.t('--fail-on {condition}: {count} found.', { condition, count: count(conditions[condition]) }));
  const sides = found.products.flatMap(({ after }) => after ?? []);
  const errors = reportErrors(sides, environment);
  for (const path of found.conflicts ?? []) say(environment, conflictSentence([path]));
  const hasFindings = met.length > 0 || (found.faulty ?? []).length > 0 || (found.conflicts ?? []).length > 0;
  // Git stops at the first file whose driver does not end with 0.
  return isCalledByGit(environment) ? exitCode.fine : hasFindings ? exitCode.findings : errors;
}

function textOf(found: Diff, format: DiffFormat): string {
  const changed = { ...found, products: found.products.filter(({ comparison }) => hasChanges(comparison)) };
  if (format === 'json') return jsonText(diffJson(changed));
  return format === 'github' ? diffGithub(changed) : diffMarkdown(found);
}
