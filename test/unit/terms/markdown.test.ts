import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulletList, heading, markdownText, oneLine, paragraph, table } from '../../../src/terms/markdown.ts';
import { headingsIn, parseMarkdown, plainTextOf, tablesIn } from '../report/markdownOf.ts';

const columns = [
  { heading: 'A', align: 'left' },
  { heading: 'B', align: 'right' },
] as const;

/** Text with much of what Markdown, HTML and YAML give a meaning. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '|',
        '\\',
        '`',
        '*',
        '_',
        '~',
        '<',
        '>',
        '[',
        ']',
        '(',
        ')',
        '!',
        '#',
        '-',
        '+',
        '.',
        '1.',
        '&',
        ';',
        '$',
        '@',
        ':',
        '"',
        ' ',
        '\n',
        '=',
      ),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<!--',
        '&amp;',
        '&#124;',
        'https://example.com',
        'www.example.com',
        'a@example.com',
        '~~x~~',
        '[^1]',
        '\r\n',
        '\\|',
        '搜索',
        'x',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('Markdown text', () => {
  it('shows every text in a table as it was written', () => {
    fc.assert(
      fc.property(markup, markup, (left, right) => {
        const text = markdownText([table(columns, [[left, right]])]);
        expect(text.split('\n')).toHaveLength(4);
        expect(tablesIn(parseMarkdown(text))).toEqual([
          [
            ['A', 'B'],
            [oneLine(left), oneLine(right)],
          ],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('shows every text in headings, paragraphs and lists as it was written', () => {
    fc.assert(
      fc.property(markup, (content) => {
        fc.pre(oneLine(content) !== '');
        const root = parseMarkdown(markdownText([heading(2, content), paragraph(content), bulletList([content])]));
        expect(headingsIn(root)).toEqual([oneLine(content)]);
        const [, second, third] = root.children;
        expect(second?.type === 'paragraph' && plainTextOf(second)).toBe(oneLine(content));
        expect(third?.type === 'list' && third.children.map(plainTextOf)).toEqual([oneLine(content)]);
      }),
      { numRuns: 300 },
    );
  });

  it('writes a row as one line without padding', () => {
    expect(
      markdownText([
        table(columns, [
          ['x', ''],
          ['a longer one', '2'],
        ]),
      ]),
    ).toBe('| A | B |\n| --- | ---: |\n| x | |\n| a longer one | 2 |\n');
  });
});

it('cells may lead somewhere, whatever their text and their address hold', () => {
  const written = markdownText([table(columns, [[{ text: 'A | b](c) <i>', link: '/a%20shop/x(1).kano.yaml#L3' }, '']])]);
  const [read] = parseMarkdown(written).children;
  const cell = read?.type === 'table' ? read.children[1]?.children[0] : undefined;
  const text = [expect.objectContaining({ type: 'text', value: 'A | b](c) <i>' })];
  expect(cell?.children).toEqual([expect.objectContaining({ type: 'link', url: '/a%20shop/x(1).kano.yaml#L3', children: text })]);
});
