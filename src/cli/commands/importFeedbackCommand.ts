import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { tableRemarks } from '../../survey/answers/tableRemarks.ts';
import { type FeedbackMapFile, readFeedbackMap } from '../../survey/feedback/feedbackMap.ts';
import { feedbackMapExample } from '../../survey/feedback/feedbackMapExample.ts';
import { type FeedbackImport, importFeedback } from '../../survey/feedback/importFeedback.ts';
import { knownFeedbackTexts } from '../../survey/feedback/knownFeedbackTexts.ts';
import { count } from '../../terms/numbers.ts';
import { readText } from '../files/readText.ts';
import { type Environment, type ExitCode, exitCode, print, say, show } from '../terminal/environment.ts';
import { feedbackText } from './feedbackText.ts';
import { readTables } from './importCommand.ts';
import { inTurn, openTarget, writeTarget } from './importTarget.ts';

export interface ImportFeedbackOptions {
  readonly into: string;
  readonly source: string;
  readonly map?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly dryRun?: boolean;
  /** Whether mentions in the file may give way to others. */
  readonly replace?: boolean;
}

/** `kano import-feedback` */
export async function importFeedbackFiles(
  paths: readonly string[],
  options: ImportFeedbackOptions,
  environment: Environment,
): Promise<ExitCode> {
  const opened = await openTarget(options.into, environment);
  const { map, encoding, sheet } = options;
  const mapFile = readFeedbackMap(map ?? '', map === undefined ? '' : await readText(resolve(environment.currentFolder, map), map));
  const features = opened.product.opened.list('features').map(({ value }) => value);
  const tables = await readTables(paths, { encoding, sheet, isKnown: knownFeedbackTexts(features, mapFile.map) }, environment);
  if (options.dryRun) return importInto(opened, { tables, mapFile, isAlone: async () => true }, options, environment);
  // Another import may have changed the file until it is this one's turn.
  return inTurn(opened, 'kano import-feedback', environment, async (isAlone) =>
    importInto(await openTarget(options.into, environment), { tables, mapFile, isAlone }, options, environment),
  );
}

interface FeedbackSources {
  readonly tables: readonly SurveyTable[];
  readonly mapFile: FeedbackMapFile;
  /** Whether no other import may be writing. */
  readonly isAlone: () => Promise<boolean>;
}

async function importInto(
  target: AnalysedFile,
  { tables, mapFile, isAlone }: FeedbackSources,
  options: ImportFeedbackOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { path, product } = target;
  const done = importFeedback({ product, path, tables, mapFile, source: options.source, replace: options.replace === true });
  const sayAll = (lines: readonly string[]) => {
    for (const line of lines) say(environment, line);
  };
  const { reading, plan, changed } = done;
  sayAll(done.mapProblems.map(({ message, range: { start } }) => `${options.map}:${start.line + 1}:${start.character + 1}: ${message}`));
  if (options.dryRun && reading && plan) print(environment, feedbackText(reading, plan));
  sayAll([...tableRemarks(tables), ...done.remarks, ...done.losses]);
  sayAll([...done.refusals, ...done.doubts]);
  const example = reading
    ? feedbackMapExample(
        reading,
        product.opened.list('features').map(({ value }) => value),
      )
    : [];
  if (example.length > 0) {
    say(environment, l10n.t('A feedback map, passed with --map, says what is what. For example:'));
    show(environment, example);
  }
  if (!changed) return done.doubts.length > 0 ? exitCode.findings : exitCode.failed;
  if (!options.dryRun && changed !== product.opened)
    await writeTarget(target, changed, { command: 'kano import-feedback', isAlone }, environment);
  sayAll([result(done, { path, isDryRun: options.dryRun === true })]);
  return done.isIncomplete ? exitCode.findings : exitCode.fine;
}

function result({ reading, plan }: FeedbackImport, { path, isDryRun }: { path: string; isDryRun: boolean }): string {
  const evidence = plan?.evidence ?? [];
  const number = (state: (typeof evidence)[number]['state']) => evidence.filter((each) => each.state === state).length;
  const sum = (key: 'complaints' | 'compliments' | 'neutral') => count(evidence.reduce((total, each) => total + each[key], 0));
  const values = {
    path,
    rows: count(reading?.rows.counted ?? 0),
    complaints: sum('complaints'),
    compliments: sum('compliments'),
    neutral: sum('neutral'),
    added: count(number('added')),
    changed: count(number('changed')),
    removed: count(number('removed')),
    same: count(number('same')),
  };
  if (isDryRun)
    return l10n.t(
      'Nothing is written (--dry-run). {path}: rows counted: {rows}; complaints: {complaints}, praise: {compliments}, neutral: {neutral}; evidence to add: {added}, to change: {changed}, to remove: {removed}, as before: {same}.',
      values,
    );
  return number('added') + number('changed') + number('removed') === 0
    ? l10n.t('{path} has this evidence already, so it stays as it is. Rows counted: {rows}.', values)
    : l10n.t(
        '{path} is written. Rows counted: {rows}; complaints: {complaints}, praise: {compliments}, neutral: {neutral}; evidence added: {added}, changed: {changed}, removed: {removed}, as before: {same}.',
        values,
      );
}
