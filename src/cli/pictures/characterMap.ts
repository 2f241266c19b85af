import { firstIndexWhere } from '../../base/binarySearch.ts';

/**
 * Which characters a font has, by its table `cmap`: the subtables of Unicode in the two formats that fonts use, 4 (the first 65,536) and 12 (all).
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function characterMap(table: Buffer): (codePoint: number) => boolean {
  const count = table.readUInt16BE(2);
  const subtables = Array.from({ length: count }, (_, index) => ({
    platform: table.readUInt16BE(4 + index * 8),
    encoding: table.readUInt16BE(6 + index * 8),
    at: table.readUInt32BE(8 + index * 8),
  })).filter(({ platform, encoding }) => platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)));
  const ranges = subtables.map(({ at }) => {
    const format = table.readUInt16BE(at);
    return format === 4 ? segments(table, at) : format === 12 ? groups(table, at) : none;
  });
  return (codePoint) => ranges.some((has) => has(codePoint));
}

type Has = (codePoint: number) => boolean;

const none: Has = () => false;

function segments(table: Buffer, at: number): Has {
  const twice = table.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice];
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    for (let each = 0; each < twice; each += 2) {
      if (table.readUInt16BE(ends + each) < codePoint) continue;
      const start = table.readUInt16BE(starts + each);
      if (start > codePoint) return false;
      const offset = table.readUInt16BE(offsets + each);
      const delta = table.readUInt16BE(deltas + each);
      const glyph = offset === 0 ? codePoint : table.readUInt16BE(offsets + each + offset + 2 * (codePoint - start));
      return glyph !== 0 && ((glyph + delta) & 0xffff) !== 0;
    }
    return false;
  };
}

function groups(table: Buffer, at: number): Has {
  const count = table.readUInt32BE(at + 12);
  return (codePoint) => {
    const end = (index: number) => table.readUInt32BE(at + 20 + index * 12);
    const first = firstIndexWhere(count, (index) => end(index) >= codePoint);
    return first < count && table.readUInt32BE(at + 16 + first * 12) <= codePoint;
  };
}
