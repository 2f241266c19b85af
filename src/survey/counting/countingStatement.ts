import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { answerReader } from '../answers/cellReaders.ts';
import { type AnswerTable, listedWords } from './answerTable.ts';
import { longestText, longText } from './countsFormat.ts';
import type { Dialect } from './dialects.ts';
import { groupsOf } from './shapeParts.ts';
import { clean, kindsOf, labelsOf, list, type Part } from './statementPart.ts';

// The same standard SQL for all engines: one scan, a list of questions beside each row, groups of equal answers, and only then
// white space and words, on few rows instead of millions. No UNPIVOT or LATERAL, which engines write differently.

/** A statement that counts the answers in a table: respondents by survey, feature, persona and answers. Without a semicolon, so that it can be part of another. */
export function countingStatement(table: AnswerTable, source: string, dialect: Dialect): string {
  const parts = [...groupsOf(table, source, dialect), ...resultOf(table, dialect)];
  const last = parts.pop();
  const named = parts.map(({ name, lines }) => `${name} AS (\n${lines.map((line) => `  ${line}`).join('\n')}\n)`);
  return `${head(dialect)}WITH ${named.join(',\n')}\n${last?.lines.join('\n') ?? ''}\n`;
}

function head({ title }: Dialect): string {
  return `-- kano survey-sql, ${title}: counts the answers of a survey. Only the counts leave the database.\n-- Save the result as CSV, then: kano import --counts\n`;
}

/** From `kano_named` to the result: without white space, in the five answers where the map has the words, and without respondents who said nothing. */
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
      name: 'kano_cleaned',
      lines: [
        ...['feature', ...labels, ...kinds].map(
          (name, index) => `${index === 0 ? 'SELECT ' : '  '}${clean(`${name}_text`, dialect)} AS ${name}_clean,`,
        ),
        '  times',
        'FROM kano_named',
      ],
    },
    {
      name: 'kano_understood',
      lines: [
        ...selected.map((each, index) => `${index === 0 ? 'SELECT ' : '  '}${each}${index < selected.length - 1 ? ',' : ''}`),
        'FROM kano_cleaned',
      ],
    },
    {
      name: '',
      lines: [
        `SELECT ${columns.join(', ')}, SUM(times) AS respondents`,
        'FROM kano_understood',
        `GROUP BY ${columns.join(', ')}`,
        // A condition without a sum would be looked at before the grouping, for every row of the table.
        `HAVING SUM(CASE WHEN ${kinds.map((kind) => `${kind} <> ''`).join(' OR ')} THEN times ELSE 0 END) > 0`,
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
