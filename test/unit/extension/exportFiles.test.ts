import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { exportState } from '../../../src/extension/pages/exportFiles.ts';

// The files of the system, as VS Code gives them.
vi.mock('vscode', () => ({
  workspace: {
    fs: {
      stat: async ({ fsPath }: vscode.Uri) => ({ mtime: statSync(fsPath).mtimeMs, size: statSync(fsPath).size }),
      readFile: async ({ fsPath }: vscode.Uri) => readFileSync(fsPath),
    },
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'kano-exports-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('an export that was changed on disk is in another state, and in the same one where it was not', async () => {
  const path = join(folder, 'answers.csv');
  const write = (text: string, second: number) => {
    writeFileSync(path, text);
    utimesSync(path, second, second);
  };
  const state = () => exportState([{ fsPath: path } as vscode.Uri]);
  write('a,b\n', 1_790_000_000);
  const before = await state();
  expect(await state()).toEqual(before);
  write('a,c\n', 1_790_000_060);
  const later = await state();
  expect(later.key).not.toBe(before.key);
  write('a,bcd\n', 1_790_000_060);
  expect((await state()).key).not.toBe(later.key);
  rmSync(path);
  expect((await state()).key).not.toBe(later.key);
});
