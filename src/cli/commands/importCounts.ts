import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { mapOfDoubts } from '../../survey/answers/mapExample.ts';
import { readSurveyMap, type SurveyMapFile } from '../../survey/answers/surveyMap.ts';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { UnreadableTable } from '../../survey/answers/tableOfBytes.ts';
import { type CountsImport, importCounts } from '../../survey/counting/countsImport.ts';
import { countsTable } from '../../survey/counting/countsTable.ts';
import { count } from '../../terms/numbers.ts';
import { readText } from '../files/readText.ts';
import { type Environment, type ExitCode, exitCode, print, say, show } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { howToReplace, tallyChanges } from './importResult.ts';
import { inTurn, openTarget, undefinedSurvey, writeTarget } from './importTarget.ts';
import { importText, mapProblemText } from './importText.ts';
import { readBytes, tablePaths } from './readTable.ts';

/** The options of `kano import` that counts have too. */
export interface ImportCountsOptions {
  readonly into: string;
  readonly survey?: string;
  readonly map?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
}

/** `kano import --counts`: takes in what a statement of `kano survey-sql` counted. */
export async function importCountsInto(
  paths: readonly string[],
  options: ImportCountsOptions,
  environment: Environment,
): Promise<ExitCode> {
  const opened = await openTarget(options.into, environment);
  const survey = undefinedSurvey(opened.product, options.survey, opened.path);
  if (survey) {
    say(environment, survey.reason);
    show(environment, survey.lines);
    return exitCode.failed;
  }
  const path = options.map;
  const mapFile = readSurveyMap(path ?? '', path === undefined ? '' : await readText(resolve(environment.currentFolder, path), path));
  const tables = await readTables(paths, environment);
  if (options.dryRun) return takeCounts(opened, { tables, mapFile, isAlone: async () => true }, options, environment);
  return inTurn(opened, 'kano import', environment, async (isAlone) =>
    takeCounts(await openTarget(options.into, environment), { tables, mapFile, isAlone }, options, environment),
  );
}

async function readTables(paths: readonly string[], { currentFolder, input }: Environment): Promise<readonly SurveyTable[]> {
  const tables: SurveyTable[] = [];
  const contents = new Map<string, string>();
  for (const { path, location } of await tablePaths(paths, currentFolder)) {
    const { shown, bytes } = await readBytes(path, location, input);
    const table = await readable(() => countsTable(shown, bytes));
    const content = JSON.stringify(table.rows);
    const before = contents.get(content);
    if (before !== undefined)
      throw new Failure(l10n.t('{path} has the same counts as {other}. These answers would count twice.', { path: shown, other: before }));
    contents.set(content, shown);
    tables.push(table);
  }
  return tables;
}

async function readable<Result>(read: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof UnreadableTable ? new Failure(error.message) : error;
  }
}

interface Counts {
  readonly tables: readonly SurveyTable[];
  readonly mapFile: SurveyMapFile;
  readonly isAlone: () => Promise<boolean>;
}

async function takeCounts(
  target: AnalysedFile,
  { tables, mapFile, isAlone }: Counts,
  options: ImportCountsOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { path, product } = target;
  const { survey } = options;
  const done = await readable(() => importCounts({ product, path, tables, mapFile, survey }));
  if ('problems' in done) throw new Failure(...done.problems.map((problem) => mapProblemText(problem, options.map ?? '')));
  if (survey !== undefined && [...done.plans.keys()].some((own) => own !== undefined))
    throw new Failure(l10n.t('The counts say which survey they belong to, in the column “survey”. Leave out --survey.'));
  if (done.refusals.length > 0) throw new Failure(...done.refusals);
  if (options.dryRun) print(environment, planTexts(done));
  const tell = (lines: readonly string[]) => {
    for (const line of lines) say(environment, line);
  };
  tell([...done.uncounted, ...done.remarks]);
  if (done.changed === undefined) {
    const example = mapOfDoubts(done.askable, done.numbers);
    tell([
      ...done.doubts,
      example.length === 0
        ? l10n.t('Nothing is written until every answer is understood.')
        : l10n.t('Nothing is written until every answer is understood. Explain them in a survey map, and pass it with --map. For example:'),
    ]);
    show(environment, example);
    return exitCode.findings;
  }
  if (done.plan.tallies.length === 0)
    throw new Failure(l10n.t('Nobody answered both questions about a feature of {path}, so there is nothing to write.', { path }));
  tell(done.losses);
  if (done.losses.length > 0 && !options.replace) {
    tell(howToReplace(path, survey));
    return exitCode.findings;
  }
  tell(done.planRemarks);
  if (!options.dryRun && done.changed !== product.opened)
    await writeTarget(target, done.changed, { command: 'kano import', isAlone }, environment);
  say(environment, result(done, path, options.dryRun === true));
  return done.uncounted.length > 0 ? exitCode.findings : exitCode.fine;
}

/** What `--dry-run` prints, survey by survey. */
function planTexts({ reading, plans }: CountsImport): string {
  const texts = [...plans].map(([survey, plan]) => {
    const text = importText({ ...reading, tallies: reading.bySurvey.get(survey) ?? [] }, plan);
    return survey === undefined ? text : `${survey}\n\n${text}`;
  });
  return texts.join('\n');
}

/** The last sentence: what was written, or would be. */
function result({ plan }: CountsImport, path: string, isDryRun: boolean): string {
  const { added, changed, same, change } = tallyChanges(plan);
  const values = {
    path,
    answers: count(plan.tallies.reduce((sum, { n }) => sum + n, 0)),
    features: count(new Set(plan.tallies.map(({ feature }) => feature)).size),
    added: count(added),
    changed: count(changed),
    same: count(same),
  };
  if (isDryRun)
    return `${l10n.t(
      'Nothing is written (--dry-run). {path}: pairs of answers: {answers}, features: {features}; tallies to add: {added}, to change: {changed}, as before: {same}.',
      values,
    )}${change}`;
  return added + changed === 0
    ? l10n.t('{path} has these answers already, so it stays as it is. Pairs of answers: {answers}, features: {features}.', values)
    : `${l10n.t(
        '{path} is written. Pairs of answers: {answers}, features: {features}; tallies added: {added}, changed: {changed}, as before: {same}.',
        values,
      )}${change}`;
}
