import type { AnalysedFile } from '../../report/analysedFile.ts';
import { singleLine } from '../../report/plainText.ts';
import { errorsInFile } from '../../wording/commandWording.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exitCode.ts';

/** Says of each file of the products that has problems of error level, so that nobody takes numbers for complete that are not. */
export function reportErrors(files: readonly Pick<AnalysedFile, 'faulty'>[], { errors }: Environment): ExitCode {
  const faulty = new Map(files.flatMap((file) => file.faulty).map(({ path, errors: count }) => [path, count]));
  for (const [path, count] of faulty) errors.write(`kano: ${singleLine(errorsInFile(path, count))}\n`);
  return faulty.size > 0 ? exitCode.findings : exitCode.fine;
}
