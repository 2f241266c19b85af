import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseItem, parsePart } from '../../../src/document/yaml/part.ts';
import { readPlainItem } from '../../../src/document/yaml/plainItem.ts';
import { segmentFile } from '../../../src/document/yaml/segment.ts';
import { kanoFile } from '../../bench/kanoFile.ts';
import { partContent } from './partContent.ts';
import { styledFile } from './styledYaml.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2_000);
const written = [...itemsBelow('examples'), ...itemsBelow('test/fixtures')];

describe('the plain reader', () => {
  it('reads what the yaml library reads from every item of the examples and fixtures, and nearly all of them', () => {
    for (const text of written) expectSame(text);
    expect(shareRead(itemsBelow('examples'))).toBeGreaterThan(0.99);
    // Every new fixture of a broken or unusual style lowers it.
    expect(shareRead(written)).toBeGreaterThan(0.9);
    expect(shareRead(itemsOf(kanoFile(100)))).toBe(1);
  });

  it('reads what the yaml library reads from items in the plain styles, and nearly all of them', () => {
    let read = 0;
    let drawn = 0;
    fc.assert(
      fc.property(plainItem, (text) => {
        drawn++;
        if (expectSame(text)) read++;
      }),
      parameters(),
    );
    expect(read / drawn).toBeGreaterThan(0.9);
  });

  it('reads what the yaml library reads from items in every style, or leaves them to it', () => {
    fc.assert(
      fc.property(styledFile, (text) => itemsOf(text).forEach(expectSame)),
      { ...parameters(), numRuns: runs / 10 },
    );
  });

  it('reads what the yaml library reads from items after any edits, or leaves them to it', () => {
    let read = 0;
    let drawn = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...written), plainItem),
        fc.array(mutation, { minLength: 1, maxLength: 2 }),
        (text, mutations) => {
          drawn++;
          if (expectSame(mutations.reduce(mutate, text))) read++;
        },
      ),
      { ...parameters(), numRuns: runs * 3 },
    );
    // Otherwise the property would say little.
    expect(read / drawn).toBeGreaterThan(0.15);
  });

  it.each([
    ['block', (keys: readonly string[]) => keys.map((key, index) => `${index === 0 ? '- ' : '  '}${key}: 1\n`).join('')],
    ['flow', (keys: readonly string[]) => `- { ${keys.map((key) => `${key}: 1`).join(', ')} }\n`],
  ])('reads hundreds of keys, and leaves those that are there twice to the library: %s', (_, textOf) => {
    const keys = Array.from({ length: 200 }, (_, index) => `k${index}`);
    expect(expectSame(textOf(keys))).toBe(true);
    for (const [at, key] of [
      [20, 'k3'],
      [31, 'k30'],
      [32, 'k31'],
      [40, 'k10'],
      [199, 'k150'],
    ] as const)
      expect([at, readPlainItem(textOf(keys.with(at, key)))]).toEqual([at, undefined]);
  });

  it.each([
    ...['~', 'null', 'Null', 'NULL', 'nULL', 'true', 'True', 'TRUE', 'tRUE', 'false', 'False', 'FALSE', 'no', 'yes', 'on'],
    ...[
      '0',
      '-0',
      '+1',
      '-12',
      '007',
      '1_000',
      '0x1F',
      '-0x1F',
      '0X1F',
      '0o17',
      '0o18',
      '+0o1',
      '99999999999999999999',
      '12e03',
      '2026-09-15',
    ],
    ...['1.', '.5', '-.5', '+0.10', '.', '-', '1.5.2', '1e3', '1E-2', '.5e+1', '1.e2', 'e3', '1e', '1e+', '- 1', '-a', '--', '---', '...'],
    ...[
      '.inf',
      '.Inf',
      '.INF',
      '-.inf',
      '+.INF',
      '.iNF',
      '.nan',
      '.NaN',
      '.NAN',
      '-.nan',
      '.Nan',
      'inf',
      'NaN',
      '1:30',
      'a:b',
      ':a',
      'a:',
      'a: b',
    ],
    ...[
      'a#b',
      'a #b',
      '#a',
      '@a',
      '`a',
      '%a',
      '!a',
      '&a',
      '*a',
      '|',
      '>',
      '?',
      '?a',
      '? a',
      'a\u00a0',
      '\u00a0a',
      'a\u2028b',
      '\ufeffa',
      'a\u0085',
      '',
      ' ',
    ],
    ...[
      '""',
      "''",
      '"a"',
      "'a'",
      "'it''s'",
      "'''",
      '"a\\nb"',
      '"a" ',
      '"a"#',
      '"a" #',
      "'a'b",
      '"a": b',
      '[',
      ']',
      '[]',
      '{}',
      '[a,]',
      '[,]',
      '[a,,b]',
    ],
    ...[
      '[a b, c]',
      '{a}',
      '{a: }',
      '{a: b, }',
      '{ a: b }',
      '{a:b}',
      '{"a":b}',
      '{"a": b}',
      '{a: b, a: c}',
      '[a: b]',
      '[-1, -a, -]',
      '[[a], {b: [c]}]',
    ],
  ])('gives the scalar `%s` the value that the yaml library gives it', (scalar) => {
    for (const text of [
      `- ${scalar}`,
      `- ${scalar}\n`,
      `- a: ${scalar}\n`,
      `- [${scalar}]\n`,
      `- { a: ${scalar} }\n`,
      `- a:\n    - ${scalar}\r\n`,
    ])
      expectSame(text);
    for (const text of [`- ${scalar}: b\n`, `- { ${scalar}: b }\n`, `- a: 1\n  ${scalar}: b # c\n`]) expectSame(text);
  });

  it('leaves nests that are too deep to it, and reads long items in time', () => {
    for (const depth of [10, 100, 20_000]) {
      expectSame(`- ${'['.repeat(depth)}${']'.repeat(depth)}\n`);
      expectSame(`- ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}\n`);
    }
    for (const depth of [10, 60, 300]) {
      expectSame(`- a:\n${Array.from({ length: depth }, (_, level) => `${' '.repeat(level + 3)}a:\n`).join('')}`);
      expectSame(`- a:\n${Array.from({ length: depth }, (_, level) => `${' '.repeat(2 * level + 2)}- a:\n`).join('')}`);
    }
    expectSame(`- a:\n${Array.from({ length: 3000 }, (_, index) => `    - entry ${index}\n`).join('')}`);
  });
});

/** Whether it was read without the library. */
function expectSame(text: string): boolean {
  if (!readPlainItem(text)) return false;
  expect(partContent(parseItem(text))).toEqual(parsePart(text));
  return true;
}

function shareRead(items: readonly string[]): number {
  return items.filter((text) => readPlainItem(text)).length / items.length;
}

function itemsOf(text: string): readonly string[] {
  return segmentFile(text).flatMap((segment) => (segment.kind === 'item' ? [segment.text] : []));
}

function itemsBelow(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.kano\.ya?ml$/.test(name));
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.flatMap((text) => [...itemsOf(text), ...itemsOf(text.replaceAll('\n', '\r\n'))]);
}

function parameters() {
  return { numRuns: runs, endOnFailure: 'FUZZ_RUNS' in process.env };
}

/** Items as people write them: block collections at any indentation, flow collections on one or more lines, quotes, comments, blank lines. */
const plainItem: fc.Arbitrary<string> = fc
  .record({
    indentation: fc.nat(4),
    dash: fc.constantFrom('- ', '-  ', '-   '),
    entries: fc.uniqueArray(fc.tuple(name(), fc.nat(9999), fc.nat(9999), fc.nat(9999)), {
      minLength: 1,
      maxLength: 6,
      selector: ([key]) => key,
    }),
    lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
    after: fc.constantFrom('', '\n', '\n', '\n\n', '\n# the next\n', '\n   \n'),
  })
  .map(({ indentation, dash, entries, lineBreak, after }) => {
    const column = indentation + dash.length;
    const lines = entries.flatMap(([key, shape, first, second]) => entryLines(key, shape, [first, second], ' '.repeat(column)));
    return `${' '.repeat(indentation)}${dash}${lines.join('\n').slice(column)}${after}`.replaceAll('\n', lineBreak);
  });

function name(): fc.Arbitrary<string> {
  return fc.constantFrom('id', 'title', 'tags', 'tallies', 'x-note', '"M"', "'it''s'", '名称', 'a b', '_1', '__proto__');
}

const scalars = [
  ...[
    'Search',
    'two words',
    '2026-09-15',
    '61',
    '-1.5',
    '1e3',
    'true',
    '~',
    'it\'s "so"',
    '搜索 功能',
    'a#b',
    'https://a.example/b?c#d',
    '0x1f',
    '-x',
  ],
  ...['"quoted # text"', "'it''s, [so]'", '""', '.inf', 'null', '"31 complaints"', 'smile 😀', '1:30'],
];

function entryLines(key: string, shape: number, choices: readonly [number, number], indentation: string): readonly string[] {
  const scalar = (seed: number) => scalars[seed % scalars.length] ?? '';
  const [one, two] = [scalar(choices[0]), scalar(choices[1])];
  const comment = ['', '', '  # why', ' # a: b'][choices[0] % 4] ?? '';
  const inner = indentation + ['', ' ', '  ', '    '][choices[1] % 4];
  const deeper = `${indentation} ${inner.slice(indentation.length)}`;
  const noise = [[], [], [''], ['   '], [`${indentation}# note`], ['# at the margin']][choices[1] % 6] ?? [];
  const flow = `[${one.replace(/[,[\]]/g, '')}, { a: ${two.replace(/[,[\]]/g, '')} }]`;
  const body = [
    [`${indentation}${key}: ${one}${comment}`],
    [`${indentation}${key}: ${flow}${comment}`],
    [`${indentation}${key}:${comment}`, ...noise, `${inner}- ${one}${comment}`, `${inner}- ${two}`, `${inner}-  ${flow}`],
    [
      `${indentation}${key}:${comment}`,
      `${inner}- id: ${one}`,
      ...noise,
      `${inner}  b: ${two}${comment}`,
      `${inner}- { a: ${choices[0]}, b: [] }`,
    ],
    [`${indentation}${key}:${comment}`, `${deeper}a: ${one}`, ...noise, `${deeper}"b":`, `${deeper}  c: ${two}`],
    [`${indentation}${key}: {`, `${deeper}a: [${choices[0]},`, `${deeper}  ${choices[1]} ] }${comment}`],
    [`${indentation}${key}:${choices[0] % 2 ? '  ' : ''}`],
  ][shape % 7];
  return [...(body ?? []), ...(shape % 5 === 0 ? noise : [])];
}

interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  // Without the bias towards the ends, where an edit breaks the whole item.
  at: fc.noBias(fc.nat(9999)).map((share) => share / 10_000),
  length: fc.constantFrom(0, 0, 0, 1, 1, 2, 5, 30),
  insert: fc.oneof(
    fc.constantFrom(...Array.from(' \n\r\t"\':,#-[]{}?&*!|>%@`~<=.0aé\u00a0\\')),
    fc.constantFrom(
      '  ',
      '\n\n',
      '\r\n',
      '- ',
      ': ',
      ' #',
      '\n# c\n',
      '\n  # c\n',
      '\n    # c\n',
      '\n      # c\n',
      '---\n',
      '...',
      '? ',
      '&a ',
      '*a',
      '<<: ',
      '!!str ',
    ),
    fc.constantFrom(
      '',
      '',
      'null',
      'true',
      '1',
      '\n  a: b\n',
      '\n    - a\n',
      'id: ',
      "''",
      '""',
      '[a, b]',
      '{ a: b }',
      ',\n',
      '|\n',
      '>-\n',
      '\ufeff',
      '\u0085',
      '😀',
    ),
    fc.string({ maxLength: 3 }),
  ),
});

function mutate(text: string, { at, length, insert }: Mutation): string {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + insert + text.slice(start + length);
}
