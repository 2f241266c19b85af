import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandFile, kanoProcess, type Result } from './command.ts';

/** What a call of the file system does instead of what it should. */
export interface Fault {
  /** A function of `node:fs/promises`, or of a file that is open for writing. */
  readonly call: 'rename' | 'open' | 'write' | 'writeFile' | 'sync';
  /** The error that it gives; `SIGKILL` ends the process there, in the middle of what is written. */
  readonly code: keyof typeof errorNumbers | 'SIGKILL';
  /** How often it still succeeds. */
  readonly after?: number;
  /** Whether locks are meant, not the files themselves. */
  readonly inLocks?: boolean;
}

const errorNumbers = { EBUSY: -16, EXDEV: -18, ENOSPC: -28, EIO: -5, EACCES: -13, EROFS: -30, EPERM: -1 };

/** Runs the command as a process in which a call of the file system fails. */
export function kanoWithFault(folder: string, parameters: readonly string[], fault: Fault): Promise<Result> {
  const script = join(mkdtempSync(join(tmpdir(), 'kano-fault-')), 'fault.cjs');
  writeFileSync(script, `(${inject})(${JSON.stringify(fault)}, ${JSON.stringify(errorNumbers)});\n`);
  return kanoProcess(folder, parameters, { environment: { NODE_OPTIONS: `--require ${script}` } }).finally(() =>
    rmSync(dirname(script), { recursive: true }),
  );
}

/** Runs within the command's process: uses nothing of this file. */
function inject({ call, code, after = 0, inLocks = false }: Fault, numbers: Readonly<Record<string, number>>): void {
  const promises = require('node:fs').promises;
  let left = after;
  const failing = (original: (...given: unknown[]) => unknown) =>
    async function (this: unknown, ...given: unknown[]) {
      if (left-- > 0) return original.apply(this, given);
      if (code !== 'SIGKILL') throw Object.assign(new Error(`${code}: injected`), { code, errno: numbers[code], syscall: call });
      if (call === 'writeFile') await original.call(this, String(given[0]).slice(0, String(given[0]).length / 2));
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    };
  const isForWriting = (flags: unknown) => flags === 'wx' || flags === 'r+';
  const { open, rename } = promises;
  promises.rename = call === 'rename' ? failing(rename) : rename;
  promises.open = async (...given: unknown[]) => {
    if (!isForWriting(given[1]) || String(given[0]).endsWith('.lock') !== inLocks) return open(...given);
    if (call === 'open') return failing(open)(...given);
    const file = await open(...given);
    if (call !== 'rename') file[call] = failing(file[call]);
    return file;
  };
}

/** How to run a shell with mounts of its own; `undefined` where the machine allows none. */
export const mountingShell: readonly string[] | undefined = [
  ['unshare', '--mount'],
  ['unshare', '--user', '--map-root-user', '--mount'],
].find((shell) => {
  try {
    execFileSync(shell[0] ?? '', [...shell.slice(1), 'bash', '-c', 'mount -t tmpfs none /mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** Runs lines of a shell that may mount; `kano` calls the command. Gives what they print, standard error included. */
export function mounted(folder: string, lines: string): string {
  const [name = '', ...parameters] = mountingShell ?? [];
  const script = `exec 2>&1; kano() { "$NODE" "$KANO" "$@"; }\n${lines}`;
  return execFileSync(name, [...parameters, 'bash', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, KANO: commandFile },
  });
}
