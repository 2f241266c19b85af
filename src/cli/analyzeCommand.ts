import { analysisJson } from '../report/analysisJson.ts';
import { analysisTable } from '../report/analysisTable.ts';
import type { Environment } from './environment.ts';
import type { ExitCode } from './exitCode.ts';
import { jsonText } from './jsonText.ts';
import { type ReadOptions, readFiles } from './readFiles.ts';
import { reportErrors } from './reportErrors.ts';

export interface AnalyzeOptions extends ReadOptions {
  readonly format: 'table' | 'json';
}

/** `kano analyze` */
export async function analyze(paths: readonly string[], options: AnalyzeOptions, environment: Environment): Promise<ExitCode> {
  const files = await readFiles(paths, options, environment);
  environment.output.write(options.format === 'json' ? jsonText(analysisJson(files)) : analysisTable(files));
  return reportErrors(files, environment);
}
