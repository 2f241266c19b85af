import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { analysisFields, fieldsCsv, fieldsJson, fieldsTable } from '../../report/analysis/analysisFields.ts';
import { analysisJson } from '../../report/analysis/analysisJson.ts';
import { analysisCsv, analysisTable } from '../../report/analysis/analysisTable.ts';
import { jsonText } from '../../report/plainText.ts';
import { type ReadOptions, readFiles, reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, print } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export interface AnalyzeOptions extends ReadOptions {
  readonly format: AnalyzeFormat;
  /** The names of the columns; all that the format has by default. */
  readonly fields?: readonly string[];
}

const reports = {
  table: (files: readonly AnalysedFile[], fields?: readonly string[]) => (fields ? fieldsTable(files, fields) : analysisTable(files)),
  json: (files: readonly AnalysedFile[], fields?: readonly string[]) => jsonText(fields ? fieldsJson(files, fields) : analysisJson(files)),
  csv: (files: readonly AnalysedFile[], fields?: readonly string[]) => (fields ? fieldsCsv(files, fields) : analysisCsv(files)),
} as const;

export type AnalyzeFormat = keyof typeof reports;

/** `kano analyze` */
export async function analyze(paths: readonly string[], options: AnalyzeOptions, environment: Environment): Promise<ExitCode> {
  const unknown = options.fields?.find((name) => !analysisFields.includes(name));
  if (unknown === '') throw new Failure(l10n.t('--fields has an empty name. Choose from {fields}.', { fields: analysisFields.join(', ') }));
  if (unknown !== undefined) throw new Failure(noField(unknown));
  const files = await readFiles(paths, options, environment);
  print(environment, reports[options.format](files, options.fields));
  return reportErrors(files, environment);
}

function noField(name: string): string {
  const similar = nearest(name, analysisFields);
  if (similar !== null) return l10n.t('There is no field “{name}”. Did you mean “{similar}”?', { name, similar });
  return l10n.t('There is no field “{name}”. Choose from {fields}.', { name, fields: analysisFields.join(', ') });
}
