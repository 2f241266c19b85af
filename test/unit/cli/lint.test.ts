import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../../package.json';
import { sarifBreaks } from '../report/sarifSchema.ts';
import { breaks } from '../report/schema.ts';
import { fixtures, kano, kanoProcess, temporaryFolder } from './command.ts';
import { fine, folderWith, small } from './folder.ts';

const temporary = temporaryFolder();
const expected = (name: string) => join(fixtures, 'expected', name);

describe('kano lint', () => {
  it('shows problems with the lines they stand in', async () => {
    const english = await kano(join(fixtures, 'faulty'), ['lint']);
    await expect(english.output).toMatchFileSnapshot(expected('lint-faulty.txt'));
    expect(english).toMatchObject({ code: 1, errors: '' });
    const chinese = await kano(join(fixtures, 'faulty'), ['lint', '--lang', 'zh-cn']);
    await expect(chinese.output).toMatchFileSnapshot(expected('lint-faulty.zh-cn.txt'));
    expect(chinese).toMatchObject({ code: 1, errors: '' });
  });

  it('prints JSON that fits the schema', async () => {
    const { code, output, errors } = await kano(fixtures, ['lint', 'faulty', 'shop', '--format', 'json']);
    const json = JSON.parse(output);
    expect(breaks(json, '#/$defs/lint')).toEqual([]);
    expect(json.files.map(({ path }: { path: string }) => path)).toEqual([
      'faulty/faulty.kano.yaml',
      'shop/journey.kano.yaml',
      'shop/products/checkout.kano.yaml',
      'shop/shop.kano.yaml',
    ]);
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    expect(output.endsWith('}\n')).toBe(true);
  });

  it.each([
    ['sarif', 'lint-faulty.sarif.json'],
    ['github', 'lint-faulty.github.txt'],
    ['junit', 'lint-faulty.junit.xml'],
  ])('prints %s', async (format, file) => {
    const { code, output, errors } = await kano(join(fixtures, 'faulty'), ['lint', '--format', format]);
    // The version changes with every release, and the rules with their documentation.
    const steady = output.replaceAll(`"${version}"`, '"VERSION"').replace(/"rules": \[[\s\S]*?\n {10}\]/, '"rules": []');
    await expect(steady).toMatchFileSnapshot(expected(file));
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    if (format !== 'sarif') return;
    expect(sarifBreaks(JSON.parse(output))).toEqual([]);
    expect(JSON.parse(output).runs[0].tool.driver.rules[0].help.text).toMatch(/^When: /);
    const chinese = await kano(join(fixtures, 'faulty'), ['--lang', 'zh-cn', 'lint', '--format', format]);
    expect(JSON.parse(chinese.output).runs[0].tool.driver.rules[0].help.text).toMatch(/^何时：/);
  });

  it('fails a test in JUnit for what makes the command fail', async () => {
    const warning = fine.replace('tally:', 'status: planned, tally:').replace('I: 20', 'I: 2, R: 90');
    const folder = folderWith(temporary(), { 'a.kano.yaml': warning });
    const call = (...parameters: string[]) => kano(folder, ['lint', '--format', 'junit', ...parameters]);
    const [allowed, refused] = [await call(), await call('--max-warnings', '0')];
    expect([allowed.code, allowed.output.match(/<failure/g)]).toEqual([0, null]);
    expect([refused.code, refused.output.match(/<failure/g)?.length]).toEqual([1, 1]);
    expect(refused.errors).toBe('kano: 1 warning, but --max-warnings allows 0.\n');
  });

  it('is fine with what is no error', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'b.kano.yml': small });
    const { code, output, errors } = await kano(folder, ['lint', '--max-warnings', '0']);
    expect(output).toContain('b.kano.yml:3:18 info kano/small-sample\n');
    expect({ code, errors, summary: output.split('\n').at(-2) }).toEqual({ code: 0, errors: '', summary: '1 info in 2 files' });
  });

  it('colours on a terminal only, and not with NO_COLOR', async () => {
    const { output } = await kanoProcess(join(fixtures, 'faulty'), ['lint'], { environment: { FORCE_COLOR: '1' } });
    expect(output).not.toContain('\u001B');
  });

  it.each([
    [
      ['--format', 'xml'],
      "option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are pretty, json, sarif, github, junit.",
    ],
    [['--max-warnings', '-1'], "option '--max-warnings <number>' argument '-1' is invalid. Give a whole number, 0 or more."],
    [['--lang', 'fr'], "option '--lang <language>' argument 'fr' is invalid. Allowed choices are en, zh-cn."],
    [['--fromat'], "unknown option '--fromat' (Did you mean --format?)"],
  ])('refuses %j', async (parameters, reason) => {
    expect(await kano(fixtures, ['lint', ...parameters])).toEqual({ code: 2, output: '', errors: `kano: ${reason}\n` });
  });
});

describe('kano lint --as-of', () => {
  const text =
    'kano: 1\nproduct: P\nmetrics:\n  - { id: m, name: Retention, kind: retention, readings: [{ date: 2025-01-01, value: 70 }] }\n';
  const staleIn = (output: string) => output.split('\n').filter((line) => line.includes('kano/stale')).length;

  it('says what is out of date on a day by `freshFor`, and nothing without a day', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': text });
    expect(staleIn((await kano(folder, ['lint'])).output)).toBe(0);
    expect(staleIn((await kano(folder, ['lint', '--as-of', '2027-01-01'])).output)).toBe(0);
    expect(staleIn((await kano(folder, ['lint', '--as-of', '2027-01-02'])).output)).toBe(1);
    const strict = folderWith(temporary(), { 'a.kano.yaml': text, '.kanorc.yaml': 'freshFor: 30\n' });
    expect(staleIn((await kano(strict, ['lint', '--as-of', '2025-01-31'])).output)).toBe(0);
    expect(staleIn((await kano(strict, ['lint', '--as-of', '2025-02-01'])).output)).toBe(1);
    expect(staleIn((await kano(strict, ['lint', '--as-of', 'today'])).output)).toBe(1);
  });

  it.each(['2026', 'yesterday', '2026-13-01', '2026-02-30', '0000-01-01'])('refuses %s', async (day) => {
    const { code, errors } = await kano(fixtures, ['lint', 'shop', '--as-of', day]);
    expect(code).toBe(2);
    expect(errors).toContain('YYYY-MM-DD');
  });
});
