import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { lint as markdownlint } from 'markdownlint/promise';
import { describe, expect, it } from 'vitest';
import { headingsIn, parseMarkdown, tablesIn } from '../report/markdownOf.ts';
import { fixtures, kano, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith, small } from './folder.ts';

const execFileAsync = promisify(execFile);
const temporary = temporaryFolder();
const shop = join(fixtures, 'shop');
const expected = (name: string) => join(fixtures, 'expected', name);

describe('kano backlog', () => {
  it.each([
    ['backlog-shop.md', shop, ['backlog'], 0],
    ['backlog-shop-all.zh-cn.md', shop, ['backlog', '--all', '--lang', 'zh-cn'], 0],
    ['backlog-shop-touchpoint.md', shop, ['backlog', '--group-by', 'touchpoint'], 0],
    ['backlog-shop-stage.md', shop, ['backlog', '-g', 'stage', '-a'], 0],
    ['backlog-several.md', fixtures, ['backlog', 'shop', 'faulty', 'shop/products/checkout.kano.yaml'], 1],
  ])('writes %s', async (name, folder, parameters, code) => {
    const result = await kano(folder, parameters);
    await expect(result.output).toMatchFileSnapshot(expected(name));
    expect(result.code).toBe(code);
    expect(await lintMarkdown(result.output)).toEqual([]);
  });

  it('leaves no open feature out, whatever the tables are of', async () => {
    const titlesBy = async (...parameters: string[]) => {
      const root = parseMarkdown((await kano(shop, ['backlog', ...parameters])).output);
      const tables = tablesIn(root).filter(([head]) => head?.includes('Feature'));
      const rows = tables.flatMap(([head = [], ...others]) => others.map((row) => row[head.indexOf('Feature')]));
      return [...new Set(rows)].sort();
    };
    const open = await titlesBy();
    expect(open).toHaveLength(10);
    expect(await titlesBy('--group-by', 'touchpoint')).toEqual(open);
    expect(await titlesBy('--group-by', 'stage')).toEqual(open);
    expect(await titlesBy('--all')).toHaveLength(12);
  });

  it('gives every heading a name of its own', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'b.kano.yaml': fine, 'c.kano.yaml': 'kano: 1\n' });
    const headings = headingsIn(parseMarkdown((await kano(folder, ['backlog'])).output));
    expect(headings).toEqual([
      'Backlog',
      'Web shop (a.kano.yaml)',
      'Web shop (a.kano.yaml) · Prioritisation matrix',
      'Web shop (a.kano.yaml) · Build order',
      'Web shop (a.kano.yaml) · Must-be: do first',
      'Web shop (b.kano.yaml)',
      'Web shop (b.kano.yaml) · Prioritisation matrix',
      'Web shop (b.kano.yaml) · Build order',
      'Web shop (b.kano.yaml) · Must-be: do first',
      'c.kano.yaml',
    ]);
  });

  it('counts files that use each other in a cycle once', async () => {
    const uses = (other: string, id: string) =>
      `kano: 1\nproduct: P${id}\nuses: [${other}]\nfeatures: [{ id: ${id}, title: Feature ${id} }]\n`;
    const folder = folderWith(temporary(), { 'a.kano.yaml': uses('b.kano.yaml', 'a'), 'b.kano.yaml': uses('a.kano.yaml', 'b') });
    const { output } = await kano(folder, ['backlog']);
    expect(output.match(/^# .*|Feature [ab]/gm)).toEqual(['# Backlog: Pa', 'Feature a', 'Feature b']);
  });
});

describe('kano backlog -o', () => {
  it('writes the file, and nothing else', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const printed = await kano(folder, ['backlog']);
    expect(await kano(folder, ['backlog', '-o', 'BACKLOG.md'])).toEqual({ code: 0, output: '', errors: '' });
    expect(readFileSync(join(folder, 'BACKLOG.md'), 'utf8')).toBe(printed.output);
    expect(readdirSync(folder).sort()).toEqual(['BACKLOG.md', 'a.kano.yaml']);
  });

  it('leaves a file that is up to date alone, and replaces one that is not', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const target = join(folder, 'B.md');
    await kano(folder, ['backlog', '-o', 'B.md']);
    chmodSync(target, 0o640);
    utimesSync(target, 1000, 1000);
    await kano(folder, ['backlog', '-o', 'B.md']);
    expect(statSync(target).mtimeMs).toBe(1_000_000);
    writeFileSync(join(folder, 'a.kano.yaml'), small);
    await kano(folder, ['backlog', '-o', 'B.md']);
    expect(readFileSync(target, 'utf8')).toContain('9 of 14');
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  it('replaces what a link leads to, not the link', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'docs/B.md': '\n' });
    symlinkSync('docs/B.md', join(folder, 'link.md'));
    await kano(folder, ['backlog', '-o', 'link.md']);
    expect(readFileSync(join(folder, 'docs/B.md'), 'utf8')).toMatch(/^# Backlog/);
    expect(readdirSync(join(folder, 'docs'))).toEqual(['B.md']);
  });

  it.each([
    ['missing/B.md', 'missing/B.md cannot be written: there is no folder missing. Create it first.'],
    ['folder', 'folder is a folder. Name a file in it.'],
    ['a.kano.yaml', 'a.kano.yaml has the name of a requirements file, so it is not overwritten. Name another file after -o.'],
    ['new.kano.yml', 'new.kano.yml has the name of a requirements file, so it is not overwritten. Name another file after -o.'],
    ['link.md', 'link.md has the name of a requirements file, so it is not overwritten. Name another file after -o.'],
    ['.kanorc.yaml', '.kanorc.yaml has the name of the settings file, so it is not overwritten. Name another file after -o.'],
    ['sub/.kanorc.yaml', 'sub/.kanorc.yaml has the name of the settings file, so it is not overwritten. Name another file after -o.'],
    ['/sys/B.md', '/sys/B.md cannot be written (reason).'],
  ])('says why it cannot write to %s', async (path, reason) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    mkdirSync(join(folder, 'folder'));
    symlinkSync('a.kano.yaml', join(folder, 'link.md'));
    const result = await kano(folder, ['backlog', '-o', path]);
    expect({ ...result, errors: result.errors.replace(/\([^)]*\)/, '(reason)') }).toMatchObject({ code: 2, output: '' });
    if (path !== '/sys/B.md') expect(result.errors).toBe(`kano: ${reason}\n`);
    else expect(result.errors).toMatch(/^kano: \/sys\/B.md cannot be written[^\n]*\n$/);
    expect(readFileSync(join(folder, 'a.kano.yaml'), 'utf8')).toBe(fine);
    expect(readdirSync(folder).sort()).toEqual(['a.kano.yaml', 'folder', 'link.md']);
  });

  it('leaves every requirements file alone, whether it is read or not', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'other.kano.yaml': small });
    const { code, output } = await kano(folder, ['backlog', 'a.kano.yaml', '-o', 'other.kano.yaml']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(readFileSync(join(folder, 'other.kano.yaml'), 'utf8')).toBe(small);
  });

  it('leaves a file alone that is read through a link', async () => {
    const folder = folderWith(temporary(), { 'a.txt': fine });
    symlinkSync('a.txt', join(folder, 'a.kano.yaml'));
    expect(await kano(folder, ['backlog', 'a.kano.yaml', '-o', 'a.txt'])).toEqual({
      code: 2,
      output: '',
      errors: 'kano: a.txt is one of the files that are read, so it is not overwritten. Name another file after -o.\n',
    });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(fine);
  });

  it('takes - for standard output', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const printed = await kano(folder, ['backlog']);
    expect(await kano(folder, ['backlog', '-o', '-'])).toEqual(printed);
    expect(readdirSync(folder)).toEqual(['a.kano.yaml']);
  });

  it('writes to a named pipe, which stays one', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const printed = await kano(folder, ['backlog']);
    // Opening a pipe waits for the other end, and that of a command that fails would never come.
    const reader = execFileAsync('timeout', ['20', 'cat', pipe]);
    expect(await kano(folder, ['backlog', '-o', 'pipe'])).toEqual({ code: 0, output: '', errors: '' });
    expect((await reader).stdout).toBe(printed.output);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.kano.yaml', 'pipe']);
  });

  it('says why it cannot write to what is no file, and leaves it', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const server = createServer();
    // The name of a socket may have no more than about a hundred bytes, so it is seen from where the tests run.
    await once(server.listen(relative(process.cwd(), join(folder, 's'))), 'listening');
    try {
      const { code, output, errors } = await kano(folder, ['backlog', '-o', 's']);
      expect({ code, output, errors }).toEqual({ code: 2, output: '', errors: 'kano: s cannot be written (no such device or address).\n' });
      expect(lstatSync(join(folder, 's')).isSocket()).toBe(true);
    } finally {
      server.close();
    }
  });

  it('writes what it can of a faulty file, and exits with 1', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': faulty });
    const { code, errors } = await kano(folder, ['backlog', '-o', 'B.md']);
    expect({ code, errors }).toEqual({
      code: 1,
      errors: 'kano: a.kano.yaml has 1 error, so something may be missing. Run “kano lint” to see them.\n',
    });
    expect(readFileSync(join(folder, 'B.md'), 'utf8')).toContain('60% of 100');
  });
});

describe('errors in a file that is only used', () => {
  const main = 'kano: 1\nproduct: P\nuses: [used.kano.yaml]\nfeatures: [{ id: own, title: Own }]\n';
  const swallowed = 'kano: 1\nproduct: U\nfeatures: {\n  - { id: lost, title: Lost }\n';

  it.each([
    ['kano: 1\nproduct: U\nfeatures: [{ id: a, title: A, stat: idea, tally: { M: 60 } }]\n', '1 error'],
    [swallowed, '2 errors'],
  ])('count as those of the file that is named', async (used, errors) => {
    const folder = folderWith(temporary(), { 'main.kano.yaml': main, 'used.kano.yaml': used });
    const said = `kano: used.kano.yaml has ${errors}, so something may be missing. Run “kano lint” to see them.\n`;
    const backlog = await kano(folder, ['backlog', 'main.kano.yaml']);
    expect(backlog).toMatchObject({ code: 1, errors: said });
    expect(backlog.output).toContain(`\n- Something may be missing, because of errors in used.kano.yaml (${errors})\n`);
    expect(await kano(folder, ['analyze', 'main.kano.yaml'])).toMatchObject({ code: 1, errors: said });
    // Once, however many of the files named use it.
    expect(await kano(folder, ['analyze'])).toMatchObject({ code: 1, errors: said });
    expect((await kano(folder, ['lint', 'used.kano.yaml'])).output).toMatch(new RegExp(`${errors}.* in 1 file\\n$`));
  });

  it('do not arise from its being used', async () => {
    const used = 'kano: 1\nproduct: U\nuses: [sub/touchpoints.kano.yaml]\nfeatures: [{ id: a, title: A, touchpoints: [home] }]\n';
    const touchpoints = 'kano: 1\nproduct: T\ntouchpoints: [{ id: home, name: Home }]\n';
    const folder = folderWith(temporary(), { 'main.kano.yaml': main, 'used.kano.yaml': used, 'sub/touchpoints.kano.yaml': touchpoints });
    expect(await kano(folder, ['backlog', 'main.kano.yaml'])).toMatchObject({ code: 0, errors: '' });
  });
});

describe('the hand-written part', () => {
  const place = '<!-- kano:notes What you write between these two lines is kept. -->\n';
  const write = async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    await kano(folder, ['backlog', '-o', 'B.md']);
    const written = () => readFileSync(join(folder, 'B.md'), 'utf8');
    const change = (text: string) => writeFileSync(join(folder, 'B.md'), text);
    return { folder, written, change };
  };

  it('survives when the rest is written anew, and does not make the file out of date', async () => {
    const { folder, written, change } = await write();
    change(written().replace(place, `${place}\n## Decided\n\n| 2026 | *yes* |\n\n`));
    const check = () => kano(folder, ['backlog', '-o', 'B.md', '--check']);
    expect(await check()).toEqual({ code: 0, output: '', errors: '' });
    writeFileSync(join(folder, 'a.kano.yaml'), small);
    expect((await check()).code).toBe(1);
    expect(await kano(folder, ['backlog', '-o', 'B.md'])).toEqual({ code: 0, output: '', errors: '' });
    expect(written()).toContain(`${place}\n## Decided\n\n| 2026 | *yes* |\n\n<!-- /kano:notes -->\n\n- Computed with`);
    expect(written()).toContain('9 of 14');
    expect(await check()).toEqual({ code: 0, output: '', errors: '' });
  });

  it('is not lost where its marks are damaged, or gone', async () => {
    const { folder, written, change } = await write();
    const damaged = written().replace('<!-- /kano:notes -->', 'Mine');
    change(damaged);
    const unclear =
      'kano: It is unclear where the hand-written part of B.md begins or ends, so it is not overwritten. It must be between two lines: <!-- kano:notes --> and <!-- /kano:notes -->.\n';
    expect(await kano(folder, ['backlog', '-o', 'B.md'])).toEqual({ code: 2, output: '', errors: unclear });
    expect(await kano(folder, ['backlog', '-o', 'B.md', '--check'])).toEqual({ code: 2, output: '', errors: unclear });
    expect(written()).toBe(damaged);
    change('# Read me\n');
    const foreign =
      'kano: B.md was not written by “kano backlog”, or its two kano:notes lines are missing, so it is not overwritten. Delete it first, or name another file after -o.\n';
    expect(await kano(folder, ['backlog', '-o', 'B.md'])).toEqual({ code: 2, output: '', errors: foreign });
    // A check must not advise to run what refuses.
    expect(await kano(folder, ['backlog', '-o', 'B.md', '--check'])).toEqual({ code: 2, output: '', errors: foreign });
    expect(written()).toBe('# Read me\n');
  });
});

describe('kano backlog --matrix', () => {
  it('links to a picture, seen from the backlog', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'docs/x.txt': '' });
    await kano(folder, ['backlog', '-o', 'docs/B.md', '--matrix', 'pictures/my matrix.svg']);
    const text = readFileSync(join(folder, 'docs/B.md'), 'utf8');
    expect(text).toContain('](../pictures/my%20matrix.svg)\n');
    expect(text).not.toContain('mermaid');
    expect(await lintMarkdown(text)).toEqual([]);
  });

  it('needs one product', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'b.kano.yaml': fine });
    const errors = 'kano: --matrix needs one product, but 2 were given. Name the file of one.\n';
    expect(await kano(folder, ['backlog', '--matrix', 'm.svg'])).toEqual({ code: 2, output: '', errors });
  });
});

describe('kano backlog --check', () => {
  it('tells a file that is up to date from one that is not, and writes neither', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const check = () => kano(folder, ['backlog', '-o', 'B.md', '--check']);
    const missing = 'kano: There is no B.md yet. Write it and commit it: kano backlog -o B.md\n';
    expect(await check()).toEqual({ code: 1, output: '', errors: missing });
    const other = ['backlog', '-o', 'B.md', '--check', '-g', 'stage', '--all', '--lang', 'zh-cn', 'a.kano.yaml', "it's/"];
    mkdirSync(join(folder, "it's"));
    writeFileSync(join(folder, "it's/b.kano.yaml"), fine);
    const command = "kano backlog -o B.md --group-by stage --all --lang zh-cn a.kano.yaml 'it'\\''s/'";
    expect((await kano(folder, other)).errors).toBe(`kano: 还没有 B.md。请生成并提交：${command}\n`);
    rmSync(join(folder, "it's"), { recursive: true });
    expect(readdirSync(folder)).toEqual(['a.kano.yaml']);
    await kano(folder, ['backlog', '-o', 'B.md']);
    expect(await check()).toEqual({ code: 0, output: '', errors: '' });
    const text = readFileSync(join(folder, 'B.md'), 'utf8');
    writeFileSync(join(folder, 'B.md'), text.replaceAll('\n', '\r\n'));
    expect(await check()).toEqual({ code: 0, output: '', errors: '' });
    writeFileSync(join(folder, 'a.kano.yaml'), small);
    const stale = await check();
    expect(stale.code).toBe(1);
    expect(stale.errors.split('\n')).toEqual([
      'kano: B.md is out of date. Write it anew and commit it: kano backlog -o B.md',
      '-   "a": [0.70, 0.20]',
      '- | Feature | Id | Answers | Stability | Better | Worse |',
      '- | --- | --- | ---: | ---: | ---: | ---: |',
      '- | A | a | 60% of 100 | 100% | 0.20 | −0.70 |',
      '+   "a": [0.71, 0.21]',
      '+ | Feature | Id | Answers | Better | Worse |',
      '+ | --- | --- | ---: | ---: | ---: |',
      '+ | A | a | 9 of 14 | 0.21 | −0.71 |',
      '',
    ]);
    expect(readFileSync(join(folder, 'B.md'), 'utf8')).toBe(text.replaceAll('\n', '\r\n'));
  });

  it('says what differs in few lines, however much does', async () => {
    const features = (from: number) =>
      `kano: 1\nproduct: P\nfeatures:\n${Array.from({ length: 30 }, (_, index) => `  - { id: f${index}, title: ${'long '.repeat(40)}${from + index} }\n`).join('')}`;
    const folder = folderWith(temporary(), { 'a.kano.yaml': features(0) });
    await kano(folder, ['backlog', '-o', 'B.md']);
    writeFileSync(join(folder, 'a.kano.yaml'), features(100));
    const lines = (await kano(folder, ['backlog', '-o', 'B.md', '--check'])).errors.trimEnd().split('\n');
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toBe('  and 50 more lines');
    for (const line of lines) expect(line.length).toBeLessThan(170);
    // The same rows in another order: what was third is first.
    const [one, two] = [fine, fine.replace('[{', '[{ id: b, title: B, tally: { M: 61, O: 10, A: 10, I: 20 } }, {')];
    writeFileSync(join(folder, 'a.kano.yaml'), two);
    await kano(folder, ['backlog', '-o', 'B.md']);
    const text = readFileSync(join(folder, 'B.md'), 'utf8');
    const rows = text.match(/^1\. .*$/gm) ?? [];
    writeFileSync(join(folder, 'B.md'), text.replace(rows.join('\n'), rows.toReversed().join('\n')));
    const { errors } = await kano(folder, ['backlog', '-o', 'B.md', '--check']);
    expect(errors).toMatch(/\n {2}The same lines in another order, from line \d+ on\.\n$/);
    expect(one).not.toBe(two);
  });

  it('needs a file to compare with', async () => {
    const errors = 'kano: --check compares with a file. Name it with -o FILE.\n';
    expect(await kano(shop, ['backlog', '--check'])).toEqual({ code: 2, output: '', errors });
    expect(await kano(shop, ['backlog', '--check', '-o', '-'])).toEqual({ code: 2, output: '', errors });
    const device = 'kano: --check compares with a file, but /dev/null is a device or a pipe.\n';
    expect(await kano(shop, ['backlog', '--check', '-o', '/dev/null'])).toEqual({ code: 2, output: '', errors: device });
  });
});

/** By markdownlint's own rules, but for the length of lines: a row of a table is one line. */
async function lintMarkdown(text: string): Promise<string[]> {
  const { text: problems = [] } = await markdownlint({ strings: { text }, config: { default: true, MD013: false } });
  return problems.map(({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames.join('/')} ${errorDetail}`);
}
