import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseFonts, facesFor } from '../../../../src/cli/pictures/chooseFonts.ts';
import { facesOf } from '../../../../src/cli/pictures/fontFile.ts';
import { fontFolders } from '../../../../src/cli/pictures/fontFolders.ts';
import { temporaryFolder } from '../command.ts';
import { folderWith } from '../folder.ts';
import { latinFonts } from './latinFonts.ts';

const temporary = temporaryFolder();
const codeOf = (character: string) => character.codePointAt(0) ?? 0;
const text = (shown: string, isBold = false) => ({ characters: new Set(shown), isBold });

describe('a font file', () => {
  it('says family, weight and characters', async () => {
    const [face, ...others] = await facesOf(join(latinFonts, 'KaTeX_Main-Bold.ttf'));
    expect(others).toEqual([]);
    expect(face).toMatchObject({ family: 'KaTeX_Main', weight: 700, isUpright: true });
    expect(['A', 'é', '€', '网', '😀'].map((character) => face?.has(codeOf(character)))).toEqual([true, false, false, false, false]);
  });

  it('is none where it is damaged, whatever is left of it', async () => {
    const whole = readFileSync(join(latinFonts, 'KaTeX_Main-Regular.ttf'));
    const parts = Object.fromEntries([0, 4, 11, 12, 40, 300, 2_000].map((length) => [`${length}.ttf`, whole.subarray(0, length)]));
    const folder = folderWith(temporary(), parts);
    for (const name of Object.keys(parts)) expect(await facesOf(join(folder, name))).toEqual([]);
    expect(await facesOf(folder)).toEqual([]);
    expect(await facesOf(join(folder, 'missing.ttf'))).toEqual([]);
  });

  it('is one face of several in a collection', async () => {
    const font = readFileSync(join(latinFonts, 'KaTeX_Main-Regular.ttf'));
    const header = Buffer.from('ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10', 'latin1');
    const moved = Buffer.from(font);
    for (let record = 12; record < 12 + font.readUInt16BE(4) * 16; record += 16)
      moved.writeUInt32BE(font.readUInt32BE(record + 8) + 16, record + 8);
    const folder = folderWith(temporary(), { 'one.ttc': Buffer.concat([header, moved]) });
    expect(await facesOf(join(folder, 'one.ttc'))).toMatchObject([{ family: 'KaTeX_Main', weight: 400, isUpright: true }]);
  });
});

describe('the fonts of a picture', () => {
  it('are as few as have its characters, bold only where something is, and what none has is named', async () => {
    const plain = await chooseFonts([latinFonts], [text('Web shop → 网店')]);
    expect(plain.faces.map(({ family, weight, isUpright }) => [family, weight, isUpright])).toEqual([['KaTeX_Main', 400, true]]);
    expect(plain.bold).toEqual([]);
    expect(plain.missing).toEqual(['网', '店']);
    const bold = await chooseFonts([latinFonts], [text('Web →', true)]);
    expect(bold.bold.map(({ family, weight, isUpright }) => [family, weight, isUpright])).toEqual([['KaTeX_Main', 700, true]]);
  });

  it('draw a whole text with one family where one has all of it', async () => {
    // Fraktur letters of Unicode are in none of them, the double-struck k only in the second.
    const { faces } = await chooseFonts([latinFonts], [text('Web'), text('\u{1d55c}')]);
    const draws = (shown: string) => [...shown].map((character) => facesFor(new Set(shown), faces)(character)?.family);
    expect(new Set(draws('Web'))).toEqual(new Set([faces[0]?.family]));
    expect(draws('网')).toEqual([faces[0]?.family]);
  });

  it('lie where each system keeps them', () => {
    expect(fontFolders({ WINDIR: 'D:\\Win', LOCALAPPDATA: 'C:\\Local' }, 'win32', 'C:\\me')).toEqual([
      'D:\\Win\\Fonts',
      'C:\\Local\\Microsoft\\Windows\\Fonts',
    ]);
    expect(fontFolders({}, 'darwin', '/Users/me')).toEqual(['/System/Library/Fonts', '/Library/Fonts', '/Users/me/Library/Fonts']);
    expect(fontFolders({ XDG_DATA_DIRS: '/opt/share:relative', XDG_DATA_HOME: '/me/data' }, 'linux', '/me')).toEqual([
      '/opt/share/fonts',
      '/usr/local/share/fonts',
      '/usr/share/fonts',
      '/me/data/fonts',
      '/me/.fonts',
      '/run/current-system/sw/share/X11/fonts',
    ]);
  });
});
