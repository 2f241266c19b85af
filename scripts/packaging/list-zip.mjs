import { inflateRawSync } from 'node:zlib';

const endOfDirectorySignature = 0x06054b50;
const directoryEntrySignature = 0x02014b50;
const directoryEntryLength = 46;
const localHeaderLength = 30;

/** @typedef {{ name: string, method: number, size: number, offset: number }} Entry `size` is that of the packed content. */

/**
 * Reads a zip file's central directory (section 4.3.12 of PKWARE's APPNOTE).
 *
 * @param {Buffer} zip
 * @returns {Entry[]} In the order of the directory.
 * @throws {Error} When it is no zip file.
 */
function entriesOf(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectorySignature) throw new Error('Not a zip file.');
  const entries = [];
  let offset = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(offset) !== directoryEntrySignature) throw new Error('The zip file’s directory is damaged.');
    const nameLength = zip.readUInt16LE(offset + 28);
    const otherLengths = zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
    entries.push({
      name: zip.toString('utf8', offset + directoryEntryLength, offset + directoryEntryLength + nameLength),
      method: zip.readUInt16LE(offset + 10),
      size: zip.readUInt32LE(offset + 20),
      offset: zip.readUInt32LE(offset + 42),
    });
    offset += directoryEntryLength + nameLength + otherLengths;
  }
  return entries;
}

/**
 * @param {Buffer} zip
 * @returns {string[]} The names in it, without unpacking anything.
 */
export function listZip(zip) {
  return entriesOf(zip).map(({ name }) => name);
}

/**
 * @param {Buffer} zip
 * @param {string} wanted
 * @returns {Buffer} The content of a file in it.
 * @throws {Error} When there is no such file.
 */
export function unzipped(zip, wanted) {
  const entry = entriesOf(zip).find(({ name }) => name === wanted);
  if (!entry) throw new Error(`The zip file has no ${wanted}.`);
  const start = entry.offset + localHeaderLength + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const content = zip.subarray(start, start + entry.size);
  return entry.method === 0 ? content : inflateRawSync(content);
}
