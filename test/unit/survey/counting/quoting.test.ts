import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSurveyMap, type SurveyMap } from '../../../../src/survey/answers/surveyMap.ts';
import { answerTable, unquotableNames } from '../../../../src/survey/counting/answerTable.ts';
import { countingStatement } from '../../../../src/survey/counting/countingStatement.ts';
import { type DialectName, dialectNames } from '../../../../src/survey/counting/dialectNames.ts';
import { dialects, withinJinja } from '../../../../src/survey/counting/dialects.ts';
import { tableSource } from '../../../../src/survey/counting/tableSource.ts';
import { hostileText } from './hostileText.ts';

/** How an engine ends what is in quotes, from its documentation and independent of how we quote. */
interface Lexer {
  readonly name: '"' | '`';
  readonly nameHasBackslash?: true;
  /** Whether a backslash escapes in texts: always, or where E is before them. */
  readonly textHasBackslash?: 'always' | 'E';
  /** Whether two quotation marks are one in a text; else they end it and begin another. */
  readonly textDoubles?: true;
}

const lexers: Readonly<Record<DialectName, Lexer>> = {
  duckdb: { name: '"', textDoubles: true },
  postgresql: { name: '"', textDoubles: true, textHasBackslash: 'E' },
  sqlite: { name: '"', textDoubles: true },
  clickhouse: { name: '`', nameHasBackslash: true, textHasBackslash: 'always' },
  bigquery: { name: '`', nameHasBackslash: true, textHasBackslash: 'always' },
  snowflake: { name: '"', textDoubles: true, textHasBackslash: 'always' },
  databricks: { name: '`', textHasBackslash: 'always' },
  redshift: { name: '"', textDoubles: true, textHasBackslash: 'always' },
};

/** A statement with what is in quotes left out. */
function skeleton(statement: string, { name, nameHasBackslash, textHasBackslash, textDoubles }: Lexer): string {
  let [outside, at] = ['', 0];
  while (at < statement.length) {
    const sign = statement[at] ?? '';
    if (statement.startsWith('--', at)) {
      at = statement.indexOf('\n', at);
      continue;
    }
    if (sign !== "'" && sign !== name) {
      outside += sign;
      at++;
      continue;
    }
    const isText = sign === "'";
    const isEscaping = isText
      ? textHasBackslash === 'always' || (textHasBackslash === 'E' && outside.endsWith('E'))
      : nameHasBackslash === true;
    const isDoubling = isText ? textDoubles === true : nameHasBackslash !== true;
    for (at++; at < statement.length; at++) {
      if (isEscaping && statement[at] === '\\') at++;
      else if (statement[at] === sign) {
        if (!isDoubling || statement[at + 1] !== sign) break;
        at++;
      }
    }
    // PostgreSQL writes a text with a backslash in another way, and nothing else.
    outside = `${isText && outside.endsWith('E') && !/\w/.test(outside.at(-2) ?? '') ? outside.slice(0, -1) : outside}${isText ? '«text»' : '«name»'}`;
    at++;
  }
  return outside;
}

const list = (text: string) => [text];
const mapOf = (name: (index: number) => string, shape: 'wide' | 'by feature' | 'by answer'): SurveyMap => ({
  ...noSurveyMap,
  columns: new Map([['f1', { functional: name(0), dysfunctional: name(1), importance: name(2) }]]),
  answers: { like: list(name(3)), leaveOut: list(name(4)) },
  personas: { column: name(5), values: new Map(), leaveOut: [] },
  respondents: { column: name(6), duplicates: 'last', leaveOut: new Map([[name(7), list(name(8))]]) },
  where: new Map([[name(9), list(name(10))]]),
  table: {
    survey: name(11),
    order: name(12),
    ...(shape === 'by feature' && { feature: name(13), functional: name(14), dysfunctional: name(15) }),
    ...(shape === 'by answer' && { question: name(13), answer: name(14) }),
  },
});

const statementOf = (map: SurveyMap, source: string, dialect: DialectName) => {
  const reading = answerTable(map, ['f1']);
  if ('refused' in reading) throw new Error(reading.refused.join());
  const found = tableSource(source, dialect, dialects[dialect]);
  const unquotable = unquotableNames(reading.table, found.isInJinja ? [] : found.names, dialects[dialect]);
  const used = found.isInJinja ? withinJinja(dialects[dialect]) : dialects[dialect];
  return { unquotable, statement: countingStatement(reading.table, found.sql, used) };
};

describe.each(dialectNames)('a statement for %s', (dialect) => {
  it.each(['wide', 'by feature', 'by answer'] as const)(
    'has nothing outside its quotes that depends on a name, where the table is %s',
    (shape) => {
      const plain = statementOf(
        mapOf((index) => `name ${index}`, shape),
        'answers',
        dialect,
      ).statement;
      const expected = skeleton(plain, lexers[dialect]);
      expect(expected).toMatch(/^[\w\s(),.<>=|*«»]+$/);
      fc.assert(
        fc.property(fc.array(hostileText(12), { minLength: 16, maxLength: 16 }), hostileText(12), (names, table) => {
          // Each is a name of its own, and of a word that no answer has.
          const map = mapOf((index) => `${names[index]}${index}n`, shape);
          const { statement, unquotable } = statementOf(map, `"${table.replaceAll('"', '""')}t"`, dialect);
          fc.pre(unquotable.length === 0);
          expect(skeleton(statement, lexers[dialect])).toBe(expected);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('shows dbt none of its signs but those of the reference', () => {
    const reference = "{{ ref('survey_answers') }}";
    fc.assert(
      fc.property(fc.array(hostileText(12), { minLength: 16, maxLength: 16 }), (names) => {
        const map = mapOf((index) => `${names[index]}{{ x }}{%${index}n`, 'wide');
        const { statement } = statementOf(map, reference, dialect);
        const direct = statementOf(map, 'answers', dialect).statement;
        const rest = statement.replace(reference, dialects[dialect].identifier('answers')).replaceAll("{{ '{' }}", '\u0001');
        expect(rest).not.toMatch(/\{[{%#]/);
        expect(rest.replaceAll('\u0001', '{')).toBe(direct);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a name', () => {
  const refused = (name: string, dialect: DialectName) =>
    statementOf(
      mapOf((index) => (index === 0 ? name : `n${index}`), 'wide'),
      'answers',
      dialect,
    ).unquotable;

  it('is refused where no quotes hold it', () => {
    for (const dialect of dialectNames) expect(refused('a\0b', dialect)).toHaveLength(1);
    expect(refused('&{ password }', 'snowflake')).toEqual(['&{ password }']);
    expect(refused('<% ctx.env.SECRET %>', 'snowflake')).toEqual(['<% ctx.env.SECRET %>']);

    const widget = `${'$'}{secret}`;
    expect(refused(widget, 'databricks')).toEqual([widget]);
    expect(refused(widget, 'duckdb')).toEqual([]);
  });

  it.each([
    ['answers', ['answers']],
    ['crm.survey answers', ['crm', 'survey answers']],
    ['my-project.crm."a.b""c"', ['my-project', 'crm', 'a.b"c']],
    ['crm.`a.b`', ['crm', 'a.b']],
    ['a..b', ['a', '', 'b']],
    ["{{ ref('x') }} ; DROP TABLE y", ["{{ ref('x') }} ; DROP TABLE y"]],
  ])('of a table, %s, has its parts', (name, parts) => {
    expect(tableSource(name, 'postgresql', dialects.postgresql)).toMatchObject({ names: parts, isInJinja: false });
  });

  it.each([
    ['answers.parquet', "read_parquet('answers.parquet')"],
    ["it's/*.parquet", "read_parquet('it''s/*.parquet')"],
    ['answers.csv.gz', "read_csv('answers.csv.gz', header = true, all_varchar = true)"],
    ['csv.answers', '"csv"."answers"'],
  ])('that is a file for DuckDB, %s, is read there', (name, sql) => {
    expect(tableSource(name, 'duckdb', dialects.duckdb).sql).toBe(sql);
  });
});
