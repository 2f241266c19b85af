import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xmlErrors } from '../matrix/wellFormed.ts';
import { fixtures, kano, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith } from './folder.ts';

const temporary = temporaryFolder();
const shop = join(fixtures, 'shop');
const expected = (name: string) => join(fixtures, 'expected', name);

describe('kano matrix', () => {
  it.each([
    ['matrix-shop.svg', ['matrix', 'shop.kano.yaml']],
    ['matrix-shop-dark.zh-cn.svg', ['matrix', 'shop.kano.yaml', '--theme', 'dark', '--lang', 'zh-cn']],
  ])('draws %s', async (name, parameters) => {
    const { output, errors, code } = await kano(shop, parameters);
    await expect(output).toMatchFileSnapshot(expected(name));
    expect(await xmlErrors(output)).toEqual([]);
    expect(errors).toBe('');
    expect(code).toBe(0);
  });

  it.each([
    ['slide', 16 / 9],
    ['square', 1],
  ])('draws for a %s: name, table, numbers of answers and date within its shape', async (size, shape) => {
    const { output, code } = await kano(shop, ['matrix', 'shop.kano.yaml', '--size', size]);
    expect([code, await xmlErrors(output)]).toEqual([0, []]);
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(output) ?? []).map(Number);
    expect(width / height).toBeCloseTo(shape, 3);
    const { output: page } = await kano(shop, ['matrix', 'shop.kano.yaml']);
    const footer = (picture: string) =>
      /class="footer"[^>]*>(.*?)<\/g>/s
        .exec(picture)?.[1]
        ?.replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    expect(footer(output)).toMatch(/^standard table · .* answered · \d{4}-\d{2}-\d{2}$/);
    expect(footer(page)).toMatch(/ answered$/);
    const heights = [...output.matchAll(/<text[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Math.max(...heights)).toBeLessThan(height);
  });

  it('writes a file that stands alone: nothing is loaded, nothing runs', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': fine });
    const { output, code } = await kano(folder, ['matrix', 'shop.kano.yaml', '-o', 'matrix.svg']);
    expect([output, code]).toEqual(['', 0]);
    expect(readdirSync(folder).sort()).toEqual(['matrix.svg', 'shop.kano.yaml']);
    const picture = readFileSync(join(folder, 'matrix.svg'), 'utf8');
    expect(picture).toContain('<title>Web shop</title>');
    expect(picture).not.toMatch(/<script|<image|<style|href=|url\((?!#)|\son\w+=/);
  });

  it('shows titles as text, whatever they hold', async () => {
    const title = '</text><script>alert(1)</script> & “quotes”';
    const text = `kano: 1\nproduct: ${JSON.stringify(title)}\nfeatures: [{ id: a, title: ${JSON.stringify(title)}, tally: { M: 60, O: 10, A: 10, I: 20 } }]\n`;
    const { output } = await kano(folderWith(temporary(), { 'a.kano.yaml': text }), ['matrix', 'a.kano.yaml']);
    expect(await xmlErrors(output)).toEqual([]);
    expect(output).not.toContain('<script');
    expect(output).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “quotes”');
  });

  it('says that nothing was surveyed instead of drawing an empty plot', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A }]\n' });
    expect((await kano(folder, ['matrix', 'a.kano.yaml'])).output).toContain('No feature has been surveyed yet');
  });

  it('writes over no requirements file', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'b.kano.yaml': fine });
    const { code, errors } = await kano(folder, ['matrix', 'a.kano.yaml', '-o', 'b.kano.yaml']);
    expect([code, errors]).toEqual([2, expect.stringMatching(/^kano: b\.kano\.yaml has the name of a requirements file/)]);
    expect(readFileSync(join(folder, 'b.kano.yaml'), 'utf8')).toBe(fine);
  });

  it('draws one product only', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'b.kano.yaml': fine });
    const { code, errors, output } = await kano(folder, ['matrix', '-o', 'm.svg']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toBe('kano: A picture shows one product, but 2 were given. Name the file of one.\n');
    expect(readdirSync(folder)).not.toContain('m.svg');
  });

  it('draws what it can of a file with errors, says so, and exits with 1', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': faulty });
    const { code, errors, output } = await kano(folder, ['matrix', 'a.kano.yaml']);
    expect(output).toContain('<svg');
    expect([code, errors]).toEqual([1, expect.stringContaining('a.kano.yaml has 1 error')]);
  });

  const answers = '[[3, 12, 34, 12, 8], [0, 2, 8, 2, 0], [1, 3, 8, 2, 1], [2, 0, 0, 1, 0], [1, 0, 0, 0, 0]]';
  const paired = `kano: 1
product: P
features:
  - { id: a, title: Try on, tallies: [{ answers: ${answers} }] }
  - { id: b, title: Order, tally: { M: 60, I: 40 } }
  - { id: c, title: Not asked }
`;

  it('draws the continuous plot, and names the surveyed features that it cannot show', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': paired });
    const { code, errors, output } = await kano(folder, ['matrix', 'a.kano.yaml', '--plot', 'continuous']);
    expect([code, errors]).toEqual([0, 'kano: 1 surveyed feature is not in this plot: its tallies have no “answers”: “Order”\n']);
    expect(await xmlErrors(output)).toEqual([]);
    expect(output).toContain('<desc>Continuous plot of P by the mean answers to both questions, number of features: 1</desc>');
    expect(output).toContain('1 surveyed feature is not in this plot');
    expect(output).toContain('Functional ↑');
    expect(output).not.toMatch(/ATTRACTIVE|Better/);
  });

  it('says what the continuous plot needs where no tally has answers, and writes nothing', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const { code, errors, output } = await kano(folder, ['matrix', 'a.kano.yaml', '--plot', 'continuous', '-o', 'm.svg']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/^kano: The continuous plot needs the answers .* kano import/);
    expect(readdirSync(folder)).toEqual(['a.kano.yaml']);
  });

  it('refuses a theme that does not exist', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const { code, errors } = await kano(folder, ['matrix', 'a.kano.yaml', '--theme', 'blue']);
    expect([code, errors]).toEqual([2, expect.stringContaining('light, dark')]);
  });
});
