import type { AnalysedFile } from '../../report/analysedFile.ts';
import { analysisJson } from '../../report/analysis/analysisJson.ts';
import { analysisCsv, analysisTable } from '../../report/analysis/analysisTable.ts';
import { jsonText } from '../../report/plainText.ts';
import { type ReadOptions, readFiles, reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, print } from '../terminal/environment.ts';

export interface AnalyzeOptions extends ReadOptions {
  readonly format: AnalyzeFormat;
}

const reports = {
  table: analysisTable,
  json: (files: readonly AnalysedFile[]) => jsonText(analysisJson(files)),
  csv: analysisCsv,
} as const;

export type AnalyzeFormat = keyof typeof reports;

/** `kano analyze` */
export async function analyze(paths: readonly string[], options: AnalyzeOptions, environment: Environment): Promise<ExitCode> {
  const files = await readFiles(paths, options, environment);
  print(environment, reports[options.format](files));
  return reportErrors(files, environment);
}
