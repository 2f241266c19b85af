import type { Feature } from '../document/model.ts';
import type { Answer } from './answerReader.ts';
import type { Question } from './columnNames.ts';
import type { MatchedTable } from './countedRows.ts';
import { columnName, type SurveyTable, surveyRows } from './surveyTable.ts';

/** What is to be said of columns: those of all tables, each once. */
export interface ColumnNotes {
  /** Columns of answers that belong to no feature. */
  readonly answersLeftOut: readonly string[];
  /** Columns that several questions may be meant by, or several columns one question. */
  readonly ambiguous: readonly { readonly column: string; readonly questions: readonly Question[] }[];
  /** Features with a column for one of the two questions only, or for importance only. */
  readonly incomplete: readonly { readonly column: string; readonly question: Question }[];
  /** Columns that hold something else. */
  readonly others: readonly string[];
  /** Features that no column is about. */
  readonly notAsked: readonly string[];
}

/** Looks at all rows, those that do not count among them: they may not count because their columns were not found. */
export function columnNotes(
  tables: readonly MatchedTable[],
  features: readonly Feature[],
  readAnswer: (cell: string) => Answer,
): ColumnNotes {
  const unknown = new Map<string, boolean>();
  const ambiguous = new Map<string, readonly Question[]>();
  const incomplete = new Map<string, Question>();
  const asked = new Set<string>();
  for (const { table, columns, meanings } of tables) {
    const questions = meanings.flatMap((meaning) => (meaning.kind === 'question' ? [meaning.question] : []));
    for (const [index, column] of columns.entries()) {
      const meaning = meanings[index];
      const name = columnName(column);
      if (meaning?.kind === 'unknown') {
        const holdsAnswers = looksAnswered(table, column.index, readAnswer);
        if (holdsAnswers !== undefined || column.texts.length > 0) unknown.set(name, (unknown.get(name) ?? false) || holdsAnswers === true);
      }
      if (meaning?.kind === 'ambiguous') {
        ambiguous.set(name, meaning.questions);
        for (const { feature } of meaning.questions) asked.add(feature);
      }
      if (meaning?.kind !== 'question') continue;
      const { question } = meaning;
      asked.add(question.feature);
      const has = (kind: Question['kind']) => questions.some((each) => each.feature === question.feature && each.kind === kind);
      if (!has('functional') || !has('dysfunctional')) incomplete.set(name, question);
    }
  }
  return {
    answersLeftOut: [...unknown].filter(([, holdsAnswers]) => holdsAnswers).map(([name]) => name),
    ambiguous: [...ambiguous].map(([column, questions]) => ({ column, questions })),
    incomplete: [...incomplete].map(([column, question]) => ({ column, question })),
    others: [...unknown].filter(([, holdsAnswers]) => !holdsAnswers).map(([name]) => name),
    notAsked: features.flatMap(({ id }) => (id === undefined || asked.has(id) ? [] : [id])),
  };
}

/** Whether what stands in a column are answers, all but a tenth; `undefined` where nothing does. */
function looksAnswered(table: SurveyTable, index: number, readAnswer: (cell: string) => Answer): boolean | undefined {
  let [filled, read] = [0, 0];
  for (const { cells } of surveyRows(table)) {
    const answer = readAnswer(cells[index] ?? '');
    if (answer === null) continue;
    filled++;
    if (answer !== undefined) read++;
  }
  return filled === 0 ? undefined : read >= 0.9 * filled;
}
