import { version } from '../../../package.json';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { countBySeverity } from '../../report/lint/countBySeverity.ts';
import { lintGithub } from '../../report/lint/lintGithub.ts';
import { lintJson } from '../../report/lint/lintJson.ts';
import { lintJunit } from '../../report/lint/lintJunit.ts';
import { lintPretty } from '../../report/lint/lintPretty.ts';
import { lintSarif } from '../../report/lint/lintSarif.ts';
import { tooManyWarnings } from '../../wording/commandWording.ts';
import { type ReadOptions, readFiles } from '../files/readFiles.ts';
import { type Environment, showsColours } from '../terminal/environment.ts';
import { type ExitCode, exitCode } from '../terminal/exitCode.ts';
import { paint } from '../terminal/paint.ts';
import { jsonText } from './jsonText.ts';
import type { LintFormat } from './lintFormats.ts';

export interface LintOptions extends ReadOptions {
  readonly format: LintFormat;
  readonly maxWarnings?: number;
}

/** `kano lint` */
export async function lint(paths: readonly string[], options: LintOptions, environment: Environment): Promise<ExitCode> {
  const read = await readFiles(paths, options, environment);
  const configurations = new Set(read.flatMap(({ configuration }) => configuration ?? []));
  // A `.kanorc.yaml` that is as it should be is none of the files that were asked for.
  const files = [...[...configurations].filter(({ problems }) => problems.length > 0), ...read];
  const { output, errors } = environment;
  const { error, warning } = countBySeverity(files);
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  const tooMany = warning > maxWarnings;
  output.write(await reportText(options.format, files, tooMany, environment));
  if (tooMany) errors.write(`kano: ${tooManyWarnings(warning, maxWarnings)}\n`);
  return error > 0 || tooMany ? exitCode.findings : exitCode.fine;
}

async function reportText(
  format: LintFormat,
  files: readonly AnalysedFile[],
  tooManyWarnings: boolean,
  environment: Environment,
): Promise<string> {
  switch (format) {
    case 'pretty':
      return lintPretty(files, paint(showsColours(environment.output, environment)));
    case 'json':
      return jsonText(lintJson(files));
    case 'sarif': {
      const { default: method } = await import('../../../docs/method.md', { with: { type: 'text' } });
      return jsonText(lintSarif(files, { version, method }));
    }
    case 'github':
      return lintGithub(files);
    case 'junit':
      return lintJunit(files, (severity) => severity === 'error' || (severity === 'warning' && tooManyWarnings));
  }
}
