import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { type DocumentSource, type Product, readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import type { Position, Range } from '../../../src/document/yaml/position.ts';

/** A text with the place of the first `|` in it, which is taken out. */
export function marked(text: string): { readonly text: string; readonly position: Position } {
  const offset = text.indexOf('|');
  if (offset === -1) throw new Error('No cursor is marked.');
  const before = text.slice(0, offset).split('\n');
  return {
    text: text.slice(0, offset) + text.slice(offset + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** Files by their paths from one folder. In one of them `|` marks the cursor. */
export interface MarkedFiles {
  readonly models: readonly KanoModel[];
  readonly opened: KanoModel;
  readonly position: Position;
  readonly source: DocumentSource;
  readonly texts: Readonly<Record<string, string>>;
}

export function markedFiles(files: Readonly<Record<string, string>>): MarkedFiles {
  const openedName = Object.keys(files).find((name) => files[name]?.includes('|')) ?? '';
  const { text, position } = marked(files[openedName] ?? '');
  const texts = { ...files, [openedName]: text };
  const models = Object.entries(texts).map(([name, content]) => readModel(name, content));
  const byName = new Map(models.map((model) => [model.uri, model]));
  const opened = byName.get(openedName);
  if (!opened) throw new Error('unreachable');
  const source: DocumentSource = {
    async resolve(from, path) {
      const uri = new URL(path, `file:///${from}`).pathname.slice(1);
      return byName.has(uri) ? { uri } : { reason: 'not-found' };
    },
    open: async (uri) => byName.get(uri),
  };
  return { models, opened, position, source, texts };
}

/** The product of the file with the cursor. */
export function productOf({ opened, source }: MarkedFiles): Promise<Product> {
  return readProduct(opened, source);
}

/** The text that stands in a range. */
export function textIn(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  if (start.line === end.line) return lines[start.line]?.slice(start.character, end.character) ?? '';
  return [
    lines[start.line]?.slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line]?.slice(0, end.character),
  ].join('\n');
}

/** `1:4-1:9` */
export function shownRange({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
