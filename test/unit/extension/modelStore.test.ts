import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Position, TextChange } from '../../../src/document/yaml/position.ts';
import { ModelStore } from '../../../src/extension/documents/modelStore.ts';

type Listener = (event: unknown) => void;

const editor = vi.hoisted(() => ({ changed: [] as Listener[], closed: [] as Listener[] }));

// The events of an editor, at the very moments that the tests are about.
vi.mock('vscode', async () => {
  const { EventEmitter, subscribeTo } = await import('./events.ts');
  const workspace = {
    onDidOpenTextDocument: subscribeTo([]),
    onDidChangeTextDocument: subscribeTo(editor.changed),
    onDidCloseTextDocument: subscribeTo(editor.closed),
  };
  return { EventEmitter, workspace };
});

/** A document as VS Code gives it. */
class OpenText {
  readonly uri = { path: '/w/shop.kano.yaml', toString: () => 'file:///w/shop.kano.yaml' };
  readonly languageId = 'yaml';
  version = 1;
  isClosed = false;
  content: string;

  constructor(content: string) {
    this.content = content;
  }

  getText(): string {
    return this.content;
  }

  /** One event, its places all in the text before it. */
  edit(...contentChanges: TextChange[]): void {
    const offsetAt = ({ line, character }: Position) =>
      this.content.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
    const ordered = contentChanges.map(({ range, text }) => ({ start: offsetAt(range.start), end: offsetAt(range.end), text }));
    for (const { start, end, text } of ordered.sort((a, b) => b.start - a.start)) {
      this.content = this.content.slice(0, start) + text + this.content.slice(end);
    }
    this.version++;
    for (const listener of editor.changed) listener({ document: this, contentChanges });
  }

  close(): void {
    this.isClosed = true;
    for (const listener of editor.closed) listener(this);
  }

  get asText(): vscode.TextDocument {
    return this as unknown as vscode.TextDocument;
  }
}

const insert = (line: number, text: string, character = 0): TextChange => {
  const place = { line, character };
  return { range: { start: place, end: place }, text };
};
/** As with 25 cursors, one in each title. */
const everyTitle = (letter: string) => Array.from({ length: 25 }, (_, index) => insert(4 + 3 * index, letter, 11));

let store: ModelStore;
let large: OpenText;

beforeEach(() => {
  for (const listeners of [editor.changed, editor.closed]) listeners.length = 0;
  store = new ModelStore();
  const features = Array.from({ length: 4_000 }, (_, index) => `  - id: f${index}\n    title: Title ${index}\n    tally: { M: 4 }\n`);
  large = new OpenText(`kano: 1\nproduct: Shop\nfeatures:\n${features.join('')}`);
});

it('takes in what was typed while a large file was read, one event after the other', async () => {
  const reading = store.read(large.asText);
  expect(reading).toBeInstanceOf(Promise);
  large.edit(insert(3, '  - id: first\n    title: First\n'));
  large.edit(insert(6, ' of all', 16));
  large.edit(insert(3, '# A note.\n# And another.\n'), insert(5, '# Here too.\n'));
  const model = await reading;
  expect(model.text).toBe(large.content);
  expect(store.isCurrent(large.asText, model)).toBe(true);
  expect(store.read(large.asText)).toBe(model);
});

it('reads a large file in slices after many changes at once, whoever asks, and gives everybody the same', async () => {
  await store.read(large.asText);
  large.edit(...everyTitle('a'));
  const [one, another] = [store.read(large.asText), store.read(large.asText)];
  expect(one).toBeInstanceOf(Promise);
  // Again, while that is read.
  large.edit(...everyTitle('b'));
  const later = store.read(large.asText);
  expect(later).toBeInstanceOf(Promise);
  const documents = await Promise.all([one, another, later]);
  expect(new Set(documents).size).toBe(1);
  expect(documents[0]?.text).toBe(large.content);
  expect(store.isCurrent(large.asText, documents[0])).toBe(true);
});

it('answers who asked before the file was closed, and keeps nothing of it', async () => {
  const getText = vi.spyOn(large, 'getText');
  const reading = store.read(large.asText);
  large.close();
  const model = await reading;
  // Not a second time, in one piece.
  expect(getText).toHaveBeenCalledTimes(1);
  expect(model.text).toBe(large.content);
  expect(store.isCurrent(large.asText, model)).toBe(false);
});
