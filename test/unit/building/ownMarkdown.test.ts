import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownMarkdown } from '../../../scripts/building/own-markdown.mjs';
import * as whole from '../../../src/terms/markdown.ts';
import * as blocks from '../../../src/terms/markdownBlocks.ts';

const wording = fileURLToPath(new URL('../../../src/terms', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kano-markdown-'));
let bundled: Pick<typeof whole, 'markdownText' | 'table'>;

beforeAll(async () => {
  const outfile = join(folder, 'markdown.mjs');
  await build({
    stdin: { contents: "export * from './markdown.ts';", resolveDir: wording, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    platform: 'browser',
    conditions: ['worker'],
    format: 'esm',
    plugins: [ownMarkdown],
    logLevel: 'silent',
  });
  bundled = await import(pathToFileURL(outfile).href);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab 1.-#*_~|[]()<>!`\\&:;=+$\n\t"\'{}/@') }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('https://a.example', 'a@b.example', '<b>', '&amp;', '- [ ] x', '1. a', '---', '===', '# a', '| a | b |'),
);

it('writes every kind of page content, whatever the texts in it, as the whole library does', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 6, maxLength: 6 }), (texts) => {
      const [a = '', b = '', c = '', d = '', e = '', f = ''] = texts;
      const columns = [{ heading: a, align: 'left' } as const, { heading: b, align: 'right' } as const];
      const nodes = (table: RootContent): RootContent[] => [
        whole.heading(1, a),
        whole.paragraph(b, { strong: c }, d),
        whole.heading(2, e),
        table,
        whole.bulletList([a, [{ strong: b }, c]]),
        whole.paragraph(e),
        whole.numberedList([c, d]),
        blocks.codeBlock('mermaid', f),
        blocks.picture('a b.svg', d),
        blocks.comments('x', 'y'),
        whole.heading(3, f),
      ];
      const rows = [
        [c, d],
        [e, f],
      ];
      expect(bundled.markdownText(nodes(bundled.table(columns, rows)))).toBe(whole.markdownText(nodes(whole.table(columns, rows))));
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('says so when something is to be written that was left out', () => {
  expect(() => bundled.markdownText([{ type: 'thematicBreak' }])).toThrow('No page of ours has this.');
});
