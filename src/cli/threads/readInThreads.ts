import type { FileOutcome } from '../files/fileReducer.ts';
import type { FoundFile } from '../files/findFiles.ts';
import type { FileThread } from './fileThread.ts';
import { type PortionOutcome, type Portions, portionsOf, readPortions } from './portions.ts';

/** How files are read, and who is told of it. */
export interface ThreadReading<Part> {
  /** Reads files in this thread. */
  readonly read: (files: readonly FoundFile[]) => Promise<readonly FileOutcome<Part>[]>;
  /** How many threads there should be, this one included, where about so many characters are left. */
  readonly threads: (characters: number) => number;
  readonly startThread: (portions: Portions, take: (outcome: PortionOutcome<Part>) => void) => Promise<FileThread | undefined>;
  readonly onProgress: (done: number) => void;
  readonly onDeath: (reason: unknown) => void;
}

/**
 * What comes of each file, in their order. This thread reads too, and starts others when it sees that there is enough for them. What a thread that
 * dies leaves behind is read in this one.
 */
export async function readInThreads<Part>(
  files: readonly FoundFile[],
  { read, threads, startThread, onProgress, onDeath }: ThreadReading<Part>,
): Promise<readonly FileOutcome<Part>[]> {
  const portions = portionsOf(files);
  const outcomes: FileOutcome<Part>[] = [];
  let [done, characters] = [0, 0];
  const take = ({ first, outcomes: some }: PortionOutcome<Part>) => {
    for (const [index, outcome] of some.entries()) {
      outcomes[first + index] = outcome;
      characters += outcome.length;
    }
    done += some.length;
    onProgress(done);
  };
  const others: FileThread[] = [];
  const finished: Promise<unknown>[] = [];
  let isOver = false;
  try {
    for await (const outcome of readPortions(portions, read)) {
      take(outcome);
      const left = files.length - done;
      while (left > 0 && others.length + 1 < threads((characters / done) * left)) {
        const thread = await startThread(portions, take);
        if (!thread) break;
        others.push(thread);
        finished.push(thread.finished.catch((reason) => isOver || onDeath(reason)));
      }
    }
    await Promise.all(finished);
  } finally {
    isOver = true;
    await Promise.all(others.map((thread) => thread.end()));
  }
  for (const [index, file] of files.entries()) if (outcomes[index] === undefined) take({ first: index, outcomes: await read([file]) });
  return outcomes;
}
