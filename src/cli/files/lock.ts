import { randomBytes } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from '../terminal/failure.ts';

/** How long a lock counts whose process cannot be asked, on another machine for example. Longer than any work under a lock takes. In milliseconds. */
const abandonedAfter = 60_000;
/** How long to wait for other processes, in milliseconds: longer than a lock that was left behind lasts. */
const patience = 2 * abandonedAfter;
/** Between two attempts, in milliseconds. */
const interval = 50;
/** After so many attempts the wait is told. */
const quietAttempts = 20;

/**
 * Does something while no other process does so for the same file, after those that are at it: of two that read and then write, the second would undo
 * what the first did. The lock is a file beside it that names its process; one that a killed process left behind is removed. In a folder that takes no
 * new file there is no lock.
 * @param location absolute, links resolved
 * @param work gets a function that says whether the lock still holds: another process takes it for abandoned if this one was suspended for long
 * @param onWait told once, where another process takes longer than a moment
 * @returns what `work` gives, or `undefined` where another process did not end in time
 */
export async function withLock<Result>(
  location: string,
  work: (isHeld: () => Promise<boolean>) => Promise<Result>,
  onWait: () => void = () => undefined,
): Promise<Result | undefined> {
  const path = join(dirname(location), `.${basename(location)}.lock`);
  const own = `${process.pid} ${hostname()} ${randomBytes(8).toString('hex')}\n`;
  const isHeld = async () => (await contentOf(path)) === own;
  let attempts = 0;
  for (const end = Date.now() + patience; ; await wait(interval)) {
    const taken = await take(path, own);
    if (taken === 'impossible') return work(async () => true);
    if (taken === 'done') break;
    const content = await contentOf(path);
    if (content !== undefined && (await isAbandoned(path, content))) await removeLock(path, content);
    else if (Date.now() > end) return undefined;
    else if (++attempts === quietAttempts) onWait();
  }
  try {
    return await work(isHeld);
  } finally {
    if (await isHeld()) await rm(path, { force: true });
  }
}

async function take(path: string, own: string): Promise<'done' | 'busy' | 'impossible'> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(own).finally(() => file.close());
      return 'done';
    } catch {
      // Whatever failed, a full disk or a limit: an empty lock would keep others waiting.
      await rm(path, { force: true });
      return 'impossible';
    }
  } catch (error) {
    return hasCode(error, 'EEXIST') ? 'busy' : 'impossible';
  }
}

/** `undefined` where there is no lock. */
function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

/** Whether the process that holds the lock is gone. */
async function isAbandoned(path: string, content: string): Promise<boolean> {
  const [, id, host] = /^(\d+) (\S+) /.exec(content) ?? [];
  if (host === hostname() && !isRunning(Number(id))) return true;
  return (await ageOf(path)) > abandonedAfter;
}

/** In milliseconds; 0 where there is no such file. */
function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/**
 * Removes a lock with this content. A lock that another process has put in its place in the meantime stays: whoever removes holds a claim, and looks again
 * under it, so between the look and the removal nobody else can have removed the lock and taken it.
 */
async function removeLock(path: string, content: string): Promise<void> {
  const claim = `${path}.claim`;
  const taken = await take(claim, '');
  if (taken === 'busy' && (await ageOf(claim)) > abandonedAfter) await rm(claim, { force: true });
  if (taken !== 'done') return;
  try {
    if ((await contentOf(path)) === content) await rm(path, { force: true });
  } finally {
    await rm(claim, { force: true });
  }
}
