import type { CheckedFile } from '../../report/analysedFile.ts';
import type { AnalysisShape } from '../../report/analysis/analysisReport.ts';

/** What is kept of each file: what `kano lint` shows of it, or its part of what `kano analyze` prints. */
export type Reduction = { readonly command: 'lint' } | ({ readonly command: 'analyze' } & AnalysisShape);

/** Loads the function that makes a part of a file. */
export async function loadReduction(reduction: Reduction): Promise<(file: CheckedFile) => unknown> {
  if (reduction.command === 'lint') return (await import('../../report/lint/lintedFile.ts')).lintedFile;
  const { analysisPart } = await import('../../report/analysis/analysisReport.ts');
  return (file) => analysisPart(file, reduction);
}
