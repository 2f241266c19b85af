import { describe, expect, it } from 'vitest';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { problemsIn, read } from './shown.ts';

const rest = `
  - id: rest
    title: Rest
    tally: { M: 40 }
metrics:
  - { id: m, name: M, better: higher }
`;

describe('one broken item leaves the others as they are', () => {
  it.each([
    ['an unclosed quote', '  - id: a\n    title: "A'],
    ['an unclosed bracket', '  - id: a\n    title: A\n    tags: [a, {'],
    ['a brace too many', '  - { id: a, title: A }}'],
    ['a tab', '  - id: a\n\ttitle: A'],
    ['a lone dash', '  -'],
    ['a dash at the margin', '  - { id: z, title: Z }\n-'],
    ['half a key', '  - id: a\n    title: A\n    st'],
    ['half a key at the margin', '  - id: a\n    title: A\nst'],
    ['a key at the margin', '  - id: a\ntitle: A\n'],
    ['a lower dash', '  - { id: z, title: Z }\n - id: a\n   title: A'],
    ['a key twice', '  - id: a\n    title: A\n    title: B'],
    ['an alias without anchor', '  - id: a\n    title: *b'],
    ['a block scalar without text', '  - id: a\n    title: |'],
    ['a control character', '  - id: a\n    title: "\\x"'],
    ['brackets without end', `  - ${'['.repeat(20_000)}`],
    ['mappings without end', `  - ${'{ a: '.repeat(20_000)}`],
    ['deep nesting', `  - id: a\n    title: A\n    x-deep: ${'['.repeat(1_000)}${']'.repeat(1_000)}`],
    ['dashes without end', `  - ${'- '.repeat(5_000)}`],
  ])('%s', (_, broken) => {
    const model = read(`kano: 1\nproduct: P\nfeatures:\n${broken}${rest}`);
    const last = model.list('features').at(-1);
    expect(last?.value).toEqual({ id: 'rest', title: 'Rest', tally: { M: 40 } });
    expect(last?.talliesUnreadable).toBe(false);
    expect(model.list('metrics').map(({ value }) => value.id)).toEqual(['m']);
    expect(model.header.product).toBe('P');
    expect(problemsIn(model)).not.toEqual([]);
  });
});

describe('items whose dashes stand in different columns', () => {
  it('are all read, and each that stands too far left is reported', () => {
    const model = read(
      'kano: 1\nproduct: P\nfeatures:\n    - { id: a, title: A }\n  - { id: b, title: B }\n- id: c\n  title: C\n    - { id: d, title: D }\n',
    );
    expect(model.list('features').map(({ value }) => value.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(problemsIn(model)).toEqual(['kano/syntax 4 -', 'kano/syntax 5 -']);
  });
});

describe('a tally that cannot be read in full gives no number', () => {
  it.each([
    'tally: { M: 40',
    'tally: { M: 40, M: 3 }',
    'tally: { M: 40, O: five }',
    'tally: { M: 40, O: *nowhere }',
    'tally: { M: 40 }\n    tally: { M: 1 }',
    'tally:\n      M: 40\n     O: 5',
    'tally:\n      M: 40\n       O: 5',
    'tally: { M: 40 }\n    tallies: []',
    'tallies:\n      - counts: { M: 40 }\n     - counts: { O: 40 }',
    'tallies:\r\n      - counts: { M: 40 }\r\n     # a comment\r\n     - counts: { O: 40 }\r',
    'tallies: [{ counts: { M: 40 } } { counts: { O: 40 } }]',
    'tallies: [{ counts: { M: 40 } }\n      { counts: { O: 40 } }]',
    'tally: { M: 40, x-a: [1] O: 40 }',
    'tallies:\n      - counts: { M: 40 }\n      oops\n      - counts: { O: 40 }',
    'tallies:\n      - counts: { M: 40 }\n    # comment\n\n      counts: { O: 40 }',
    'tallies:\n      - counts: { M: 40 }\n      - counts: { O: 40, P: 1 }',
    'tallies:\n      - counts: { M: 40 }\n      - counts: { O: 40 }',
    'x-t: &t { M: 40, M: 3 }\n    tally: *t',
    'description: "unclosed\n    tally: { M: 40 }',
    '<<: *nowhere',
  ])('%s', (tally) => {
    for (const head of ['', '---\n--- # everything is one part\n']) {
      const model = read(`kano: 1\nproduct: P\nfeatures:\n  - id: a\n    title: A\n    ${tally}\n${head === '' ? '' : '...\n'}`);
      const [item] = model.list('features');
      expect(item?.value).toMatchObject({ id: 'a', title: 'A' });
      expect(item?.value.tally ?? item?.value.tallies).toBeUndefined();
      expect(item?.talliesUnreadable).toBe(true);
      expect(problemsIn(model)).not.toEqual([]);
    }
  });

  it('but mistakes elsewhere in the feature take nothing away', () => {
    const model = read('features:\n  - id: a\n    tally: { M: 40 }\n    title: "A\n');
    expect(model.list('features')[0]?.value).toEqual({ id: 'a', title: 'A', tally: { M: 40 } });
  });
});

// Whatever hangs here, or grows with the square of its length, runs into the time-out of the test.
describe('what could take very long', () => {
  it('an alias bomb is reported, and not unfolded', () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `x-${level}: &a${level} [${Array(10).fill(level === 0 ? 'lol' : `*a${level - 1}`)}]`,
    );
    const model = read(`kano: 1\nproduct: P\n${levels.join('\n')}\nfeatures:\n  - { id: a, title: A }\n`);
    expect(model.list('features')[0]?.value.id).toBe('a');
    expect(problemsIn(model)).toContain('kano/syntax 8 *a5');
  });

  it('nor is one that is wide instead of deep', () => {
    const model = read(`x-a: &a [${Array(1_000).fill(1)}]\nx-b: [${Array(5_000).fill('*a')}]\nkano: 1\nproduct: P\n`);
    expect(problemsIn(model).some((problem) => problem.startsWith('kano/syntax'))).toBe(true);
  });

  it('aliases that nest ever deeper', () => {
    const levels = Array.from({ length: 3_000 }, (_, level) => `x-${level}: &a${level} [${level === 0 ? '' : `*a${level - 1}`}]`);
    expect(problemsIn(read(`kano: 1\nproduct: P\n${levels.join('\n')}\n`))).not.toEqual([]);
  });

  it.each([`${'a'}${' '.repeat(300_000)}b`, '"'.repeat(20_000), '# '.repeat(200_000), `'${"''".repeat(200_000)}`, ':'.repeat(300_000)])(
    'a line of %.10s…',
    (line) => {
      expect(problemsIn(read(`kano: 1\nproduct: P\nfeatures:\n- id: a\n${line}\n- id: b\n  title: B\n`))).not.toEqual([]);
    },
  );

  it('over ten megabytes there is one problem and nothing else', () => {
    const filler = `  - { id: a, title: A }\n# ${'x'.repeat(9_999_930)}\n`;
    const small = read(`kano: 1\nproduct: P\nfeatures:\n${filler}`);
    expect(small.list('features')).toHaveLength(1);
    const range = { start: { line: 3, character: 22 }, end: { line: 3, character: 22 } };
    const large = updateModel(small, [{ range, text: 'x'.repeat(1_000) }]);
    expect(problemsIn(large)).toEqual(['kano/syntax 0 kano: 1']);
    expect(large.list('features')).toEqual([]);
    const after = updateModel(large, [{ range: { start: range.start, end: { line: 3, character: 1_022 } }, text: '' }]);
    expect(after.list('features')).toHaveLength(1);
    expect(problemsIn(after)).toEqual([]);
  });
});

it.each([
  '!!omap [id: a, title: A]',
  '!!pairs [id: a, id: b]',
  '!!set { a, b }',
  '!!timestamp 2026-01-01',
  '!!binary aGk=',
  '!!map [a]',
  '!!seq { a: 1 }',
])('a tag that makes something else of an item: %s', (item) => {
  const model = read(`kano: 1\nproduct: P\nfeatures:\n  - ${item}${rest}`);
  expect(model.list('features')).toHaveLength(2);
  expect(problemsIn(model).some((problem) => problem.includes(' 3 '))).toBe(true);
});

it('a dash with nothing behind it, above a bracket at the margin, is a problem with a place', () => {
  const item = '  - id: a\n    title: A\n    tallies:\n      -\n  # deep\n{ survey: s, counts: { M: 40 } }\n';
  expect(problemsIn(read(`kano: 1\nproduct: P\nfeatures:\n${item}`))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^kano\/schema/)]),
  );
});
