import type { Problem } from '../../problems/problem.ts';
import type { AnalysedFile } from '../analysedFile.ts';

/** What `kano lint --format json` prints: `#/$defs/lint` of `schemas/analysis.schema.json`. */
interface LintJson {
  readonly version: 1;
  readonly files: readonly { readonly path: string; readonly problems: readonly Problem[] }[];
}

/** The files in the order given, also those without problems, each with its problems in the order of the text. */
export function lintJson(files: readonly Pick<AnalysedFile, 'path' | 'problems'>[]): LintJson {
  return { version: 1, files: files.map(({ path, problems }) => ({ path, problems: problems.map(problemJson) })) };
}

/** A problem without what only an editor can use. */
export function problemJson({ code, severity, message, range }: Problem): Problem {
  return { code, severity, message, range };
}
