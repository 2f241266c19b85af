import * as l10n from '@vscode/l10n';
import { Failure } from '../terminal/failure.ts';

/** What `git ls-files` or `git ls-tree` says of a file before its name. */
const beforeName = /^(?:\S (?:\d{6} [0-9a-f]+ \d\t)?|\d{6} \w+ [0-9a-f]+\t)/;

/**
 * What Git lists with a zero byte after each, as texts. Names of files are bytes to Git: two that are not UTF-8 could become the same text, and no file would
 * be found by it.
 * @param isRead which names matter
 * @throws where a name is not UTF-8
 */
export function listedLines(output: Buffer, isRead: (path: string) => boolean = () => true): readonly string[] {
  const text = output.toString();
  if (!text.includes('\uFFFD')) return text.split('\0');
  const faulty = new Set<string>();
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; start = end + 1, end = output.indexOf(0, start)) {
    const line = output.subarray(start, end);
    const name = line.subarray(beforeName.exec(line.toString('latin1'))?.[0].length ?? 0);
    if (!Buffer.from(name.toString()).equals(name) && isRead(name.toString())) faulty.add(escaped(name));
  }
  if (faulty.size > 0) throw new Failure(...[...faulty].map(notUtf8Name));
  return text.split('\0');
}

/** Why a file with such a name stops a command. */
export function notUtf8Name(path: string): string {
  return l10n.t('The name of {path} is not UTF-8, so the file cannot be read. Rename it.', { path });
}

/** Bytes with those that are no printable ASCII as `\\xE9`. */
export function escaped(name: Uint8Array): string {
  return [...name]
    .map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('');
}
