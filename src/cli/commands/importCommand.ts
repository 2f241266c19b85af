import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { productList, settingsOf } from '../../document/product.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { columnList, doubts, leftOut, remarks } from '../../survey/answers/importRemarks.ts';
import { knownTexts } from '../../survey/answers/knownTexts.ts';
import { longRowText } from '../../survey/answers/longRows.ts';
import { mapOfColumns, mapOfDoubts } from '../../survey/answers/mapExample.ts';
import type { MapProblem } from '../../survey/answers/mapFile.ts';
import { mapProblems } from '../../survey/answers/mapProblems.ts';
import { type NumericScale, undirectedNumbers } from '../../survey/answers/numericScale.ts';
import { planImport } from '../../survey/answers/planImport.ts';
import { readSurvey, type SurveyReading } from '../../survey/answers/readSurvey.ts';
import { dropRemarks } from '../../survey/answers/screenRemarks.ts';
import type { Screen } from '../../survey/answers/screens.ts';
import { columnNotFound } from '../../survey/answers/shownTexts.ts';
import { type OwnAnswerWords, readSurveyMap, type SurveyMapFile } from '../../survey/answers/surveyMap.ts';
import { surveyMapText, type WrittenMap } from '../../survey/answers/surveyMapText.ts';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { leaveOutRemarks, tableRemarks } from '../../survey/answers/tableRemarks.ts';
import type { TableOptions } from '../../survey/tables/readTable.ts';
import { count } from '../../terms/numbers.ts';
import { withLock } from '../files/lock.ts';
import { readText } from '../files/readText.ts';
import { type Environment, type ExitCode, exitCode, print, say, show } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { progressLine } from '../terminal/progress.ts';
import { howToReplace, importResult, planRemarks, replacedAnswers } from './importResult.ts';
import { changedModel, openTarget, undefinedSurvey, writeTarget } from './importTarget.ts';
import { importText } from './importText.ts';
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
}

/** `kano import` */
export async function importSurvey(paths: readonly string[], options: ImportCommandOptions, environment: Environment): Promise<ExitCode> {
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
  const code = await withLock(opened.product.opened.uri, async (isAlone) =>
    importInto(await openTarget(options.into, environment), { tables, mapFile, isAlone }, options, environment),
  );
  if (code !== undefined) return code;
  throw new Failure(
    l10n.t('Another import into {path} does not end, so nothing is written. Import again when it has ended.', { path: opened.path }),
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
  const context = { features, personas, map, personaColumn: options.personaColumn ?? map.personas.column };
  const reading = readSurvey(tables, { ...context, drop: options.drop });
  failWhereUnreadable(reading);
  const read = (answers: OwnAnswerWords) => readSurvey(tables, { ...context, drop: options.drop, map: { ...map, answers } });
  const numbers = undirectedNumbers(reading, map.answers, read, settingsOf(target.product));
  const written = surveyMapText(reading, { map, numbers, features: idsOf(features), personaColumn: context.personaColumn });
  if (options.writeMap !== undefined) {
    const openPoints = [...tableRemarks(tables), ...doubts(reading, personas, numbers), ...leftOut(reading, target.path)];
    return writeMap(written, { path: options.writeMap, openPoints }, environment);
  }
  if (isUnrelated(reading)) {
    if (options.dryRun) print(environment, written.text);
    const columns = [...reading.notes.answersLeftOut, ...reading.notes.others];
    const reasons = [
      ...tableRemarks(tables),
      reading.stems.length > 1
        ? l10n.t('The rows of matrix questions are features of {path}, and nothing says which question is which: {stems}.', {
            path: target.path,
            stems: columnList(reading.stems),
          })
        : l10n.t('No column is about a feature of {path}, so there is nothing to import.', { path: target.path }),
      ...(columns.length > 0 ? [l10n.t('Columns: {names}.', { names: columnList(columns) })] : []),
      mapHint(),
    ];
    return refuse(reasons, mapOfColumns(reading), environment);
  }
  const dropped = options.drop ? dropRemarks(reading, readSurvey(tables, context), settingsOf(target.product)) : [];
  return takeIn(
    {
      target,
      isAlone,
      reading,
      numbers,
      written,
      doubts: doubts(reading, personas, numbers),
      remarks: [...tableRemarks(tables), ...leaveOutRemarks(tables, map), ...remarks(reading, map.importance), ...dropped],
    },
    options,
    environment,
  );
}

interface Import {
  readonly target: AnalysedFile;
  readonly isAlone: ImportSources['isAlone'];
  readonly reading: SurveyReading;
  readonly numbers: NumericScale | undefined;
  /** What was understood, as a survey map. */
  readonly written: WrittenMap;
  /** Why the import is not written. */
  readonly doubts: readonly string[];
  readonly remarks: readonly string[];
}

/** Writes what was read, or shows it, and reports what does not count. */
async function takeIn(
  { target, isAlone, reading, numbers, written, doubts, remarks }: Import,
  options: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { path, product } = target;
  const plan = planImport(product.opened, reading.tallies, options.survey, settingsOf(product).table);
  // A dry run must not show what cannot be written.
  const changed = doubts.length > 0 ? undefined : changedModel(target, plan);
  if (options.dryRun) print(environment, `${importText(reading, plan)}\n${written.text}`);
  const uncounted = leftOut(reading, path);
  sayAll([...uncounted, ...remarks], environment);
  if (changed === undefined) {
    sayAll(
      [
        ...doubts,
        l10n.t('Nothing is written until every answer is understood. Explain them in a survey map, and pass it with --map. For example:'),
      ],
      environment,
    );
    show(environment, mapOfDoubts(reading, numbers));
    return exitCode.findings;
  }
  if (uncounted.length > 0) {
    sayAll([mapHint()], environment);
    show(environment, mapOfColumns(reading));
  }
  if (plan.tallies.length === 0) {
    const reason = l10n.t('Nobody answered both questions about a feature of {path}, so there is nothing to write.', { path });
    return refuse([reason], [], environment);
  }
  const replaced = replacedAnswers(plan);
  if (replaced.length > 0 && !options.replace) return findings([...replaced, ...howToReplace(path, options.survey)], environment);
  sayAll([...replaced, ...planRemarks(plan, options.survey, target)], environment);
  if (!options.dryRun && changed !== product.opened) await writeTarget(target, changed, isAlone, environment);
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

function idsOf(items: readonly { readonly id?: string }[]): readonly string[] {
  return items.flatMap(({ id }) => id ?? []);
}

function mapProblemText({ message, range: { start } }: MapProblem, path: string): string {
  return `${path}:${start.line + 1}:${start.character + 1}: ${message}`;
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

/** Fails where no number could be trusted. */
function failWhereUnreadable({ rows, lost, tables }: SurveyReading): void {
  const reasons = [
    ...rows.tooLong.map(longRowText),
    ...lost.map(({ name, found, path: table }) => {
      const columns = tables.find((each) => each.table.path === table)?.columns ?? [];
      return columnNotFound(name, table, found, columns);
    }),
  ];
  if (reasons.length > 0) throw new Failure(...reasons.slice(0, 12));
}

/** Whether no column is about any feature. */
function isUnrelated({ notes, tallies }: SurveyReading): boolean {
  return tallies.length + notes.ambiguous.length + notes.incomplete.length === 0;
}

function findings(lines: readonly string[], environment: Environment): ExitCode {
  sayAll(lines, environment);
  return exitCode.findings;
}

/** Comes before the lines of a survey map. */
function mapHint(): string {
  return l10n.t('A survey map, passed with --map, says what columns are. For example:');
}
