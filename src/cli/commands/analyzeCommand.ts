import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import { analysisFields } from '../../report/analysis/analysisFields.ts';
import { type AnalysisShape, analysisPieces } from '../../report/analysis/analysisReport.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { reportErrors } from '../files/readFiles.ts';
import { reduceFiles } from '../files/reduceFiles.ts';
import { type Environment, type ExitCode, print } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export interface AnalyzeOptions extends ReadOptions, AnalysisShape {}

/** `kano analyze` */
export async function analyze(paths: readonly string[], options: AnalyzeOptions, environment: Environment): Promise<ExitCode> {
  const unknown = options.fields?.find((name) => !analysisFields.includes(name));
  if (unknown === '') throw new Failure(l10n.t('--fields has an empty name. Choose from {fields}.', { fields: analysisFields.join(', ') }));
  if (unknown !== undefined) throw new Failure(noField(unknown));
  const shape = { format: options.format, fields: options.fields };
  const files = await reduceFiles<string>(paths, options, environment, { command: 'analyze', ...shape });
  for (const piece of analysisPieces(
    files.map(({ part }) => part),
    shape,
  ))
    print(environment, piece);
  return reportErrors(files, environment);
}

function noField(name: string): string {
  const similar = nearest(name, analysisFields);
  if (similar !== null) return l10n.t('There is no field “{name}”. Did you mean “{similar}”?', { name, similar });
  return l10n.t('There is no field “{name}”. Choose from {fields}.', { name, fields: analysisFields.join(', ') });
}
