import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type DecodedPng, decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { copyOfCommand, kano, kanoProcess, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith } from './folder.ts';
import { latinFonts } from './pictures/latinFonts.ts';

const temporary = temporaryFolder();
const call = ['matrix', 'a.kano.yaml', '-o', 'm.png', '--fonts', latinFonts];
const png = (folder: string, name = 'm.png') => readFileSync(join(folder, name));

describe('kano matrix as PNG', () => {
  it.each([
    ['page', 1920, 1360],
    ['slide', 1920, 1080],
    ['square', 1520, 1520],
  ])('draws a %s of %i by %i pixels, the same every time, and leaves nothing else behind', async (size, width, height) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const result = await kanoProcess(folder, [...call, '--size', size]);
    // The one sign that those fonts lack.
    expect(result).toEqual({ code: 0, output: '', errors: expect.stringMatching(/boxes in their place: ·\. Install .*\n$/) });
    const picture = decode(png(folder));
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect(await kano(folder, [...call.with(3, 'again.png'), '--size', size])).toEqual(result);
    expect(png(folder).equals(png(folder, 'again.png'))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.kano.yaml', 'again.png', 'm.png']);
  });

  it('draws in the colours of the theme, with the letters of the fonts', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    await kano(folder, [...call, '--theme', 'dark']);
    const picture = decode(png(folder));
    const inked = coloursIn(picture, { left: 0, top: 0, right: 960, bottom: 60 });
    // The ground of the dark palette, and the heading on it.
    expect(inked.get('1e1e1e')).toBeGreaterThan(40_000);
    expect(inked.get('d4d4d4')).toBeGreaterThan(300);
    // The square of the must-be feature.
    expect(coloursIn(picture, { left: 0, top: 60, right: 1920, bottom: 1200 }).get('d23f29')).toBeGreaterThan(100);
  });

  it('names the characters that no font has, and draws the rest', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine.replace('Web shop', 'Web 网店') });
    const { code, errors } = await kano(folder, call);
    expect([code, errors]).toEqual([0, expect.stringMatching(/^kano: No font here has these characters.*: .*网, 店 and ·\. Install/)]);
    expect(decode(png(folder)).width).toBe(1920);
  });

  it('says what to install where there is no font, and writes nothing', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'fonts/broken.ttf': 'no font', 'fonts/cut.otf': 'OTTO\0\x10' });
    const { code, errors } = await kano(folder, call.with(5, 'fonts'));
    expect([code, errors]).toEqual([2, expect.stringMatching(/^kano: A PNG needs a font.*fonts-dejavu-core.*fonts-noto-cjk/)]);
    expect(readdirSync(folder)).toEqual(['a.kano.yaml', 'fonts']);
  });

  it('draws what it can of a file with errors, says so, and exits with 1', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': faulty });
    expect(await kano(folder, call)).toMatchObject({ code: 1, errors: expect.stringContaining('a.kano.yaml has 1 error') });
    expect(decode(png(folder)).width).toBe(1920);
  });

  it('replaces only an empty file and what it drew itself', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'm.png': '', 'text.png': '<svg/>' });
    await kano(folder, call);
    const first = png(folder);
    expect((await kano(folder, [...call, '--theme', 'dark'])).code).toBe(0);
    expect(png(folder).equals(first)).toBe(false);

    // The same picture from elsewhere: without the chunk that names the command.
    const { bytes: markLength, at } = markIn(first);
    const foreign = Buffer.concat([first.subarray(0, at), first.subarray(at + markLength)]);
    expect(decode(foreign).width).toBe(1920);
    const other = folderWith(temporary(), { 'a.kano.yaml': fine, 'm.png': foreign });
    expect(await kano(other, call)).toMatchObject({ code: 2, errors: expect.stringContaining('was not written by “kano matrix”') });
    expect(png(other).equals(foreign)).toBe(true);
    expect((await kano(folder, call.with(3, 'text.png'))).code).toBe(2);
    expect((await kano(folder, call.with(3, 'a.kano.yaml').concat('--format', 'png'))).code).toBe(2);
    expect(readFileSync(join(folder, 'a.kano.yaml'), 'utf8')).toBe(fine);
  });

  it('is chosen by --format for any name, printed only where no terminal gets it, and alone takes fonts', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    expect((await kano(folder, [...call.with(3, 'picture'), '--format', 'png'])).code).toBe(0);
    expect(decode(png(folder, 'picture')).width).toBe(1920);
    expect((await kano(folder, ['matrix', 'a.kano.yaml', '-o', 'm.png', '--format', 'svg'])).code).toBe(0);
    expect(png(folder).toString()).toMatch(/^<svg/);
    const printing = ['matrix', 'a.kano.yaml', '--format', 'png', '--fonts', latinFonts];
    const piped = await kano(folder, printing);
    expect([piped.code, piped.output === png(folder, 'picture').toString()]).toEqual([0, true]);
    const printed = await kano(folder, printing, { isTerminal: true });
    expect([printed.code, printed.output, printed.errors]).toEqual([2, '', expect.stringContaining('Name one after -o, as matrix.png')]);
    const asSvg = await kano(folder, ['matrix', 'a.kano.yaml', '--fonts', latinFonts]);
    expect([asSvg.code, asSvg.output, asSvg.errors]).toEqual([2, '', expect.stringContaining('--fonts is for PNG')]);
  });

  it('is refused for the names of other kinds of pictures, with those that there are', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    for (const name of ['m.jpg', 'm.PDF']) {
      const { code, errors } = await kano(folder, ['matrix', 'a.kano.yaml', '-o', name]);
      expect([code, errors]).toEqual([2, expect.stringMatching(/kind \.\w+\. Name a file that ends in \.svg or \.png/)]);
    }
    expect(readdirSync(folder)).toEqual(['a.kano.yaml']);
    for (const name of ['m.SVG', 'm']) expect((await kano(folder, ['matrix', 'a.kano.yaml', '-o', name])).code).toBe(0);
    expect((await kano(folder, ['matrix', 'a.kano.yaml', '-o', 'm.jpg', '--format', 'svg'])).code).toBe(0);
  });

  it('reads the renderer only for a PNG', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    const file = copyOfCommand(folderWith(temporary(), {}));
    const parts = join(dirname(file), 'command');
    const renderers = readdirSync(parts).filter((name) => name.endsWith('.wasm'));
    expect(renderers).toHaveLength(1);
    const original = readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
    for (const name of renderers) {
      // Unchanged, as its licence has it.
      expect(readFileSync(join(parts, name)).equals(original)).toBe(true);
      rmSync(join(parts, name));
    }
    expect((await kanoProcess(folder, ['matrix', 'a.kano.yaml'], { file })).code).toBe(0);
    expect((await kanoProcess(folder, call, { file })).code).toBe(2);
  });
});

/** How often each colour is in a part of a picture. */
function coloursIn({ data, width, channels }: DecodedPng, part: { left: number; top: number; right: number; bottom: number }) {
  const counts = new Map<string, number>();
  for (let y = part.top; y < part.bottom; y++)
    for (let x = part.left; x < part.right; x++) {
      const at = (y * width + x) * channels;
      const colour = Buffer.from(data.slice(at, at + 3)).toString('hex');
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return counts;
}

/** Where the chunk with the name of the command is. */
function markIn(bytes: Buffer): { at: number; bytes: number } {
  const at = bytes.indexOf('tEXt') - 4;
  return { at, bytes: bytes.readUInt32BE(at) + 12 };
}
