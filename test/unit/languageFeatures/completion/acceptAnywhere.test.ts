import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { singleFileProduct } from '../../../../src/document/product.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { completion } from '../../../../src/languageFeatures/completion/completion.ts';
import { applied } from './accept.ts';

const examples = [
  'examples/web-shop/shop.kano.yaml',
  'examples/web-shop-zh/shop.kano.yaml',
  'examples/multi-file/journey.kano.yaml',
  'examples/multi-file/tickets/tickets.kano.yaml',
  'test/fixtures/format/complete.kano.yaml',
];

/** Positions of a text, so many of them, the same in every run. */
function* positions(text: string, count: number) {
  let seed = text.length;
  for (let round = 0; round < count; round++) {
    seed = (seed * 48271) % 2147483647;
    const before = text.slice(0, seed % (text.length + 1)).split('\n');
    yield { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }
}

/** What cannot be read in a text, in the words of the reader. */
function syntaxProblems(text: string): number {
  return readModel('a.kano.yaml', text).syntaxFindings.length;
}

/** Accepts everything that is offered at a position; gives how many that were, and those after which less can be read than before. */
function acceptAll(text: string, position: { readonly line: number; readonly character: number }) {
  const before = syntaxProblems(text);
  const { items } = completion(singleFileProduct(readModel('a.kano.yaml', text)), position);
  // Of many ids two are as good as all.
  const ids = items.filter(({ kind }) => kind === 18);
  const tried = items.filter((item) => !ids.includes(item) || ids.indexOf(item) < 2);
  const worse = tried.filter((item) => syntaxProblems(applied(text, item)) > before);
  return { tried: tried.length, worse: worse.map(({ label }) => `${label} at ${position.line + 1}:${position.character + 1}`) };
}

describe.each(examples)('whatever is accepted in %s', (path) => {
  const text = readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

  it('leaves as much readable as before', () => {
    let tried = 0;
    for (const position of positions(text, 60)) {
      const result = acceptAll(text, position);
      tried += result.tried;
      expect(result.worse).toEqual([]);
    }
    expect(tried).toBeGreaterThan(15);
  });

  it('leaves as much readable as before in half-typed lines', () => {
    let tried = 0;
    for (const position of positions(text, 40)) {
      const lines = text.split('\n');
      lines[position.line] = lines[position.line]?.slice(0, position.character) ?? '';
      const result = acceptAll(lines.join('\n'), position);
      tried += result.tried;
      expect(result.worse, lines[position.line]).toEqual([]);
    }
    expect(tried).toBeGreaterThan(15);
  });

  it('leaves as much readable as before on new lines at every column', () => {
    let tried = 0;
    for (const position of positions(text, 10)) {
      for (const character of [0, 2, 4, 6, 8, 10]) {
        const lines = text.split('\n');
        lines.splice(position.line, 0, ' '.repeat(character));
        const result = acceptAll(lines.join('\n'), { line: position.line, character });
        tried += result.tried;
        expect(result.worse).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(15);
  });
});
