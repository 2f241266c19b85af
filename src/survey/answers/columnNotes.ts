import { oncePerObject } from '../../base/once.ts';
import type { Feature } from '../../document/format/model.ts';
import { languageRecords } from '../../terms/language.ts';
import type { Answer } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import type { MatchedTable } from './countedRows.ts';
import { keyOf, type Question } from './matchColumns.ts';
import { clearNames, columnName, type SurveyColumn, surveyRows } from './surveyTable.ts';
import { weightsIn } from './weightColumns.ts';

/** Findings about the columns of all tables, each column once, by its header. Where that is unclear, those with answers are named by their position. */
export interface ColumnNotes {
  /** Columns of answers that match no feature. */
  readonly answersLeftOut: readonly string[];
  /** Columns that match several questions, or share a question with other columns. */
  readonly ambiguous: readonly { readonly column: string; readonly questions: readonly Question[] }[];
  /** Columns of a feature that lacks the column of at least one of the two questions. */
  readonly incomplete: readonly { readonly column: string; readonly question: Question }[];
  /** Columns without answers. */
  readonly others: readonly string[];
  /** Those of them that hold weights, by their name or by their numbers alone. */
  readonly weights: readonly { readonly column: string; readonly isNamed: boolean }[];
  /** Features without columns. */
  readonly notAsked: readonly string[];
}

/** Looks at all rows, even those that do not count: they may not count because their columns were not recognised. */
export function* columnNotes(
  tables: readonly MatchedTable[],
  features: readonly Feature[],
  readAnswer: (cell: string) => Answer,
): Generator<undefined, ColumnNotes> {
  const nameOf = clearNames(tables.map(({ columns }) => columns));
  const unknown = new Map<string, { readonly header: string; readonly holdsAnswers: boolean }>();
  const weights = new Map<string, boolean>();
  const ambiguous = new Map<string, readonly Question[]>();
  const incomplete = new Map<string, Question>();
  const asked = new Set<string>();
  for (const matched of tables) {
    const { columns, meanings } = matched;
    const found = new Set(meanings.flatMap((meaning) => questionsIn(meaning).map(keyOf)));
    for (const [index, column] of columns.entries()) {
      const meaning = meanings[index];
      const name = nameOf(column);
      if (meaning?.kind === 'unknown') {
        // Each looks at all rows.
        yield;
        const found = weightsIn(column, surveyRows(matched.table));
        if (found) weights.set(columnName(column), found === 'named');
        const holdsAnswers = found ? false : looksAnswered(matched, column, readAnswer);
        if (holdsAnswers !== undefined || column.texts.length > 0)
          unknown.set(name, {
            header: columnName(column),
            holdsAnswers: unknown.get(name)?.holdsAnswers === true || holdsAnswers === true,
          });
      }
      if (meaning?.kind === 'ambiguous') {
        ambiguous.set(name, meaning.questions);
        for (const { feature } of meaning.questions) asked.add(feature);
      }
      if (meaning?.kind !== 'question') continue;
      const { question } = meaning;
      asked.add(question.feature);
      const has = (kind: Question['kind']) => found.has(keyOf({ ...question, kind }));
      if (!has('functional') || !has('dysfunctional')) incomplete.set(name, question);
    }
  }
  return {
    answersLeftOut: [...unknown].flatMap(([name, { holdsAnswers }]) => (holdsAnswers ? [name] : [])),
    ambiguous: [...ambiguous].map(([column, questions]) => ({ column, questions })),
    incomplete: [...incomplete].map(([column, question]) => ({ column, question })),
    others: [...new Set([...unknown.values()].flatMap(({ header, holdsAnswers }) => (holdsAnswers ? [] : [header])))],
    weights: [...weights].map(([column, isNamed]) => ({ column, isNamed })),
    notAsked: features.flatMap(({ id }) => (id === undefined || asked.has(id) ? [] : [id])),
  };
}

export interface ColumnsOfQuestion {
  readonly question: Question;
  readonly columns: readonly string[];
}

/** Each question that several columns may be, with these columns. */
export function columnsByQuestion({ ambiguous }: Pick<ColumnNotes, 'ambiguous'>): readonly ColumnsOfQuestion[] {
  const alone = ambiguous.flatMap(({ questions: [question, other] }) => (question === undefined || other !== undefined ? [] : [question]));
  return [...new Map(alone.map((question) => [keyOf(question), question])).values()].map((question) => ({
    question,
    columns: ambiguous.flatMap(({ column, questions }) => (questions.some((each) => keyOf(each) === keyOf(question)) ? [column] : [])),
  }));
}

/** Those that a column is, or may be. */
function questionsIn(meaning: MatchedTable['meanings'][number]): readonly Question[] {
  return meaning.kind === 'question' ? [meaning.question] : meaning.kind === 'ambiguous' ? meaning.questions : [];
}

/**
 * Whether at least nine tenths of the cells in a column are answers; `undefined` where all are empty. If the recognised questions are answered
 * in words, numbers are not answers.
 */
function looksAnswered(matched: MatchedTable, column: SurveyColumn, readAnswer: (cell: string) => Answer): boolean | undefined {
  const forms = new Map<string, number>();
  let filled = 0;
  for (const { cells } of surveyRows(matched.table)) {
    const cell = cells[column.index] ?? '';
    const answer = readAnswer(cell);
    if (answer === null) continue;
    filled++;
    if (answer !== undefined) forms.set(formOf(cell), (forms.get(formOf(cell)) ?? 0) + 1);
  }
  if (filled === 0) return undefined;
  if (notAnswers.has(comparableText(column.texts[0] ?? ''))) return false;
  const given = formsGiven(matched);
  const read = [...forms]
    .filter(([form]) => form === 'text' || given.size === 0 || given.has(form))
    .reduce((sum, [, count]) => sum + count, 0);
  return read >= 0.9 * filled;
}

/** Columns of small numbers that survey tools add, as `comparableText`. */
const notAnswers: ReadonlySet<string> = new Set([
  ...['lastpage', 'seed', 'progress', 'finished', 'status', 'maxpage', 'missing', 'missrel', 'deg_time', 'time_rsi', 'q_viewer'].map(
    comparableText,
  ),
  ...languageRecords.flatMap(({ columns }) => columns.otherNumbers.map(comparableText)),
]);

/** In which forms the recognised questions are answered. */
const formsGiven = oncePerObject(({ table, meanings }: MatchedTable): ReadonlySet<string> => {
  const questions = meanings.flatMap((meaning, index) =>
    meaning.kind === 'question' && meaning.question.kind !== 'importance' ? [index] : [],
  );
  const forms = new Set<string>();
  for (const { cells } of surveyRows(table))
    for (const index of questions) if ((cells[index] ?? '').trim() !== '') forms.add(formOf(cells[index] ?? ''));
  return forms;
});

function formOf(cell: string): 'number' | 'text' {
  return /^\s*\d+(?:[.,]0+)?\s*$/.test(cell) ? 'number' : 'text';
}
