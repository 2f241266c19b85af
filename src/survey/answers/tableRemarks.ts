import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import type { ImportWords } from './importWords.ts';
import { cellText, someNames } from './shownTexts.ts';
import { columnsNamed, type SurveyColumn, type SurveyTable, surveyColumns } from './surveyTable.ts';

/** What had to be found out to read files as tables, one sentence each. */
export function tableRemarks(tables: readonly SurveyTable[], words: ImportWords = 'command'): readonly string[] {
  const isCommand = words === 'command';
  return tables.flatMap(({ path, foundEncoding, assumedEncoding, sheet, rowsAbove = 0 }) => [
    ...(foundEncoding === undefined ? [] : [foundText({ path, encoding: foundEncoding }, isCommand)]),
    ...(assumedEncoding === undefined ? [] : [assumedText({ path, encoding: assumedEncoding }, isCommand)]),
    ...(sheet === undefined ? [] : [sheetText({ path, sheet: cellText(sheet) }, isCommand)]),
    ...(rowsAbove > 0 ? [l10n.t('{path}: rows above the header, which are left out: {count}.', { path, count: count(rowsAbove) })] : []),
  ]);
}

type Values = Readonly<Record<string, string>>;

function foundText(values: Values, isCommand: boolean): string {
  return isCommand
    ? l10n.t('{path} is read as {encoding}, in which its words are known. --encoding names another.', values)
    : l10n.t('{path} is read as {encoding}, in which its words are known.', values);
}

function assumedText(values: Values, isCommand: boolean): string {
  return isCommand
    ? l10n.t('{path} is not UTF-8. It is read as {encoding}, on which no answer, title or name depends. --encoding names another.', values)
    : l10n.t('{path} is not UTF-8. It is read as {encoding}, on which no answer, title or name depends.', values);
}

function sheetText(values: Values, isCommand: boolean): string {
  return isCommand
    ? l10n.t('{path}: the answers are taken from the sheet “{sheet}”. --sheet names another.', values)
    : l10n.t('{path} is read from the sheet “{sheet}”.', values);
}

/**
 * Files from which `leaveOut` takes no rows, because they lack the column; a sentence for each column.
 * @param leaveOut values by the name of a column
 */
export function leaveOutRemarks(
  tables: readonly SurveyTable[],
  leaveOut: ReadonlyMap<string, unknown>,
  columnsOf: (table: SurveyTable) => readonly SurveyColumn[] = surveyColumns,
): readonly string[] {
  return [...leaveOut.keys()].flatMap((name) => {
    const without = tables.filter((table) => columnsNamed(columnsOf(table), name).length === 0);
    if (without.length === 0) return [];
    const values = { name: cellText(name), files: someNames(without.map(({ path }) => cellText(path))) };
    return [l10n.t('“leaveOut” leaves out no rows by “{name}” of {files}: there is no such column.', values)];
  });
}
