import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOnlyYaml } from '../../../scripts/building/read-only-yaml.mjs';
import { parsePart } from '../../../src/document/yaml/part.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kano-bundle-'));
let bundled: { readonly parsePart: typeof parsePart };

beforeAll(async () => {
  const outfile = join(folder, 'part.mjs');
  await build({
    entryPoints: [join(project, 'src/document/yaml/part.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'browser',
    conditions: ['worker'],
    format: 'esm',
    plugins: [readOnlyYaml],
    logLevel: 'silent',
  });
  bundled = await import(pathToFileURL(outfile).href);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads every fixture and example as the whole library does', () => {
  const texts = ['test/fixtures', 'examples'].flatMap((root) =>
    readdirSync(join(project, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ya?ml$/.test(path))
      .map((path) => readFileSync(join(project, root, path), 'utf8')),
  );
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) expect(bundled.parsePart(text)).toEqual(parsePart(text));
}, 60_000);

it.each([
  'a: &x { b: 1 }\nc: *x\nd: { <<: *x, e: *y }\n',
  'a: &x [*x]\n? [1, 2]\n: 3\n? |\n  key\n: value\n',
  'a: !!set { b, c }\nd: !!omap [e: 1]\nf: !!pairs [g: 1, g: 2]\nh: !!timestamp 2026-01-01\ni: !!binary aGk=\nj: !own k\nl: !!str 1\n',
  '%YAML 1.1\n---\na: yes\nb: 0o7\nc: 1:30\nd: 2026-01-01\n<<: { e: 1 }\n',
  '%TAG ! tag:example,2026:\n--- !a\n- b: |+\n    c\n\n- >-\n  d\n  e\n...\n---\nf\n',
  'a: \'b\nc: "\\u12\\q"\nd: [1, 2\ne: { f: 1, f: 2 }\n\tg: 1\n@h: `i`\n',
  'a: 0x1F\nb: .inf\nc: -.5e3\nd: ~\ne: NULL\nf: 99999999999999999999\n"g" : h\n? i\n',
])('reads %j as the whole library does', (text) => {
  expect(bundled.parsePart(text)).toEqual(parsePart(text));
});
