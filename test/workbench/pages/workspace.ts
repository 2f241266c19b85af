import { readFileSync } from 'node:fs';
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

/** The number, from 1, of the only line of the web shop's example that contains a text. */
export function shopLine(text: string): number {
  const lines = readFileSync(join(environment().examplesFolder, 'web-shop/shop.kano.yaml'), 'utf8').split('\n');
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} lines contain “${text}”.`);
  return only;
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
