import { beforeEach, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { GitApi } from '../../../src/extension/git/gitApi.ts';
import { readRevision } from '../../../src/extension/git/gitRevision.ts';

/** What the commit has recorded, by path: the object, and the content if it can be read. */
const recorded = vi.hoisted(() => new Map<string, { readonly object: string; readonly content?: string }>());
/** What the Git extension does with a file that it cannot read: today's rejects, that of older versions of VS Code gives nothing. */
const unreadable = vi.hoisted(() => ({ rejects: true }));

vi.mock('vscode', () => {
  const uri = (text: string) => ({ path: text, fsPath: text.replace(/^past:/, ''), toString: () => text });
  return {
    Uri: { file: uri, parse: uri },
    workspace: {
      decode: async (bytes: Uint8Array) => new TextDecoder().decode(bytes),
      fs: {
        readFile: async ({ fsPath }: { fsPath: string }) => {
          const content = recorded.get(fsPath)?.content;
          if (content === undefined && unreadable.rejects) throw new Error('FileNotFound');
          return new TextEncoder().encode(content ?? '');
        },
      },
    },
  };
});

const commit = 'c'.repeat(40);
const renames = new Map<string, string>();
const git = {
  toGitUri: ({ fsPath }: vscode.Uri) => vscode.Uri.parse(`past:${fsPath}`),
  getRepository: () => ({
    getObjectDetails: async (_ref: string, path: string) => {
      const found = recorded.get(path);
      if (!found) throw new Error('Path not known by git');
      return { object: found.object };
    },
    diffIndexWith: async () => [...renames].map(([from, to]) => ({ originalUri: vscode.Uri.file(from), renameUri: vscode.Uri.file(to) })),
  }),
} as unknown as GitApi;

const read = () =>
  readRevision(git, vscode.Uri.file('/w/shop.kano.yaml'), { name: 'main', commit }, { resolve: async () => ({ reason: 'not-found' }) });
const content = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A }]\n';

beforeEach(() => {
  recorded.clear();
  renames.clear();
});

it.each([true, false])('tells content that Git cannot read from a file that a commit does not have (rejected: %s)', async (rejects) => {
  unreadable.rejects = rejects;
  expect(await read()).toBeUndefined();
  recorded.set('/w/shop.kano.yaml', { object: 'a'.repeat(40) });
  expect(await read()).toBe('incomplete');
  recorded.set('/w/shop.kano.yaml', { object: 'a'.repeat(40), content });
  expect(await read()).toMatchObject({ name: 'main' });
  // An empty file has nothing to compare with.
  recorded.set('/w/shop.kano.yaml', { object: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', content: '' });
  expect(await read()).toBeUndefined();
});

it.each([true, false])('likewise under the name that a file had before (rejected: %s)', async (rejects) => {
  unreadable.rejects = rejects;
  renames.set('/w/old.kano.yaml', '/w/shop.kano.yaml');
  recorded.set('/w/old.kano.yaml', { object: 'b'.repeat(40) });
  expect(await read()).toBe('incomplete');
  recorded.set('/w/old.kano.yaml', { object: 'b'.repeat(40), content });
  expect(await read()).toMatchObject({ name: 'main' });
});
