import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainValue } from '../../../src/document/yaml/node.ts';
import { parseItem, parsePart } from '../../../src/document/yaml/part.ts';
import { readPlainItem } from '../../../src/document/yaml/plainItem.ts';
import { kanoFeature } from '../../bench/kanoFile.ts';
import { partContent } from './partContent.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2_000);

/** What may begin a value, and what may stand on the lines below it: whole values, and pieces that belong together or break each other. */
interface Theme {
  readonly values: readonly string[];
  readonly lines: readonly string[];
  /** The share of the items that are read at least: the others are broken. Otherwise the comparison would say little. */
  readonly share: number;
}

const indicators = ['', '-', '+', '1', '2', '3', '2-', '4+', '-1', '+2'];
const themes: Readonly<Record<string, Theme>> = {
  'block scalars': {
    values: ['|', '>']
      .flatMap((style) => indicators.map((indicator) => style + indicator))
      .concat(['|  # why', '>- # b: c', '|#no', '>9', '|0']),
    lines: [
      'one line',
      'two',
      '',
      '',
      ' deeper',
      '- not: an item',
      '# no comment',
      'key: value',
      'it\'s "so" \\n',
      '搜索',
      '* * *',
      'a #b',
    ],
    share: 0.4,
  },
  'scalars over several lines': {
    values: ['plain text', '"double', "'single", 'text # c', '', '[flow text', '{ a: flow', '- ', '"double"', '# c', '2026', "'it''s"],
    lines: [
      'more words',
      '',
      'end"',
      "end'",
      'end]',
      'end }',
      'a, b',
      '- dash',
      '# c',
      'a #b',
      'https://a.example',
      "it's",
      '"',
      "'",
      '  spaces  ',
      '#c',
    ],
    share: 0.12,
  },
  escapes: {
    values: [
      '"a\\nb"',
      '"\\"so\\""',
      '"\\x41\\u20ac\\U0001F600"',
      '"\\ a \\\\"',
      '"a\\',
      '"\\q"',
      '"\\u12"',
      '"\\UFFFFFFFF"',
      '"\\ud83d"',
      '"\\0\\e\\_\\N"',
    ],
    lines: ['b"', 'c\\', '\\  d', '', 'e\\\\', '\\"', '\\n"', '"', 'k: "\\t"', '"\\/": "\\L"'],
    share: 0.1,
  },
  'comments anywhere': {
    values: ['', '# c', 'text # c', '[a, # c', '[ # c', '{ a: 1, # c', '"q" # c', '[a] # c', '#no', '"q"#no', '|- # c', 'a#b'],
    lines: [
      '# c',
      '#c',
      '#',
      '',
      'b, c]',
      'b: 2 }',
      ']',
      'k: v',
      'l:',
      '- m # c',
      '- # c',
      '- n: # c',
      ', d',
      'm: [a] # c',
      '- |',
      '"x": # c',
    ],
    share: 0.15,
  },
  'anchors and aliases': {
    values: [
      '&x text',
      '*x',
      '&x',
      '&x # c',
      '&y [*x, *x]',
      '{ a: *x }',
      '&x |',
      '&x "q"',
      '&x &y a',
      '&x *x',
      '*none',
      '&x: a',
      '&x {a: 1}',
      '&x 1',
    ],
    lines: [
      'k: *x',
      'l: &y b',
      'm: *y',
      '- *x',
      '- &y',
      '- &y c: d',
      'n: [*y]',
      'text',
      'o: &z',
      '*x',
      '&x p: q',
      '<<: *x',
      '- &z\n        r: s',
      '# c',
    ],
    share: 0.08,
  },
};

describe('the plain reader', () => {
  it.each(Object.entries(themes))('reads what the yaml library reads: %s', (_, { values, lines, share }) => {
    let read = 0;
    let drawn = 0;
    const mixed = itemOf(fc.constantFrom(...values), fc.constantFrom(...lines));
    fc.assert(
      fc.property(mixed, (text) => {
        drawn++;
        if (expectSame(text)) read++;
      }),
      parameters(runs * 2),
    );
    expect(read / drawn).toBeGreaterThan(share);
  });

  it('reads what the yaml library reads from a mixture of all styles', () => {
    const all = Object.values(themes);
    const mixed = itemOf(fc.constantFrom(...all.flatMap(({ values }) => values)), fc.constantFrom(...all.flatMap(({ lines }) => lines)));
    fc.assert(
      fc.property(mixed, (text) => void expectSame(text)),
      parameters(runs * 5),
    );
  });

  it('reads every style of a description', () => {
    const items = [0, 1, 2, 3].map((seed) => parseItem(`${kanoFeature('f', seed)}\n`.slice(2).replaceAll('\n  ', '\n')));
    for (const { text } of items) expect(expectSame(text)).toBe(true);
    expect(items.map(({ root }) => root && (plainValue(root) as { description: string }[])[0]?.description)).toMatchInlineSnapshot(`
      [
        "Customers told us in interviews that they can't find what they look for, and that the words of the catalogue are not theirs: ours, "as ever".",
        "Shown below the title, after the price:
      - in stock, with the day of arrival; else the day when it is again
      ",
        "The last step before an order is placed. What is missing is named "here", not at the top of the page; the € sign is where the country has it, and what was typed stays.",
        "Whoever comes back a second time should see what they looked at before, and in the same order, without having to have an account or having to accept anything else",
      ]
    `);
  });

  it('keeps the names of an item, and leaves what it cannot know to the library', () => {
    const { anchors, aliases, unresolvedAliases, root } = parseItem('- a: &x [1]\n  b: *x\n  c: &y\n    d: *x\n');
    expect([anchors, aliases, unresolvedAliases]).toEqual([new Set(['x', 'y']), new Set(['x']), new Set()]);
    expect(root && plainValue(root)).toEqual([{ a: [1], b: [1], c: { d: [1] } }]);
    for (const text of [
      '- a: *x\n',
      '- a: &x [*x]\n',
      '- a: &x 1\n  b: &x 2\n  c: *x\n',
      '- &x id: a\n',
      '- a: &x\n',
      '- a: &x 1\n  b: &y\n    *x\n',
      '- a: !!str 1\n',
    ])
      expect(readPlainItem(text)).toBeUndefined();
  });

  it('reads a last bracket below its key, and leaves an inner one and scalars below comments at the margin to the library', () => {
    expect(expectSame('- a: [\n    b\n  ]\n')).toBe(true);
    expect(expectSame('- a: [[\n    b\n  ]]\n')).toBe(false);
    expect(expectSame('- a:\n    # c\n    text\n    more\n')).toBe(true);
    expect(expectSame('- a:\n  #c\n    text\n  b: c\n')).toBe(false);
  });

  it('leaves aliases of aliases that grow beyond measure to the library', () => {
    const bomb = (levels: number) =>
      `- a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: levels }, (_, level) => {
        const below = Array.from({ length: 10 }, () => `*a${level}`).join(', ');
        return `  a${level + 1}: &a${level + 1} [${below}]\n`;
      }).join('')}`;
    expect(expectSame(bomb(2))).toBe(true);
    expect(readPlainItem(bomb(6))).toBeUndefined();
    const chain = (levels: number) =>
      `- a0: &a0 [x]\n${Array.from({ length: levels }, (_, level) => `  a${level + 1}: &a${level + 1} [*a${level}]\n`).join('')}`;
    expect(expectSame(chain(10))).toBe(true);
    expect(readPlainItem(chain(250))).toBeUndefined();
  });

  it('reads lists in lists on one line, and leaves very deep ones to the library', () => {
    for (const depth of [2, 20, 40, 100]) expectSame(`${'- '.repeat(depth)}a\n`);
    expect(readPlainItem('- - a\n  - b\n')).toBeDefined();
    expect(readPlainItem(`${'- '.repeat(50_000)}a\n`)).toBeUndefined();
  });

  it('reads long scalars in time', () => {
    const blanks = ' '.repeat(200_000);
    for (const text of [
      `- a: "x${blanks}y"\n`,
      `- a: "x${blanks}y\n    z\\n"\n`,
      `- a: x${blanks}y\n    ${blanks}z\n`,
      `- a: 'x${blanks}\n${blanks}z'\n`,
      `- a: |${blanks}\n    x${blanks}\n${blanks}\n`,
      `- a: >\n    x\n${'\n'.repeat(100_000)}    y\n`,
      `- a: x\n${'\n'.repeat(100_000)}    y\n`,
      `- a: "${'\\n'.repeat(100_000)}"\n`,
    ])
      expect(readPlainItem(text)).toBeDefined();
  });
});

/** Whether it was read without the library. */
function expectSame(text: string): boolean {
  if (!readPlainItem(text)) return false;
  expect(partContent(parseItem(text))).toEqual(parsePart(text));
  return true;
}

/** An item whose first line ends with a value, with lines below it at any indentation, some of which begin a key. */
function itemOf(value: fc.Arbitrary<string>, line: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const below = fc.record({
    column: fc.constantFrom(2, 3, 4, 4, 4, 6, 0),
    content: fc.oneof(
      { weight: 3, arbitrary: line },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('k', 'l', 'm', 'n'), value).map(([key, written]) => `${key}: ${written}`) },
    ),
    after: fc.constantFrom('', '', '', '', ' '),
  });
  return fc
    .record({
      indentation: fc.nat(2),
      start: fc.constantFrom('id: ', 'id: ', 'id: a\n  b: ', ''),
      first: value,
      lines: fc.array(below, { maxLength: 5 }),
      lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
      end: fc.constantFrom('\n', '\n', '', '\n\n', '\n   \n# c\n'),
    })
    .map(({ indentation, start, first, lines, lineBreak, end }) => {
      const written = lines.map(({ column, content, after }) => `\n${content === '' ? '' : ' '.repeat(column)}${content}${after}`);
      const text = `- ${start}${first}${written.join('')}`.replace(/^(?=.)/gm, ' '.repeat(indentation));
      return (text + end).replaceAll('\n', lineBreak);
    });
}

function parameters(numRuns: number) {
  return { numRuns, endOnFailure: 'FUZZ_RUNS' in process.env };
}
