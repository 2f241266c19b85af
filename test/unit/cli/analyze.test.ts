import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breaks } from '../report/schema.ts';
import { fixtures, kano, kanoProcess, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();

const shop = join(fixtures, 'shop');
const expected = (name: string) => join(fixtures, 'expected', name);

describe('kano analyze', () => {
  it('prints a table', async () => {
    const english = await kano(shop, ['analyze']);
    await expect(english.output).toMatchFileSnapshot(expected('analyze-shop.txt'));
    expect(english).toMatchObject({ code: 0, errors: '' });
    const chinese = await kano(shop, ['--lang', 'zh-cn', 'analyze', 'shop.kano.yaml']);
    await expect(chinese.output).toMatchFileSnapshot(expected('analyze-shop.zh-cn.txt'));
    expect(chinese).toMatchObject({ code: 0, errors: '' });
  });

  it('prints JSON that fits the schema, with the features of the whole product', async () => {
    const { code, output, errors } = await kano(shop, ['analyze', 'shop.kano.yaml', '--format', 'json']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    await expect(output).toMatchFileSnapshot(expected('analyze-shop.json'));
    const json = JSON.parse(output);
    expect(breaks(json)).toEqual([]);
    const [{ features }] = json.files;
    expect(features.map(({ id, rank }: { id: string; rank: number | null }) => `${rank ?? '-'} ${id}`).sort(byNumber)).toEqual([
      '- chat-bot',
      '- order-tracking',
      '1 secure-payment',
      '2 catalogue-import',
      '3 accurate-description',
      '4 discounts',
      '5 recommendations',
      '6 gift-wrapping',
      '7 wish-list',
      '8 voice-search',
      '9 no-account',
      '10 autoplay',
    ]);
  });

  it('prints comma-separated values', async () => {
    const { code, output, errors } = await kano(shop, ['analyze', '--format', 'csv']);
    await expect(output).toMatchFileSnapshot(expected('analyze-shop.csv'));
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });

  it('prints only the fields that are asked for, names once, by rank', async () => {
    const fields = ['--fields', 'rank,id,category,n', '--fields', 'better,path,product'];
    const [json, csv, whole] = [
      await kano(shop, ['analyze', 'shop.kano.yaml', ...fields, '--format', 'json']),
      await kano(shop, ['analyze', 'shop.kano.yaml', ...fields, '--format', 'csv']),
      await kano(shop, ['analyze', 'shop.kano.yaml', '--format', 'json']),
    ];
    const [{ path, product, features }] = JSON.parse(whole.output).files;
    type Whole = { rank: number | null; id: string; category: string | null; n: number; better: number | null };
    const ordered = (features as Whole[]).toSorted((a, b) => (a.rank ?? 1000) - (b.rank ?? 1000));
    const rows = ordered.map(({ rank, id, category, n, better }) => [rank, id, category, n, better, path, product]);
    const names = ['rank', 'id', 'category', 'n', 'better', 'path', 'product'];
    expect(JSON.parse(json.output)).toEqual({ version: 1, files: [{ path, product, fields: names, rows }] });
    expect(csv.output).toBe(`${[names, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n')}\r\n`);
    const table = await kano(shop, ['analyze', 'shop.kano.yaml', '--fields', 'rank,id,better']);
    await expect(table.output).toMatchFileSnapshot(expected('analyze-shop-fields.txt'));
  });

  it('says which field is meant', async () => {
    const call = (name: string) => kano(shop, ['analyze', '--fields', name]);
    expect(await call('')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--fields has an empty name. Choose from path, product, rank,'),
    });
    expect(await call('id,categroy')).toMatchObject({
      code: 2,
      output: '',
      errors: 'kano: There is no field “categroy”. Did you mean “category”?\n',
    });
    expect((await call('nothing-like-it')).errors).toMatch(
      /^kano: There is no field “nothing-like-it”\. Choose from path, product, rank, id,/,
    );
    const unnamed = await kano(shop, ['analyze', '-', '--fields', 'product,id', '--format', 'csv'], {
      input: 'kano: 1\nfeatures: [{ id: f, title: F }]\n',
    });
    expect(unnamed.output).toBe('product,id\r\n,f\r\n');
  });

  it('gives no rank and no reason where tallies are not counted', async () => {
    const { output } = await kano(shop, ['analyze', '-', '--fields', 'rank,id,reason,talliesUnreadable', '--format', 'csv'], {
      input: 'kano: 1\nfeatures: [{ id: f, title: F, tally: { M: many } }]\n',
    });
    expect(output).toBe('rank,id,reason,talliesUnreadable\r\n,f,,true\r\n');
  });

  it('prints what it can of a faulty file, says so and exits with 1', async () => {
    const { code, output, errors } = await kano(join(fixtures, 'faulty'), ['analyze', '--format', 'json']);
    const json = JSON.parse(output);
    expect(breaks(json)).toEqual([]);
    expect(json.files[0].features.map(({ id, n }: { id: string; n: number }) => [id, n])).toEqual([
      ['search', 0],
      [null, 0],
      ['search', 14],
      ['broken', 0],
      ['after', 0],
    ]);
    expect({ code, errors }).toEqual({
      code: 1,
      errors: 'kano: faulty.kano.yaml has 7 errors, so something may be missing. Run “kano lint” to see them.\n',
    });
  });

  it('prints JSON that fits the schema of every example', async () => {
    const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
    const { code, output, errors } = await kano(examples, ['analyze', '--format', 'json']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const json = JSON.parse(output);
    expect(breaks(json)).toEqual([]);
    expect(json.files.length).toBeGreaterThanOrEqual(3);
    for (const { path, product } of json.files) expect(readFileSync(join(examples, path), 'utf8')).toContain(product);
  });

  it('writes the same whatever the machine speaks', async () => {
    const call = (environment: Record<string, string>) => kanoProcess(shop, ['analyze'], { environment });
    const [plain, german] = [
      await call({}),
      await call({ LANG: 'de_DE.UTF-8', LC_ALL: 'zh_CN.UTF-8', LANGUAGE: 'zh', TZ: 'Asia/Shanghai' }),
    ];
    expect(german).toEqual(plain);
  });
});

function byNumber(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}

it('says of a day how old surveys, evidence and readings are, and nothing without a day', async () => {
  const text = `kano: 1
product: P
surveys: [{ id: s, date: 2025-01-01 }]
features:
  - { id: f, title: F, tallies: [{ survey: s, counts: { M: 40 } }], evidence: [{ source: r, date: 2025-01-31, complaints: 4 }] }
  - { id: g, title: G }
metrics:
  - { id: m, name: M, kind: retention, readings: [{ date: 2025-03-01, value: 70 }, { date: 2025-02-01, value: 60 }] }
`;
  const folder = folderWith(temporary(), { 'a.kano.yaml': text, '.kanorc.yaml': 'freshFor: 30\n' });
  const freshness = async (...day: readonly string[]) =>
    JSON.parse((await kano(folder, ['analyze', '--format', 'json', ...day])).output).files[0].freshness;
  expect(await freshness('--as-of', '2025-03-02')).toEqual({
    asOf: '2025-03-02',
    freshFor: 30,
    surveys: [{ id: 'f', date: '2025-01-01', days: 60 }],
    evidence: [{ id: 'f', date: '2025-01-31', days: 30 }],
    readings: [{ id: 'm', date: '2025-03-01', days: 1 }],
  });
  expect(await freshness()).toBeNull();
});
