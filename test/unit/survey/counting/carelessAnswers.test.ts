import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { kano, temporaryFolder } from '../../cli/command.ts';
import { folderWith } from '../../cli/folder.ts';
import { type Engine, engines, type StoredTable } from './engines.ts';
import { talliesIn } from './talliesIn.ts';

const temporary = temporaryFolder();
const page = readFileSync(new URL('../../../../docs/warehouse.md', import.meta.url), 'utf8');
const section = page.slice(page.indexOf('## Careless answers'), page.indexOf('## What it costs'));
const [view = '', map = ''] = [...section.matchAll(/```(?:sql|yaml)\n(.*?)```/gs)].map(([, text]) => text);

const ids = ['a', 'b', 'c'];
const questions = ids.flatMap((id, index) => [`  ${id}: { functional: q${index * 2 + 1}, dysfunctional: q${index * 2 + 2} }`]);
const common = `columns:\n${questions.join('\n')}\nanswers: { like: [5], must-be: [4], neutral: [3], live-with: [2], dislike: [1] }\n`;
const product = `kano: 1\nproduct: Invented\nsurveys: [{ id: autumn, date: 2026-09-15 }]\nfeatures:\n${ids.map((id) => `  - { id: ${id}, title: Feature ${id} }\n`).join('')}`;

/** Answers that nobody gave: some all alike, some fast, some not to the end. */
const rows = Array.from({ length: 120 }, (_, number) => {
  const answers = Array.from({ length: 6 }, (_, question) =>
    number % 12 === 5 ? (number % 5) + 1 : ((number * 7 + question * question * 3) % 5) + 1,
  );
  return [
    `r${number}`,
    ...answers.map(String),
    number % 9 === 4 ? 20 + (number % 30) : 190 + (number % 20),
    number % 11 === 3 ? 'False' : 'True',
  ];
});
const columns = ['user_id', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'seconds', 'finished'];
const table: StoredTable = {
  name: 'survey_answers',
  columns: columns.map((name) => ({ name, type: name === 'seconds' ? 'integer' : 'text' })),
  rows,
};
const csv = [columns.map((name) => (name === 'seconds' ? 'Duration (in seconds)' : name)), ...rows].map((row) => row.join(',')).join('\n');

/** What `kano import` makes of the answers. */
async function imported(...parameters: readonly string[]): Promise<readonly string[]> {
  const text = `${common}respondents: { column: user_id, duplicates: all }\n`;
  const folder = folderWith(temporary(), { 'shop.kano.yaml': product, 'answers.csv': csv, 'map.yaml': text });
  const call = ['import', 'answers.csv', '--into', 'shop.kano.yaml', '-s', 'autumn', '-m', 'map.yaml', ...parameters];
  const { code, errors } = await kano(folder, call);
  expect([code, errors]).toEqual([0, expect.stringContaining('is written')]);
  return talliesIn(folder);
}

let engine: Engine | undefined;
afterEach(async () => {
  await engine?.close();
  engine = undefined;
});

describe('the view of docs/warehouse.md', () => {
  it.each(Object.entries(engines))('leaves out in %s whom kano import leaves out', async (_, open) => {
    engine = await open();
    await engine.create(table);
    await engine.query(view);
    const folder = folderWith(temporary(), { 'shop.kano.yaml': product, 'map.yaml': common + map });
    const { output } = await kano(folder, ['survey-sql', 'shop.kano.yaml', '-m', 'map.yaml', '-d', engine.dialect]);
    const { extension, text } = await engine.run(output);
    writeFileSync(join(folder, `counts.${extension}`), text);
    const { code, errors } = await kano(folder, [
      'import',
      '--counts',
      `counts.${extension}`,
      '--into',
      'shop.kano.yaml',
      '-s',
      'autumn',
      '-m',
      'map.yaml',
    ]);
    expect([code, errors]).toEqual([0, expect.stringContaining('is written')]);
    expect(talliesIn(folder)).toEqual(await imported('--drop', 'straight-lining,speeding,unfinished'));
  });

  it('makes a difference here', async () => {
    const all = await imported();
    for (const sign of ['straight-lining', 'speeding', 'unfinished']) expect(await imported('--drop', sign)).not.toEqual(all);
  });
});
