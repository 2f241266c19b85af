import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { productList } from '../../document/product.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { type AnswersImport, importAnswers } from '../../survey/answers/importAnswers.ts';
import { columnList } from '../../survey/answers/importRemarks.ts';
import { knownTexts } from '../../survey/answers/knownTexts.ts';
import { mapOfColumns, mapOfDoubts } from '../../survey/answers/mapExample.ts';
import { openLongTableText } from '../../survey/answers/openLongTable.ts';
import type { ImportPlan } from '../../survey/answers/planImport.ts';
import type { SurveyReading } from '../../survey/answers/readSurvey.ts';
import type { Screen } from '../../survey/answers/screens.ts';
import { readSurveyMap, type SurveyMapFile } from '../../survey/answers/surveyMap.ts';
import type { WrittenMap } from '../../survey/answers/surveyMapText.ts';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { tableRemarks } from '../../survey/answers/tableRemarks.ts';
import type { TableOptions } from '../../survey/tables/readTable.ts';
import { count } from '../../terms/numbers.ts';
import { readText } from '../files/readText.ts';
import { type Environment, type ExitCode, exitCode, print, say, show } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { progressLine } from '../terminal/progress.ts';
import { importCountsInto } from './importCounts.ts';
import { howToReplace, importResult } from './importResult.ts';
import { inTurn, openTarget, undefinedSurvey, writeTarget } from './importTarget.ts';
import { importText, mapProblemText } from './importText.ts';
import { readTable, tablePaths } from './readTable.ts';
import { writeMap } from './writeMap.ts';

export interface ImportCommandOptions {
  readonly into: string;
  readonly survey?: string;
  readonly map?: string;
  readonly personaColumn?: string;
  readonly dryRun?: boolean;
  /** Where to write a survey map of what was understood, instead of importing. */
  readonly writeMap?: string;
  /** The signs of bad quality whose respondents do not count. */
  readonly drop?: readonly Screen[];
  /** The encoding of text files, where it is not to be found out. */
  readonly encoding?: string;
  /** The sheet of workbooks, by name or by position (`#2`). */
  readonly sheet?: string;
  /** Whether answers in the file may give way to others. */
  readonly replace?: boolean;
  /** Whether the exports are counts of `kano survey-sql`. */
  readonly counts?: boolean;
}

/** `kano import` */
export async function importSurvey(paths: readonly string[], options: ImportCommandOptions, environment: Environment): Promise<ExitCode> {
  if (options.counts) return importCountsInto(paths, options, environment);
  const opened = await openTarget(options.into, environment);
  const survey = undefinedSurvey(opened.product, options.survey, opened.path);
  if (survey) return refuse([survey.reason], survey.lines, environment);
  const mapFile = await readMap(options.map, environment);
  const isKnown = knownTexts(
    opened.product.opened.list('features').map(({ value }) => value),
    productList(opened.product, 'personas').map(({ item }) => item.value),
    mapFile.map,
  );
  const tables = await readTables(paths, { encoding: options.encoding, sheet: options.sheet, isKnown, onlyKnownCounts: true }, environment);
  if (options.dryRun || options.writeMap !== undefined)
    return importInto(opened, { tables, mapFile, isAlone: async () => true }, options, environment);
  // Another import may have changed the file until it is this one's turn.
  return inTurn(opened, 'kano import', environment, async (isAlone) =>
    importInto(await openTarget(options.into, environment), { tables, mapFile, isAlone }, options, environment),
  );
}

interface ImportSources {
  readonly tables: readonly SurveyTable[];
  readonly mapFile: SurveyMapFile;
  /** Whether no other import may be writing. */
  readonly isAlone: () => Promise<boolean>;
}

async function importInto(
  target: AnalysedFile,
  { tables, mapFile, isAlone }: ImportSources,
  options: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { survey, personaColumn, drop } = options;
  const done = importAnswers({ product: target.product, path: target.path, tables, mapFile, survey, personaColumn, drop });
  if (done.mapProblems.length > 0)
    return refuse(
      done.mapProblems.map((problem) => mapProblemText(problem, options.map ?? '')),
      [],
      environment,
    );
  if (done.unreadable.length > 0) throw new Failure(...done.unreadable);
  const { reading, written } = done;
  if (!reading || !written) return exitCode.failed;
  if (options.writeMap !== undefined) {
    const openPoints = [...tableRemarks(tables), ...done.doubts, ...done.uncounted];
    return writeMap(written, { path: options.writeMap, openPoints }, environment);
  }
  if (done.isUnrelated || !done.plan) {
    if (options.dryRun) print(environment, written.text);
    sayAll([...tableRemarks(tables), ...unrelatedReasons(reading, target.path)], environment);
    showExample(mapHint(), mapOfColumns(reading), environment);
    return exitCode.failed;
  }
  return takeIn({ ...done, reading, written, plan: done.plan, target, tables, isAlone }, options, environment);
}

function unrelatedReasons({ notes, stems, openLong }: SurveyReading, path: string): readonly string[] {
  if (openLong.length > 0) return openLong.flatMap(openLongTableText);
  const columns = [...notes.answersLeftOut, ...notes.others];
  return [
    stems.length > 1
      ? l10n.t('The rows of matrix questions are features of {path}, and nothing says which question is which: {stems}.', {
          path,
          stems: columnList(stems),
        })
      : l10n.t('No column is about a feature of {path}, so there is nothing to import.', { path }),
    ...(columns.length > 0 ? [l10n.t('Columns: {names}.', { names: columnList(columns) })] : []),
  ];
}

interface Import extends AnswersImport, Pick<ImportSources, 'tables' | 'isAlone'> {
  readonly target: AnalysedFile;
  readonly reading: SurveyReading;
  readonly plan: ImportPlan;
  readonly written: WrittenMap;
}

/** Writes what was read, or shows it, and reports what does not count. */
async function takeIn(done: Import, options: ImportCommandOptions, environment: Environment): Promise<ExitCode> {
  const { target, tables, isAlone, reading, plan, numbers, written, uncounted, changed } = done;
  const { path, product } = target;
  const isSilent = plan.tallies.length === 0;
  // A dry run must not show what cannot be written.
  if (done.refusals.length > 0 && !isSilent) throw new Failure(...done.refusals);
  if (options.dryRun) print(environment, `${importText(reading, plan)}\n${written.text}`);
  sayAll([...uncounted, ...tableRemarks(tables), ...done.remarks], environment);
  if (done.doubts.length > 0) {
    sayAll(done.doubts, environment);
    const hint = l10n.t(
      'Nothing is written until every answer is understood. Explain them in a survey map, and pass it with --map. For example:',
    );
    showExample(hint, mapOfDoubts(reading, numbers), environment);
    return exitCode.findings;
  }
  if (uncounted.length > 0) showExample(mapHint(), mapOfColumns(reading), environment);
  if (isSilent || changed === undefined) return refuse(done.refusals, [], environment);
  if (done.losses.length > 0 && !options.replace) return findings([...done.losses, ...howToReplace(path, options.survey)], environment);
  sayAll([...done.losses, ...done.planRemarks], environment);
  if (!options.dryRun && changed !== product.opened) await writeTarget(target, changed, { command: 'kano import', isAlone }, environment);
  sayAll([importResult(reading, plan, { path, isDryRun: options.dryRun === true })], environment);
  return uncounted.length > 0 ? exitCode.findings : exitCode.fine;
}

function sayAll(lines: readonly string[], environment: Environment): void {
  for (const line of lines) say(environment, line);
}

function refuse(reasons: readonly string[], lines: readonly string[], environment: Environment): ExitCode {
  sayAll(reasons, environment);
  show(environment, lines);
  return exitCode.failed;
}

/** Reads several exports, with a progress line. */
export async function readTables(
  paths: readonly string[],
  options: Omit<TableOptions, 'path'>,
  { currentFolder, input, errors }: Environment,
): Promise<readonly SurveyTable[]> {
  const progress = progressLine(errors);
  try {
    const tables: SurveyTable[] = [];
    const found = await tablePaths(paths, currentFolder);
    for (const { path, location } of found) {
      progress.show(l10n.t('Reading {done} of {all} exports…', { done: count(tables.length), all: count(found.length) }));
      tables.push(await readTable(path, location, input, options));
    }
    return tables;
  } finally {
    progress.end();
  }
}

async function readMap(path: string | undefined, { currentFolder }: Environment): Promise<SurveyMapFile> {
  return readSurveyMap(path ?? '', path === undefined ? '' : await readText(resolve(currentFolder, path), path));
}

function findings(lines: readonly string[], environment: Environment): ExitCode {
  sayAll(lines, environment);
  return exitCode.findings;
}

/** Shows lines of a survey map, with a sentence before them, where there are any. */
function showExample(hint: string, lines: readonly string[], environment: Environment): void {
  if (lines.length === 0) return;
  say(environment, hint);
  show(environment, lines);
}

/** Comes before the lines of a survey map. */
function mapHint(): string {
  return l10n.t('A survey map, passed with --map, says what columns are. For example:');
}
