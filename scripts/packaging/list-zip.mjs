const endOfDirectorySignature = 0x06054b50;
const directoryEntrySignature = 0x02014b50;
const directoryEntryLength = 46;

/**
 * Reads the names in a zip file's central directory (section 4.3.12 of PKWARE's APPNOTE), without unpacking anything.
 *
 * @param {Buffer} zip
 * @returns {string[]} In the order of the directory.
 * @throws {Error} When it is no zip file.
 */
export function listZip(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectorySignature) throw new Error('Not a zip file.');
  const names = [];
  let offset = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(offset) !== directoryEntrySignature) throw new Error('The zip file’s directory is damaged.');
    const nameLength = zip.readUInt16LE(offset + 28);
    const otherLengths = zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
    names.push(zip.toString('utf8', offset + directoryEntryLength, offset + directoryEntryLength + nameLength));
    offset += directoryEntryLength + nameLength + otherLengths;
  }
  return names;
}
