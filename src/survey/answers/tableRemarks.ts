import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import { cellText } from './shownTexts.ts';
import type { SurveyTable } from './surveyTable.ts';

/** What had to be found out to read files as tables, one sentence each. */
export function tableRemarks(tables: readonly SurveyTable[]): readonly string[] {
  return tables.flatMap(({ path, foundEncoding, assumedEncoding, sheet, rowsAbove = 0 }) => [
    ...(foundEncoding === undefined
      ? []
      : [
          l10n.t('{path} is read as {encoding}, in which its words are known. --encoding names another.', {
            path,
            encoding: foundEncoding,
          }),
        ]),
    ...(assumedEncoding === undefined
      ? []
      : [
          l10n.t('{path} is not UTF-8. It is read as {encoding}, on which no answer, title or name depends. --encoding names another.', {
            path,
            encoding: assumedEncoding,
          }),
        ]),
    ...(sheet === undefined
      ? []
      : [l10n.t('{path}: the answers are taken from the sheet “{sheet}”. --sheet names another.', { path, sheet: cellText(sheet) })]),
    ...(rowsAbove > 0 ? [l10n.t('{path}: rows above the header, which are left out: {count}.', { path, count: count(rowsAbove) })] : []),
  ]);
}
