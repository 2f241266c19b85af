import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { lint as markdownlint } from 'markdownlint/promise';
import { beforeAll, describe, expect, it } from 'vitest';
import { headingsIn, parseMarkdown, tablesIn } from '../report/markdownOf.ts';
import { withEveryKey } from '../schemas/everyKey.ts';
import { fixtures, kano, kanoProcess, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith } from './folder.ts';

const temporary = temporaryFolder();
const expected = (name: string) => join(fixtures, 'expected', name);
const schema = JSON.parse(readFileSync(new URL('../../../schemas/diff.schema.json', import.meta.url), 'utf8'));
const fitsSchema = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(withEveryKey(schema));

/** A repository with two commits, `one` and `two`, of the two states of the fixture; the working tree is as in `two`. */
let shop = '';
beforeAll(() => {
  shop = repository({});
  cpSync(join(fixtures, 'diff', 'before'), shop, { recursive: true });
  commit(shop, 'one');
  for (const path of ['gone.kano.yaml', 'old name.kano.yaml']) rmSync(join(shop, path));
  cpSync(join(fixtures, 'diff', 'after'), shop, { recursive: true });
  commit(shop, 'two');
});

const journeyBefore = `kano: 1
product: Web shop
personas:
  - { id: guest, name: Guest, needs: [{ id: no-account, need: orders without signing up }] }
touchpoints:
  - id: checkout
    name: Checkout
    emotions: [{ date: 2026-03-31, value: 2 }]
    pains: [{ id: forced-account, pain: an account is required }]
valueChain:
  - { activity: outbound-logistics, bottlenecks: [] }
features:
  - { id: guest-checkout, title: Order without an account, status: planned, effort: 2, serves: [no-account], relieves: [forced-account], moves: [repeat-purchase] }
  - id: delivery-time
    title: Delivery within two days
    evidence: [{ source: reviews, date: 2026-06-30, complaints: 20, compliments: 4 }]
metrics:
  - { id: repeat-purchase, name: Repeat purchase rate, kind: repeat-purchase-rate, readings: [{ date: 2026-03-31, value: 24 }] }
  - { id: revenue, name: Revenue, kind: revenue, readings: [{ date: 2026-03-31, value: 100 }] }
`;
const journeyAfter = journeyBefore
  .replace('value: 2 }]', 'value: 2 }, { date: 2026-09-30, value: -2 }]')
  .replace('an account is required }]', 'an account is required }, the code does not come]')
  .replace('bottlenecks: []', 'bottlenecks: [{ id: one-carrier, bottleneck: one carrier only }]')
  .replace('status: planned, effort: 2', 'status: shipped, shipped: 2026-06-01, effort: 3')
  .replace('complaints: 20, compliments: 4', 'complaints: 31, compliments: 6')
  .replace('value: 24 }', 'value: 24 }, { date: 2026-09-30, value: 21 }')
  .replace('value: 100 }', 'value: 100 }, { date: 2026-09-30, value: 125 }');

describe('kano diff', () => {
  it.each([
    ['diff-shop.md', ['diff', 'one..two']],
    ['diff-shop.zh-cn.md', ['diff', 'one..two', '产品 目录', '--lang', 'zh-cn']],
    ['diff-shop.json', ['diff', 'one..two', '--format', 'json']],
    ['diff-shop.github.txt', ['diff', 'one..two', '-f', 'github']],
  ])('writes %s', async (name, parameters) => {
    const { output, errors, code } = await kano(shop, parameters);
    await expect(output).toMatchFileSnapshot(expected(name));
    expect([errors, code]).toEqual(['', 0]);
  });

  it('is Markdown that shows every text as it was written, and passes markdownlint', async () => {
    const { output } = await kano(shop, ['diff', 'one..two']);
    const root = parseMarkdown(output);
    // Fails where anything but plain text stands in a cell or heading.
    expect(tablesIn(root).flat(2)).toContain('Gift | <b>wrapping</b> `for` [you](https://evil.example) $x$');
    expect(headingsIn(root)).toContain('Web shop · Must-be gaps');
    const { text } = await markdownlint({ strings: { text: output }, config: { default: true, MD013: false, MD041: false } });
    expect(text).toEqual([]);
  });

  it('is JSON as the schema has it', async () => {
    const { output } = await kano(shop, ['diff', 'one..two', '--format', 'json']);
    fitsSchema(JSON.parse(output));
    expect(fitsSchema.errors ?? []).toEqual([]);
    expect(fitsSchema({ ...JSON.parse(output), more: 1 })).toBe(false);
  });

  it('compares with the working tree, saved or not yet added', async () => {
    const folder = repository({ 'a.kano.yaml': fine });
    commit(folder, 'one');
    expect((await kano(folder, ['diff', 'one'])).output).toBe('From one to working tree nothing changes but comments and layout.\n');
    writeFileSync(join(folder, 'a.kano.yaml'), fine.replace('M: 60', 'M: 5'));
    writeFileSync(join(folder, 'new.kano.yaml'), fine.replace('id: a', 'id: b').replace('title: A', 'title: B'));
    const { output } = await kano(folder, ['diff', 'HEAD']);
    expect(output.split('\n')[0]).toBe(
      '**1 category moved, 1 must-be gap opened, 1 must-be gap closed and 1 feature added** · HEAD → working tree',
    );
  });

  it('shortens what nobody reads: a commit named in full', async () => {
    const folder = repository({ 'a.kano.yaml': fine });
    commit(folder, 'one');
    const full = execFileSync('git', ['rev-parse', 'one'], { cwd: folder, encoding: 'utf8' }).trim();
    const { output } = await kano(folder, ['diff', `${full}...HEAD`]);
    expect(output).toBe(`From ${full.slice(0, 7)} to HEAD nothing changes but comments and layout.\n`);
    expect(JSON.parse((await kano(folder, ['diff', `${full}...HEAD`, '-f', 'json'])).output).base).toBe(full);
  });

  it('compares from where branches parted with three dots, and two ends with two', async () => {
    const folder = repository({ 'a.kano.yaml': fine });
    commit(folder, 'start');
    git(folder, 'checkout', '--quiet', '-b', 'side');
    writeFileSync(join(folder, 'side.kano.yaml'), fine.replace('id: a', 'id: s').replace('title: A', 'title: S'));
    commit(folder, 'side-work');
    git(folder, 'checkout', '--quiet', 'main');
    writeFileSync(join(folder, 'main.kano.yaml'), fine.replace('id: a', 'id: m').replace('title: A', 'title: M'));
    commit(folder, 'main-work');
    const changes = async (range: string) => changesIn((await kano(folder, ['diff', range, '-f', 'json'])).output);
    expect(await changes('main...side')).toEqual(['added s']);
    expect(await changes('main..side')).toEqual(['removed m', 'added s']);
    expect(await changes('...side')).toEqual(['added s']);
    expect(await changes('side..')).toEqual(['added m', 'removed s']);
  });

  it('compares a pair of files, without Git, and standard input', async () => {
    const folder = folderWith(temporary(), { 'before.kano.yaml': fine, 'after.kano.yaml': fine.replace('M: 60', 'M: 5') });
    const environment = { PATH: '' };
    const { output, code } = await kanoProcess(folder, ['diff', 'before.kano.yaml', 'after.kano.yaml'], { environment });
    expect(output.split('\n')[0]).toBe('**1 category moved and 1 must-be gap closed** · before.kano.yaml → after.kano.yaml');
    expect(output).not.toContain('Before in');
    expect(code).toBe(0);
    const piped = await kano(folder, ['diff', '-', 'after.kano.yaml', '--stdin-filename', 'x.kano.yaml'], { input: fine });
    expect(piped.output.split('\n')[0]).toBe('**1 category moved and 1 must-be gap closed** · x.kano.yaml → after.kano.yaml');
  });

  it('reads only what the paths name, seen from the folder it runs in', async () => {
    const folder = repository({ 'a b/one.kano.yaml': fine, '功能/two.kano.yaml': fine, 'three.kano.yaml': fine });
    commit(folder, 'one');
    for (const path of ['a b/one.kano.yaml', '功能/two.kano.yaml', 'three.kano.yaml']) rmSync(join(folder, path));
    const paths = async (from: string, ...named: string[]) => {
      const { output } = await kano(join(folder, from), ['diff', 'one', ...named, '-f', 'json']);
      return JSON.parse(output).products.map(({ path }: { path: { before: string } }) => path.before);
    };
    mkdirSync(join(folder, '功能'), { recursive: true });
    expect(await paths('.')).toEqual(['a b/one.kano.yaml', 'three.kano.yaml', '功能/two.kano.yaml']);
    expect(await paths('功能')).toEqual(['two.kano.yaml']);
    expect(await paths('功能', '..')).toHaveLength(3);
    expect(await paths('.', 'a b')).toEqual(['a b/one.kano.yaml']);
    expect(await paths('.', '**/t*.kano.yaml')).toEqual(['three.kano.yaml', '功能/two.kano.yaml']);
    expect(await paths('.', '功能/two.kano.yaml', 'three.kano.yaml')).toHaveLength(2);
    const { code, errors } = await kano(folder, ['diff', 'one', 'nowhere']);
    expect([code, errors]).toEqual([2, expect.stringContaining('nowhere matches no file')]);
  });

  it('reads what files use inside the revision, through links too, and nothing outside the repository', async () => {
    const journey = (name: string) => `kano: 1\nproduct: Journey\ntouchpoints: [{ id: t, name: ${name} }]\n`;
    const uses = 'kano: 1\nproduct: Shop\nuses: [lib/journey.kano.yaml, ../outside.kano.yaml]\nfeatures:\n';
    const feature = '  - { id: a, title: A, touchpoints: [t], tally: { M: 60, I: 20 } }\n';
    const folder = repository({ 'shop.kano.yaml': `${uses}${feature}`, 'real/journey.kano.yaml': journey('Old') });
    mkdirSync(join(folder, 'lib'));
    symlinkSync('../real/journey.kano.yaml', join(folder, 'lib', 'journey.kano.yaml'));
    commit(folder, 'one');
    writeFileSync(join(folder, 'real/journey.kano.yaml'), journey('New'));
    writeFileSync(join(folder, 'shop.kano.yaml'), `${uses}${feature.replace('M: 60', 'A: 60')}`);
    commit(folder, 'two');
    writeFileSync(join(folder, 'real/journey.kano.yaml'), journey('Newest'));
    const touchpoint = async (range: string) =>
      tablesIn(parseMarkdown((await kano(folder, ['diff', range, 'shop.kano.yaml'])).output))[1]?.[1]?.[0];
    expect(await touchpoint('one..two')).toBe('New');
    expect(await touchpoint('one')).toBe('Newest');
    expect(await touchpoint('two..one')).toBe('Old');
  });

  it('computes each revision with its own .kanorc.yaml, and says that it changed', async () => {
    const close = fine.replace('M: 60, O: 10, A: 10, I: 20', 'M: 32, O: 90, A: 88, I: 105, R: 15, Q: 28');
    const folder = repository({ 'a/shop.kano.yaml': close, 'b/other.kano.yaml': fine });
    commit(folder, 'one');
    writeFileSync(join(folder, '.kanorc.yaml'), 'analysis: { rule: berger }\n');
    commit(folder, 'two');
    for (const range of ['one', 'one..two']) {
      const { output } = await kano(folder, ['diff', range]);
      expect(output.split('\n')[0]).toMatch(/^\*\*1 category moved\b/);
      expect(output).toContain('Computed with standard table · Berger’s rule, before with standard table · mode');
    }
    expect((await kano(folder, ['diff', 'two..two'])).output).toContain('nothing changes');
  });

  it('is fine with a repository that has no such files, and says so', async () => {
    const folder = repository({ 'readme.md': 'x', 'unrelated/.kanorc.yaml': Buffer.from([0xff]) });
    commit(folder, 'one');
    commit(folder, 'two');
    const reason = (head: string) =>
      `kano: Neither one nor ${head} has a *.kano.yaml or *.kano.yml file here, so there is nothing to compare.\n`;
    const nothing = 'From one to two nothing changes but comments and layout.\n';
    expect(await kano(folder, ['diff', 'one..two', '--fail-on', 'any'])).toEqual({ code: 0, output: nothing, errors: reason('two') });
    expect(await kano(folder, ['diff', 'one', '-f', 'github'])).toEqual({ code: 0, output: '', errors: reason('working tree') });
    const { output } = await kano(folder, ['diff', 'one..two', '-f', 'json']);
    expect(JSON.parse(output).products).toEqual([]);
    // What is named must be there: it could be misspelt.
    expect((await kano(folder, ['diff', 'one', 'products'])).code).toBe(2);
    // Where all files went, or the first came, there is something to compare.
    writeFileSync(join(folder, 'a.kano.yaml'), fine);
    expect(await kano(folder, ['diff', 'one'])).toMatchObject({ code: 0, output: expect.stringContaining('1 feature added'), errors: '' });
  });

  it('names the place of what is wrong in .kanorc.yaml: an error after the change, a note before it', async () => {
    const folder = repository({ 'a.kano.yaml': fine, '.kanorc.yaml': 'analysis:\n  rule: berger\n' });
    commit(folder, 'good');
    writeFileSync(join(folder, '.kanorc.yaml'), 'analysis:\n  rule: bergr\n');
    commit(folder, 'bad');
    for (const range of ['good', 'good..bad']) {
      const { code, output, errors } = await kano(folder, ['diff', range]);
      expect([range, code, errors]).toEqual([range, 1, expect.stringMatching(/^kano: \.kanorc\.yaml:2:9: [^\n]*bergr[^\n]*\n$/)]);
      expect(output).toContain('because of errors in .kanorc.yaml (1 error)');
    }
    // Nothing else changed, and still nobody can tell what was meant.
    expect(await kano(folder, ['diff', 'bad..bad'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^kano: \.kanorc\.yaml:2:9: /),
    });
    const mended = await kano(folder, ['diff', 'bad..good']);
    expect([mended.code, mended.errors]).toEqual([0, expect.stringMatching(/^kano: Before the change: bad:\.kanorc\.yaml:2:9: [^\n]*\n$/)]);
  });

  it('reads no .kanorc.yaml but those that count for a compared file', async () => {
    const folder = repository({ 'a/a.kano.yaml': fine, 'b/b.kano.yaml': fine, 'b/.kanorc.yaml': Buffer.from([0xff, 0xfe, 0x41]) });
    commit(folder, 'one');
    writeFileSync(join(folder, 'a/a.kano.yaml'), fine.replace('M: 60', 'M: 5'));
    commit(folder, 'two');
    expect(await kano(folder, ['diff', 'one..two', 'a'])).toMatchObject({ code: 0, errors: '' });
    const reason = /^kano: (one|two):b\/\.kanorc\.yaml is not UTF-8 text/;
    expect(await kano(folder, ['diff', 'one..two'])).toMatchObject({ code: 2, output: '', errors: expect.stringMatching(reason) });
    expect((await kano(folder, ['diff', 'one', 'b'])).code).toBe(2);
  });

  it.each([
    ['category', 1],
    ['drift', 1],
    ['must-be-gap', 1],
    ['removed', 1],
    ['any', 1],
    ['removed,drift', 1],
  ])('exits with 1 on --fail-on %s', async (conditions, code) => {
    const result = await kano(shop, ['diff', 'one..two', '--fail-on', conditions]);
    expect(result.code).toBe(code);
    expect(result.errors).toMatch(/^(kano: --fail-on [a-z-]+: \d+ found\.\n)+$/);
  });

  it('names a metric that worsened, an emotion that fell and a pain that came, and fails where it is asked to', async () => {
    const folder = repository({ 'journey.kano.yaml': journeyBefore });
    commit(folder, 'one');
    writeFileSync(join(folder, 'journey.kano.yaml'), journeyAfter);
    const { output, errors, code } = await kanoProcess(folder, ['diff', 'one', '--fail-on', 'metric-worsened,new-pain']);
    await expect(output).toMatchFileSnapshot(expected('diff-journey.md'));
    expect(code).toBe(1);
    expect(errors).toBe('kano: --fail-on metric-worsened: 1 found.\nkano: --fail-on new-pain: 2 found.\n');
    expect((await kano(folder, ['diff', 'one', '--fail-on', 'must-be-gap,removed'])).code).toBe(0);
    fitsSchema(JSON.parse((await kano(folder, ['diff', 'one', '--format', 'json'])).output));
    expect(fitsSchema.errors ?? []).toEqual([]);
    const chinese = await kano(folder, ['diff', 'one', '--lang', 'zh-cn']);
    await expect(chinese.output).toMatchFileSnapshot(expected('diff-journey.zh-cn.md'));
    const annotations = (await kano(folder, ['diff', 'one', '--format', 'github'])).output.split('\n');
    const lines = readFileSync(join(folder, 'journey.kano.yaml'), 'utf8').split('\n');
    const lineWith = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
    expect(annotations.slice(1, -1)).toEqual([
      `::notice file=journey.kano.yaml,line=${lineWith('id: repeat-purchase')},title=Repeat purchase rate::metric worse: 24%25 (2026-03-31) → 21%25 (2026-09-30)`,
      `::notice file=journey.kano.yaml,line=${lineWith('id: checkout')},title=Checkout::emotion fell: +2 → −2`,
      `::notice file=journey.kano.yaml,line=${lineWith('one carrier only')},title=one carrier only::new bottleneck`,
      `::notice file=journey.kano.yaml,line=${lineWith('the code does not come')},title=the code does not come::new pain`,
    ]);
  });

  it('tells a small shift of close counts from a drift', async () => {
    const folder = repository({ 'a.kano.yaml': fine.replace('M: 60, O: 10, A: 10, I: 20', 'M: 51, O: 49') });
    commit(folder, 'one');
    writeFileSync(join(folder, 'a.kano.yaml'), fine.replace('M: 60, O: 10, A: 10, I: 20', 'M: 49, O: 51'));
    const codeOf = async (condition: string) => (await kano(folder, ['diff', 'one', '--fail-on', condition])).code;
    expect([await codeOf('category'), await codeOf('drift'), await codeOf('removed')]).toEqual([1, 0, 0]);
    expect((await kano(folder, ['diff', 'one', '--fail-on', 'categories'])).code).toBe(2);
    const unchanged = await kano(folder, ['diff', 'one..one', '--fail-on', 'any,category']);
    expect(unchanged).toEqual({ code: 0, output: 'From one to one nothing changes but comments and layout.\n', errors: '' });
  });

  it('says that something may be missing where a file has errors now, and not of errors before', async () => {
    const folder = repository({ 'a.kano.yaml': fine });
    commit(folder, 'one');
    writeFileSync(join(folder, 'a.kano.yaml'), faulty);
    const { code, output, errors } = await kano(folder, ['diff', 'one']);
    expect(code).toBe(1);
    expect(output).toContain('Something may be missing, because of errors in a.kano.yaml (1 error)');
    expect(errors).toContain('a.kano.yaml has 1 error');
    commit(folder, 'two');
    writeFileSync(join(folder, 'a.kano.yaml'), fine);
    expect((await kano(folder, ['diff', 'two'])).code).toBe(0);
  });

  it('says in a line why it could not do it', async () => {
    const folder = repository({ 'a.kano.yaml': fine });
    commit(folder, 'one');
    const outside = folderWith(temporary(), { 'a.kano.yaml': fine });
    const reason = async (at: string, parameters: string[], environment?: Record<string, string>) => {
      const call = ['diff', ...parameters];
      const { code, output, errors } = await (environment ? kanoProcess(at, call, { environment }) : kano(at, call));
      expect([code, output]).toEqual([2, '']);
      expect(errors.trim().split('\n')).toHaveLength(1);
      return errors;
    };
    expect(await reason(folder, ['nope'])).toContain('Git does not know the revision nope');
    expect(await reason(folder, ['one..nope'])).toContain('nope');
    expect(await reason(folder, ['one'], { PATH: '' })).toContain('needs Git');
    expect(await reason(outside, ['one'])).toContain('not in a Git repository');
    expect(await reason(folder, ['a.kano.yaml'])).toContain('Name a second file');
    expect(await reason(folder, ['--', '--output=pwned'])).toContain('--output=pwned is not the name of a revision');
    expect(await reason(folder, ['one..--output=pwned'])).toContain('--output=pwned is not the name of a revision');
    expect(await reason(folder, [])).toContain('Say what to compare with');
    writeFileSync(join(folder, 'a.kano.yaml'), Buffer.from([0xff, 0xfe, 0x41]));
    expect(await reason(folder, ['one'])).toContain('is not UTF-8 text');
    commit(folder, 'binary');
    writeFileSync(join(folder, 'a.kano.yaml'), fine);
    expect(await reason(folder, ['binary'])).toContain('binary:a.kano.yaml is not UTF-8 text');
  });

  it('says what to do in a clone that holds only the newest history', async () => {
    const clone = mkdtempSync(join(temporary(), 'clone '));
    git(temporary(), 'clone', '--quiet', '--depth', '1', `file://${shop}`, clone);
    for (const range of ['one', 'HEAD~1..HEAD']) {
      const { code, errors } = await kano(clone, ['diff', range]);
      expect(code).toBe(2);
      expect(errors).toContain('fetch-depth: 0');
    }
  });

  it('says what to do where branches have no common history', async () => {
    const folder = repository({ 'a.kano.yaml': fine });
    commit(folder, 'one');
    git(folder, 'checkout', '--quiet', '--orphan', 'other');
    commit(folder, 'two');
    expect(await kano(folder, ['diff', 'one...two'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Compare one..two instead'),
    });
  });

  it('runs no program that the repository names', async () => {
    const folder = repository({ 'a.kano.yaml': fine, '.gitattributes': '*.yaml diff=evil filter=evil\n' });
    commit(folder, 'one');
    const program = join(folder, 'evil.sh');
    writeFileSync(program, `#!/bin/sh\ntouch '${join(folder, 'ran')}'\ncat\n`);
    chmodSync(program, 0o755);
    for (const name of ['core.fsmonitor', 'diff.evil.textconv', 'diff.external', 'filter.evil.smudge', 'core.pager', 'core.sshCommand'])
      git(folder, 'config', name, `'${program}'`);
    writeFileSync(join(folder, 'a.kano.yaml'), fine.replace('M: 60', 'M: 5'));
    expect((await kano(folder, ['diff', 'one'])).code).toBe(0);
    expect(() => readFileSync(join(folder, 'ran'))).toThrow();
  });

  it('follows a renamed file by its features, and leaves one alone that has others', async () => {
    const folder = repository({ 'a.kano.yaml': fine, 'b.kano.yaml': fine.replace('id: a', 'id: b').replace('title: A', 'title: B') });
    commit(folder, 'one');
    renameSync(join(folder, 'a.kano.yaml'), join(folder, 'c.kano.yaml'));
    expect(changesIn((await kano(folder, ['diff', 'one', '-f', 'json'])).output)).toEqual([]);
    writeFileSync(join(folder, 'c.kano.yaml'), fine.replace('M: 60', 'M: 5'));
    const { output } = await kano(folder, ['diff', 'one']);
    expect(output).toContain('- Before in a.kano.yaml');
  });
});

function changesIn(output: string): string[] {
  const { products } = JSON.parse(output) as {
    products: { features: { change: string; before: { id: string } | null; after: { id: string } | null }[] }[];
  };
  return products.flatMap(({ features }) => features.map(({ change, before, after }) => `${change} ${(after ?? before)?.id}`));
}

function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderWith(temporary(), files);
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  return folder;
}

/** Commits all there is, under a tag. */
function commit(folder: string, tag: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', tag);
  git(folder, 'tag', tag);
}

function git(folder: string, ...parameters: string[]): void {
  const nobody = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...author, ...parameters], { cwd: folder, env: { ...process.env, ...nobody }, stdio: 'pipe' });
}
