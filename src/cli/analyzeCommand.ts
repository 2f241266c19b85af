import type { AnalysedFile } from '../report/analysedFile.ts';
import { analysisCsv } from '../report/analysisCsv.ts';
import { analysisJson } from '../report/analysisJson.ts';
import { analysisTable } from '../report/analysisTable.ts';
import type { Environment } from './environment.ts';
import type { ExitCode } from './exitCode.ts';
import { jsonText } from './jsonText.ts';
import { type ReadOptions, readFiles } from './readFiles.ts';
import { reportErrors } from './reportErrors.ts';

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
