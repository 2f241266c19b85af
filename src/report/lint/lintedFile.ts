import type { Problem } from '../../problems/problem.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { problemJson } from './lintJson.ts';

/** A file with its problems, as far as lists of problems show it. Unlike the product it holds little, and another thread can send it. */
export interface LintedFile {
  /** As the reader knows it. */
  readonly path: string;
  readonly problems: readonly Problem[];
  /** The lines in which problems begin, by their number from 0. */
  readonly lines: ReadonlyMap<number, string>;
}

/** What lists of problems show of a file. */
export function lintedFile({ path, product, problems }: Pick<AnalysedFile, 'path' | 'product' | 'problems'>): LintedFile {
  if (problems.length === 0) return { path, problems: [], lines: new Map() };
  const all = product.opened.text.split('\n');
  const lines = new Map(problems.map(({ range: { start } }) => [start.line, all[start.line] ?? '']));
  return { path, problems: problems.map(problemJson), lines };
}
