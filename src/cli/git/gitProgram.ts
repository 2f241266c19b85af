import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

const found = new Map<string, Promise<string | undefined>>();

/** The Git that is on the PATH, as an absolute path; `undefined` where there is none. */
export function findGitProgram(): Promise<string | undefined> {
  const path = process.env.PATH ?? '';
  const known = found.get(path) ?? firstProgram(programCandidates('git', path, process.platform));
  found.set(path, known);
  return known;
}

/**
 * Where a program may be, in order. Folders on the PATH that are not absolute are left out: they lie in the folder that the command runs in, from which
 * nothing is executed. Windows would even look there first.
 */
export function programCandidates(name: string, path: string, platform: NodeJS.Platform): readonly string[] {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? win32 : posix;
  return path
    .split(delimiter)
    .map((folder) => (platform === 'win32' ? folder.replace(/^"(.*)"$/, '$1') : folder))
    .filter(isAbsolute)
    .map((folder) => join(folder, platform === 'win32' ? `${name}.exe` : name));
}

async function firstProgram(candidates: readonly string[]): Promise<string | undefined> {
  for (const candidate of candidates) {
    const isProgram = await Promise.all([stat(candidate), access(candidate, constants.X_OK)]).then(
      ([found]) => found.isFile(),
      () => false,
    );
    if (isProgram) return candidate;
  }
  return undefined;
}
