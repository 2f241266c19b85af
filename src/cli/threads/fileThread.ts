import type { Worker } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import type { Language } from '../../terms/language.ts';
import type { ReducerStart } from '../files/fileReducer.ts';
import type { Reduction } from '../files/reductions.ts';
import type { PortionOutcome, Portions } from './portions.ts';

/** All that a thread is told. */
export interface ThreadStart {
  readonly start: ReducerStart;
  readonly reduction: Reduction;
  readonly language: Language;
  readonly portions: Portions;
}

/** What a thread says: what came of a portion, or that none is left. */
export type ThreadMessage<Part> = PortionOutcome<Part> | 'finished';

/** A thread that reads portions of files. */
export interface FileThread {
  /** Fails where the thread ends before it has finished. */
  readonly finished: Promise<void>;
  readonly end: () => Promise<unknown>;
}

/** Starts a thread; gives `undefined` where this Node has none or may start none: then there is one thread less. */
export async function startFileThread<Part>(
  start: ThreadStart,
  take: (outcome: PortionOutcome<Part>) => void,
): Promise<FileThread | undefined> {
  try {
    const { Worker } = await import('node:worker_threads');
    return listen(new Worker(new URL('./worker.mjs', import.meta.url), { workerData: start }), take);
  } catch {
    return undefined;
  }
}

function listen<Part>(worker: Worker, take: (outcome: PortionOutcome<Part>) => void): FileThread {
  const finished = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: ThreadMessage<Part>) => (message === 'finished' ? resolve() : take(message)));
    worker.on('messageerror', reject);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(l10n.t('exit code {code}', { code }))));
  });
  return { finished, end: () => worker.terminate() };
}
