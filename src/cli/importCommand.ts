import { resolve } from 'node:path';
import { settingsOf } from '../document/configuration.ts';
import { productList } from '../document/product.ts';
import type { AnalysedFile } from '../report/analysedFile.ts';
import { singleLine } from '../report/plainText.ts';
import { nearest } from '../rules/nearest.ts';
import { mapOfColumns, mapOfDoubts } from '../survey/mapExample.ts';
import { mapProblems } from '../survey/mapProblems.ts';
import { type ImportPlan, planImport } from '../survey/planImport.ts';
import { readSurvey, type SurveyReading } from '../survey/readSurvey.ts';
import { readSurveyMap, type SurveyMapFile } from '../survey/surveyMapFile.ts';
import { columnName, type SurveyTable } from '../survey/surveyTable.ts';
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
} from '../wording/importWording.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exitCode.ts';
import { Failure } from './failure.ts';
import { doubts, leftOut, remarks } from './importRemarks.ts';
import { changedDocument, openTarget, undefinedSurvey, writeTarget } from './importTarget.ts';
import { importText } from './importText.ts';
import { progressLine } from './progress.ts';
import { readTable, tablePaths } from './readTable.ts';
import { readText } from './readText.ts';

export interface ImportCommandOptions {
  readonly into: string;
  readonly survey?: string;
  readonly map?: string;
  readonly personaColumn?: string;
  readonly dryRun?: boolean;
}

/** `kano import` */
export async function importSurvey(paths: readonly string[], options: ImportCommandOptions, environment: Environment): Promise<ExitCode> {
  const { errors, output } = environment;
  const say = (lines: readonly string[]) => errors.write(lines.map((line) => `kano: ${singleLine(line)}\n`).join(''));
  // Lines to be copied stand alone.
  const show = (lines: readonly string[]) => errors.write(lines.map((line) => `${line}\n`).join(''));
  const target = await openTarget(options.into, environment);
  const { product, path } = target;
  const survey = undefinedSurvey(product, options.survey, path);
  if (survey) {
    say([survey.reason]);
    show(survey.lines);
    return exitCode.failed;
  }
  const tables = await readTables(paths, environment);
  const features = product.opened.list('features').map(({ value }) => value);
  const personas = productList(product, 'personas').map(({ entry }) => entry.value);
  const ids = { features: features.flatMap(({ id }) => id ?? []), personas: personas.flatMap(({ id }) => id ?? []) };
  const mapFile = await readMap(options.map, environment);
  const problems = mapProblems(mapFile, { ...ids, tables });
  if (problems.length > 0) {
    say(problems.map(({ message, range: { start } }) => `${options.map}:${start.line + 1}:${start.character + 1}: ${message}`));
    return exitCode.failed;
  }
  const { map } = mapFile;
  const reading = readSurvey(tables, { features, personas, map, personaColumn: options.personaColumn ?? map.personas.column });
  failWhereUnreadable(reading);
  if (isUnrelated(reading)) {
    const columns = [...reading.notes.answersLeftOut, ...reading.notes.others];
    say([intoFailure({ kind: 'no-match', path }), ...(columns.length > 0 ? [columnsThere(columns)] : []), mapWouldSay()]);
    show(mapOfColumns(reading));
    return exitCode.failed;
  }
  const plan = planImport(product.opened, reading.tallies, options.survey, settingsOf(product).table);
  const unclear = doubts(reading, ids.personas);
  const uncounted = leftOut(reading, path);
  // What cannot be written is not shown as if it could.
  const changed = unclear.length > 0 ? undefined : changedDocument(target, plan);
  if (options.dryRun) output.write(importText(reading, plan));
  say([
    ...uncounted,
    ...remarks(
      reading,
      Object.values(map.answers).some((words) => words.length > 0),
    ),
  ]);
  if (uncounted.length > 0 && unclear.length === 0) {
    say([mapWouldSay()]);
    show(mapOfColumns(reading));
  }
  if (changed === undefined) {
    say([...unclear, nothingUntilUnderstood()]);
    show(mapOfDoubts(reading));
    return exitCode.findings;
  }
  say(planRemarks(plan, options.survey, target));
  const numbers = numbersOf(reading, plan, path);
  if (!options.dryRun && changed !== product.opened) await writeTarget(target, changed);
  say([(options.dryRun ? importWouldWrite : importWritten)(numbers)]);
  return uncounted.length > 0 ? exitCode.findings : exitCode.fine;
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
  const dated = survey === undefined ? productList(product, 'surveys').flatMap(({ entry }) => entry.value.id ?? []) : [];
  return [...(kept.length > 0 ? [talliesKept(kept)] : []), ...(dated.length > 0 ? [noSurveyNamed(dated)] : [])];
}

function numbersOf(reading: SurveyReading, { tallies }: ImportPlan, path: string): ImportNumbers {
  const count = (state: ImportPlan['tallies'][number]['state']) => tallies.filter((tally) => tally.state === state).length;
  const respondents = reading.rows.rows.reduce((sum, rows) => sum + rows.length, 0) - reading.withoutPersona;
  const features = new Set(tallies.map(({ feature }) => feature)).size;
  return { path, respondents, features, added: count('added'), changed: count('changed'), same: count('same') };
}
