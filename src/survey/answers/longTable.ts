import * as l10n from '@vscode/l10n';
import type { Feature } from '../../document/format/model.ts';
import { answerColumn } from '../surveyFormat.ts';
import type { RowPosition } from './countedRows.ts';
import { featureReader, namesFeatures } from './featureNames.ts';
import { type LongAnswersContext, longAnswers } from './longAnswers.ts';
import { isLeftOut, likelyLongRespondents, respondentColumns } from './longRespondents.ts';
import { isWaveColumn } from './matchColumns.ts';
import { isProductColumn } from './severalProducts.ts';
import { cellText, someNames } from './shownTexts.ts';
import { clearNames, columnName, columnsNamed, type SurveyTable, surveyColumns, surveyRows } from './surveyTable.ts';

/** A table with a row for each answer about a feature, rewritten as one with a row for each respondent. */
export interface LongTable {
  /** Has the columns of our own questionnaire, beside those that are not about a feature. Its rows have the numbers of the first of their rows. */
  readonly table: SurveyTable;
  /** The column that names the feature. */
  readonly featureColumn: string;
  /** Whether a column tells which rows are of one respondent; else each row is a respondent's. */
  readonly hasRespondents: boolean;
  /** Columns that may do so, where none is known to, or the known one differs in every row. */
  readonly likelyRespondents: readonly string[];
  /** Whether two rows make a pair, and nothing can say which. */
  readonly isUnpaired: boolean;
  /** What the column names beside the features of the file, with the number of rows. */
  readonly unknown: readonly { readonly name: string; readonly rows: number }[];
  /** Headers of other columns, among the rows. */
  readonly otherHeaders: readonly RowPosition[];
  /** Rows that do not count because the respondent answered about the feature more than once. */
  readonly repeated: number;
}

interface LongTableContext extends LongAnswersContext {
  readonly personaColumn?: string | undefined;
}

/** Why nothing is read from a table whose rows nothing puts together. */
export function unpairedText({ table: { path }, featureColumn }: LongTable): string {
  return l10n.t(
    '{path} has a row for each answer about “{column}”, and no column tells respondents apart: nothing says which two answers belong together.',
    { path, column: cellText(featureColumn) },
  );
}

/** Why it is unclear whose answers the rows are. */
export function unnamedRespondents({ table: { path }, likelyRespondents }: LongTable): string {
  return l10n.t(
    '{path} has several rows for each respondent, and nothing says which column tells respondents apart. It may be: {columns}.',
    {
      path,
      columns: someNames(likelyRespondents.map((name) => `“${cellText(name)}”`)),
    },
  );
}

/**
 * Recognises a table in long format: a column names the feature, and the answers to the same question stand in one column for all features.
 * @returns `undefined` for every other table
 */
export function longTable(table: SurveyTable, features: readonly Feature[], context: LongTableContext): LongTable | undefined {
  const { map, personaColumn } = context;
  const columns = surveyColumns(table);
  const rows = surveyRows(table);
  const answers = longAnswers(rows, columns, context);
  if (answers === undefined) return undefined;
  const isAnswer = new Set(answers.columns.map(({ index }) => index));
  const featureOf = featureReader(features, map);
  const naming = columns.filter((column) => !isAnswer.has(column.index) && namesFeatures(rows, column, featureOf));
  const [named] = naming;
  if (named === undefined || naming.length > 1) return undefined;
  const others = columns.filter(({ index }) => index !== named.index && !isAnswer.has(index));
  const usable = others.filter((column) => !isLeftOut(column, columns, map));
  const respondents = map.respondents.column === undefined ? respondentColumns(usable) : columnsNamed(others, map.respondents.column);
  const idOf = (cells: readonly string[]) => respondents.map(({ index }) => (cells[index] ?? '').trim()).join('\n');
  const isOpen =
    map.respondents.column === undefined &&
    new Set(rows.map(({ cells }) => idOf(cells))).size === (respondents.length === 0 ? 1 : rows.length);
  const likely = isOpen
    ? likelyLongRespondents(
        rows,
        usable.filter((column) => !respondents.includes(column)),
        (cells) => JSON.stringify([featureOf(cells[named.index] ?? ''), ...answers.read(cells).map(({ kind }) => kind)]),
      )
    : [];
  // Rows that differ in these are of different respondents, or of different answers of one.
  const given = [personaColumn, ...map.where.keys(), ...map.respondents.leaveOut.keys()];
  const apart = [
    ...others.filter((column) => isWaveColumn(column) || isProductColumn(column)),
    ...given.flatMap((name) => (name === undefined ? [] : columnsNamed(others, name))),
  ];
  const ids = new Set(rows.flatMap(({ cells }) => featureOf(cells[named.index] ?? '') ?? []));
  const positions = new Map([...ids].map((id, index) => [id, others.length + index * answers.kinds.length]));
  const { kinds } = answers;
  const header = [...others.map(columnName), ...[...ids].flatMap((id) => kinds.map((kind) => answerColumn(id, kind)))];
  const unknown = new Map<string, number>();
  const otherHeaders: RowPosition[] = [];
  const headers = new Set(columns.flatMap(({ texts }) => texts));
  const wide: { readonly number: number; readonly cells: string[]; readonly filled: Set<number> }[] = [];
  const { duplicates } = map.respondents;
  let repeated = 0;
  const ofRespondent = new Map<string, (typeof wide)[number][]>();
  for (const { number, cells } of rows) {
    const name = (cells[named.index] ?? '').trim();
    const id = featureOf(name);
    if (id === undefined) {
      if (cells.filter((cell) => headers.has(cell.trim())).length > 1) otherHeaders.push({ path: table.path, row: number });
      else if (cells.some((cell) => cell.trim() !== '')) unknown.set(name, (unknown.get(name) ?? 0) + 1);
      continue;
    }
    const respondent = idOf(cells);
    const key = respondent.trim() === '' ? `row ${number}` : JSON.stringify([respondent, ...apart.map(({ index }) => cells[index] ?? '')]);
    const begun = ofRespondent.get(key) ?? [];
    ofRespondent.set(key, begun);
    const placed = answers.read(cells).map(({ kind, cell }) => ({ at: (positions.get(id) ?? 0) + kinds.indexOf(kind), cell }));
    const earlier =
      duplicates === 'first' || duplicates === 'last' ? begun.find(({ filled }) => placed.some(({ at }) => filled.has(at))) : undefined;
    if (earlier) repeated++;
    // The other answers of the respondent stay.
    if (earlier && duplicates === 'first') continue;
    // A second answer to the same question is in a second row, which is then asked about.
    let row = earlier ?? begun.find(({ filled }) => placed.every(({ at }) => !filled.has(at)));
    if (row === undefined) {
      row = { number, cells: header.map((_, index) => cells[others[index]?.index ?? -1] ?? ''), filled: new Set() };
      begun.push(row);
      wide.push(row);
    }
    for (const { at, cell } of placed) {
      row.cells[at] = cell;
      row.filled.add(at);
    }
  }
  return {
    table: { path: table.path, rows: [header, ...wide.map(({ cells }) => cells)], numbers: wide.map(({ number }) => number) },
    featureColumn: columnName(named),
    hasRespondents: respondents.length > 0,
    likelyRespondents: likely.map(clearNames([columns])),
    isUnpaired: answers.isHalf && isOpen && likely.length === 0,
    unknown: [...unknown].map(([name, count]) => ({ name, rows: count })),
    otherHeaders,
    repeated,
  };
}
