import { type FileHandle, open } from 'node:fs/promises';
import { characterMap } from './characterMap.ts';

/** One face of a font file: a collection has several. */
export interface FontFace {
  readonly path: string;
  /** The size of the whole file. */
  readonly bytes: number;
  readonly family: string;
  /** 400 is regular, 700 bold. */
  readonly weight: number;
  readonly isUpright: boolean;
  readonly has: (codePoint: number) => boolean;
}

/**
 * The faces of a TrueType or OpenType file or collection, from its tables alone: of a large file little is read. None where the file is damaged, is
 * something else, or has no outlines, as fonts of colour pictures.
 */
export async function facesOf(path: string): Promise<readonly FontFace[]> {
  const file = await open(path).catch(() => undefined);
  if (!file) return [];
  try {
    const { size } = await file.stat();
    if (size > mostBytes) return [];
    const faces: FontFace[] = [];
    for (const offset of await offsetsOf(file)) {
      const face = await faceAt(file, offset, { path, bytes: size });
      if (face) faces.push(face);
    }
    return faces;
  } catch {
    // A reader of damaged tables leaves their range.
    return [];
  } finally {
    await file.close();
  }
}

/** Collections of East Asian fonts have 20 MB. */
const mostBytes = 64_000_000;
/** No table that is read here is larger in a sound font. */
const mostTableBytes = 4_000_000;

async function offsetsOf(file: FileHandle): Promise<readonly number[]> {
  const start = await read(file, 0, 12);
  const kind = start.toString('latin1', 0, 4);
  if (kind !== 'ttcf') return ['\0\x01\0\0', 'OTTO', 'true'].includes(kind) ? [0] : [];
  const count = Math.min(start.readUInt32BE(8), 64);
  const offsets = await read(file, 12, count * 4);
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4));
}

async function faceAt(file: FileHandle, offset: number, of: Pick<FontFace, 'path' | 'bytes'>): Promise<FontFace | undefined> {
  const count = (await read(file, offset, 12)).readUInt16BE(4);
  const directory = await read(file, offset + 12, count * 16);
  const tables = new Map(
    Array.from({ length: count }, (_, index) => {
      const record = directory.subarray(index * 16, index * 16 + 16);
      return [record.toString('latin1', 0, 4), { at: record.readUInt32BE(8), length: record.readUInt32BE(12) }];
    }),
  );
  const table = async (name: string): Promise<Buffer | undefined> => {
    const found = tables.get(name);
    return found && found.length <= mostTableBytes ? read(file, found.at, found.length) : undefined;
  };
  const [map, names, metrics] = [await table('cmap'), await table('name'), await table('OS/2')];
  if (!map || !names || !metrics || !['glyf', 'CFF ', 'CFF2'].some((outlines) => tables.has(outlines))) return undefined;
  const family = familyName(names);
  if (family === undefined) return undefined;
  // Bit 0 of the selection is italic, bit 9 oblique.
  const isUpright = (metrics.readUInt16BE(62) & 0x201) === 0;
  return { ...of, family, weight: metrics.readUInt16BE(4), isUpright, has: characterMap(map) };
}

/** The family that weights share where the font names it, else its family; in English. */
function familyName(table: Buffer): string | undefined {
  const [count, texts] = [table.readUInt16BE(2), table.readUInt16BE(4)];
  const names = Array.from({ length: count }, (_, index) => {
    const [platform = 0, , language = 0, id = 0, length = 0, offset = 0] = Array.from({ length: 6 }, (_, field) =>
      table.readUInt16BE(6 + index * 12 + field * 2),
    );
    return { platform, language, id, text: table.subarray(texts + offset, texts + offset + length) };
  });
  const inEnglish = names.filter(({ platform, language }) => platform === 0 || (platform === 3 && language === 0x409));
  const found = [16, 1].map((wanted) => inEnglish.find(({ id }) => id === wanted)).find((name) => name !== undefined);
  return found && Buffer.from(found.text).swap16().toString('utf16le');
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
