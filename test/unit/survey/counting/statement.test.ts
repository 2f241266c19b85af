import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerReader } from '../../../../src/survey/answers/cellReaders.ts';
import { noAnswerSigns } from '../../../../src/survey/counting/countedRowsPart.ts';
import { dialectNames } from '../../../../src/survey/counting/dialectNames.ts';
import { kano, temporaryFolder } from '../../cli/command.ts';
import { folderWith } from '../../cli/folder.ts';
import { mapText, productText, tableTexts } from './inventedAnswers.ts';

const temporary = temporaryFolder();
const golden = (name: string) => `../../../fixtures/warehouse/${name}.sql`;

async function statement(map: string, parameters: readonly string[]) {
  const folder = folderWith(temporary(), { 'shop.kano.yaml': productText, 'map.yaml': map });
  return kano(folder, ['survey-sql', 'shop.kano.yaml', '--map', 'map.yaml', ...parameters]);
}

describe('kano survey-sql', () => {
  it.each(dialectNames)('prints the same statement for %s as before', async (dialect) => {
    const { code, output } = await statement(mapText(tableTexts.wide), ['--dialect', dialect]);
    expect(code).toBe(0);
    await expect(output).toMatchFileSnapshot(golden(dialect));
  });

  it.each(['byFeature', 'byAnswer'] as const)('prints the same statement as before for a table %s', async (shape) => {
    const { output } = await statement(mapText(tableTexts[shape], shape === 'byAnswer' ? 'last' : 'all'), ['--dialect', 'bigquery']);
    await expect(output).toMatchFileSnapshot(golden(shape));
  });

  it('reads the table once, and ends without a semicolon', async () => {
    for (const table of Object.values(tableTexts)) {
      const { output } = await statement(mapText(table), ['--dialect', 'duckdb', '--table', 'once']);
      expect(output.split('"once"')).toHaveLength(2);
      expect(output.trimEnd().endsWith(';')).toBe(false);
    }
  });

  it('is a model of dbt, where the table is a reference', async () => {
    const map = mapText(tableTexts.wide).replace('Weiß nicht', '"{{ env_var(1) }} {% raw %} {# x"');
    const { output } = await statement(map, ['--dialect', 'snowflake', '--table', "{{ ref('stg_survey_answers') }}"]);
    expect(output).toContain("FROM {{ ref('stg_survey_answers') }} AS table_rows");
    expect(output).toContain("'{{ '{' }}{ env_var(1) }} {{ '{' }}% raw %} {{ '{' }}# x'");
  });

  it.each(['{{ ref("stg") }}', "{{ ref('stg', v=2) }}", '{{ref("shop", "stg", version = "2")}}', '{{ source("crm", "stg") }}'])(
    'leaves the reference %s to dbt',
    async (reference) => {
      const { output } = await statement(mapText(tableTexts.wide), ['--dialect', 'snowflake', '--table', reference]);
      expect(output).toContain(`FROM ${reference} AS table_rows`);
    },
  );

  it.each(["{{ ref('stg') }} ; DROP TABLE y", '{{ var("table") }}', '{% if x %}a{% endif %}', "{{ source('crm') }}"])(
    'refuses %s, which is no reference',
    async (name) => {
      const { code, output, errors } = await statement(mapText(tableTexts.wide), ['--dialect', 'snowflake', '--table', name]);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toContain(`“${name}” is no reference that the command knows. It knows {{ ref('table') }}`);
    },
  );

  it.each([
    [
      'columns: { fast-search: { functional: "#7", dysfunctional: Q8 } }',
      'The map names a column by its position, “#7”. In a database, name it as the table does.',
    ],
    ['respondents: { column: user }', 'The map has to say which answers count of respondents who answered more than once'],
    [
      'respondents: { column: user, duplicates: last }',
      'The rows of a table have no order. Which answer is the first, and which the last, says a column: table: { order: … }.',
    ],
    ['respondents: { duplicates: last }\ntable: { order: at }', 'The map has to say which column tells respondents apart'],
    ['table: { question: q, answer: a }', 'A row is an answer, so the map has to say which column tells respondents apart'],
    ['table: { feature: f }', 'map.yaml:1:1: “functional” is missing here, and it is required. Add it.'],
    ['names: { fast: F1 }', 'map.yaml:1:10: No feature of the file has the id “fast”. Did you mean “fast-search”?'],
    ['importance: { to: 5 }', 'map.yaml:1:1: “from” is missing here, and it is required. Add it.'],
    ['personas: { column: "" }', '1:21'],
    ['where: { country: [] }', '“where” names no value for “country”, so no row would count. Name one, or leave the column out.'],
    ['where: { "": [1] }', 'PostgreSQL cannot have these names in quotes'],
    ['where: { "a\\0b": [1] }', 'PostgreSQL cannot have these names in quotes'],
  ])('says what is missing in %s', async (map, reason) => {
    const { code, output, errors } = await statement(map, ['-d', 'postgresql', '-t', 'answers']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(reason);
  });

  it('takes for no answer only what an import takes for none', () => {
    const read = answerReader();
    expect(noAnswerSigns.filter((sign) => read(sign) !== null || read(sign.toUpperCase()) !== null)).toEqual([]);
  });

  it('leaves out nobody, where the map lists no value', async () => {
    const { code, output } = await statement('respondents: { leaveOut: { status: [] } }', ['-d', 'duckdb', '-t', 'a']);
    expect([code, output.includes('IN ()')]).toEqual([0, false]);
  });

  it('gives the features a type in Redshift, where a literal has none', async () => {
    for (const [map, column] of [
      [mapText(tableTexts.wide), "1 AS question, CAST('fast-search' AS VARCHAR(65535)) AS feature"],
      [mapText(tableTexts.byAnswer), "CAST('functional' AS VARCHAR(65535)) AS kind"],
    ] as const)
      expect((await statement(map, ['-d', 'redshift'])).output).toContain(column);
  });

  it('asks for the table, and for a dialect that it knows', async () => {
    expect(await statement('', ['-d', 'duckdb'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Name it with --table, or in the map'),
    });
    expect(await statement('', ['-d', 'mysql'])).toMatchObject({ code: 2, errors: expect.stringContaining('clickhouse') });
    expect(await statement('', [])).toMatchObject({ code: 2, errors: expect.stringContaining('--dialect') });
  });

  it('asks about the features that the map names, else about all', async () => {
    const some = await statement('names: { voice-search: V }', ['-d', 'duckdb', '-t', 'a']);
    expect(some.output).toContain('"V_functional"');
    expect(some.output).not.toContain('fast-search');
    expect(some.errors).toBe('kano: The map names no columns for fast-search and dark-mode, so the statement leaves them out.\n');
    const all = await statement('', ['-d', 'duckdb', '-t', 'a']);
    expect(all.output).toContain('"dark-mode_dysfunctional"');
    expect(all.errors).toBe('');
  });

  it('has every example of its page in a map that is right', async () => {
    const page = readFileSync(new URL('../../../../docs/warehouse.md', import.meta.url), 'utf8');
    const maps = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    expect(maps).toHaveLength(4);
    for (const map of maps) {
      const folder = folderWith(temporary(), { 'shop.kano.yaml': productText });
      writeFileSync(join(folder, 'map.yaml'), map);
      expect(await kano(folder, ['survey-sql', 'shop.kano.yaml', '-m', 'map.yaml', '-d', 'bigquery'])).toMatchObject({ code: 0 });
    }
  });
});
