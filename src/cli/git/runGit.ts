import { spawn } from 'node:child_process';
import * as l10n from '@vscode/l10n';
import { Failure, hasCode, systemReason } from '../terminal/failure.ts';

/** What Git answered. */
export interface GitAnswer {
  readonly code: number | null;
  readonly output: Buffer;
  /** What it said on standard error, in English. */
  readonly errors: string;
}

/**
 * Runs Git in a folder, without a shell. Fails where there is no Git; that Git could not do it is for the caller to judge.
 * @param parameters whatever comes from the user among them must not begin with a dash
 */
export function runGit(folder: string, parameters: readonly string[], input?: string): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    // A repository can name a program to run as its file system monitor: reading it is no reason to run that.
    const child = spawn('git', ['-c', 'core.fsmonitor=false', ...parameters], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
      windowsHide: true,
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error) => {
      const noGit = l10n.t('Comparing revisions needs Git, but “git” is not on the PATH. Two files can be compared without it.');
      reject(new Failure(hasCode(error, 'ENOENT') ? noGit : gitFailed(systemReason(error))));
    });
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output), errors: Buffer.concat(errors).toString() }));
    // Git may end without reading; why shows in its answer.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** What Git wrote, where it did what it was asked for; else fails with the first line of its reason. */
export async function askGit(folder: string, parameters: readonly string[], input?: string): Promise<Buffer> {
  const { code, output, errors } = await runGit(folder, parameters, input);
  if (code !== 0) throw new Failure(gitFailed(errors));
  return output;
}

/** @param errors what Git said; its first line is its reason */
export function gitFailed(errors: string): string {
  return l10n.t('Git failed: {reason}', { reason: (errors.trim().split('\n')[0] ?? '').replace(/^fatal: /, '') });
}
