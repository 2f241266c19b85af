import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { parsePart } from '../../../src/document/yaml/part.ts';

const kindsIn = (text: string) => {
  const model = readModel('file:///a.kano.yaml', text);
  return [model.frame, ...model.list('features').map(({ part }) => part)].flatMap((part) =>
    part.syntaxFindings.map(({ reason }) => reason.kind),
  );
};

describe('text that nests deep', () => {
  // Without the limit V8 aborts the process at some of these.
  const openings = { braces: '{', brackets: '[', both: '{a: [', pairs: '[? ', dashes: '- ', 'explicit keys': '? ', anchors: '&a [' };
  for (const [name, opening] of Object.entries(openings))
    it.each([600, 20_000])(`is refused before it is composed: ${name}, %i`, (depth) => {
      const deep = opening.repeat(depth);
      expect(parsePart(deep).syntaxFindings[0]?.reason.kind).toBe('too-deep');
      const head = 'kano: 1\nproduct: P\nfeatures:\n';
      expect(kindsIn(`${head}  - id: a\n    title: T\n    note:\n      ${deep}\n  - ${deep}\n`)).toContain('too-deep');
      expect(kindsIn(`x: ${'{'.repeat(depth)}\n${head}  - id: a\n    title: T\n`)).toContain('too-deep');
    });

  it('does not count brackets in texts and comments', () => {
    const many = '{['.repeat(100_000);
    expect(parsePart(`a: "${many}"\nb: '${many}'\nc: x${many}\nd: |\n  ${many}\n# ${many}\n`).syntaxFindings).toEqual([]);
  });

  it('is read where a value of it is deeper than is kept, with the rest', () => {
    const { root, syntaxFindings } = parsePart(`a: ${'['.repeat(300)}${']'.repeat(300)}\nb: 1\n`);
    expect(syntaxFindings.map(({ reason }) => reason.kind)).toContain('too-deep');
    expect(root?.kind === 'map' && root.entries.map(({ key }) => key.value)).toEqual(['a', 'b']);
  });
});

describe('keys of a mapping', () => {
  it('are told to be duplicates where one is, in both styles', () => {
    for (const text of ['a: 1\nb: 2\n"a": 3\na: 4\n', '{ a: 1, b: 2, "a": 3, a: 4 }']) {
      const found = parsePart(text).syntaxFindings;
      expect(found.map(({ reason }) => reason)).toEqual([
        { kind: 'duplicate-key', name: 'a' },
        { kind: 'duplicate-key', name: 'a' },
      ]);
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['"a"', 'a']);
    }
  });

  it('are not compared with every other one', () => {
    const keys = Array.from({ length: 200_000 }, (_, index) => `k${index}: 1`);
    expect(parsePart(`{ ${keys.join(', ')} }`).syntaxFindings).toEqual([]);
  });
});
