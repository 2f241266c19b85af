import { beforeEach, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { GitRepository } from '../../../src/extension/git/gitApi.ts';
import { revisionToCompareWith } from '../../../src/extension/git/gitRevision.ts';

const files = vi.hoisted(() => new Map<string, string>());

vi.mock('vscode', () => {
  const uri = (path: string) => ({ path, with: (changed: { path: string }) => uri(changed.path) });
  return {
    Uri: {
      file: uri,
      joinPath: (base: { path: string }, ...names: string[]) =>
        uri(new URL(names.join('/'), `file://${base.path}/`).pathname.replace(/\/$/, '')),
    },
    workspace: {
      decode: async (bytes: Uint8Array) => new TextDecoder().decode(bytes),
      fs: {
        readFile: async ({ path }: { path: string }) => {
          const text = files.get(path);
          if (text === undefined) throw new Error('ENOENT');
          return new TextEncoder().encode(text);
        },
      },
    },
  };
});

const commits: Readonly<Record<string, string>> = { 'origin/HEAD': 'd1', 'origin/develop': 'd1', 'origin/main': 'm1', feat: 'f2' };

function repository(path: string): GitRepository {
  return {
    rootUri: vscode.Uri.file(path),
    state: { HEAD: { name: 'feat', commit: 'f2' }, onDidChange: () => ({ dispose: () => undefined }) },
    getCommit: async (ref: string) => {
      const hash = commits[ref];
      if (!hash) throw new Error(ref);
      return { hash, message: '' };
    },
    getMergeBase: async (_head: string, ref: string) => `base with ${ref}`,
  } as unknown as GitRepository;
}

const record = 'ref: refs/remotes/origin/develop\n';

beforeEach(() => files.clear());

it.each([
  ['a clone', { '/w/clone/.git/refs/remotes/origin/HEAD': record }, '/w/clone'],
  [
    'a worktree',
    {
      '/w/tree/.git': 'gitdir: /w/clone/.git/worktrees/tree\n',
      '/w/clone/.git/worktrees/tree/commondir': '../..\n',
      '/w/clone/.git/refs/remotes/origin/HEAD': record,
    },
    '/w/tree',
  ],
  [
    'a submodule',
    { '/w/super/sub/.git': 'gitdir: ../.git/modules/sub\n', '/w/super/.git/modules/sub/refs/remotes/origin/HEAD': record },
    '/w/super/sub',
  ],
] as const)('compares in %s with where the branch left the default branch of the remote', async (_name, written, root) => {
  for (const [path, text] of Object.entries(written)) files.set(path, text);
  expect(await revisionToCompareWith(repository(root), 'merge-base')).toEqual({ name: 'develop', commit: 'base with origin/develop' });
});

it('compares with origin/HEAD where the name of the default branch cannot be read', async () => {
  expect(await revisionToCompareWith(repository('/w/elsewhere'), 'merge-base')).toEqual({
    name: 'origin/HEAD',
    commit: 'base with origin/HEAD',
  });
});
