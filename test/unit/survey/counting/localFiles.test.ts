import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kano, temporaryFolder } from '../../cli/command.ts';
import { folderWith } from '../../cli/folder.ts';
import { duckdb, type Engine } from './engines.ts';
import { talliesIn } from './talliesIn.ts';

const temporary = temporaryFolder();

const shop = `kano: 1
product: Invented
personas: [{ id: member, name: Member }, { id: guest, name: Guest }]
features: [{ id: fast-search, title: Fast search }, { id: voice-search, title: Voice search }]
`;
const map = 'personas: { column: Segment }\nanswers: { like: ["05"], must-be: ["5"], neutral: ["1"], live-with: ["2"], dislike: ["3"] }\n';
const kinds = ['fast-search_functional', 'fast-search_dysfunctional', 'voice-search_functional', 'voice-search_dysfunctional'];
const words = ['05', '5', '1', '2', '3', 'I am neutral', '', '"I dislike it, really"'];
const csv = [
  ['Segment', ...kinds].join(','),
  ...Array.from({ length: 200 }, (_, row) =>
    [row % 3 === 0 ? 'Guest' : 'Member', ...kinds.map((_, column) => words[(row * 7 + column * 3 + Math.floor(row / 5)) % 7])].join(','),
  ),
].join('\n');

describe('files that are too large to import', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await duckdb();
  });
  afterAll(() => engine.close());

  it.each(['csv', 'csv.gz', 'tsv', 'parquet'])('are counted by DuckDB as they are imported: %s', async (extension) => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': shop, 'map.yaml': map, 'answers.csv': csv });
    const imported = await kano(folder, ['import', 'answers.csv', '--into', 'shop.kano.yaml', '--map', 'map.yaml']);
    expect(imported).toMatchObject({ code: 0 });
    const expected = talliesIn(folder);
    expect(expected.length).toBe(4);
    writeFileSync(join(folder, 'shop.kano.yaml'), shop);
    // The name of a file is data too.
    const file = join(folder, `it's ${extension}.${extension}`);
    const formats = { csv: 'csv', 'csv.gz': 'csv', tsv: "csv, DELIMITER '\t'", parquet: 'parquet' } as const;
    const source = `read_csv('${join(folder, 'answers.csv')}', all_varchar = true, header = true)`;
    await engine.query(`COPY (FROM ${source}) TO '${file.replaceAll("'", "''")}' (FORMAT ${formats[extension as keyof typeof formats]})`);
    const { output } = await kano(folder, ['survey-sql', 'shop.kano.yaml', '-m', 'map.yaml', '-d', 'duckdb', '--table', file]);
    // As `duckdb -csv` writes it.
    await engine.query(`COPY (${output}) TO '${join(folder, 'counts.csv')}' (FORMAT csv, HEADER)`);
    const counted = await kano(folder, ['import', '--counts', 'counts.csv', '--into', 'shop.kano.yaml', '--map', 'map.yaml']);
    expect(counted).toMatchObject({ code: 0 });
    expect(talliesIn(folder)).toEqual(expected);
  });
});
