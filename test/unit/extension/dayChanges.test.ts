import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { ModelStore } from '../../../src/extension/documents/modelStore.ts';
import { ProductStore } from '../../../src/extension/documents/productStore.ts';
import { WorkspaceSource } from '../../../src/extension/documents/workspaceSource.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';

type Listener = (event: unknown) => void;

const editor = vi.hoisted(() => ({ documents: [] as unknown[], windowStates: [] as Listener[], changed: [] as Listener[] }));

// The events of a window that stays open, at the very moments that the tests are about.
vi.mock('vscode', async () => {
  const { EventEmitter, subscribeTo } = await import('./events.ts');
  const watcher = { onDidCreate: subscribeTo([]), onDidChange: subscribeTo([]), onDidDelete: subscribeTo([]), dispose: () => undefined };
  const uri = (path: string) => ({ path, scheme: 'file', query: '', with: (changed: { path: string }) => uri(changed.path) });
  return {
    EventEmitter,
    Disposable: { from: () => ({ dispose: () => undefined }) },
    Uri: {
      parse: (text: string) => uri(text.replace('file://', '')),
      joinPath: (base: { path: string }, name: string) => uri(`${base.path}/${name}`),
    },
    window: { onDidChangeWindowState: subscribeTo(editor.windowStates) },
    workspace: {
      get textDocuments() {
        return editor.documents;
      },
      workspaceFolders: [],
      getWorkspaceFolder: () => undefined,
      onDidOpenTextDocument: subscribeTo([]),
      onDidChangeTextDocument: subscribeTo(editor.changed),
      onDidCloseTextDocument: subscribeTo([]),
      createFileSystemWatcher: () => watcher,
      fs: {
        readFile: async () => {
          throw new Error('FileNotFound');
        },
      },
    },
  };
});

/** A document of an editor, with a survey of 31 December 2025, which is fresh for 730 days. */
class OpenText {
  readonly languageId = 'yaml';
  readonly uri: unknown;
  readonly isClosed = false;
  version = 1;
  text = `kano: 1
product: Shop
surveys: [{ id: old, title: Old, date: 2025-12-31 }]
features:
  - { id: a, title: A, tallies: [{ survey: old, counts: { M: 60, O: 5 } }] }
`;

  constructor(name: string) {
    this.uri = { path: `/w/${name}.kano.yaml`, scheme: 'file', query: '', toString: () => `file:///w/${name}.kano.yaml` };
  }

  getText(): string {
    return this.text;
  }

  type(text: string): void {
    const lines = this.text.split('\n').length - 1;
    this.text += text;
    this.version++;
    const end = { line: lines, character: 0 };
    for (const listener of editor.changed) listener({ document: this, contentChanges: [{ range: { start: end, end }, text }] });
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  editor.documents.length = editor.windowStates.length = editor.changed.length = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

async function twoOpenDocuments() {
  const open = [new OpenText('a'), new OpenText('b')] as const;
  editor.documents.push(...open);
  vi.setSystemTime(new Date(2027, 11, 31, 23, 50));
  const models = new ModelStore();
  const products = new ProductStore(models, new WorkspaceSource(models));
  const told: unknown[] = [];
  products.onDidChange((document) => told.push(document));
  const staleIn = async (document: OpenText) => {
    const product = await products.get(document as unknown as vscode.TextDocument);
    const problems = checkDocument(product, analysisOfProduct(product));
    return problems.filter(({ code }) => code === 'kano/stale').map(({ message }) => message);
  };
  expect([await staleIn(open[0]), await staleIn(open[1])]).toEqual([[], []]);
  const focus = () => {
    for (const listener of editor.windowStates) listener({ focused: true });
  };
  return { open, told, staleIn, focus };
}

const isStale = [expect.stringContaining('731 days old')];

it('counts ages from another day once a window that stayed open over night is looked at, in all documents', async () => {
  const { open, told, staleIn, focus } = await twoOpenDocuments();
  focus();
  expect(told).toEqual([]);
  vi.setSystemTime(new Date(2028, 0, 1, 9, 0));
  focus();
  expect(told).toEqual([...open]);
  expect([await staleIn(open[0]), await staleIn(open[1])]).toEqual([isStale, isStale]);
  focus();
  expect(told).toEqual([...open]);
});

it('counts ages from another day at the next edit, in all documents', async () => {
  const { open, told, staleIn } = await twoOpenDocuments();
  open[0].type('# one more line\n');
  expect([told, await staleIn(open[0])]).toEqual([[open[0]], []]);
  vi.setSystemTime(new Date(2028, 0, 1, 0, 1));
  open[0].type('# another line\n');
  expect(new Set(told)).toEqual(new Set(open));
  expect([await staleIn(open[0]), await staleIn(open[1])]).toEqual([isStale, isStale]);
});

it('asks for today whenever a product is asked for', async () => {
  const { open, staleIn } = await twoOpenDocuments();
  vi.setSystemTime(new Date(2028, 0, 1, 0, 1));
  expect(await staleIn(open[1])).toEqual(isStale);
});
