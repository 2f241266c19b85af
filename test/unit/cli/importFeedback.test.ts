import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import type { Evidence } from '../../../src/document/format/model.ts';
import { productList, singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const fixtures = fileURLToPath(new URL('../../fixtures/feedback/', import.meta.url));
const shop = readFileSync(join(fixtures, 'shop.kano.yaml'), 'utf8');
const content = (folder: string, name = 'shop.kano.yaml') => readFileSync(join(folder, name), 'utf8');

function evidenceIn(text: string): Readonly<Record<string, readonly Evidence[]>> {
  const features = readModel('x', text).list('features');
  return Object.fromEntries(features.flatMap(({ value: { id = '', evidence } }) => (evidence ? [[id, evidence]] : [])));
}

const aspects =
  readFileSync(join(fixtures, 'asap', 'dev_sample.csv'), 'utf8')
    .split('\r')[0]
    ?.split('\n')[0]
    ?.trim()
    .split(',')
    .slice(3) ?? [];
const restaurant = `kano: 1\nproduct: Restaurant\nfeatures:\n${aspects.map((name) => `  - id: ${name}\n    title: ${name}\n`).join('')}`;

describe('kano import-feedback', () => {
  it('counts 300 labelled restaurant reviews as they were labelled', async () => {
    const folder = folderWith(temporary(), { 'r.kano.yaml': restaurant });
    const samples = readdirSync(join(fixtures, 'asap')).filter((name) => name.endsWith('.csv'));
    for (const name of samples) copyFileSync(join(fixtures, 'asap', name), join(folder, name));
    const call = ['import-feedback', ...samples, '--into', 'r.kano.yaml', '--source', 'ASAP'];
    const { code, output, errors } = await kano(folder, call);
    expect([code, output]).toEqual([0, '']);
    expect(errors.split('\n').at(-2)).toBe(
      'kano: r.kano.yaml is written. Rows counted: 300; complaints: 254, praise: 1,109, neutral: 446; evidence added: 18, changed: 0, removed: 0, as before: 0.',
    );
    const written = content(folder, 'r.kano.yaml');
    const product = singleFileProduct(readModel('x', written));
    const results = productList(product, 'features').map(({ item }) => ({
      id: item.value.id,
      ...analysisOfProduct(product).evidence(item.value),
    }));
    expect(results.map(({ base }) => base?.toFixed(3))).toEqual(aspects.map(() => '0.814'));
    const leaning = (lean: string | null) =>
      Object.fromEntries(results.filter((each) => each.lean === lean).map(({ id, praise }) => [id, praise?.toFixed(3)]));
    expect(leaning('complaint-led')).toEqual({
      service_wait_time: '0.419',
      service_serving_speed: '0.556',
      price_level: '0.568',
      location_easy_to_find: '0.615',
      service_waiters_attitude: '0.737',
    });
    expect(leaning('praise-led')).toEqual({
      dish_taste: '0.931',
      environment_decoration: '0.938',
      location_distance_from_business_district: '0.978',
      location_traffic: '0.918',
    });
    expect([Object.keys(leaning(null)), Object.keys(leaning('both')).length]).toEqual([['service_parking_convenience'], 8]);
    expect((await kano(folder, call)).errors).toContain('r.kano.yaml has this evidence already, so it stays as it is. Rows counted: 300.');
    expect(content(folder, 'r.kano.yaml')).toBe(written);
  });

  const exports = readdirSync(fixtures, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'asap' ? [entry.name] : [],
  );

  it.each(exports)('counts an export of %s', async (name) => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': shop });
    const file = readdirSync(join(fixtures, name)).find((each) => each.endsWith('.csv')) ?? '';
    copyFileSync(join(fixtures, name, file), join(folder, file));
    copyFileSync(join(fixtures, name, 'map.yaml'), join(folder, 'map.yaml'));
    const { rows, unclear, evidence } = JSON.parse(readFileSync(join(fixtures, name, 'expected.json'), 'utf8'));
    const { code, errors } = await kano(folder, ['import-feedback', file, '-i', 'shop.kano.yaml', '-s', name, '-m', 'map.yaml']);
    expect([code, errors]).toEqual([unclear ? 1 : 0, expect.stringContaining(`Rows counted: ${rows.counted};`)]);
    const said: Readonly<Record<string, string>> = {
      aboutNoFeature: 'Rows about none of the features: ',
      bothWays: 'Rows that complain and praise at once, which are not counted: ',
      noWay: 'Rows that say neither complaint nor praise, which are not counted: ',
      leftOut: 'Rows that the map leaves out: ',
    };
    for (const [kind, sentence] of Object.entries(said))
      expect(errors.includes(`${sentence}${rows[kind]}.`), `${kind}: ${errors}`).toBe(rows[kind] !== undefined);
    for (const text of unclear ?? []) expect(errors).toContain(`“${text}”`);
    const all = Object.fromEntries(
      Object.entries(evidence as Readonly<Record<string, readonly object[]>>).map(([id, entries]) => [
        id,
        entries.map((entry) => ({ source: name, ...entry })),
      ]),
    );
    expect(evidenceIn(content(folder))).toEqual(all);
    expect((await kano(folder, ['lint', '.'])).code).toBe(0);
  });
});
