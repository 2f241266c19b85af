import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import { defaultSeverities } from '../../../src/problems/index.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { fixtureSource, fixturesFolder } from './fixtureSource.ts';

const fixtures = readdirSync(fixturesFolder).flatMap((folder) =>
  readdirSync(join(fixturesFolder, folder))
    .filter((file) => file.endsWith('.kano.yaml'))
    .map((file) => ({ code: `kano/${folder}`, path: join(fixturesFolder, folder, file), file })),
);

describe.each(fixtures)('$code, $file', ({ code, path, file }) => {
  const text = readFileSync(path, 'utf8');

  it('has the problems beside it, with either line break, and after a byte-order mark', async () => {
    const shown = show(await problemsOf(path, text), text);
    await expect(shown).toMatchFileSnapshot(path.replace(/\.kano\.yaml$/, '.problems.txt'));
    const windows = text.replaceAll('\n', '\r\n');
    expect(show(await problemsOf(path, windows), windows)).toBe(shown);
    expect(show(await problemsOf(path, `\uFEFF${text}`), text)).toBe(shown);
  });

  it('is reported or silent, as its name says', async () => {
    const found = (await problemsOf(path, text)).filter((problem) => problem.code === code);
    if (file.startsWith('reported')) expect(found.length).toBeGreaterThan(0);
    if (file.startsWith('silent')) expect(found).toEqual([]);
  });

  it('has problems of one line each, none twice, none called invalid', async () => {
    const problems = await problemsOf(path, text);
    for (const { range, message } of problems) {
      expect(range.end.line).toBe(range.start.line);
      expect(range.end.character).toBeGreaterThan(range.start.character);
      expect(message).not.toMatch(/invalid/i);
      expect(message.trim()).not.toBe('');
    }
    expect(new Set(problems.map((problem) => JSON.stringify(problem))).size).toBe(problems.length);
  });
});

it.each(Object.keys(defaultSeverities))('%s has a fixture that brings it about, and one that just does not', (code) => {
  const files = fixtures.filter((fixture) => fixture.code === code).map(({ file }) => file.split(/[-.]/, 1)[0]);
  expect(files).toContain('reported');
  expect(files).toContain('silent');
});

/** The errors, and what the folder is about: what else the numbers of a fixture say has fixtures of its own. */
async function problemsOf(path: string, text: string): Promise<readonly Problem[]> {
  const product = await readProduct(readModel(path, text), fixtureSource);
  const about = ['kano/small-sample', `kano/${basename(dirname(path))}`];
  return checkDocument(product, analysisOfProduct(product)).filter(({ code, severity }) => severity === 'error' || about.includes(code));
}

/** Lines and columns as editors show them, counted from 1, with the text that is underlined. */
function show(problems: readonly Problem[], text: string): string {
  const lines = text.split('\n');
  return problems
    .map(({ code, severity, message, range: { start, end } }) => {
      const underlined = lines[start.line]?.slice(start.character, end.character);
      return `${start.line + 1}:${start.character + 1}-${end.character + 1} ${severity} ${code} at ${underlined}\n  ${message}\n`;
    })
    .join('');
}
