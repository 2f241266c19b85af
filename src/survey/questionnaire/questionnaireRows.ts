import { answerText } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { importanceScale, questionColumns } from '../surveyFormat.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * A questionnaire as a table for tools that make forms: a row of headings, then a row for each question with the column for its answers, the id
 * of the feature, the kind (`functional`, `dysfunctional`, `importance` or `persona`), the text, and a cell for each possible answer.
 */
export function questionnaireRows({ persona, features }: Questionnaire): readonly (readonly string[])[] {
  const answers = answerKeys.map(answerText);
  const scale = importanceScale.map(String);
  const rows = [
    ...(persona ? [[persona.column, '', 'persona', persona.text, ...persona.choices.map(({ name }) => name)]] : []),
    ...features.flatMap(({ id, questions }) =>
      questions.map(({ kind, column, text }) => [column, id, kind, text, ...(kind === 'importance' ? scale : answers)]),
    ),
  ];
  const most = rows.reduce<number>((longest, row) => Math.max(longest, row.length), questionColumns.length) - questionColumns.length;
  const heading = [...questionColumns, ...Array.from({ length: most }, (_, index) => `answer_${index + 1}`)];
  return [heading, ...rows.map((row) => [...row, ...heading.slice(row.length).map(() => '')])];
}
