import * as l10n from '@vscode/l10n';
import picocolors from 'picocolors';
import { version } from '../../../package.json';
import { firstBy } from '../../base/groupBy.ts';
import type { LintedFile } from '../../report/lint/lintedFile.ts';
import { lintGithub } from '../../report/lint/lintGithub.ts';
import { lintJson } from '../../report/lint/lintJson.ts';
import { lintJunit } from '../../report/lint/lintJunit.ts';
import { lintPretty, type Paint, withoutColour } from '../../report/lint/lintPretty.ts';
import { lintSarif } from '../../report/lint/lintSarif.ts';
import { jsonText } from '../../report/plainText.ts';
import { countBySeverity, severityCount } from '../../report/problemCounts.ts';
import { currentLanguage } from '../../terms/language.ts';
import { count } from '../../terms/numbers.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { reduceFiles } from '../files/reduceFiles.ts';
import { type Environment, type ExitCode, exitCode, print, say } from '../terminal/environment.ts';

export type LintFormat = 'pretty' | 'json' | 'sarif' | 'github' | 'junit';

export interface LintOptions extends ReadOptions {
  readonly format: LintFormat;
  readonly maxWarnings?: number;
}

/** `kano lint` */
export async function lint(paths: readonly string[], options: LintOptions, environment: Environment): Promise<ExitCode> {
  const read = await reduceFiles<LintedFile>(paths, options, environment, { command: 'lint' });
  // The same one may come from several threads.
  const configurations = firstBy(
    read.flatMap(({ configuration }) => configuration ?? []),
    ({ path }) => path,
  );
  // A `.kanorc.yaml` without problems is not one of the files that were asked for.
  const files = [...[...configurations.values()].filter(({ problems }) => problems.length > 0), ...read.map(({ part }) => part)];
  const { error, warning } = countBySeverity(files);
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  const tooMany = warning > maxWarnings;
  print(environment, await reportText(options.format, files, tooMany, environment), {
    hasCommands: options.format === 'github',
    hasColours: options.format === 'pretty' && showsColours(environment),
  });
  if (tooMany) {
    const warnings = severityCount('warning', warning);
    say(environment, l10n.t('{warnings}, but --max-warnings allows {allowed}.', { warnings, allowed: count(maxWarnings) }));
  }
  return error > 0 || tooMany ? exitCode.findings : exitCode.fine;
}

async function reportText(
  format: LintFormat,
  files: readonly LintedFile[],
  tooManyWarnings: boolean,
  environment: Environment,
): Promise<string> {
  switch (format) {
    case 'pretty':
      return lintPretty(files, showsColours(environment) ? coloured : withoutColour);
    case 'json':
      return jsonText(lintJson(files));
    case 'sarif':
      return jsonText(lintSarif(files, { version, method: await methodText() }));
    case 'github':
      return lintGithub(files);
    case 'junit':
      return lintJunit(files, (severity) => severity === 'error' || (severity === 'warning' && tooManyWarnings));
  }
}

/** The method in the current language, in English where it is not translated. */
async function methodText(): Promise<string> {
  const language = currentLanguage();
  const english = () => import('../../../docs/method.md', { with: { type: 'text' } });
  const translated = () => import(`../../../docs/method.${language}.md`, { with: { type: 'text' } });
  return (await (language === 'en' ? english() : translated().catch(english))).default;
}

/** Whether the output is a terminal that shows colours, and the user did not turn them off (https://no-color.org). */
function showsColours({ output, variables }: Environment): boolean {
  return output.isTTY === true && !variables.NO_COLOR && variables.TERM !== 'dumb';
}

const colours = picocolors.createColors(true);
const colourOf = { error: colours.red, warning: colours.yellow, info: colours.blue, hint: colours.gray };
const coloured: Paint = { severity: (severity, text) => colourOf[severity](text), quiet: colours.gray, strong: colours.bold };
