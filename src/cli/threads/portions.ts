import type { FileOutcome } from '../files/fileReducer.ts';
import type { FoundFile } from '../files/findFiles.ts';

/** Files that a thread reads at once. So many have their text and all that is made of it in memory. */
const mostAtOnce = 8;

/** Files in portions. Threads take one after the other, without asking each other. */
export interface Portions {
  readonly files: readonly FoundFile[];
  /** Files in each portion; the last may have fewer. */
  readonly size: number;
  /** Shared memory: how many were taken. */
  readonly taken: Int32Array;
}

/** Few files are in small portions, so that each thread gets some. */
export function portionsOf(files: readonly FoundFile[]): Portions {
  const size = Math.min(mostAtOnce, Math.max(1, Math.floor(files.length / 16)));
  return { files, size, taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** What came of some files that follow each other. */
export interface PortionOutcome<Part> {
  /** The index of the first. */
  readonly first: number;
  readonly outcomes: readonly FileOutcome<Part>[];
}

/** Reads portions until none is left. */
export async function* readPortions<Part>(
  { files, size, taken }: Portions,
  read: (files: readonly FoundFile[]) => Promise<readonly FileOutcome<Part>[]>,
): AsyncGenerator<PortionOutcome<Part>> {
  for (;;) {
    const first = Atomics.add(taken, 0, 1) * size;
    if (first >= files.length) return;
    yield { first, outcomes: await read(files.slice(first, first + size)) };
  }
}
