import { answerText } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { importanceScale } from '../importanceScale.ts';
import type { Questionnaire } from './questionnaire.ts';

/** The names of the first columns, by which a text is known that was written here. The columns of answers follow. */
export const questionColumns = ['column', 'feature', 'kind', 'question'] as const;

/**
 * A questionnaire as a table, for tools that make forms: below a line of headings a row for each question. It has the column that the answers
 * belong in, the id of the feature, `functional`, `dysfunctional`, `importance` or `persona`, the text, and a cell for each answer.
 */
export function questionnaireRows({ persona, features }: Questionnaire): readonly (readonly string[])[] {
  const answers = answerKeys.map((answer) => answerText(answer));
  const rows = [
    ...(persona ? [[persona.column, '', 'persona', persona.text, ...persona.choices.map(({ name }) => name)]] : []),
    ...features.flatMap(({ id, questions }) =>
      questions.map(({ kind, column, text }) => [
        column,
        id,
        kind,
        text,
        ...(kind === 'importance' ? importanceScale.map(String) : answers),
      ]),
    ),
  ];
  const most = Math.max(...rows.map((row) => row.length)) - questionColumns.length;
  const heading = [...questionColumns, ...Array.from({ length: most }, (_, index) => `answer_${index + 1}`)];
  return [heading, ...rows.map((row) => [...row, ...heading.slice(row.length).map(() => '')])];
}
