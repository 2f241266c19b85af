import { lintJson } from '../report/lintJson.ts';
import { countBySeverity, lintPretty } from '../report/lintPretty.ts';
import { tooManyWarnings } from '../wording/commandWording.ts';
import { type Environment, showsColours } from './environment.ts';
import { type ExitCode, exitCode } from './exitCode.ts';
import { jsonText } from './jsonText.ts';
import { paint } from './paint.ts';
import { type ReadOptions, readFiles } from './readFiles.ts';

export interface LintOptions extends ReadOptions {
  readonly format: 'pretty' | 'json';
  readonly maxWarnings?: number;
}

/** `kano lint` */
export async function lint(paths: readonly string[], options: LintOptions, environment: Environment): Promise<ExitCode> {
  const files = await readFiles(paths, options, environment);
  const { output, errors } = environment;
  output.write(options.format === 'json' ? jsonText(lintJson(files)) : lintPretty(files, paint(showsColours(output, environment))));
  const { error, warning } = countBySeverity(files);
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  if (warning > maxWarnings) errors.write(`kano: ${tooManyWarnings(warning, maxWarnings)}\n`);
  return error > 0 || warning > maxWarnings ? exitCode.findings : exitCode.fine;
}
