import { noAnswerWords } from '../answers/wordings/exportWords.ts';
import { type AnswerTable, listedWords } from './answerTable.ts';
import type { Dialect } from './dialects.ts';
import { clean, list, type Part } from './statementPart.ts';

export interface RowColumns {
  readonly columns: readonly { readonly name: string; readonly column: string }[];
  /** The columns of answers, as they are called in the statement. */
  readonly answers: readonly string[];
  /** What tells answers of one respondent apart. */
  readonly apart: readonly string[];
}

/** How people and programs write that there is no answer, beside the words for it. */
export const noAnswerSigns: readonly string[] = [
  ...['-', '–', '—', '−', '.'].flatMap((sign) => [sign, sign.repeat(2), sign.repeat(3)]),
  ...['…', '－', 'n.a.', 'n.a', 'n. a.', 'n/a.', 'n / a', 'n-a', '(n/a)', '(na)', '<na>', '(null)', '[null]', '<null>', '#null!'],
];

/** The rows that count, whose columns no name within the statement hides. The only part that reads the table. Where some answers of a respondent do not count, a second part takes those that do. */
export function countedRows(
  table: AnswerTable,
  { columns, answers, apart }: RowColumns,
  source: string,
  dialect: Dialect,
): readonly Part[] {
  const value = (column: string) => dialect.asText(`table_rows.${dialect.identifier(column)}`);
  const { respondent, duplicates, shape } = table;
  const needsRespondent = respondent !== undefined && (duplicates !== undefined || shape.kind === 'by answer');
  const alias = (name: string) => (/_\d+$/.test(name) ? name : `${name}_text`);
  const selected = [
    ...columns.map(({ name, column }) => `${value(column)} AS ${alias(name)}`),
    ...(needsRespondent ? [`${clean(value(respondent), dialect)} AS respondent`] : []),
    ...(duplicates ? [`table_rows.${dialect.identifier(duplicates.order)} AS answered`] : []),
  ];
  const conditions = [
    ...[...table.where].map(([column, values]) => `${clean(value(column), dialect)} IN (${list(values, dialect)})`),
    ...[...table.leaveOut].map(([column, values]) => `${clean(value(column), dialect)} NOT IN (${list(values, dialect)})`),
  ];
  const answersPart: Part = {
    name: 'kano_answers',
    lines: [
      ...selected.map((each, index) => `${index === 0 ? 'SELECT ' : '  '}${each}${index < selected.length - 1 ? ',' : ''}`),
      `FROM ${source} AS table_rows`,
      ...conditions.map((condition, index) => `${index === 0 ? 'WHERE' : '  AND'} ${condition}`),
    ],
  };
  if (!duplicates) return [answersPart];
  const partition = ['respondent', ...(table.survey === undefined ? [] : ['survey_text']), ...apart];
  const direction = duplicates.keep === 'first' ? 'ASC' : 'DESC';
  // A row without any answer is not one that somebody gave again. The import knows the same words, with any punctuation.
  const words = [...noAnswerWords, ...noAnswerSigns, ...listedWords(table.words, 'leaveOut')];
  // Some engines lower the case of ASCII letters only.
  const lower = words.flatMap((word) => [word.toLowerCase(), word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())]);
  const nothing = list(['', ...lower], dialect);
  return [
    answersPart,
    {
      name: 'kano_numbered',
      lines: [
        'SELECT kano_answers.*, ROW_NUMBER() OVER (',
        `  PARTITION BY ${partition.join(', ')} ORDER BY CASE WHEN answered IS NULL THEN 1 ELSE 0 END, answered ${direction}`,
        ') AS turn',
        'FROM kano_answers',
        // By cases, of which the first that holds ends the search: most people answer the first question.
        ...answers.map(
          (name, index) => `${index === 0 ? 'WHERE CASE' : '  '} WHEN LOWER(TRIM(COALESCE(${name}, ''))) NOT IN (${nothing}) THEN 1`,
        ),
        '  ELSE 0 END = 1',
      ],
    },
    { name: 'kano_kept', lines: ["SELECT * FROM kano_numbered WHERE turn = 1 OR respondent = ''"] },
  ];
}
