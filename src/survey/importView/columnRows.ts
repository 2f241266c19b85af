import * as l10n from '@vscode/l10n';
import type { QuestionKind } from '../../terms/languages/languageRecord.ts';
import type { MatchedTable } from '../answers/countedRows.ts';
import { type ColumnMeaning, isWaveColumn } from '../answers/matchColumns.ts';
import type { SurveyReading } from '../answers/readSurvey.ts';
import { cellText, questionName, someNames } from '../answers/shownTexts.ts';
import type { SurveyMap } from '../answers/surveyMap.ts';
import { clearNames, columnName, columnsNamed, isNamed, type SurveyColumn, surveyRows } from '../answers/surveyTable.ts';
import { isMarkColumn } from '../answers/toolMarks.ts';
import { durationHeaders } from '../answers/wordings/durations.ts';
import { personaHeaders } from '../answers/wordings/exportWords.ts';

/** What a column is read as. */
export type ColumnKind = QuestionKind | 'persona' | 'respondent' | 'filter' | 'leave-out' | 'unused' | 'unclear' | 'empty';

/** A column of an export, as the page shows it. */
export interface ColumnRow {
  /** Names it in a map: its header, where that is clear, else its position. */
  readonly name: string;
  /** From 1. */
  readonly number: number;
  readonly header: string;
  /** The first of its cells. */
  readonly samples: readonly string[];
  readonly kind: ColumnKind;
  /** The feature that a question is about. */
  readonly feature?: string;
  /** What is to be known of it. */
  readonly note?: string;
  /** Whether it has answers that do not count. */
  readonly isOpen: boolean;
  /** The values that a filter can take; absent where there are too many. */
  readonly values?: readonly string[];
  /** Those that it takes. */
  readonly taken?: readonly string[];
  /** Whether it comes from a table with a row for each answer, and cannot be anything else. */
  readonly isFixed: boolean;
}

/** The columns of files with the same header. */
export interface ColumnGroup {
  readonly files: string;
  readonly columns: readonly ColumnRow[];
}

/** The columns of all files, once for each header. */
export function columnGroups(reading: SurveyReading, map: SurveyMap): readonly ColumnGroup[] {
  const groups = new Map<string, MatchedTable[]>();
  for (const table of reading.tables) {
    const key = JSON.stringify(table.columns);
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  const nameOf = clearNames(reading.tables.map(({ columns }) => columns));
  return [...groups.values()].map((tables) => {
    const [first] = tables;
    const context = { reading, map, tables, nameOf };
    return {
      files: someNames(tables.map(({ table }) => cellText(table.path))),
      columns: (first?.columns ?? []).flatMap((column, index) => columnRow(column, first?.meanings[index], context) ?? []),
    };
  });
}

interface RowContext {
  readonly reading: SurveyReading;
  readonly map: SurveyMap;
  readonly tables: readonly MatchedTable[];
  /** What a map calls a column. */
  readonly nameOf: (column: SurveyColumn) => string;
}

const samplesShown = 3;
const sampledRows = 200;
const mostValues = 20;

function columnRow(
  column: SurveyColumn,
  meaning: ColumnMeaning | undefined,
  { reading, map, tables, nameOf }: RowContext,
): ColumnRow | undefined {
  const name = nameOf(column);
  const cells = (limit: number) =>
    tables.flatMap(({ table }) => surveyRows({ ...table, rows: table.rows.slice(0, limit) }).map((row) => row.cells[column.index] ?? ''));
  const samples = [...new Set(cells(sampledRows).map((cell) => cell.trim()))].filter((cell) => cell !== '').slice(0, samplesShown);
  if (column.texts.length === 0 && samples.length === 0) return undefined;
  const filter = [...map.where].find(([each]) =>
    columnsNamed(tables[0]?.columns ?? [], each).some(({ index }) => index === column.index),
  )?.[1];
  const kind = filter === undefined ? kindOf(meaning) : 'filter';
  const isQuestion = meaning?.kind === 'question';
  const isIncomplete = reading.notes.incomplete.some((each) => each.column === name);
  const isOpen = kind === 'unclear' || isIncomplete || (kind === 'unused' && reading.notes.answersLeftOut.includes(name));
  const values = isQuestion || kind === 'respondent' ? undefined : distinctValues(tables, column);
  const isWeight = reading.notes.weights.some((each) => each.column === columnName(column));
  const note = noteOf(column, { kind, meaning, isIncomplete, isOpen, isWeight });
  return {
    name,
    number: column.index + 1,
    header: [...new Set(column.texts)].map(cellText).join(' · ') || `#${column.index + 1}`,
    samples: samples.map(cellText),
    kind,
    ...(isQuestion && { feature: meaning.question.feature }),
    ...(note !== undefined && { note }),
    isOpen,
    ...(values && { values }),
    ...(filter && { taken: filter }),
    isFixed: isQuestion && reading.long.some(({ table }) => tables.some((each) => each.table.path === table.path)),
  };
}

function kindOf(meaning: ColumnMeaning | undefined): ColumnKind {
  switch (meaning?.kind) {
    case 'question':
      return meaning.question.kind;
    case 'left-out':
      return 'leave-out';
    case 'ambiguous':
      return 'unclear';
    case 'persona':
    case 'respondent':
    case 'empty':
      return meaning.kind;
    default:
      return 'unused';
  }
}

interface NoteContext {
  readonly kind: ColumnKind;
  readonly meaning: ColumnMeaning | undefined;
  readonly isIncomplete: boolean;
  readonly isOpen: boolean;
  readonly isWeight: boolean;
}

function noteOf(column: SurveyColumn, { kind, meaning, isIncomplete, isOpen, isWeight }: NoteContext): string | undefined {
  if (meaning?.kind === 'ambiguous')
    return meaning.questions.length > 1
      ? l10n.t('May be {questions}', { questions: someNames(meaning.questions.map(questionName)) })
      : l10n.t('Other columns may be the same question');
  if (isIncomplete) return l10n.t('The column of its counterpart is missing');
  if (kind !== 'unused') return undefined;
  if (isOpen) return l10n.t('Has answers, and it is unclear which feature it is about');
  if (isWeight) return l10n.t('Weights, which are not applied: every respondent counts once');
  if (isWaveColumn(column)) return l10n.t('Waves; as a filter, it takes one of them');
  if (isNamed(column, durationHeaders)) return l10n.t('How long respondents took');
  if (isMarkColumn(column)) return l10n.t('Marks of the survey tool');
  if (isNamed(column, personaHeaders)) return l10n.t('May be the persona');
  return undefined;
}

/** Of all rows; `undefined` where there are many, or only one. */
function distinctValues(tables: readonly MatchedTable[], column: SurveyColumn): readonly string[] | undefined {
  const values = new Set<string>();
  for (const { table } of tables) {
    for (const { cells } of surveyRows(table)) {
      values.add((cells[column.index] ?? '').trim());
      if (values.size > mostValues) return undefined;
    }
  }
  return values.size > 1 ? [...values] : undefined;
}
