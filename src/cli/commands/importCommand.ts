import { resolve } from 'node:path';
import { nearest } from '../../base/nearestWord.ts';
import { settingsOf } from '../../document/format/configuration.ts';
import { productList } from '../../document/product.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { singleLine } from '../../report/plainText.ts';
import { givesNumbers } from '../../survey/answers/answerReader.ts';
import { mapOfColumns, mapOfDoubts } from '../../survey/answers/mapExample.ts';
import { mapProblems } from '../../survey/answers/mapProblems.ts';
import { type ImportPlan, planImport } from '../../survey/answers/planImport.ts';
import { readSurvey, type SurveyReading } from '../../survey/answers/readSurvey.ts';
import { type MapProblem, readSurveyMap, type SurveyMapFile } from '../../survey/answers/surveyMapFile.ts';
import { columnName, type SurveyTable } from '../../survey/answers/surveyTable.ts';
import {
  columnNotFound,
  columnsThere,
  type ImportNumbers,
  importProgress,
  importWouldWrite,
  importWritten,
  intoFailure,
  mapWouldSay,
  noSurveyNamed,
  nothingUntilUnderstood,
  tableFailure,
  talliesKept,
} from '../../wording/importWording.ts';
import { readText } from '../files/readText.ts';
import type { Environment } from '../terminal/environment.ts';
import { type ExitCode, exitCode } from '../terminal/exitCode.ts';
import { Failure } from '../terminal/failure.ts';
import { progressLine } from '../terminal/progress.ts';
import { doubts, leftOut, remarks } from './importRemarks.ts';
import { changedDocument, openTarget, undefinedSurvey, writeTarget } from './importTarget.ts';
import { importText } from './importText.ts';
import { readTable, tablePaths } from './readTable.ts';

export interface ImportCommandOptions {
  readonly into: string;
  readonly survey?: string;
  readonly map?: string;
  readonly personaColumn?: string;
  readonly dryRun?: boolean;
}

/** `kano import` */
export async function importSurvey(paths: readonly string[], options: ImportCommandOptions, environment: Environment): Promise<ExitCode> {
  const target = await openTarget(options.into, environment);
  const survey = undefinedSurvey(target.product, options.survey, target.path);
  if (survey) return refuse([survey.reason], survey.lines, environment);
  const tables = await readTables(paths, environment);
  const mapFile = await readMap(options.map, environment);
  const features = target.product.opened.list('features').map(({ value }) => value);
  const personas = productList(target.product, 'personas').map(({ item }) => item.value);
  const problems = mapProblems(mapFile, { features: idsOf(features), personas: idsOf(personas), tables });
  if (problems.length > 0)
    return refuse(
      problems.map((problem) => mapProblemText(problem, options.map ?? '')),
      [],
      environment,
    );
  const { map } = mapFile;
  const reading = readSurvey(tables, { features, personas, map, personaColumn: options.personaColumn ?? map.personas.column });
  failWhereUnreadable(reading);
  if (isUnrelated(reading)) {
    const columns = [...reading.notes.answersLeftOut, ...reading.notes.others];
    const reasons = [
      intoFailure({ kind: 'no-match', path: target.path }),
      ...(columns.length > 0 ? [columnsThere(columns)] : []),
      mapWouldSay(),
    ];
    return refuse(reasons, mapOfColumns(reading), environment);
  }
  return takeIn(
    { target, reading, doubts: doubts(reading, personas), remarks: remarks(reading, givesNumbers(map.answers)) },
    options,
    environment,
  );
}

interface Import {
  readonly target: AnalysedFile;
  readonly reading: SurveyReading;
  /** What is not understood. */
  readonly doubts: readonly string[];
  readonly remarks: readonly string[];
}

/** Writes what was read, or shows it, and says what of it does not count. */
async function takeIn(
  { target, reading, doubts, remarks }: Import,
  options: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { path, product } = target;
  const plan = planImport(product.opened, reading.tallies, options.survey, settingsOf(product).table);
  // What cannot be written is not shown as if it could.
  const changed = doubts.length > 0 ? undefined : changedDocument(target, plan);
  if (options.dryRun) environment.output.write(importText(reading, plan));
  const uncounted = leftOut(reading, path);
  say([...uncounted, ...remarks], environment);
  if (changed === undefined) {
    say([...doubts, nothingUntilUnderstood()], environment);
    show(mapOfDoubts(reading), environment);
    return exitCode.findings;
  }
  if (uncounted.length > 0) {
    say([mapWouldSay()], environment);
    show(mapOfColumns(reading), environment);
  }
  if (plan.tallies.length === 0) return refuse([intoFailure({ kind: 'no-pairs', path })], [], environment);
  say(planRemarks(plan, options.survey, target), environment);
  if (!options.dryRun && changed !== product.opened) await writeTarget(target, changed);
  say([(options.dryRun ? importWouldWrite : importWritten)(numbersOf(reading, plan, path))], environment);
  return uncounted.length > 0 ? exitCode.findings : exitCode.fine;
}

function say(lines: readonly string[], { errors }: Environment): void {
  errors.write(lines.map((line) => `kano: ${singleLine(line)}\n`).join(''));
}

/** Lines to be copied stand alone. */
function show(lines: readonly string[], { errors }: Environment): void {
  errors.write(lines.map((line) => `${line}\n`).join(''));
}

function refuse(reasons: readonly string[], lines: readonly string[], environment: Environment): ExitCode {
  say(reasons, environment);
  show(lines, environment);
  return exitCode.failed;
}

function idsOf(items: readonly { readonly id?: string }[]): readonly string[] {
  return items.flatMap(({ id }) => id ?? []);
}

function mapProblemText({ message, range: { start } }: MapProblem, path: string): string {
  return `${path}:${start.line + 1}:${start.character + 1}: ${message}`;
}

async function readTables(paths: readonly string[], { currentFolder, input, errors }: Environment): Promise<readonly SurveyTable[]> {
  const progress = progressLine(errors);
  try {
    const tables: SurveyTable[] = [];
    const found = await tablePaths(paths, currentFolder);
    for (const { path, location } of found) {
      progress.show(importProgress(tables.length, found.length));
      tables.push(await readTable(path, location, input));
    }
    return tables;
  } finally {
    progress.end();
  }
}

async function readMap(path: string | undefined, { currentFolder }: Environment): Promise<SurveyMapFile> {
  return readSurveyMap(path ?? '', path === undefined ? '' : await readText(resolve(currentFolder, path), path));
}

/** What makes all numbers doubtful. */
function failWhereUnreadable({ rows, lost, tables }: SurveyReading): void {
  const reasons = [
    ...rows.tooLong.map((row) => tableFailure({ kind: 'row-too-long', ...row })),
    ...lost.map(({ name, found, path: table }) => {
      const columns = tables.find((each) => each.table.path === table)?.columns ?? [];
      return columnNotFound(name, table, found, nearest(name, columns.map(columnName)));
    }),
  ];
  if (reasons.length > 0) throw new Failure(...reasons.slice(0, 12).map((reason) => ({ kind: 'import' as const, reason })));
}

/** Whether no column is about any feature. */
function isUnrelated({ notes, tallies }: SurveyReading): boolean {
  return tallies.length + notes.ambiguous.length + notes.incomplete.length === 0;
}

function planRemarks(plan: ImportPlan, survey: string | undefined, { product }: AnalysedFile): readonly string[] {
  const kept = plan.kept.map(({ feature, persona }) => (persona === undefined ? feature : `${feature} (${persona})`));
  const dated = survey === undefined ? productList(product, 'surveys').flatMap(({ item }) => item.value.id ?? []) : [];
  return [...(kept.length > 0 ? [talliesKept(kept)] : []), ...(dated.length > 0 ? [noSurveyNamed(dated)] : [])];
}

function numbersOf(reading: SurveyReading, { tallies }: ImportPlan, path: string): ImportNumbers {
  const count = (state: ImportPlan['tallies'][number]['state']) => tallies.filter((tally) => tally.state === state).length;
  const respondents = reading.rows.rows.reduce((sum, rows) => sum + rows.length, 0) - reading.withoutPersona;
  const features = new Set(tallies.map(({ feature }) => feature)).size;
  return { path, respondents, features, added: count('added'), changed: count('changed'), same: count('same') };
}
