import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { answerReader } from '../answers/cellReaders.ts';
import { noAnswerWords } from '../answers/wordings/exportWords.ts';
import { type AnswerTable, type AskedFeature, listedWords } from './answerTable.ts';
import { answerColumns, longestText, longText, noRespondent, severalAnswers } from './countsFormat.ts';
import type { Dialect } from './dialects.ts';

// The same standard SQL for all engines: one scan, a list of questions beside each row, groups of equal answers, and only then
// white space and words, on few rows instead of millions. No UNPIVOT or LATERAL, which engines write differently.

/** A statement that counts the answers in a table: respondents by survey, feature, persona and answers. Without a semicolon, so that it can be part of another. */
export function countingStatement(table: AnswerTable, source: string, dialect: Dialect): string {
  const parts = [...groupsOf(table, source, dialect), ...resultOf(table, dialect)];
  const last = parts.pop();
  const named = parts.map(({ name, lines }) => `${name} AS (\n${lines.map((line) => `  ${line}`).join('\n')}\n)`);
  return `${head(dialect)}WITH ${named.join(',\n')}\n${last?.lines.join('\n') ?? ''}\n`;
}

/** A subquery with a name. */
interface Part {
  readonly name: string;
  readonly lines: readonly string[];
}

function head({ title }: Dialect): string {
  return `-- kano survey-sql, ${title}: counts the answers of a survey. Only the counts leave the database.\n-- Save the result as CSV, then: kano import --counts\n`;
}

/** The columns that tell groups of respondents apart, beside the feature. */
function labelsOf({ survey, persona }: AnswerTable): readonly { readonly name: string; readonly column: string }[] {
  return [
    ...(survey === undefined ? [] : [{ name: 'survey', column: survey }]),
    ...(persona === undefined ? [] : [{ name: 'persona', column: persona }]),
  ];
}

function kindsOf({ shape }: AnswerTable): readonly (typeof answerColumns)[number][] {
  const asked = shape.kind === 'by feature' ? [shape.columns] : shape.features;
  return answerColumns.filter((kind) => asked.some((feature) => feature[kind] !== undefined));
}

/** `grouped`: the number of respondents by feature, labels and answers, as they are in the table. */
function groupsOf(table: AnswerTable, source: string, dialect: Dialect): readonly Part[] {
  switch (table.shape.kind) {
    case 'wide':
      return [questions(table.shape.features, dialect), ...wideRows(table, table.shape.features, source, dialect)];
    case 'by feature':
      return rowsByFeature(table, table.shape.columns, source, dialect);
    case 'by answer':
      return rowsByAnswer(table, table.shape, source, dialect);
  }
}

function questions(features: readonly AskedFeature[], { text }: Dialect): Part {
  const [first, ...others] = features.map(({ id }, index) => ({ number: index + 1, id: text(id) }));
  return {
    name: 'questions',
    lines: [
      `SELECT ${first?.number} AS question, ${first?.id} AS feature`,
      ...others.map(({ number, id }) => `UNION ALL SELECT ${number}, ${id}`),
    ],
  };
}

function wideRows(table: AnswerTable, features: readonly AskedFeature[], source: string, dialect: Dialect): readonly Part[] {
  const labels = labelsOf(table);
  const kinds = kindsOf(table);
  const cell = (kind: (typeof kinds)[number], index: number) => `${kind}_${index + 1}`;
  const cells = features.flatMap((feature, index) =>
    kinds.flatMap((kind) => (feature[kind] === undefined ? [] : [{ name: cell(kind, index), column: feature[kind] }])),
  );
  const rows = countedRows(table, { columns: [...labels, ...cells], answers: cells.map(({ name }) => name), apart: [] }, source, dialect);
  const ofKind = (kind: (typeof kinds)[number]) => {
    const asked = features.flatMap((feature, index) =>
      feature[kind] === undefined ? [] : [`WHEN ${index + 1} THEN ${cell(kind, index)}`],
    );
    return `CASE question ${asked.join(' ')} END AS ${kind}_text`;
  };
  return [
    ...rows,
    {
      name: 'pairs',
      lines: [
        `SELECT ${['question', ...labels.map(({ name }) => `${name}_text`)].join(', ')},`,
        ...kinds.map((kind, index) => `  ${ofKind(kind)}${index < kinds.length - 1 ? ',' : ''}`),
        `FROM ${rows.at(-1)?.name} CROSS JOIN questions`,
      ],
    },
    grouped(['question'], table, 'pairs'),
    {
      name: 'named',
      lines: [
        `SELECT ${['questions.feature AS feature_text', ...texts(table), 'times'].join(', ')}`,
        'FROM grouped JOIN questions ON questions.question = grouped.question',
      ],
    },
  ];
}

function rowsByFeature(
  table: AnswerTable,
  asked: { readonly feature: string } & Omit<AskedFeature, 'id'>,
  source: string,
  dialect: Dialect,
): readonly Part[] {
  const cells = kindsOf(table).flatMap((kind) => (asked[kind] === undefined ? [] : [{ name: kind, column: asked[kind] }]));
  const columns = [{ name: 'feature', column: asked.feature }, ...labelsOf(table), ...cells];
  const answers = cells.map(({ name }) => `${name}_text`);
  const rows = countedRows(table, { columns, answers, apart: ['feature_text'] }, source, dialect);
  return [...rows, { ...grouped(['feature_text'], table, rows.at(-1)?.name ?? ''), name: 'named' }];
}

function rowsByAnswer(
  table: AnswerTable,
  { question, answer, features }: Extract<AnswerTable['shape'], { readonly kind: 'by answer' }>,
  source: string,
  dialect: Dialect,
): readonly Part[] {
  const kinds = kindsOf(table);
  const labels = labelsOf(table).map(({ name }) => `${name}_text`);
  const asked = features.flatMap((feature) =>
    kinds.flatMap((kind) => (feature[kind] === undefined ? [] : [{ id: feature.id, kind, name: feature[kind] }])),
  );
  const [first, ...others] = asked.map(({ id, kind, name }) => [name.trim(), id, kind].map(dialect.text));
  const columns = [{ name: 'question', column: question }, ...labelsOf(table), { name: 'answer', column: answer }];
  const rows = countedRows(table, { columns, answers: ['answer_text'], apart: ['question_text'] }, source, dialect);
  const own = (kind: string) => `CASE WHEN kind = ${dialect.text(kind)} AND answer_text <> '' THEN answer_text END`;
  const group = ['feature', 'respondent', ...labels];
  return [
    {
      name: 'questions',
      lines: [
        `SELECT ${first?.[0]} AS name, ${first?.[1]} AS feature, ${first?.[2]} AS kind`,
        ...others.map((values) => `UNION ALL SELECT ${values.join(', ')}`),
      ],
    },
    ...rows,
    {
      name: 'placed',
      lines: [
        `SELECT ${['feature', 'kind', 'respondent', ...labels, 'answer_text'].join(', ')}`,
        `FROM ${rows.at(-1)?.name} JOIN questions ON name = ${dialect.trimmed('question_text')}`,
      ],
    },
    {
      name: 'pairs',
      lines: [
        `SELECT ${['feature AS feature_text', ...labels].join(', ')},`,
        ...kinds.flatMap((kind, index) => [
          `  CASE WHEN respondent = '' THEN ${dialect.text(noRespondent)}`,
          `    WHEN COUNT(${own(kind)}) > 1 THEN ${dialect.text(severalAnswers)}`,
          `    ELSE MAX(${own(kind)}) END AS ${kind}_text${index < kinds.length - 1 ? ',' : ''}`,
        ]),
        `FROM placed GROUP BY ${group.join(', ')}`,
      ],
    },
    { ...grouped(['feature_text'], table, 'pairs'), name: 'named' },
  ];
}

interface RowColumns {
  readonly columns: readonly { readonly name: string; readonly column: string }[];
  /** The columns of answers, as they are called in the statement. */
  readonly answers: readonly string[];
  /** What tells answers of one respondent apart. */
  readonly apart: readonly string[];
}

/** The rows that count, whose columns no name within the statement hides. The only part that reads the table. Where some answers of a respondent do not count, a second part takes those that do. */
function countedRows(table: AnswerTable, { columns, answers, apart }: RowColumns, source: string, dialect: Dialect): readonly Part[] {
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
    name: 'answers',
    lines: [
      ...selected.map((each, index) => `${index === 0 ? 'SELECT ' : '  '}${each}${index < selected.length - 1 ? ',' : ''}`),
      `FROM ${source} AS table_rows`,
      ...conditions.map((condition, index) => `${index === 0 ? 'WHERE' : '  AND'} ${condition}`),
    ],
  };
  if (!duplicates) return [answersPart];
  const partition = ['respondent', ...(table.survey === undefined ? [] : ['survey_text']), ...apart];
  const direction = duplicates.keep === 'first' ? 'ASC' : 'DESC';
  // A row without any answer is not one that somebody gave again.
  const nothing = list(
    ['', '-', '–', '—', ...noAnswerWords, ...listedWords(table.words, 'leaveOut').map((word) => word.toLowerCase())],
    dialect,
  );
  return [
    answersPart,
    {
      name: 'numbered',
      lines: [
        'SELECT answers.*, ROW_NUMBER() OVER (',
        `  PARTITION BY ${partition.join(', ')} ORDER BY CASE WHEN answered IS NULL THEN 1 ELSE 0 END, answered ${direction}`,
        ') AS turn',
        'FROM answers',
        ...answers.map((name, index) => `${index === 0 ? 'WHERE' : '  OR'} LOWER(TRIM(COALESCE(${name}, ''))) NOT IN (${nothing})`),
      ],
    },
    { name: 'kept', lines: ["SELECT * FROM numbered WHERE turn = 1 OR respondent = ''"] },
  ];
}

function grouped(first: readonly string[], table: AnswerTable, from: string): Part {
  const group = [...first, ...texts(table)].join(', ');
  return { name: 'grouped', lines: [`SELECT ${group}, COUNT(*) AS times`, `FROM ${from} GROUP BY ${group}`] };
}

/** The columns of labels and answers, as they are in the table. */
function texts(table: AnswerTable): readonly string[] {
  return [...labelsOf(table).map(({ name }) => name), ...kindsOf(table)].map((name) => `${name}_text`);
}

/** From `named` to the result: without white space, in the five answers where the map has the words, and without respondents who said nothing. */
function resultOf(table: AnswerTable, dialect: Dialect): readonly Part[] {
  const labels = labelsOf(table).map(({ name }) => name);
  const kinds = kindsOf(table);
  const columns = [...labels.filter((name) => name === 'survey'), 'feature', ...labels.filter((name) => name === 'persona'), ...kinds];
  const words = wordCases(table, dialect);
  const isShort = (name: string) => `WHEN ${dialect.length(name)} > ${longestText} THEN ${dialect.text(longText)} ELSE ${name} END`;
  const selected = [
    ...['feature', ...labels].map((name) => `CASE ${isShort(`${name}_clean`)} AS ${name}`),
    ...kinds.map((kind) => `CASE ${kind === 'importance' ? '' : words(`${kind}_clean`)}${isShort(`${kind}_clean`)} AS ${kind}`),
    'times',
  ];
  return [
    {
      name: 'cleaned',
      lines: [
        ...['feature', ...labels, ...kinds].map(
          (name, index) => `${index === 0 ? 'SELECT ' : '  '}${clean(`${name}_text`, dialect)} AS ${name}_clean,`,
        ),
        '  times',
        'FROM named',
      ],
    },
    {
      name: 'understood',
      lines: [
        ...selected.map((each, index) => `${index === 0 ? 'SELECT ' : '  '}${each}${index < selected.length - 1 ? ',' : ''}`),
        'FROM cleaned',
      ],
    },
    {
      name: '',
      lines: [
        `SELECT ${columns.join(', ')}, SUM(times) AS respondents`,
        'FROM understood',
        `WHERE ${kinds.map((kind) => `${kind} <> ''`).join(' OR ')}`,
        `GROUP BY ${columns.join(', ')}`,
        `ORDER BY ${columns.join(', ')}`,
      ],
    },
  ];
}

/** The words of the map, and the five answers themselves, which the map may give another meaning. All other words stay as they are: the import knows them. */
function wordCases({ words }: AnswerTable, dialect: Dialect): (name: string) => string {
  const readAnswer = answerReader(words);
  const given = answerKeys.map((key, index) => ({
    key: key as string,
    texts: [...new Set([...listedWords(words, key), ...answerKeys.filter((each) => readAnswer(each) === index && each !== key)])],
  }));
  const none = answerKeys.filter((key) => readAnswer(key) === null);
  const cases = [...given, { key: '', texts: [...new Set([...listedWords(words, 'leaveOut'), ...none])] }].filter(
    ({ texts }) => texts.length > 0,
  );
  return (name) => cases.map(({ key, texts }) => `WHEN ${name} IN (${list(texts, dialect)}) THEN ${dialect.text(key)} `).join('');
}

function clean(expression: string, { trimmed }: Dialect): string {
  return `COALESCE(${trimmed(expression)}, '')`;
}

function list(values: readonly string[], { text }: Dialect): string {
  return [...new Set(values.map((value) => value.trim()))].map(text).join(', ');
}
