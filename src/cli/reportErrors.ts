import type { AnalysedFile } from '../report/analysedFile.ts';
import { countBySeverity } from '../report/lintPretty.ts';
import { errorsInFile } from '../wording/commandWording.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exitCode.ts';

/** Says which files have problems of error level, so that nobody takes numbers for complete that are not. */
export function reportErrors(files: readonly AnalysedFile[], { errors }: Environment): ExitCode {
  const faulty = files.flatMap((file) => {
    const { error } = countBySeverity([file]);
    return error > 0 ? [errorsInFile(file.path, error)] : [];
  });
  for (const line of faulty) errors.write(`kano: ${line}\n`);
  return faulty.length > 0 ? exitCode.findings : exitCode.fine;
}
