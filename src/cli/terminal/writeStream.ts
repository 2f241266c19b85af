import { writeFile } from 'node:fs/promises';
import type { Output } from '../files/findOutput.ts';
import { Failure, systemReason } from './failure.ts';

/** Writes straight to a device or a pipe, which must not be replaced by a file. Waits for whoever reads a named pipe. */
export async function writeStream({ location, path }: Output, text: string): Promise<void> {
  await writeFile(location, text).catch((error: unknown) => {
    throw new Failure({ kind: 'unwritable', path, reason: systemReason(error) });
  });
}
