import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compareText } from '../../base/compareText.ts';
import { type FontFace, facesOf } from './fontFile.ts';
import type { PictureText } from './pictureText.ts';

/** The fonts that draw a picture. */
export interface ChosenFonts {
  readonly faces: readonly FontFace[];
  /** Bold faces of the same families, where there are some. */
  readonly bold: readonly FontFace[];
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/** As few fonts as have the characters of all texts, those of systems for their interface first. The same for the same files. */
export async function chooseFonts(folders: readonly string[], texts: readonly PictureText[]): Promise<ChosenFonts> {
  const files = await fontFiles(folders);
  const faces: FontFace[] = [];
  let missing = [...new Set(texts.flatMap(({ characters }) => [...characters]))];
  let bytes = 0;
  const choose = (face: FontFace | undefined): boolean => {
    if (!face || faces.length === mostFonts || bytes + face.bytes > mostBytes) return false;
    faces.push(face);
    bytes += face.bytes;
    missing = missing.filter((character) => !has(face, character));
    return true;
  };
  for (const path of files.filter(isWanted)) if (missing.length > 0) choose(bestFace(await facesOf(path), missing));
  if (missing.length > 0) {
    const others: FontFace[] = [];
    for (const path of files) {
      const face = isWanted(path) ? undefined : bestFace(await facesOf(path), missing);
      if (face) others.push(face);
    }
    while (choose(bestFace(others, missing)));
  }
  const bold: FontFace[] = [];
  for (const face of boldlyDrawn(faces, texts)) {
    const found = await boldOf(face, files);
    const added = found && found.path !== face.path ? found.bytes : 0;
    if (!found || bytes + added > mostBytes) continue;
    bold.push(found);
    bytes += added;
  }
  return { faces, bold, missing };
}

/** The faces that draw a text: the first that has all of it, or by character the first that has it. */
export function facesFor(characters: ReadonlySet<string>, faces: readonly FontFace[]): (character: string) => FontFace | undefined {
  const whole = faces.find((face) => [...characters].every((character) => has(face, character)));
  return (character) => whole ?? faces.find((face) => has(face, character)) ?? faces[0];
}

function boldlyDrawn(faces: readonly FontFace[], texts: readonly PictureText[]): ReadonlySet<FontFace> {
  const found = new Set<FontFace>();
  for (const { characters } of texts.filter(({ isBold }) => isBold)) {
    const faceOf = facesFor(characters, faces);
    for (const character of characters) {
      const face = faceOf(character);
      if (face) found.add(face);
    }
  }
  return found;
}

function has(face: FontFace, character: string): boolean {
  return face.has(character.codePointAt(0) ?? 0);
}

/** So many scripts are in no picture that people read. */
const mostFonts = 8;
/** All of them are in memory while a picture is drawn. */
const mostBytes = 120_000_000;

/** Files by their name in small letters, the most wanted first: Latin, then East Asian. Of all others, those with most characters. */
const wanted = [
  ...['notosans-regular', 'segoeui', 'helveticaneue', 'helvetica', 'arial', 'dejavusans', 'liberationsans-regular', 'roboto-regular'],
  ...['notosanscjk-regular', 'notosanscjksc-regular', 'notosanssc-regular', 'sourcehansanssc-regular', 'sourcehansans-regular'],
  ...['pingfang', 'hiragino sans gb', 'msyh', 'stheiti medium', 'wqy-microhei', 'wqy-zenhei', 'droidsansfallbackfull', 'arial unicode'],
];

function isWanted(path: string): boolean {
  return wanted.includes(nameOf(path));
}

async function fontFiles(folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, encoding: 'utf8' }).catch(() => []);
      return entries.filter((path) => /\.(?:ttf|ttc|otf|otc)$/i.test(path)).map((path) => join(folder, path));
    }),
  );
  const order = (path: string) => wanted.indexOf(nameOf(path));
  return [...new Set(found.flat())].sort((a, b) => order(a) - order(b) || compareText(nameOf(a), nameOf(b)) || compareText(a, b));
}

function nameOf(path: string): string {
  return basename(path)
    .replace(/\.\w+$/, '')
    .toLowerCase();
}

/** The face with most of the characters; of equals the upright one, the one nearest to regular, and the one in the characters' own forms. */
function bestFace(faces: readonly FontFace[], characters: readonly string[]): FontFace | undefined {
  const forms = characters.some((character) => /[\u3041-\u30ff]/u.test(character))
    ? / JP$/
    : characters.some((character) => /\p{Script=Hangul}/u.test(character))
      ? / KR$/
      : / SC$/;
  const rated = faces.map((face) => ({
    face,
    count: characters.filter((character) => has(face, character)).length,
    style:
      (face.isUpright ? 0 : 1000) + Math.abs(face.weight - 400) + (/mono/i.test(face.family) ? 2 : 0) + (forms.test(face.family) ? 0 : 1),
  }));
  return rated.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.style - b.style)[0]?.face;
}

/** The bold face of a family: in the same file, or in one beside it whose name begins alike. */
async function boldOf({ path, family }: FontFace, files: readonly string[]): Promise<FontFace | undefined> {
  const start = nameOf(path).slice(0, 4);
  const beside = files.filter((file) => file === path || (dirname(file) === dirname(path) && nameOf(file).startsWith(start)));
  for (const file of beside) {
    const faces = (await facesOf(file)).filter((face) => face.family === family && face.isUpright && face.weight >= 600);
    const [bold] = faces.sort((a, b) => Math.abs(a.weight - 700) - Math.abs(b.weight - 700));
    if (bold) return bold;
  }
  return undefined;
}
