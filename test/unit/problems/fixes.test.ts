import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { type Product, readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { type TextEdit, textChanges } from '../../../src/document/writing/textEdit.ts';
import { fixAll, quickFixes, silencingFixes } from '../../../src/languageFeatures/quickFixes.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { fixtureSource, fixturesFolder } from './fixtureSource.ts';

const beforeFolder = resolve(import.meta.dirname, '../../fixtures/fixes');
const codes = readdirSync(beforeFolder).filter((name) => !name.includes('.'));
const golden = codes.flatMap((code) =>
  readdirSync(join(beforeFolder, code))
    .filter((file) => file.endsWith('.kano.yaml'))
    .map((file) => ({ code: `kano/${code}`, path: join(beforeFolder, code, file), name: `${code}/${file}` })),
);
/** What the editor knows besides: the files of the workspace. */
const files = ['../../rules/journey.kano.yaml', '../rules/journey.kano.yml', '../shop/checkout.kano.yaml', 'used.kano.yaml'];
const ruleFixtures = readdirSync(fixturesFolder).flatMap((folder) =>
  readdirSync(join(fixturesFolder, folder))
    .filter((file) => file.endsWith('.kano.yaml'))
    .map((file) => ({ code: '', path: join(fixturesFolder, folder, file), name: `rules/${folder}/${file}` })),
);

describe('quick fixes', () => {
  it.each(golden)('of $name give the files beside it', async ({ code, path }) => {
    const { product, problems, text } = await check(path);
    const shown = problems
      .filter((problem) => problem.code === code)
      .flatMap((problem) =>
        quickFixes(product, problem, files).map(({ title, edits, isPreferred, isHarmless }) => {
          const place = `${problem.range.start.line + 1}:${problem.range.start.character + 1}`;
          const marks = [...(isPreferred ? ['preferred'] : []), ...(isHarmless ? ['harmless'] : [])];
          return `=== ${place} ${[title, ...marks].join(' · ')}\n${difference(text, applied(product, edits))}`;
        }),
      );
    await expect(shown.join('\n')).toMatchFileSnapshot(path.replace(/\.kano\.yaml$/, '.fixes.txt'));
    expect(shown.length > 0).toBe(!path.includes('none'));
  });

  it.each([...golden, ...ruleFixtures])('of $name take their problem away and bring no other, and keep every comment', async ({ path }) => {
    const text = readFileSync(path, 'utf8');
    for (const variant of [text, text.replaceAll('\n', '\r\n'), text.trimEnd()]) {
      const { product, problems } = await check(path, variant);
      for (const problem of problems) {
        const fixes = quickFixes(product, problem);
        expect(new Set(fixes.map(({ title }) => title)).size, path).toBe(fixes.length);
        expect(fixes.filter(({ isPreferred }) => isPreferred).length).toBeLessThanOrEqual(1);
        for (const fix of fixes) {
          const changed = applied(product, fix.edits);
          const after = await check(path, changed);
          const what = `${problem.code} “${fix.title}”:\n${changed}`;
          // An assumption is no answer: it only helps until somebody asks.
          if (problem.code === 'kano/not-surveyed') expect(changed).toContain('assumed: M');
          else expect(count(after.problems, problem), what).toBeLessThan(count(problems, problem));
          expect(grave(after.problems), what).toBeLessThanOrEqual(grave(problems));
          // Where the file is not readable the lexer cannot tell comments from text either.
          if (problem.code !== 'kano/syntax') expect(commentsIn(changed), what).toEqual(commentsIn(variant));
          expect(changed.includes('\r\n'), what).toBe(variant.includes('\r\n'));
        }
      }
    }
  });

  it.each(ruleFixtures)('that silence what stands in $name do so and change nothing else', async ({ path }) => {
    const { product, problems } = await check(path);
    for (const problem of problems) {
      for (const fix of silencingFixes(product.opened, problem)) {
        const after = await check(path, applied(product, fix.edits));
        const what = `${problem.code} “${fix.title}”`;
        expect(count(after.problems, problem), what).toBeLessThan(count(problems, problem));
        expect(after.problems.length, what).toBeLessThan(problems.length);
      }
    }
  });

  it('that silence are found without walking a large file for each', async () => {
    const features = Array.from({ length: 5_000 }, (_, index) => `  - id: f${index}\n    title: F\n    titl: x\n`);
    const { product, problems } = await check('large.kano.yaml', `kano: 1\nproduct: Shop\nfeatures:\n${features.join('')}`);
    const schema = problems.filter(({ code }) => code === 'kano/schema').slice(0, 1_000);
    let read = 0;
    for (const { segment } of product.opened.segments) {
      const { text } = segment;
      Object.defineProperty(segment, 'text', {
        get: () => {
          read++;
          return text;
        },
      });
    }
    expect(schema.map((problem) => silencingFixes(product.opened, problem).length)).toEqual(Array(1_000).fill(2));
    // Some twenty segments for each problem, of five thousand.
    expect(read).toBeLessThan(1_000 * 100);
  });

  it.each(ruleFixtures)('that cannot do harm can be applied to $name at once', async ({ path }) => {
    const { product, problems } = await check(path);
    const edits = fixAll(product, problems);
    const after = await check(path, applied(product, edits));
    if (edits.length > 0) expect(grave(after.problems)).toBeLessThan(grave(problems));
    expect(commentsIn(after.text)).toEqual(commentsIn(product.opened.text));
  });
});

async function check(path: string, text = readFileSync(path, 'utf8')) {
  const product = await readProduct(readModel(path, text), fixtureSource);
  return { product, problems: checkDocument(product, analysisOfProduct(product)), text };
}

function applied({ opened }: Product, edits: readonly TextEdit[]): string {
  return updateModel(opened, textChanges(edits)).text;
}

/** Problems with the same code and words: the place of others may move. */
function count(problems: readonly Problem[], { code, message }: Problem): number {
  return problems.filter((problem) => problem.code === code && problem.message === message).length;
}

function grave(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
}

function commentsIn(text: string): readonly string[] {
  const tokens = [...new Lexer().lex(text)];
  return tokens.filter((token, index) => token.startsWith('#') && tokens[index - 1] !== '\u001f').map((token) => token.trim());
}

/** The lines that differ, with - and +. */
function difference(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let [head, tail] = [0, 0];
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const removed = old.slice(head, old.length - tail).map((line) => `- ${line}\n`);
  const added = now.slice(head, now.length - tail).map((line) => `+ ${line}\n`);
  return [...removed, ...added].join('');
}
