import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { ConfigurationFiles } from '../../../src/extension/documents/configurationFiles.ts';
import type { ModelStore } from '../../../src/extension/documents/modelStore.ts';
import { WorkspaceSource } from '../../../src/extension/documents/workspaceSource.ts';

type Listener = (uri: unknown) => void;

const world = vi.hoisted(() => ({
  files: new Map<string, { text: string; mtime: number }>(),
  watchers: [] as { pattern: unknown; create: Listener[]; delete: Listener[] }[],
}));

// VS Code tells one event of a folder that comes or goes, as in `git checkout`, and none of the files in it.
vi.mock('vscode', async () => {
  const { EventEmitter, subscribeTo } = await import('./events.ts');
  const uri = (path: string) => ({
    ...{ path, scheme: 'file', query: '' },
    toString: () => `file://${path}`,
    with: (changed: { path: string }) => uri(changed.path),
  });
  const read = (path: string) => {
    const file = world.files.get(path);
    if (!file) throw new Error('FileNotFound');
    return file;
  };
  const folder = { uri: uri('/w') };
  return {
    EventEmitter,
    Disposable: { from: () => ({ dispose: () => undefined }) },
    FileType: { File: 1, Directory: 2 },
    Uri: {
      parse: (text: string) => uri(text.replace('file://', '')),
      file: uri,
      joinPath: (base: { path: string }, ...names: string[]) =>
        uri(new URL(names.join('/'), `file://${base.path}/`).pathname.replace(/\/$/, '')),
    },
    workspace: {
      decode: async (bytes: Uint8Array) => new TextDecoder().decode(bytes),
      workspaceFolders: [folder],
      getWorkspaceFolder: () => folder,
      textDocuments: [],
      onDidChangeTextDocument: subscribeTo([]),
      onDidCloseTextDocument: subscribeTo([]),
      createFileSystemWatcher: (pattern: unknown, noCreate = false, _noChange = false, noDelete = false) => {
        const watcher = { pattern, create: [] as Listener[], delete: [] as Listener[] };
        world.watchers.push(watcher);
        return {
          onDidCreate: noCreate ? subscribeTo([]) : subscribeTo(watcher.create),
          onDidChange: subscribeTo([]),
          onDidDelete: noDelete ? subscribeTo([]) : subscribeTo(watcher.delete),
          dispose: () => undefined,
        };
      },
      fs: {
        readFile: async ({ path }: { path: string }) => new TextEncoder().encode(read(path).text),
        stat: async ({ path }: { path: string }) => ({ type: 1, mtime: read(path).mtime, ctime: 0, size: read(path).text.length }),
      },
    },
  };
});

/** Only watchers of all paths hear of a folder. */
async function tellOfFolder(kind: 'create' | 'delete', path: string): Promise<void> {
  const { Uri } = await import('vscode');
  const listeners = world.watchers.flatMap((watcher) => (watcher.pattern === '**' ? watcher[kind] : []));
  for (const listener of listeners) listener(Uri.file(path));
}

const write = (path: string, text: string) => world.files.set(path, { text, mtime: (world.files.get(path)?.mtime ?? 0) + 1 });
const models = { onDidChange: () => ({}), onDidClose: () => ({}) } as unknown as ModelStore;
const product = 'kano: 1\nproduct: P\n';

beforeEach(() => {
  world.files.clear();
  world.watchers.length = 0;
});

it('tells of a file that was looked for when the folder comes that has it', async () => {
  const source = new WorkspaceSource(models);
  const told: string[] = [];
  source.onDidChange((uri) => told.push(uri));
  const resolve = () => source.resolve('file:///w/a.kano.yaml', 'lib/deep/t.kano.yaml');
  expect(await resolve()).toEqual({ reason: 'not-found' });
  write('/w/lib/deep/t.kano.yaml', product);
  await tellOfFolder('create', '/w/other');
  await tellOfFolder('create', '/w/lib2');
  expect(told).toEqual([]);
  await tellOfFolder('create', '/w/lib');
  expect(told).toEqual(['file:///w/lib/deep/t.kano.yaml']);
  expect(await resolve()).toEqual({ uri: 'file:///w/lib/deep/t.kano.yaml' });
});

it('tells of a file that was read when its folder goes, and when it comes again', async () => {
  write('/w/lib/t.kano.yaml', product);
  const source = new WorkspaceSource(models);
  await source.open('file:///w/lib/t.kano.yaml');
  const told: string[] = [];
  source.onDidChange((uri) => told.push(uri));
  world.files.clear();
  await tellOfFolder('delete', '/w/lib');
  expect(await source.open('file:///w/lib/t.kano.yaml')).toBeUndefined();
  write('/w/lib/t.kano.yaml', product);
  await tellOfFolder('create', '/w/lib');
  expect((await source.open('file:///w/lib/t.kano.yaml'))?.text).toBe(product);
  expect(told).toEqual(['file:///w/lib/t.kano.yaml', 'file:///w/lib/t.kano.yaml']);
});

it('reads the settings of a folder anew that went and came with others', async () => {
  const { Uri } = await import('vscode');
  const file = Uri.file('/w/svc/a.kano.yaml') as vscode.Uri;
  const files = new ConfigurationFiles();
  const level = async () => (await files.nearest(file))?.configuration.rules['kano/not-surveyed'];
  expect(await level()).toBeUndefined();
  write('/w/svc/.kanorc.yaml', 'rules: { kano/not-surveyed: error }\n');
  await tellOfFolder('create', '/w/svc');
  expect(await level()).toBe('error');
  world.files.clear();
  await tellOfFolder('delete', '/w/svc');
  expect(await level()).toBeUndefined();
});

it('does not take a file from memory for edits that changed without an event', async () => {
  write('/w/data/t.kano.yaml', product);
  write('/w/data/same.kano.yaml', product);
  const source = new WorkspaceSource(models);
  const same = await source.open('file:///w/data/same.kano.yaml');
  await source.open('file:///w/data/t.kano.yaml');
  write('/w/data/t.kano.yaml', `# one\n# two\n${product}`);
  await source.refresh();
  expect((await source.open('file:///w/data/t.kano.yaml'))?.text.startsWith('# one')).toBe(true);
  expect(await source.open('file:///w/data/same.kano.yaml')).toBe(same);
});
