import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { environment } from '../environment.ts';

/** A new folder with a copy of the examples, which the test may change; removed after the test. Gives its absolute path. */
export async function copyOfExamples(): Promise<string> {
  const folder = await emptyWorkspace();
  await cp(environment().examplesFolder, folder, { recursive: true });
  return folder;
}

/** A new folder with these files (text by relative path); removed after the test. Gives its absolute path. */
export async function workspaceWith(files: Record<string, string>): Promise<string> {
  const folder = await emptyWorkspace();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function emptyWorkspace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kano-workspace-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
