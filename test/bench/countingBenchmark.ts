import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readSurveyMap } from '../../src/survey/answers/surveyMap.ts';
import { answerTable } from '../../src/survey/counting/answerTable.ts';
import { countingStatement } from '../../src/survey/counting/countingStatement.ts';
import { dialects } from '../../src/survey/counting/dialects.ts';
import { tableSource } from '../../src/survey/counting/tableSource.ts';
import { summary } from './measure.ts';
import { measureProcess } from './measureProcess.ts';
import type { Row } from './row.ts';

const features = Array.from({ length: 10 }, (_, index) => `f${index}`);
const runs = 3;

/** What DuckDB takes for the statement of `kano survey-sql`, and `kano import --counts` for its result. */
export async function countingBenchmark(respondents: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kano-counting-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await invent(connection, respondents, folder);
    const pairs = `${(respondents * features.length).toLocaleString('en')} pairs of answers`;
    const row = (work: string, by: string, unit: Row['unit'], figures: readonly number[]): Row => {
      return { group: 'counting', work: `${work}, ${pairs}`, by, features: features.length, unit, figure: summary(figures) };
    };
    const rows: Row[] = [];
    for (const { shape, table, map } of shapes(folder)) {
      const statement = statementOf(map, table);
      const { times, processor } = await usageOf(connection, statement);
      rows.push(row(`count ${shape}`, 'DuckDB', 'ms', times), row(`count ${shape}: processor time`, 'DuckDB', 'ms', processor));
    }
    const counts = await (await connection.runAndReadAll(statementOf(wide, 'wide'))).getRowObjectsJson();
    const lines = counts.map((each) => `${JSON.stringify(each)}\n`).join('');
    writeFileSync(join(folder, 'counts.jsonl'), lines);
    rows.push(row('size of the counts', 'Kano', 'kB', [Buffer.byteLength(lines) / 1000]));
    const usages = Array.from({ length: runs }, () => {
      writeFileSync(join(folder, 'shop.kano.yaml'), productText);
      return measureProcess([resolve('dist/cli.js'), 'import', '--counts', 'counts.jsonl', '--into', 'shop.kano.yaml'], folder);
    });
    rows.push(
      row(
        'import --counts: processor time',
        'Kano',
        'ms',
        usages.map(({ processor }) => processor),
      ),
    );
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

const personas = 'personas: { column: persona }\n';
const wide = `answers: { like: [Love it] }\n${personas}`;

function shapes(folder: string): readonly { readonly shape: string; readonly table: string; readonly map: string }[] {
  const respondent = 'respondents: { column: id, duplicates: last }\ntable: { order: at }\n';
  return [
    { shape: 'a column for each question', table: 'wide', map: wide },
    { shape: 'the same with the last answers of each respondent', table: 'wide', map: wide + respondent },
    { shape: 'the same in a Parquet file', table: join(folder, 'wide.parquet'), map: wide },
    {
      shape: 'a row for each feature',
      table: 'by_feature',
      map: `${wide}table: { feature: feature, functional: functional, dysfunctional: dysfunctional }\n`,
    },
  ];
}

function statementOf(map: string, table: string): string {
  const reading = answerTable(readSurveyMap('map.yaml', map).map, features);
  if ('refused' in reading) throw new Error(reading.refused.join('\n'));
  return countingStatement(reading.table, tableSource(table, 'duckdb', dialects.duckdb).sql, dialects.duckdb);
}

/** Times of several runs, and how long processors worked in them: a busy machine changes only the first. */
async function usageOf(connection: DuckDBConnection, statement: string) {
  const [times, processor]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await connection.runAndReadAll(statement);
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  return { times, processor };
}

const productText = `kano: 1
product: Shop
personas: [{ id: member, name: Member }, { id: guest, name: Guest }, { id: partner, name: Partner }]
features:
${features.map((id) => `  - { id: ${id}, title: Feature ${id} }\n`).join('')}`;

/** Made by rule, so that every run counts the same. */
async function invent(connection: DuckDBConnection, respondents: number, folder: string): Promise<void> {
  const answer = (seed: string) =>
    `['Love it', 'I expect it', 'I am neutral', 'I can live with it', 'I dislike it'][1 + (hash(${seed}) % 5)::INTEGER]`;
  const persona = (id: string) => `['Member', 'Guest', 'Partner'][1 + (${id} % 3)::INTEGER] AS persona`;
  const columns = features.flatMap((feature, index) => [
    `${answer(`i * 31 + ${index}`)} AS "${feature}_functional"`,
    `${answer(`i * 37 + ${index} + 5`)} AS "${feature}_dysfunctional"`,
  ]);
  await connection.run(
    `CREATE TABLE wide AS SELECT i AS id, i AS at, ${persona('i')}, ${columns.join(', ')} FROM range(${respondents}) AS rows(i)`,
  );
  await connection.run(`COPY wide TO '${join(folder, 'wide.parquet')}' (FORMAT parquet)`);
  await connection.run(
    `CREATE TABLE by_feature AS SELECT 'f' || (i % ${features.length}) AS feature, ${persona(`(i // ${features.length})`)}, ${answer('i * 31')} AS functional, ${answer('i * 37')} AS dysfunctional FROM range(${respondents * features.length}) AS rows(i)`,
  );
}
