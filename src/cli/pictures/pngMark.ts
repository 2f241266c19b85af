import { version } from '../../../package.json';

/**
 * A PNG that says what wrote it, in a text chunk behind the header.
 *
 * @see https://www.w3.org/TR/png-3/#11tEXt
 */
export function markedPng(png: Uint8Array): Uint8Array {
  const mark = chunk('tEXt', Buffer.from(`${keyword}${version}`, 'latin1'));
  return Buffer.concat([png.subarray(0, headerEnd), mark, png.subarray(headerEnd)]);
}

/** Whether `markedPng` made this: the mark is where it puts it. */
export function isMarkedPng(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, headerEnd + 8 + keyword.length));
  return start.subarray(0, 8).equals(signature) && start.toString('latin1', headerEnd + 4) === `tEXt${keyword}`;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The signature, and the chunk IHDR: length, type, 13 bytes, checksum. */
const headerEnd = 8 + 4 + 4 + 13 + 4;
const keyword = 'Software\0kano matrix ';

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(checksum(content));
  return Buffer.concat([length, content, check]);
}

/** CRC-32 as in PNG, annex D. Node has one since 22 only. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
