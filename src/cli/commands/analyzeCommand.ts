import type { AnalysedFile } from '../../report/analysedFile.ts';
import { analysisCsv } from '../../report/analysis/analysisCsv.ts';
import { analysisJson } from '../../report/analysis/analysisJson.ts';
import { analysisTable } from '../../report/analysis/analysisTable.ts';
import { type ReadOptions, readFiles } from '../files/readFiles.ts';
import type { Environment } from '../terminal/environment.ts';
import type { ExitCode } from '../terminal/exitCode.ts';
import { reportErrors } from '../terminal/reportErrors.ts';
import { jsonText } from './jsonText.ts';

export interface AnalyzeOptions extends ReadOptions {
  readonly format: keyof typeof reports;
}

const reports = {
  table: analysisTable,
  json: (files: readonly AnalysedFile[]) => jsonText(analysisJson(files)),
  csv: analysisCsv,
} as const;

/** `kano analyze` */
export async function analyze(paths: readonly string[], options: AnalyzeOptions, environment: Environment): Promise<ExitCode> {
  const files = await readFiles(paths, options, environment);
  environment.output.write(reports[options.format](files));
  return reportErrors(files, environment);
}
