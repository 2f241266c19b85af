import { spawn } from 'node:child_process';
import * as l10n from '@vscode/l10n';
import { Failure, systemReason } from '../terminal/failure.ts';
import { gitEnvironment } from './gitEnvironment.ts';
import { findGitProgram } from './gitProgram.ts';

/** What Git answered. */
export interface GitAnswer {
  readonly code: number | null;
  readonly output: Buffer;
  /** What it said on standard error, in English. */
  readonly errors: string;
}

/**
 * What a repository can name a program in, overruled: reading what came with a clone or an archive is no reason to run or to fetch anything. On the command
 * line, because that is what Git reads last.
 */
const quietConfiguration = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'core.gitProxy=false',
  'core.askPass=false',
  'core.alternateRefsCommand=false',
  'credential.helper=',
  'gpg.program=false',
  'protocol.allow=never',
  // A folder of files that looks like a bare repository, with a configuration of its own, is none until somebody says so.
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

/** Minutes after which Git is taken to hang. */
const timeLimit = 5;

/**
 * Runs Git in a folder, without a shell, so that nothing in the repository is executed and nothing is fetched. Fails where there is no Git, or it does not
 * end; that Git could not do it is for the caller to judge.
 * @param parameters whatever comes from the user among them must not begin with a dash
 */
export async function runGit(folder: string, parameters: readonly string[], input?: string): Promise<GitAnswer> {
  const program = await findGitProgram();
  if (program === undefined)
    throw new Failure(l10n.t('Comparing revisions needs Git, but “git” is not on the PATH. Two files can be compared without it.'));
  const env = await gitEnvironment(folder);
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['--no-pager', ...quietConfiguration, ...parameters], { cwd: folder, env, windowsHide: true });
    let isTooLong = false;
    // Our own timer: that of Node goes on where Git could not be started, and keeps the command waiting.
    const timer = setTimeout(() => {
      isTooLong = true;
      child.kill();
    }, timeLimit * 60_000);
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Failure(gitFailed(systemReason(error))));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (isTooLong) reject(new Failure(l10n.t('Git did not end within {minutes} minutes.', { minutes: timeLimit })));
      resolve({ code, output: Buffer.concat(output), errors: Buffer.concat(errors).toString() });
    });
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

/** @param errors what Git said; its first line is its reason, and it knows the remedy for a repository that it does not trust */
export function gitFailed(errors: string): string {
  const [, command] = /^\s*(git config --global --add safe\.directory .+)$/m.exec(errors) ?? [];
  const reason = (errors.trim().split('\n')[0] ?? '').replace(/^fatal: /, '');
  return command === undefined
    ? l10n.t('Git failed: {reason}', { reason })
    : l10n.t('Git failed: {reason}. Somebody else owns it. If you trust them: {command}', { reason, command });
}
