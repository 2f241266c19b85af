import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { Failure, unreadable } from '../terminal/failure.ts';

/** The text of a file. Fails with a reason where it cannot be read or is not UTF-8. */
export async function readText(location: string, shownAs: string): Promise<string> {
  const bytes = await readFile(location).catch((error: unknown) => {
    throw new Failure(unreadable(shownAs, error));
  });
  return decodeText(bytes, shownAs);
}

/** All of standard input. */
export async function readStandardInput(input: NodeJS.ReadableStream, shownAs: string): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of input) chunks.push(Buffer.from(chunk));
  } catch (error) {
    throw new Failure(unreadable(shownAs, error));
  }
  return decodeText(Buffer.concat(chunks), shownAs);
}

function beginsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** Bytes as text. Those that are not UTF-8 must not become � and be analysed as if someone had written that: then it fails. */
export function decodeText(bytes: Uint8Array, shownAs: string): string {
  if (beginsWith(bytes, 'version https://git-lfs.github.com/spec/'))
    throw new Failure(
      l10n.t('{path} is a pointer of Git LFS, and its text is not here, so it cannot be read. Text files need no LFS.', { path: shownAs }),
    );
  if (beginsWith(bytes, '\0GITCRYPT\0'))
    throw new Failure(l10n.t('{path} is encrypted by git-crypt, so it cannot be read. “git-crypt unlock” decrypts it.', { path: shownAs }));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(l10n.t('{path} is not UTF-8 text, so it cannot be read. Save it as UTF-8.', { path: shownAs }));
  }
}
