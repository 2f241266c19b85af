import type { AnswerTable, AskedFeature } from './answerTable.ts';
import { countedRows } from './countedRowsPart.ts';
import { noRespondent, severalAnswers, unknownQuestion } from './countsFormat.ts';
import type { Dialect } from './dialects.ts';
import { clean, kindsOf, labelsOf, type Part, texts } from './statementPart.ts';

/** `kano_named`: the number of respondents by feature, labels and answers, as they are in the table. */
export function groupsOf(table: AnswerTable, source: string, dialect: Dialect): readonly Part[] {
  switch (table.shape.kind) {
    case 'wide':
      return [questions(table.shape.features, dialect), ...wideRows(table, table.shape.features, source, dialect)];
    case 'by feature':
      return rowsByFeature(table, table.shape.columns, source, dialect);
    case 'by answer':
      return rowsByAnswer(table, table.shape, source, dialect);
  }
}

function questions(features: readonly AskedFeature[], { text, columnText = text }: Dialect): Part {
  const [first, ...others] = features.map(({ id }, index) => ({ number: index + 1, id: columnText(id) }));
  return {
    name: 'kano_questions',
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
      name: 'kano_pairs',
      lines: [
        `SELECT ${['question', ...labels.map(({ name }) => `${name}_text`)].join(', ')},`,
        ...kinds.map((kind, index) => `  ${ofKind(kind)}${index < kinds.length - 1 ? ',' : ''}`),
        `FROM ${rows.at(-1)?.name} CROSS JOIN kano_questions`,
      ],
    },
    grouped(['question'], table, 'kano_pairs'),
    {
      name: 'kano_named',
      lines: [
        `SELECT ${['kano_questions.feature AS feature_text', ...texts(table), 'times'].join(', ')}`,
        'FROM kano_grouped JOIN kano_questions ON kano_questions.question = kano_grouped.question',
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
  return [...rows, { ...grouped(['feature_text'], table, rows.at(-1)?.name ?? ''), name: 'kano_named' }];
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
  const [first, ...others] = asked.map(({ id, kind, name }) => [name.trim(), id, kind].map(dialect.columnText ?? dialect.text));
  const columns = [{ name: 'question', column: question }, ...labelsOf(table), { name: 'answer', column: answer }];
  const rows = countedRows(table, { columns, answers: ['answer_text'], apart: ['question_text'] }, source, dialect);
  const own = (kind: string) => `CASE WHEN asked_kind = ${dialect.text(kind)} AND answer_text <> '' THEN answer_text END`;
  const unknown = dialect.text(unknownQuestion);
  const group = [
    'asked_feature',
    'respondent',
    ...labels,
    `CASE WHEN respondent = '' OR asked_kind = ${unknown} THEN asked_kind ELSE '' END`,
  ];
  // Some engines fill in an empty text where nothing is joined.
  const isUnknown = "COALESCE(kind, '') = ''";
  return [
    {
      name: 'kano_questions',
      lines: [
        `SELECT ${first?.[0]} AS name, ${first?.[1]} AS feature, ${first?.[2]} AS kind`,
        ...others.map((values) => `UNION ALL SELECT ${values.join(', ')}`),
      ],
    },
    ...rows,
    {
      name: 'kano_placed',
      lines: [
        `SELECT CASE WHEN ${isUnknown} THEN ${clean('question_text', dialect)} ELSE feature END AS asked_feature,`,
        `  CASE WHEN ${isUnknown} THEN ${unknown} ELSE kind END AS asked_kind,`,
        `  ${['respondent', ...labels, 'answer_text'].join(', ')}`,
        `FROM ${rows.at(-1)?.name} LEFT JOIN kano_questions ON name = ${dialect.trimmed('question_text')}`,
      ],
    },
    {
      name: 'kano_pairs',
      lines: [
        `SELECT ${['asked_feature AS feature_text', ...labels].join(', ')},`,
        ...kinds.flatMap((kind, index) => [
          // What people answered to another question stays where it is: nobody knows what they were asked.
          `  CASE ${index === 0 ? `WHEN MAX(asked_kind) = ${unknown} THEN ${unknown}\n    ` : ''}WHEN respondent = '' AND COUNT(${own(kind)}) > 0 THEN ${dialect.text(noRespondent)}`,
          `    WHEN COUNT(${own(kind)}) > 1 THEN ${dialect.text(severalAnswers)}`,
          `    ELSE MAX(${own(kind)}) END AS ${kind}_text,`,
        ]),
        // Nobody knows how many people they are: each answer is one that is in doubt.
        `  CASE WHEN respondent = '' OR MAX(asked_kind) = ${unknown} THEN COUNT(CASE WHEN answer_text <> '' THEN 1 END) ELSE 1 END AS people`,
        `FROM kano_placed GROUP BY ${group.join(', ')}`,
      ],
    },
    { ...grouped(['feature_text'], table, 'kano_pairs', 'SUM(people)'), name: 'kano_named' },
  ];
}

function grouped(first: readonly string[], table: AnswerTable, from: string, times = 'COUNT(*)'): Part {
  const group = [...first, ...texts(table)].join(', ');
  return { name: 'kano_grouped', lines: [`SELECT ${group}, ${times} AS times`, `FROM ${from} GROUP BY ${group}`] };
}
