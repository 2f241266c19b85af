import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint as markdownlint } from 'markdownlint/promise';
import { describe, expect, it } from 'vitest';
import { fixtures, kano, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith } from './folder.ts';

const temporary = temporaryFolder();
const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const expected = (name: string) => join(fixtures, 'expected', name);
/** Another version of the builder writes other code. */
const withoutCode = (html: string) => html.replace(/(<(script|style)>)[\s\S]*?(<\/\2>)/g, '$1…$3').replace(/sha256-[\w+/]+=*/g, 'sha256-…');

describe('kano questionnaire', () => {
  it.each([
    ['questionnaire-shop.md', ['web-shop/shop.kano.yaml']],
    ['questionnaire-shop.html', ['web-shop/shop.kano.yaml', '--format', 'html']],
    ['questionnaire-shop.csv', ['web-shop/shop.kano.yaml', '--format', 'csv']],
    ['questionnaire-shop-importance.zh-cn.md', ['web-shop-zh/shop.kano.yaml', '--importance', '--lang', 'zh-cn']],
    ['questionnaire-shop-importance.zh-cn.html', ['web-shop-zh/shop.kano.yaml', '-f', 'html', '--importance', '--lang', 'zh-cn']],
    ['questionnaire-shop-importance.zh-cn.csv', ['web-shop-zh/shop.kano.yaml', '-f', 'csv', '--importance', '--lang', 'zh-cn']],
    ['questionnaire-tickets.md', ['multi-file/tickets/tickets.kano.yaml']],
    ['questionnaire-tickets.gs', ['multi-file/tickets/tickets.kano.yaml', '--format', 'google-script']],
    ['questionnaire-tickets-qualtrics.txt', ['multi-file/tickets/tickets.kano.yaml', '--format', 'qualtrics', '--importance']],
  ])('writes %s', async (name, parameters) => {
    const { output, code } = await kano(examples, ['questionnaire', ...parameters]);
    await expect(withoutCode(output)).toMatchFileSnapshot(expected(name));
    expect(code).toBe(0);
    if (!name.endsWith('.md')) return;
    const { text = [] } = await markdownlint({ strings: { text: output }, config: { default: true, MD013: false } });
    expect(text).toEqual([]);
  });

  it('writes a page that works alone and allows only its own code', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine });
    const { output, errors, code } = await kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', 'survey.html']);
    expect([output, errors, code]).toEqual(['', '', 0]);
    expect(readdirSync(folder).sort()).toEqual(['shop.kano.yaml', 'survey.html']);
    const page = readFileSync(join(folder, 'survey.html'), 'utf8');
    expect(withoutCode(page)).not.toMatch(/\s(?:src|href|action|style|on\w+)=/);
    expect(page).not.toMatch(/@import|url\(|https?:|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|\beval\b|innerHTML/);
    for (const element of ['script', 'style']) {
      const blocks = [...page.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, text = '']) => text);
      const hashes = blocks.map((text) => `${element}-src &#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`);
      expect(hashes).toHaveLength(1);
      expect(page).toContain(hashes[0]);
    }
  });

  it('writes a table for LimeSurvey to a file only, with its tabs', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine });
    const write = (...more: string[]) =>
      kano(folder, ['questionnaire', 'shop.kano.yaml', '--format', 'limesurvey', '--lang', 'zh-cn', ...more]);
    expect(await write()).toMatchObject({ output: '', code: 2 });
    expect(await write('-o', 'l.txt')).toMatchObject({ errors: '', code: 0 });
    await expect(readFileSync(join(folder, 'l.txt'), 'utf8')).toMatchFileSnapshot(expected('questionnaire-limesurvey.zh-cn.txt'));
  });

  it('writes over forms of its own, and over no other file', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine });
    for (const [name, format] of [
      ['form.gs', 'google-script'],
      ['form.xlsx', 'xlsform'],
      ['q.txt', 'qualtrics'],
      ['l.txt', 'limesurvey'],
    ] as const) {
      const write = (...more: string[]) => kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', name, '--format', format, ...more]);
      expect(await write()).toEqual({ output: '', errors: '', code: 0 });
      const before = readFileSync(join(folder, name));
      expect(await write('--importance')).toEqual({ output: '', errors: '', code: 0 });
      expect(readFileSync(join(folder, name)).equals(before)).toBe(false);
      writeFileSync(join(folder, name), 'My own\n');
      const { errors, code } = await write();
      expect([errors, code]).toEqual([expect.stringContaining(`${name} was not written by “kano questionnaire”`), 2]);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('My own\n');
    }
  });

  it.each([
    [['--format', 'xlsform'], 'The format xlsform is for a file. Name one after -o'],
    [['--to', 'a@example.org'], '--to and --post are for the page.'],
    [['--format', 'html', '--to', 'nobody'], '“nobody” is not an e-mail address.'],
    [['--format', 'html', '--to', 'a@b.c?bcc=x@y.z'], 'is not an e-mail address.'],
    [['--format', 'html', '--post', 'http://example.org/x'], 'begins with https://'],
    [['--format', 'html', '--post', 'javascript:alert(1)'], 'begins with https://'],
    [['--format', 'html', '--post', 'https://me:secret@example.org/'], 'has no password in it'],
  ])('refuses %j', async (parameters, message) => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine });
    const { output, errors, code } = await kano(folder, ['questionnaire', 'shop.kano.yaml', ...parameters]);
    expect([output, code]).toEqual(['', 2]);
    expect(errors).toContain(message);
  });

  it('lets a page send to one origin, and no other, where an address is given', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine });
    const { output } = await kano(folder, ['questionnaire', 'shop.kano.yaml', '--format', 'html', '--post', 'https://example.org/a?b="c"']);
    expect(output).toMatch(/connect-src https:\/\/example\.org;/);
    expect(output).toContain('data-post="https://example.org/a?b=%22c%22"');
  });

  it('asks about what is not decided, most urgent first', async () => {
    const feature = (id: string, status: string, tally: string) => `  - { id: ${id}, title: ${id}, status: ${status}, tally: ${tally} }\n`;
    const clear = feature('clear', 'in-progress', '{ M: 90, O: 10 }');
    const text = [
      'kano: 1\nproduct: P\nfeatures:\n',
      clear,
      feature('idea', 'idea', '{}'),
      feature('tie', 'planned', '{ A: 50, I: 50 }'),
      feature('few', 'planned', '{ M: 9 }'),
      feature('contradictory', 'planned', '{ Q: 90, M: 10 }'),
      feature('unheard', 'planned', '{}'),
      feature('heard', 'planned', '{}, evidence: [{ source: s, complaints: 9 }]'),
      feature('gone', 'shipped', '{}'),
      feature('now', 'in-progress', '{}'),
    ].join('');
    const folder = folderWith(temporary(), { 'p.kano.yaml': text, 'clear.kano.yaml': `kano: 1\nproduct: P\nfeatures:\n${clear}` });
    const { output } = await kano(folder, ['questionnaire', 'p.kano.yaml', '--ask', 'undecided', '--format', 'csv']);
    const asked = output.split('\r\n').flatMap((line) => /^([a-z]+)_functional,/.exec(line)?.[1] ?? []);
    // Must-be comes before Attractive in the build order, however few the answers.
    expect(asked).toEqual(['now', 'few', 'heard', 'unheard', 'contradictory', 'tie', 'idea']);
    const { errors, code } = await kano(folder, ['questionnaire', 'clear.kano.yaml', '--ask', 'undecided']);
    expect([errors.includes('each has a clear category'), code]).toEqual([true, 2]);
  });

  it('takes the format from the ending of the file, unless --format is given', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine });
    const write = (...parameters: string[]) => kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', ...parameters]);
    const begins = (file: string) => readFileSync(join(folder, file), 'utf8').slice(0, 9);
    await write('a.html');
    await write('a.csv');
    await write('a.md');
    await write('b.html', '--format', 'csv');
    expect(['a.html', 'a.csv', 'a.md', 'b.html'].map(begins)).toEqual(['<!doctype', 'column,fe', '# Questio', 'column,fe']);
    expect((await kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', '-'])).output).toMatch(/^# Questionnaire: Web shop\n/);
  });

  it('overwrites its own files, and no others', async () => {
    const other = '# Our plan\n';
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine, 'plan.md': other, 'empty.md': '\n', 'b.kano.yaml': fine });
    for (const file of ['a.md', 'a.html', 'a.csv']) {
      await kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', file]);
      const first = readFileSync(join(folder, file), 'utf8');
      writeFileSync(join(folder, file), `${first}changed by hand\n`);
      expect((await kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', file])).code).toBe(0);
      expect(readFileSync(join(folder, file), 'utf8')).toBe(first);
    }
    expect((await kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', 'empty.md'])).code).toBe(0);
    const { code, errors } = await kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', 'plan.md']);
    expect([code, errors]).toEqual([2, expect.stringMatching(/^kano: plan\.md was not written by “kano questionnaire”/)]);
    expect(readFileSync(join(folder, 'plan.md'), 'utf8')).toBe(other);
    const overRequirements = await kano(folder, ['questionnaire', 'shop.kano.yaml', '-o', 'b.kano.yaml']);
    expect([overRequirements.code, readFileSync(join(folder, 'b.kano.yaml'), 'utf8')]).toEqual([2, fine]);
  });

  it('says when there is nothing to ask, or more than one product', async () => {
    const shipped = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, status: shipped }]\n';
    const folder = folderWith(temporary(), { 'a.kano.yaml': shipped, 'b.kano.yaml': 'kano: 1\nproduct: P\n', 'c.kano.yaml': fine });
    for (const file of ['a.kano.yaml', 'b.kano.yaml']) {
      const { code, output, errors } = await kano(folder, ['questionnaire', file, '-o', 'survey.html']);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toBe(`kano: ${file} has no open feature to ask about: it has none, or all are shipped or rejected.\n`);
    }
    const { code, errors } = await kano(folder, ['questionnaire']);
    expect([code, errors]).toEqual([2, 'kano: A questionnaire asks about one product, but 3 were given. Name the file of one.\n']);
    expect(readdirSync(folder)).not.toContain('survey.html');
  });

  it('asks what is readable in a file with errors, reports them, and exits with 1', async () => {
    const broken = `${faulty}  - { id: b, title: [\n`;
    const folder = folderWith(temporary(), { 'a.kano.yaml': faulty, 'b.kano.yaml': broken });
    const { code, output, errors } = await kano(folder, ['questionnaire', 'a.kano.yaml']);
    expect(output).toContain('## 1. A\n');
    expect([code, errors]).toEqual([1, expect.stringContaining('a.kano.yaml has 1 error')]);
    expect((await kano(folder, ['questionnaire', 'b.kano.yaml'])).code).toBeGreaterThan(0);
  });

  it('warns about a questionnaire that few people finish', async () => {
    const features = (count: number) => Array.from({ length: count }, (_, index) => `{ id: f${index}, title: T }`).join(', ');
    const file = (count: number) => `kano: 1\nproduct: P\nfeatures: [${features(count)}]\n`;
    const folder = folderWith(temporary(), { 'few.kano.yaml': file(20), 'many.kano.yaml': file(21) });
    expect((await kano(folder, ['questionnaire', 'few.kano.yaml'])).errors).toBe('');
    const { code, errors } = await kano(folder, ['questionnaire', 'many.kano.yaml', '--importance']);
    expect([code, errors]).toEqual([0, expect.stringMatching(/^kano: These are 21 features, so 63 questions and about 13 minutes\./)]);
  });

  it('reads standard input', async () => {
    const { code, output } = await kano(temporary(), ['questionnaire', '-', '--format', 'csv'], { input: fine });
    expect([code, output.split('\r\n')[1]]).toEqual([0, expect.stringMatching(/^a_functional,a,functional,How do you feel/)]);
  });

  it('refuses a format that does not exist', async () => {
    const { code, errors } = await kano(temporary(), ['questionnaire', '--format', 'pdf']);
    expect([code, errors]).toEqual([2, expect.stringContaining('markdown, html, csv')]);
  });

  it('keeps spreadsheets from running texts of the file', async () => {
    const text = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, question: { functional: "=1+1" } }]\n';
    const { output } = await kano(temporary(), ['questionnaire', '-', '-f', 'csv'], { input: text });
    expect(output).toContain(`,functional,'=1+1,`);
  });
});
