import type { Problem } from '../../problems/problem.ts';
import { type Severity, severities } from '../../problems/problemDefinition.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { githubCommand } from '../githubCommand.ts';
import { singleLine } from '../plainText.ts';
import { problemsSummary } from '../problemCounts.ts';

/**
 * The problems as workflow commands, from which GitHub Actions makes annotations in the diff, and a summary for the log. The most severe come
 * first, because GitHub shows ten of a kind. Lines and columns count from 1.
 */
export function lintGithub(files: readonly Pick<AnalysedFile, 'path' | 'problems'>[]): string {
  const all = files.flatMap(({ path, problems }) => problems.map((problem) => ({ path, problem })));
  const sorted = severities.flatMap((severity) => all.filter(({ problem }) => problem.severity === severity));
  const lines = sorted.map(({ path, problem }) => annotation(path, problem));
  return `${[...lines, problemsSummary(files)].join('\n')}\n`;
}

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function annotation(path: string, { code, severity, message, range: { start, end } }: Problem): string {
  // GitHub accepts columns only for ranges on one line, and its last column is inclusive.
  const columns =
    start.line === end.line ? { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) } : ({} as const);
  const place = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns };
  return githubCommand(commands[severity], { ...place, title: code }, singleLine(message));
}
