import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let made = 0;

/** A new folder within `parent` that holds files, given by path and content. */
export function folderWith(parent: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(parent, `folder ${++made}`);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Makes a folder a repository, without anything of the machine's own settings. */
export function startGit(folder: string): void {
  git(folder, 'init', '--quiet');
}

/** Runs Git in a folder and gives what it prints, without the line break at the end. */
export function git(folder: string, ...parameters: string[]): string {
  const settings = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', parameters, { cwd: folder, env: { ...process.env, ...settings }, stdio: 'pipe', encoding: 'utf8' }).trimEnd();
}

/** A file without problems. */
export const fine = 'kano: 1\nproduct: Web shop\nfeatures: [{ id: a, title: A, tally: { M: 60, O: 10, A: 10, I: 20 } }]\n';

/** A file with one problem of level error. */
export const faulty = 'kano: 1\nproduct: Web shop\nfeatures: [{ id: a, title: A, stat: idea, tally: { M: 60, O: 10, A: 10, I: 20 } }]\n';

/** A file with one problem of level info. */
export const small = 'kano: 1\nproduct: Web shop\nfeatures: [{ id: a, title: A, tally: { M: 9, O: 1, A: 2, I: 2 } }]\n';
