import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { type DocumentSource, type Product, readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import { schemaMessage } from '../../../src/problems/schema/schemaMessage.ts';
import { chineseBundle, inBoth } from '../terms/speak.ts';
import { fixtureSource, fixturesFolder } from './fixtureSource.ts';

/** The keys of all texts that were looked up. */
const said = new Set<string>();
const recordingBundle = new Proxy(chineseBundle, {
  get(bundle, key: string) {
    said.add(key);
    return bundle[key];
  },
});

const feature = (keys: string) => `kano: 1\nproduct: P\nfeatures:\n  - { id: a, title: A, ${keys} }\n`;
const head = 'kano: 1\nproduct: P\n';

/** What no fixture brings about, or what would make a fixture hard to read. */
const texts: Readonly<Record<string, string>> = {
  'a file over the limit': `${head}# ${'x'.repeat(10_000_000)}\n`,
  'aliases that multiply': `${head}x-0: &a0 [${'1,'.repeat(100)}]\n${[1, 2, 3, 4]
    .map((level) => `x-${level}: &a${level} [${`*a${level - 1},`.repeat(100)}]\n`)
    .join('')}`,
  'deep nests': `${head}x-deep: ${'['.repeat(300)}${']'.repeat(300)}\n`,
  'a missing comma': feature('effort: 1 status: idea').replace('1 status', '"1" status'),
  'a missing space': `${head}features:\n  - { id: a, title:A }\n`,
  'letters of other tools': feature('tally: { D: 1, E: 1, B: 1, L: 1, N: 1 }'),
  'a text that is nothing': `${head}features:\n  - { id: a, title: null }\n`,
  'a number out of range': feature('tally: { M: -1 }'),
  'a file outside of the folder': `${head}uses: [outside.kano.yaml]\n`,
  'a file that cannot be read': `${head}uses: [unreadable.kano.yaml]\n`,
  'two files that define the same id': `${head}uses: [one.kano.yaml, two.kano.yaml]\n`,
  'the whole twice': feature('tallies: [{ survey: s, counts: { M: 40 } }, { survey: s, counts: { M: 40 } }]'),
  'a persona twice': feature('tallies: [{ persona: p, counts: { M: 40 } }, { persona: p, counts: { M: 41 } }]'),
  'a key of a tally beside the tallies': feature('importance: 7, tally: { M: 40 }'),
  'a single answer': feature('tally: { M: 1 }'),
  'few answers that agree': feature('tally: { M: 9 }'),
  'few answers against a plan': feature('status: planned, tally: { R: 9 }'),
};

const source: DocumentSource = {
  resolve: async (_, path) => (path.startsWith('outside') ? { reason: 'outside' } : { uri: path }),
  open: async (uri) => (uri.startsWith('unreadable') ? undefined : readModel(uri, `${head}personas: [{ id: guest, name: Guest }]\n`)),
};

const folders = [fixturesFolder, resolve(fixturesFolder, '../fixes')];
const fixtures = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.kano.yaml') ? join(folder, name) : [])),
);

const products: Product[] = [];
/** Every sentence of every problem and fix, in English and in Chinese. */
const sentences = new Map<string, string>();

beforeAll(async () => {
  for (const path of fixtures) products.push(await readProduct(readModel(path, readFileSync(path, 'utf8')), fixtureSource));
  for (const [name, text] of Object.entries(texts)) products.push(await readProduct(readModel(name, text), source));
  for (const product of products) {
    const [english, chinese] = inBoth(() => sentencesOf(product), recordingBundle);
    for (const [index, sentence] of english.entries()) sentences.set(sentence, chinese[index] ?? '');
  }
});

function sentencesOf(product: Product): readonly string[] {
  const problems = checkDocument(product, analysisOfProduct(product));
  const files = ['../shop/checkout.kano.yaml', 'journey.kano.yaml'];
  const titles = problems.flatMap(({ fixes }) => (fixes?.(product, files) ?? []).map(({ title }) => title));
  return [...problems.map(({ message }) => message), ...titles];
}

describe('the sentences of problems and fixes', () => {
  it('are all said, in English and in Chinese', () => {
    expect(Object.fromEntries([...sentences].sort(([a], [b]) => (a < b ? -1 : 1)))).toMatchSnapshot();
  });

  it('are filled in, are another text in Chinese, and whole sentences where they are messages', () => {
    for (const [english, chinese] of sentences) {
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(english + chinese).not.toMatch(/\{[a-z]+\}|undefined|NaN/i);
      // They would show raw.
      expect(english + chinese).not.toContain('`');
    }
    for (const product of products) {
      for (const { message } of checkDocument(product, analysisOfProduct(product))) {
        // The parser's own words end as they like.
        if (!message.startsWith('This cannot be read as YAML')) expect(message).toMatch(/^.+[.?]$/su);
      }
    }
  });

  it('leave none out', () => {
    // The patterns of today's format have sentences of their own; this one is for the patterns of later schemas.
    const path = ['shape'];
    const finding = { path, keyword: 'pattern', value: 'x', params: {} } as unknown as Parameters<typeof schemaMessage>[0];
    const subject = { list: undefined, root: undefined, schemaAt: () => ({ description: 'A shape.' }) };
    const [english] = inBoth(() => schemaMessage(finding, subject as unknown as Parameters<typeof schemaMessage>[1]), recordingBundle);
    expect(english).toBe('“shape” does not fit the format: A shape.');
    // Patterns of files are in .kanorc.yaml alone.
    const pattern = { ...finding, path: ['exclude', 0], value: '{a,b}' };
    const [refused] = inBoth(() => schemaMessage(pattern, subject as unknown as Parameters<typeof schemaMessage>[1]), recordingBundle);
    expect(refused).toContain('is not a pattern');
    // So are limits on one side.
    const limit = { ...finding, path: ['freshFor'], keyword: 'minimum', value: 0 } as unknown as typeof finding;
    const least = { ...subject, schemaAt: () => ({ minimum: 1 }) } as unknown as Parameters<typeof schemaMessage>[1];
    const [low] = inBoth(() => schemaMessage(limit, least), recordingBundle);
    expect(low).toBe('“freshFor” has to be 1 or more, and this is 0.');
    const folder = resolve(import.meta.dirname, '../../../src/problems');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const keys = files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/l10n\.t\(\s*'([^']*)'/g)].map(([, key = '']) => key),
    );
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => !said.has(key))).toEqual([]);
  });
});
