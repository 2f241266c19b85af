import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { themes } from '../matrix/palette.ts';
import type { BacklogGrouping } from '../report/backlog/backlogGroups.ts';
import type { FailCondition } from '../report/diff/diff.ts';
import { questionnaireFormats } from '../survey/surveyFormat.ts';
import { type Language, languages, useLanguage } from '../terms/language.ts';
import type { AnalyzeFormat } from './commands/analyzeCommand.ts';
import type { DiffFormat } from './commands/diffCommand.ts';
import type { LintFormat } from './commands/lintCommand.ts';
import type { Environment, ExitCode } from './terminal/environment.ts';
import {
  analyzeHelp,
  backlogHelp,
  baseHelp,
  diffHelp,
  exportsHelp,
  folderHelp,
  generalHelp,
  importHelp,
  initHelp,
  lintHelp,
  matrixHelp,
  pathsHelp,
  questionnaireHelp,
} from './terminal/helpTexts.ts';

// The commands are not loaded for their choices, so these are here.
const lintFormats: readonly LintFormat[] = ['pretty', 'json', 'sarif', 'github', 'junit'];
const analyzeFormats: readonly AnalyzeFormat[] = ['table', 'json', 'csv'];
const groupings: readonly BacklogGrouping[] = ['category', 'touchpoint', 'stage'];
const diffFormats: readonly DiffFormat[] = ['markdown', 'json', 'github'];
const failConditions: readonly FailCondition[] = ['category', 'drift', 'must-be-gap', 'removed', 'any'];

/** What the user can call. `done` gets the exit code of the command that ran. Commands are loaded when they are called: the start is short. */
export function createProgram(environment: Environment, done: (code: ExitCode) => void): Command {
  const program = new Command('kano')
    .description('Requirements prioritisation that lives in Git: reads *.kano.yaml files.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', generalHelp)
    .addOption(languageOption())
    .configureOutput({
      writeOut: (text) => environment.output.write(text),
      writeErr: (text) => environment.errors.write(text),
      // What was meant belongs on the line that says what is unknown.
      outputError: (text, write) =>
        write(
          `kano: ${text
            .replace(/^error: /, '')
            .trim()
            .replaceAll('\n', ' ')}\n`,
        ),
    })
    .exitOverride();

  type Run<Options> = (paths: readonly string[], options: Options, environment: Environment) => Promise<ExitCode>;
  const add = <Options>(name: string, summary: string, help: string, load: () => Promise<Run<Options>>, operands = anyPaths) => {
    const added = program
      .command(name)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
      .addOption(languageOption())
      .addHelpText('after', help)
      .action(async (...given: unknown[]) => {
        const command = given.at(-1) as Command;
        const options = command.optsWithGlobals<Options & { lang?: Language }>();
        await speak(options.lang ?? 'en');
        done(await (await load())(command.args, options, environment));
      });
    for (const [name, meaning] of operands) added.argument(name, meaning);
    if (operands.at(-1) === pathsOperand)
      added.option('--stdin-filename <path>', 'what standard input is called, when one of the paths is -');
    return added;
  };

  add('lint', 'list the problems of files', lintHelp, async () => (await import('./commands/lintCommand.ts')).lint)
    .addOption(new Option('-f, --format <format>', 'for people or for machines').choices(lintFormats).default('pretty'))
    .option('--max-warnings <number>', 'exit with 1 when there are more warnings than this', wholeNumber);
  add(
    'analyze',
    'print categories, coefficients and priorities',
    analyzeHelp,
    async () => (await import('./commands/analyzeCommand.ts')).analyze,
  ).addOption(new Option('-f, --format <format>', 'for people or for machines').choices(analyzeFormats).default('table'));
  add(
    'backlog',
    'write the prioritised backlog as GitHub Markdown',
    backlogHelp,
    async () => (await import('./commands/backlogCommand.ts')).backlog,
  )
    .option('-o, --output <file>', 'write to this file instead of standard output; - is standard output')
    .addOption(new Option('-g, --group-by <what>', 'what the tables are of').choices(groupings).default('category'))
    .option('-a, --all', 'list shipped and rejected features too')
    .option('--matrix <file.svg>', 'link to this picture, made with kano matrix, instead of drawing a Mermaid chart')
    .option('--check', 'write nothing: exit with 1 when the file of -o is out of date');
  add('matrix', 'draw the prioritisation matrix as SVG', matrixHelp, async () => (await import('./commands/matrixCommand.ts')).matrix)
    .option('-o, --output <file.svg>', 'write to this file instead of standard output; - is standard output')
    .addOption(new Option('--theme <theme>', 'for light or for dark pages').choices(themes).default('light'));
  const baseAndPaths: Operands = [['<base>', baseHelp], ...anyPaths];
  add(
    'diff',
    'say what a change does, in requirement terms',
    diffHelp,
    async () => (await import('./commands/diffCommand.ts')).diff,
    baseAndPaths,
  )
    .addOption(new Option('-f, --format <format>', 'for people or for machines').choices(diffFormats).default('markdown'))
    .option('--fail-on <conditions>', `exit with 1 when one of these is found: ${failConditions.join(', ')}`, conditions);
  add(
    'questionnaire',
    'write the questions to ask customers: a page, a text or a table',
    questionnaireHelp,
    async () => (await import('./commands/questionnaireCommand.ts')).questionnaire,
  )
    .addOption(new Option('-f, --format <format>', 'default: by the ending of -o, else markdown').choices(questionnaireFormats))
    .option('-o, --output <file>', 'write to this file instead of standard output; - is standard output')
    .option('--importance', 'ask how important each feature is, too, from 1 to 9');
  add(
    'import',
    'take the answers of a survey into a file, as tallies',
    importHelp,
    async () => (await import('./commands/importCommand.ts')).importSurvey,
    [['<csv...>', exportsHelp]],
  )
    .requiredOption('-i, --into <file>', 'the *.kano.yaml file whose features the survey asked about')
    .option('-s, --survey <id>', 'the survey that the tallies belong to, one that the file defines')
    .option('-m, --map <file>', 'which columns and answers mean what, where that cannot be told from the export')
    .option('-p, --persona-column <name>', 'the column that says who the respondent is: a tally for each persona')
    .option('--dry-run', 'write nothing: print what the columns and cells were taken for, and the tallies');
  add('init', 'write a commented file to start from', initHelp, async () => (await import('./commands/initCommand.ts')).init, [
    ['[folder]', folderHelp],
  ]);
  return program;
}

/** The names of what a command takes, and what they mean. */
type Operands = readonly (readonly [name: string, meaning: string])[];

const pathsOperand: Operands[number] = ['[paths...]', pathsHelp];
const anyPaths: Operands = [pathsOperand];

/** The environment has no say: what the command writes does not depend on the machine. */
async function speak(language: Language): Promise<void> {
  useLanguage(language, language === 'en' ? undefined : (await import(`../../l10n/bundle.l10n.${language}.json`)).default);
}

function languageOption(): Option {
  return new Option('--lang <language>', 'language of what is printed (default: en)').choices(languages);
}

/** Separated by commas; the option may be repeated. */
function conditions(text: string, before: readonly FailCondition[] = []): readonly FailCondition[] {
  const named = text.split(',').map((condition) => condition.trim());
  const unknown = named.find((name) => !failConditions.some((condition) => condition === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`Choose from ${failConditions.join(', ')}.`);
  return [...before, ...(named as FailCondition[])];
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}
