import renderer from 'kano:svg-renderer';
import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import * as l10n from '@vscode/l10n';
import { nameList } from '../../terms/numbers.ts';
import { type Environment, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { type ChosenFonts, chooseFonts, facesFor } from './chooseFonts.ts';
import type { FontFace } from './fontFile.ts';
import { textsOf, withFamilies } from './pictureText.ts';
import { markedPng } from './pngMark.ts';

export { fontFolders } from './fontFolders.ts';
export { isMarkedPng } from './pngMark.ts';

/** How many pixels of a PNG are one of the SVG in each direction: enough for sharp letters on a projector. */
const scale = 2;

/**
 * A picture of `matrixSvg` as PNG, drawn with the fonts in these folders and nothing else of the machine. Characters that no font has are named on
 * standard error.
 * @throws where there is no font at all
 */
export async function pngPicture(svg: string, folders: readonly string[], environment: Environment): Promise<Uint8Array> {
  const fonts = await chooseFonts(folders, textsOf(svg));
  const [first] = fonts.faces;
  if (!first) throw new Failure(noFont());
  if (fonts.missing.length > 0) say(environment, missingCharacters(fonts.missing));
  const named = withFamilies(svg, first.family, (characters) => {
    const faceOf = facesFor(characters, fonts.faces);
    return (character) => faceOf(character)?.family ?? first.family;
  });
  await start();
  const picture = new Resvg(named, { font: { fontBuffers: await read(fonts) }, fitTo: { mode: 'zoom', value: scale } });
  const image = picture.render();
  try {
    return markedPng(image.asPng());
  } finally {
    image.free();
    picture.free();
  }
}

function noFont(): string {
  return l10n.t(
    'A PNG needs a font, and none was found. Install one (on Debian and Ubuntu: fonts-dejavu-core, and fonts-noto-cjk for Chinese), name a folder with one after --fonts, or draw SVG.',
  );
}

function missingCharacters(characters: readonly string[]): string {
  return l10n.t(
    'No font here has these characters, so the picture shows boxes in their place: {characters}. Install one that has them (for Chinese on Debian and Ubuntu: fonts-noto-cjk), or name its folder after --fonts.',
    { characters: nameList(characters.slice(0, mostNamed)) + (characters.length > mostNamed ? '…' : '') },
  );
}

const mostNamed = 20;

/** The files of all faces, each once. */
async function read({ faces, bold }: ChosenFonts): Promise<Uint8Array[]> {
  const paths = new Set([...faces, ...bold].map(({ path }: FontFace) => path));
  return Promise.all([...paths].map(async (path) => new Uint8Array(await readFile(path))));
}

let started: Promise<void> | undefined;

/** The renderer starts once in a process. */
function start(): Promise<void> {
  started ??= readFile(new URL(renderer, import.meta.url)).then(initWasm);
  return started;
}
