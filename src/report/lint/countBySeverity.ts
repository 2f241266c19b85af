import type { Severity } from '../../problems/problemDefinition.ts';
import type { AnalysedFile } from '../analysedFile.ts';

/** How many problems of each severity the files have. */
export function countBySeverity(files: readonly Pick<AnalysedFile, 'problems'>[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { problems } of files) for (const { severity } of problems) counts[severity]++;
  return counts;
}
