import * as l10n from '@vscode/l10n';
import { type Severity, severities } from '../problems/problemDefinition.ts';
import { count, nameList } from '../terms/numbers.ts';
import type { AnalysedFile, FaultyFile } from './analysedFile.ts';

/** How many problems of each severity the files have. */
export function countBySeverity(files: readonly Pick<AnalysedFile, 'problems'>[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { problems } of files) for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** The last line of a list of problems: `2 errors and 1 hint in 4 files`. */
export function problemsSummary(files: readonly Pick<AnalysedFile, 'problems'>[]): string {
  const counts = countBySeverity(files);
  const parts = severities.flatMap((severity) => (counts[severity] === 0 ? [] : [severityCount(severity, counts[severity])]));
  const fileCount = files.length === 1 ? l10n.t('1 file') : l10n.t('{count} files', { count: count(files.length) });
  if (parts.length === 0) return l10n.t('No problems in {files}', { files: fileCount });
  return l10n.t('{problems} in {files}', { problems: nameList(parts), files: fileCount });
}

/** `1 error`, `3 warnings` */
export function severityCount(severity: Severity, number: number): string {
  const values = { count: count(number) };
  switch (severity) {
    case 'error':
      return number === 1 ? l10n.t('1 error') : l10n.t('{count} errors', values);
    case 'warning':
      return number === 1 ? l10n.t('1 warning') : l10n.t('{count} warnings', values);
    case 'info':
      return l10n.t('{count} info', values);
    case 'hint':
      return number === 1 ? l10n.t('1 hint') : l10n.t('{count} hints', values);
  }
}

/** A severity in a list of problems. */
export function severityLabel(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'info':
      return l10n.t('info');
    case 'hint':
      return l10n.t('hint');
  }
}

/** Says that something may be missing because of errors in these files. */
export function faultyFilesSentence(faulty: readonly FaultyFile[]): string {
  const files = faulty.map(({ path, errors }) => l10n.t('{path} ({errors})', { path, errors: severityCount('error', errors) }));
  return l10n.t('Something may be missing, because of errors in {files}', { files: nameList(files) });
}
