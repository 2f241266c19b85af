import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { localDay } from '../base/localDay.ts';
import { nearest } from '../base/nearestWord.ts';
import { themes } from '../matrix/palette.ts';
import { pictureFormats } from '../matrix/pictureFormats.ts';
import { pictureSizes } from '../matrix/pictureSizes.ts';
import { plots } from '../matrix/plot.ts';
import type { AnalyzeFormat } from '../report/analysis/analysisReport.ts';
import type { BacklogGrouping } from '../report/backlog/backlogGroups.ts';
import type { FailCondition } from '../report/diff/diff.ts';
import { type Screen, screens } from '../survey/answers/screens.ts';
import { dialectNames } from '../survey/counting/dialectNames.ts';
import { questionnaireFormats, questionScopes } from '../survey/surveyFormat.ts';
import { type Language, languages } from '../terms/language.ts';

import type { BacklogCommandOptions } from './commands/backlogCommand.ts';
import type { DiffFormat } from './commands/diffCommand.ts';
import type { LintFormat } from './commands/lintCommand.ts';
import type { ReportFormat } from './commands/reportCommand.ts';
import { type Environment, type ExitCode, exitCode, say } from './terminal/environment.ts';
import {
  analyzeHelp,
  backlogHelp,
  baseHelp,
  diffHelp,
  exportsHelp,
  feedbackFilesHelp,
  feedbackHelp,
  folderHelp,
  generalHelp,
  importHelp,
  initHelp,
  lintHelp,
  matrixHelp,
  mcpHelp,
  pathsHelp,
  questionnaireHelp,
  reportHelp,
  surveySqlFileHelp,
  surveySqlHelp,
} from './terminal/helpTexts.ts';
import { speak } from './terminal/speak.ts';
import { syncHelp } from './terminal/syncHelp.ts';

// Listed here so that the commands need not be loaded to know their choices.
const lintFormats: readonly LintFormat[] = ['pretty', 'json', 'sarif', 'github', 'junit'];
const analyzeFormats: readonly AnalyzeFormat[] = ['table', 'json', 'csv'];
const groupings: readonly BacklogGrouping[] = ['category', 'touchpoint', 'stage'];
const backlogFormats: readonly BacklogCommandOptions['format'][] = ['markdown', 'jira', 'azure', 'gitlab', 'linear', 'github'];
const diffFormats: readonly DiffFormat[] = ['markdown', 'json', 'github'];
const reportFormats: readonly ReportFormat[] = ['html', 'markdown'];
const failConditions: readonly FailCondition[] = ['category', 'drift', 'must-be-gap', 'removed', 'metric-worsened', 'new-pain', 'any'];

/** The command line. `done` gets the exit code of the command that ran. A command is loaded only when it is called, so that the start is fast. */
export function createProgram(environment: Environment, done: (code: ExitCode) => void): Command {
  const program = new Command('kano')
    .description('Requirements prioritisation that lives in Git: reads *.kano.yaml files.')
    .version(version, '-v, --version', 'print the version')
    .addOption(new Option('-V', 'as in earlier versions').hideHelp())
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', generalHelp)
    .addOption(languageOption())
    .configureOutput({
      writeOut: (text) => environment.output.write(text),
      writeErr: (text) => environment.errors.write(text),
      // The suggestion goes on the same line as the error.
      outputError: (text, write) => say({ errors: { write } }, text.replace(/^error: /, '').trim()),
    })
    .exitOverride();
  program.on('option:V', () => {
    environment.output.write(`${version}\n`);
    throw new CommanderError(exitCode.fine, 'commander.version', version);
  });

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
    if (operands.at(-1) === pathsOperand) added.option('--stdin-filename <path>', 'the name of standard input, if one of the paths is -');
    if (operands.at(-1) === pathsOperand)
      added.option('--exclude <pattern>', 'leave out files or folders: *, ? and ** as in .kanorc.yaml; repeatable', repeated);
    return added;
  };

  add('lint', 'list the problems of files', lintHelp, async () => (await import('./commands/lintCommand.ts')).lint)
    .addOption(new Option('-f, --format <format>', 'output for people or for programs').choices(lintFormats).default('pretty'))
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings than this', wholeNumber)
    .addOption(asOfOption());
  add(
    'analyze',
    'print categories, coefficients and priorities',
    analyzeHelp,
    async () => (await import('./commands/analyzeCommand.ts')).analyze,
  )
    .addOption(new Option('-f, --format <format>', 'output for people or for programs').choices(analyzeFormats).default('table'))
    .option('--fields <names>', 'only these columns, separated by commas: rank,id,category,n,better,worse', names)
    .addOption(asOfOption());
  add(
    'backlog',
    'write the prioritised backlog as GitHub Markdown, or for a tracker',
    backlogHelp,
    async () => (await import('./commands/backlogCommand.ts')).backlog,
  )
    .addOption(new Option('-f, --format <format>', 'for people, or what a tracker imports').choices(backlogFormats).default('markdown'))
    .option('--ticket-type <name>', 'what a ticket is called in Jira (default: Task) or Azure Boards (default: Issue)')
    .option('-o, --output <file>', 'write to this file instead of standard output; - means standard output')
    .addOption(new Option('-g, --group-by <what>', 'make a table for each of these').choices(groupings).default('category'))
    .option('-a, --all', 'list shipped and rejected features too')
    .option('--totals', 'count and add up too: by category, touchpoint and activity; merges of branches then conflict')
    .option('--matrix <file.svg>', 'link to this picture, made with kano matrix, instead of drawing a Mermaid chart')
    .option('--check', 'write nothing; exit with 1 if the -o file is out of date');
  add(
    'matrix',
    'draw the prioritisation matrix as SVG or PNG',
    matrixHelp,
    async () => (await import('./commands/matrixCommand.ts')).matrix,
  )
    .addOption(new Option('-f, --format <format>', 'default: by the extension of -o, else svg').choices(pictureFormats))
    .option('-o, --output <file>', 'write to this file instead of standard output; - means standard output')
    .addOption(new Option('--theme <theme>', 'for light or for dark pages').choices(themes).default('light'))
    .addOption(
      new Option('--plot <plot>', 'Better against Worse, or the mean answers to both questions').choices(plots).default('coefficients'),
    )
    .addOption(new Option('--size <size>', 'for a page, a slide (16:9) or a post').choices(Object.keys(pictureSizes)).default('page'))
    .option('--intervals', 'draw the 95 % intervals of all features')
    .option('--fonts <folder>', 'png: draw with the fonts in this folder instead of those of the system');
  add(
    'report',
    'write a page for those who have no editor: what to decide, and the panel with all its tabs',
    reportHelp,
    async () => (await import('./commands/reportCommand.ts')).report,
  )
    .addOption(new Option('-f, --format <format>', 'default: by the extension of -o, else html').choices(reportFormats))
    .option('-o, --output <file>', 'write to this file instead of standard output; - means standard output')
    .option('--since <revision>', 'also say what changed since this revision of the repository')
    .option('--public', 'leave out owners, links, quotes, notes and paths; the report says what it left out');
  const baseAndPaths: Operands = [['[base]', baseHelp], ...anyPaths];
  add(
    'diff',
    'say what a change does, in requirement terms',
    diffHelp,
    async () => (await import('./commands/diffCommand.ts')).diff,
    baseAndPaths,
  )
    .addOption(new Option('-f, --format <format>', 'output for people or for programs').choices(diffFormats).default('markdown'))
    .option('--cached, --staged', 'compare a revision, HEAD by default, with what is staged for the next commit')
    .option('--fail-on <conditions>', `exit with 1 if one of these is found: ${failConditions.join(', ')}`, conditions);
  add(
    'questionnaire',
    'write the questions to ask customers: a page, a text, a table or a form',
    questionnaireHelp,
    async () => (await import('./commands/questionnaireCommand.ts')).questionnaire,
  )
    .addOption(new Option('-f, --format <format>', 'default: by the extension of -o, else markdown').choices(questionnaireFormats))
    .option('-o, --output <file>', 'write to this file instead of standard output; - means standard output')
    .addOption(
      new Option('--ask <features>', 'undecided: only about features that more answers would decide')
        .choices(questionScopes)
        .default('all'),
    )
    .option('--importance', 'also ask how important each feature is, from 1 to 9')
    .option('--to <address>', 'html: the e-mail address that the page offers to send answers to')
    .option('--post <url>', 'html: the page sends answers to this address, and says so; without it, it sends nothing');
  add(
    'import',
    'take the answers of a survey into a file, as tallies',
    importHelp,
    async () => (await import('./commands/importCommand.ts')).importSurvey,
    [['<exports...>', exportsHelp]],
  )
    .requiredOption('-i, --into <file>', 'the *.kano.yaml file whose features the survey asked about')
    .option('-s, --survey <id>', 'the survey that the tallies belong to; the file must define it')
    .option('-m, --map <file>', 'a survey map: explains columns and answers that the export does not make clear')
    .option('--write-map <file>', 'import nothing; write a survey map of what is understood and what is open; - means standard output')
    .option('-p, --persona-column <name>', 'the column that names the persona of a respondent: one tally per persona')
    .option('--encoding <name>', 'the encoding of text files that are not UTF-8; default: found out by what the text then means')
    .option('--sheet <name>', 'the sheet of a workbook that has the answers: its name, or #2 for the second')
    .option('--drop <signs>', `leave out respondents with these signs of careless answers: ${screens.join(', ')}`, signs)
    .addOption(
      new Option('--counts', 'the files are results of kano survey-sql: CSV, TSV or JSON lines').conflicts([
        'personaColumn',
        'writeMap',
        'encoding',
        'sheet',
        'drop',
      ]),
    )
    .option('--replace', 'let answers in the file give way to those of the export, where it does not have them all')
    .option(
      '--dry-run',
      'write nothing; print how the columns and cells were understood, and the tallies; with --write-map, write nothing but the map',
    );
  add(
    'survey-sql',
    'print the statement that counts answers in the database where they are',
    surveySqlHelp,
    async () => (await import('./commands/surveySqlCommand.ts')).surveySql,
    [['<file>', surveySqlFileHelp]],
  )
    .requiredOption('-m, --map <file>', 'a survey map: names the columns of the table, and says what answers mean')
    .addOption(new Option('-d, --dialect <name>', 'the engine that has the answers').choices(dialectNames).makeOptionMandatory())
    .option('-t, --table <name>', 'the table; default: the one of the map; for DuckDB also a CSV or Parquet file');
  add(
    'import-feedback',
    'count reviews and tickets into a file, as evidence',
    feedbackHelp,
    async () => (await import('./commands/importFeedbackCommand.ts')).importFeedbackFiles,
    [['<file...>', feedbackFilesHelp]],
  )
    .requiredOption('-i, --into <file>', 'the *.kano.yaml file whose features people speak of')
    .requiredOption('-s, --source <name>', 'what the evidence is called: app reviews, support tickets')
    .option('-m, --map <file>', 'a feedback map: names, search words, and what labels mean')
    .option('--encoding <name>', 'the encoding of text files that are not UTF-8; default: found out by what the text then means')
    .option('--sheet <name>', 'the sheet of a workbook that has the rows: its name, or #2 for the second')
    .option('--replace', 'let evidence in the file give way to that of the export, where it does not have all mentions')
    .option('--dry-run', 'write nothing; print how columns were understood, five rows of each feature, and the evidence');
  add(
    'sync',
    'write the keys and statuses of tickets into a file, from the export of a tracker',
    syncHelp,
    async () => (await import('./commands/syncCommand.ts')).sync,
    [],
  )
    .requiredOption(
      '--from <export>',
      'what Jira, Azure Boards, GitLab or Linear exports as CSV, or gh issue list as JSON; - is standard input',
    )
    .requiredOption('-i, --into <file>', 'the *.kano.yaml file whose features have the tickets')
    .option('--base <export>', 'the export of the last time: tells which side changed')
    .option('--status <choice>', 'what a status of the tracker means, as "In Review=in-progress"; repeatable', repeated)
    .addOption(new Option('--prefer <side>', 'who is right where both sides changed, or nothing tells which').choices(['tracker', 'file']))
    .option('--dry-run', 'write nothing; print what would change');
  add('init', 'write a commented file to start from', initHelp, async () => (await import('./commands/initCommand.ts')).init, [
    ['[folder]', folderHelp],
  ]).option('--agents', 'instead tell agents when to ask which tool: a section in AGENTS.md and a skill');
  add(
    'mcp',
    'answer agents over standard input and output, by the Model Context Protocol',
    mcpHelp,
    async () => (await import('./commands/mcpCommand.ts')).mcp,
    [],
  ).option('--read-only', 'offer only the tools that change nothing');
  addHelpCommand(program);
  return program;
}

/** `kano help`. The one of the library prints the general help for a command that does not exist. */
function addHelpCommand(program: Command): void {
  program
    .command('help')
    .argument('[command]')
    .description('print the help of a command')
    .action((name?: string) => {
      const found = name === undefined ? program : program.commands.find((command) => command.name() === name);
      if (found) found.help();
      const similar = nearest(
        name ?? '',
        program.commands.map((command) => command.name()),
      );
      program.error(`error: unknown command '${name}'${similar === null ? '' : ` (Did you mean ${similar}?)`}`);
    });
}

/** The arguments of a command, each with its meaning. */
type Operands = readonly (readonly [name: string, meaning: string])[];

const pathsOperand: Operands[number] = ['[paths...]', pathsHelp];
const anyPaths: Operands = [pathsOperand];

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

/** Separated by commas; the option may be repeated. Which there are is known to the command, which is loaded later. */
function names(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((name) => name.trim())];
}

function signs(text: string, before: readonly Screen[] = []): readonly Screen[] {
  const named = text.split(',').map((sign) => sign.trim());
  if (named.some((name) => !screens.some((screen) => screen === name)))
    throw new InvalidArgumentError(`Choose from ${screens.join(', ')}.`);
  return [...before, ...(named as Screen[])];
}

function asOfOption(): Option {
  return new Option('--as-of <date>', 'say what is out of date on this day, YYYY-MM-DD or today').argParser(day);
}

/** Whether a text is a day of the calendar, and none before the year 1: 30 February is none. */
function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001-01-01') return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A calendar day; today is that of the machine's time zone. */
function day(text: string): string {
  const now = new Date();
  const date = text === 'today' ? localDay(now) : text;
  if (!isCalendarDay(date)) throw new InvalidArgumentError('Give a day as YYYY-MM-DD, or today.');
  return date;
}

/** The option may be repeated. */
function repeated(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}
