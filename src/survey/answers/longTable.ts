import type { Feature } from '../../document/format/model.ts';
import { type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import { answerColumn } from '../surveyFormat.ts';
import { answerReader } from './cellReaders.ts';
import { comparableText, textLookup } from './comparableText.ts';
import type { RowPosition } from './countedRows.ts';
import { isLikelyRespondent } from './likelyRespondents.ts';
import { isRespondentColumn, isWaveColumn } from './matchColumns.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnName, columnsNamed, type SurveyColumn, type SurveyTable, surveyColumns, surveyRows } from './surveyTable.ts';
import { headerWords } from './wordings/exportWords.ts';

/** A table with a row for each answer about a feature, rewritten as one with a row for each respondent. */
export interface LongTable {
  /** Has the columns of our own questionnaire, beside those that are not about a feature. Its rows have the numbers of the first of their rows. */
  readonly table: SurveyTable;
  /** The column that names the feature. */
  readonly featureColumn: string;
  /** Whether a column tells which rows are of one respondent; else each row is a respondent's. */
  readonly hasRespondents: boolean;
  /** What the column names beside the features of the file, with the number of rows. */
  readonly unknown: readonly { readonly name: string; readonly rows: number }[];
  /** Headers of other columns, among the rows. */
  readonly otherHeaders: readonly RowPosition[];
}

interface LongTableContext {
  readonly map: SurveyMap;
  readonly personaColumn?: string | undefined;
  /** The texts of the export, from `presentTexts`. */
  readonly present: ReadonlySet<string>;
}

/**
 * Recognises a table in long format: a column names the feature, and the answers to the same question stand in one column for all features.
 * @returns `undefined` for every other table
 */
export function longTable(table: SurveyTable, features: readonly Feature[], context: LongTableContext): LongTable | undefined {
  const { map, personaColumn } = context;
  const columns = surveyColumns(table);
  const rows = surveyRows(table);
  const answers = answerColumns(columns, map) ?? answersByKind(rows, columns, context);
  if (answers === undefined) return undefined;
  const isAnswer = new Set(answers.columns.map(({ index }) => index));
  const featureOf = featureReader(features, map);
  const naming = columns.filter((column) => !isAnswer.has(column.index) && namesFeatures(rows, column, featureOf));
  const [named] = naming;
  if (named === undefined || naming.length > 1) return undefined;
  const others = columns.filter(({ index }) => index !== named.index && !isAnswer.has(index));
  const respondents = map.respondents.column === undefined ? respondentColumns(others) : columnsNamed(others, map.respondents.column);
  // Rows that differ in these are of different respondents, or of different answers of one.
  const given = [personaColumn, ...map.where.keys(), ...map.respondents.leaveOut.keys()];
  const apart = [...others.filter(isWaveColumn), ...given.flatMap((name) => (name === undefined ? [] : columnsNamed(others, name)))];
  const ids = new Set(rows.flatMap(({ cells }) => featureOf(cells[named.index] ?? '') ?? []));
  const positions = new Map([...ids].map((id, index) => [id, others.length + index * answers.kinds.length]));
  const { kinds } = answers;
  const header = [...others.map(columnName), ...[...ids].flatMap((id) => kinds.map((kind) => answerColumn(id, kind)))];
  const unknown = new Map<string, number>();
  const otherHeaders: RowPosition[] = [];
  const headers = new Set(columns.flatMap(({ texts }) => texts));
  const wide: { readonly number: number; readonly cells: string[]; readonly filled: Set<number> }[] = [];
  const ofRespondent = new Map<string, (typeof wide)[number][]>();
  for (const { number, cells } of rows) {
    const name = (cells[named.index] ?? '').trim();
    const id = featureOf(name);
    if (id === undefined) {
      if (cells.filter((cell) => headers.has(cell.trim())).length > 1) otherHeaders.push({ path: table.path, row: number });
      else if (cells.some((cell) => cell.trim() !== '')) unknown.set(name, (unknown.get(name) ?? 0) + 1);
      continue;
    }
    const respondent = respondents.map(({ index }) => (cells[index] ?? '').trim()).join('\n');
    const key = respondent.trim() === '' ? `row ${number}` : JSON.stringify([respondent, ...apart.map(({ index }) => cells[index] ?? '')]);
    const begun = ofRespondent.get(key) ?? [];
    ofRespondent.set(key, begun);
    const placed = answers.read(cells).map(({ kind, cell }) => ({ at: (positions.get(id) ?? 0) + kinds.indexOf(kind), cell }));
    // A second answer to the same question is in a second row, which is then asked about.
    let row = begun.find(({ filled }) => placed.every(({ at }) => !filled.has(at)));
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
    unknown: [...unknown].map(([name, count]) => ({ name, rows: count })),
    otherHeaders,
  };
}

/** Columns with a name that is sure to tell respondents apart, else those with a likely one. */
function respondentColumns(columns: readonly SurveyColumn[]): readonly SurveyColumn[] {
  const sure = columns.filter(isRespondentColumn);
  return sure.length > 0 ? sure : columns.filter(isLikelyRespondent);
}

type Rows = ReturnType<typeof surveyRows>;

/** Where a row has its answers. */
interface AnswerColumns {
  readonly kinds: readonly QuestionKind[];
  readonly columns: readonly SurveyColumn[];
  readonly read: (cells: readonly string[]) => readonly { readonly kind: QuestionKind; readonly cell: string }[];
}

/** A column for each question: named after the question alone, or given in the survey map for every feature. */
function answerColumns(columns: readonly SurveyColumn[], map: SurveyMap): AnswerColumns | undefined {
  const found = questionKinds.flatMap((kind) => {
    const given = [...new Set([...map.columns.values()].flatMap((questions) => questions[kind] ?? []))];
    const named =
      given.length > 0
        ? given.flatMap((name) => columnsNamed(columns, name))
        : columns.filter(({ texts }) => headers[kind].has(comparableText(texts[0] ?? '')));
    const [column] = named;
    return column !== undefined && named.length === 1 ? [{ kind, column }] : [];
  });
  const kinds = found.map(({ kind }) => kind);
  if (!kinds.includes('functional') || !kinds.includes('dysfunctional')) return undefined;
  return {
    kinds,
    columns: found.map(({ column }) => column),
    read: (cells) => found.map(({ kind, column }) => ({ kind, cell: cells[column.index] ?? '' })),
  };
}

/** One column that names the question, and one that has the answer. */
function answersByKind(rows: Rows, columns: readonly SurveyColumn[], { map, present }: LongTableContext): AnswerColumns | undefined {
  const kindOf = (cell: string) => questionKinds.find((kind) => headers[kind].has(comparableText(cell)));
  // Most columns are no such names from the first cell on.
  const namesKinds = ({ index }: SurveyColumn) => {
    const kinds = new Set<QuestionKind>();
    for (const { cells } of rows) {
      const cell = cells[index] ?? '';
      const kind = cell.trim() === '' ? 'none' : kindOf(cell);
      if (kind === undefined) return false;
      if (kind !== 'none') kinds.add(kind);
    }
    return kinds.has('functional') && kinds.has('dysfunctional');
  };
  const naming = columns.filter(namesKinds);
  const [named] = naming;
  if (named === undefined || naming.length > 1) return undefined;
  const readAnswer = answerReader(map.answers, present);
  const asked = rows.filter(({ cells }) => kindOf(cells[named.index] ?? '') !== 'importance');
  const answering = columns.filter((column) => {
    if (column === named || isRespondentColumn(column)) return false;
    const filled = asked.map(({ cells }) => cells[column.index] ?? '').filter((cell) => readAnswer(cell) !== null);
    return filled.length > 0 && filled.filter((cell) => readAnswer(cell) !== undefined).length >= 0.9 * filled.length;
  });
  const [answer] = answering;
  if (answer === undefined || answering.length > 1) return undefined;
  return {
    kinds: questionKinds,
    columns: [named, answer],
    read: (cells) => {
      const kind = kindOf(cells[named.index] ?? '');
      return kind === undefined ? [] : [{ kind, cell: cells[answer.index] ?? '' }];
    },
  };
}

const wordsFor = (kind: QuestionKind): ReadonlySet<string> =>
  new Set(headerWords(kind).flatMap((word) => [word, `${word} question`, `${word} answer`].map(comparableText)));
const headers = {
  functional: wordsFor('functional'),
  dysfunctional: wordsFor('dysfunctional'),
  importance: wordsFor('importance'),
} satisfies Record<QuestionKind, unknown>;

/** Reads a cell as the id of a feature, from the name in the survey map, the id or the title; `undefined` where it is none, or several. */
export function featureReader(features: readonly Feature[], { names }: SurveyMap): (cell: string) => string | undefined {
  const given = features.flatMap(({ id, title }) =>
    id === undefined ? [] : [names.get(id), id, title].flatMap((name) => (name === undefined ? [] : [[name, id] as const])),
  );
  const find = textLookup(given, comparableText);
  return (cell) => {
    const found = find(cell);
    return found.length === 1 ? found[0] : undefined;
  };
}

/** Whether at least half of the cells in a column are features. */
function namesFeatures(rows: Rows, { index }: SurveyColumn, featureOf: (cell: string) => string | undefined): boolean {
  const filled = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
  const known = filled.filter((cell) => featureOf(cell) !== undefined).length;
  return known > 0 && known >= filled.length / 2;
}
