import type { ImportChoices } from './importChoices.ts';
import { readChoices } from './readChoices.ts';

/** What the page of an import is about, by addresses: an editor keeps it while a window is loaded again. */
export interface ImportMemory {
  readonly files: readonly string[];
  readonly into: string;
}

/** What was kept, with what the reader chose; `undefined` where it is not that. */
export function readMemory(kept: unknown): (ImportMemory & { readonly choices: ImportChoices }) | undefined {
  const { files, into, choices } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  const read = readChoices(choices);
  const isList = Array.isArray(files) && files.length > 0 && files.every((file) => typeof file === 'string');
  return isList && typeof into === 'string' && into !== '' && read ? { files, into, choices: read } : undefined;
}
