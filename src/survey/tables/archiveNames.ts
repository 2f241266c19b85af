/**
 * The names of the parts of a ZIP archive; `undefined` where its directory and the parts themselves disagree: a part whose name is damaged would be missing, and
 * the cells whose texts it has would be empty.
 */
export function archiveNames(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const [parts, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const names: string[] = [];
  let at = start;
  for (let part = 0; part < parts; part++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const name = nameAt(bytes, at + 46, view.getUint16(at + 28, true));
    const local = view.getUint32(at + 42, true);
    if (local + 30 > start || view.getUint32(local, true) !== 0x04034b50) return undefined;
    if (name !== nameAt(bytes, local + 30, view.getUint16(local + 26, true))) return undefined;
    names.push(name);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** Comments after the directory have at most this many bytes. */
const longestComment = 65_535;

function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - longestComment); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

function nameAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
