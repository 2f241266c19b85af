import { readFile, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { tableOfBytes, tooLarge, UnreadableTable } from '../../survey/answers/tableOfBytes.ts';
import type { TableOptions } from '../../survey/tables/readTable.ts';
import { tableSizeLimit } from '../../survey/tables/tableLimit.ts';
import { standardInput } from '../files/findFiles.ts';
import { Failure, isFolder, unreadable } from '../terminal/failure.ts';

/** The named files without duplicates, and where they are with links resolved. */
export async function tablePaths(
  paths: readonly string[],
  currentFolder: string,
): Promise<readonly { readonly path: string; readonly location: string }[]> {
  const found = await Promise.all(
    paths.map(async (path) => ({
      path,
      location: path === standardInput ? path : await realpath(resolve(currentFolder, path)).catch(() => resolve(currentFolder, path)),
    })),
  );
  return [...new Map(found.toReversed().map((each) => [each.location, each])).values()].toReversed();
}

/** Reads an export. Fails if it is not a table: nothing is guessed. */
export async function readTable(
  path: string,
  location: string,
  input: NodeJS.ReadableStream,
  options: Omit<TableOptions, 'path'> = {},
): Promise<SurveyTable> {
  const { shown, bytes } = await readBytes(path, location, input);
  try {
    return await tableOfBytes(shown, bytes, options);
  } catch (error) {
    throw error instanceof UnreadableTable ? new Failure(error.message) : error;
  }
}

/** The content of a file or of standard input, and what it is called. Fails if it cannot be read, or is too large. */
export async function readBytes(
  path: string,
  location: string,
  input: NodeJS.ReadableStream,
): Promise<{ readonly shown: string; readonly bytes: Uint8Array }> {
  const shown = path === standardInput ? '<stdin>' : path;
  try {
    return { shown, bytes: await bytesOf(location, shown, input) };
  } catch (error) {
    throw error instanceof UnreadableTable ? new Failure(error.message) : error;
  }
}

async function bytesOf(location: string, path: string, input: NodeJS.ReadableStream): Promise<Uint8Array> {
  try {
    if (location !== standardInput) {
      const found = await stat(location);
      if (found.isDirectory()) throw new Failure(isFolder(path));
      if (found.size > tableSizeLimit) throw tooLarge(path);
      return await readFile(location);
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of input) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > tableSizeLimit) throw tooLarge(path);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof Failure || error instanceof UnreadableTable) throw error;
    throw new Failure(unreadable(path, error));
  }
}
