import { type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import { answerReader } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import { isRespondentColumn } from './matchColumns.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnsNamed, type SurveyColumn, type surveyRows } from './surveyTable.ts';
import { headerWords } from './wordings/exportWords.ts';

type Rows = ReturnType<typeof surveyRows>;

/** Where a row of a long table has its answers. */
export interface LongAnswers {
  readonly kinds: readonly QuestionKind[];
  readonly columns: readonly SurveyColumn[];
  readonly read: (cells: readonly string[]) => readonly { readonly kind: QuestionKind; readonly cell: string }[];
  /** Whether a row has the answer to one question only, so that two rows make a pair. */
  readonly isHalf: boolean;
}

export interface LongAnswersContext {
  readonly map: SurveyMap;
  /** The texts of the export, from `presentTexts`. */
  readonly present: ReadonlySet<string>;
  /** What a text asks about a feature. */
  readonly kindOfQuestion: (text: string) => QuestionKind | undefined;
}

/** Finds the columns of answers by what the survey map, the headers or the cells say. */
export function longAnswers(rows: Rows, columns: readonly SurveyColumn[], context: LongAnswersContext): LongAnswers | undefined {
  return answerColumns(columns, context.map) ?? answersByKind(rows, columns, context);
}

/** A column for each question: named after the question alone, or given in the survey map for every feature. */
function answerColumns(columns: readonly SurveyColumn[], map: SurveyMap): LongAnswers | undefined {
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
    isHalf: false,
  };
}

/** One column that names the question, and one that has the answer. */
function answersByKind(rows: Rows, columns: readonly SurveyColumn[], context: LongAnswersContext): LongAnswers | undefined {
  const { map, kindOfQuestion } = context;
  const given = new Map(questionKinds.flatMap((kind) => (map.stems[kind] ?? []).map((stem) => [comparableText(stem), kind] as const)));
  const kindOf = (cell: string) => {
    const key = comparableText(cell);
    return given.get(key) ?? questionKinds.find((kind) => headers[kind].has(key)) ?? kindOfQuestion(cell);
  };
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
  const asked = rows.filter(({ cells }) => kindOf(cells[named.index] ?? '') !== 'importance');
  const answering = columnsOfAnswers(
    asked,
    columns.filter((column) => column !== named),
    context,
  );
  const [answer] = answering;
  if (answer === undefined || answering.length > 1) return undefined;
  return {
    kinds: questionKinds,
    columns: [named, answer],
    read: (cells) => {
      const kind = kindOf(cells[named.index] ?? '');
      return kind === undefined ? [] : [{ kind, cell: cells[answer.index] ?? '' }];
    },
    isHalf: true,
  };
}

/** The columns of which at least nine tenths of the cells are answers. */
export function columnsOfAnswers(
  rows: Rows,
  columns: readonly SurveyColumn[],
  { map, present }: Pick<LongAnswersContext, 'map' | 'present'>,
): readonly SurveyColumn[] {
  const readAnswer = answerReader(map.answers, present);
  return columns.filter((column) => {
    if (isRespondentColumn(column)) return false;
    const filled = rows.map(({ cells }) => cells[column.index] ?? '').filter((cell) => readAnswer(cell) !== null);
    return filled.length > 0 && filled.filter((cell) => readAnswer(cell) !== undefined).length >= 0.9 * filled.length;
  });
}

const wordsFor = (kind: QuestionKind): ReadonlySet<string> =>
  new Set(headerWords(kind).flatMap((word) => [word, `${word} question`, `${word} answer`].map(comparableText)));
const headers = {
  functional: wordsFor('functional'),
  dysfunctional: wordsFor('dysfunctional'),
  importance: wordsFor('importance'),
} satisfies Record<QuestionKind, unknown>;
