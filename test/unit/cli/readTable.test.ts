import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readTable, tablePaths } from '../../../src/cli/commands/readTable.ts';
import { temporaryFolder } from './command.ts';

const temporary = temporaryFolder();
// Hundreds of files are written and read: machines that run many tests at once are slow to.
vi.setConfig({ testTimeout: 60_000 });

async function rowsOf(content: string | Uint8Array): Promise<readonly (readonly string[])[]> {
  const location = join(temporary(), 'table.csv');
  writeFileSync(location, content);
  return (await readTable('table.csv', location, Readable.from([]))).rows;
}

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with mark') return Buffer.from(`\uFEFF${text}`);
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

describe('an export', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'a',
      'I like it',
      '=HYPERLINK("http://127.0.0.1")',
      'say "yes"',
      '"',
      '""',
      'a,b',
      'a;b',
      'a\tb',
      'a|b',
      'one\ntwo',
      '很喜欢',
      ' x ',
      '😀',
      "'",
    ),
    fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\0', '').replaceAll('\r', '').replaceAll('\uFEFF', '')),
  );
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((columns) =>
      fc
        .array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 })
        .map((rows) => [Array.from({ length: columns }, (_, index) => `column ${index}`), ...rows]),
    );

  it('is read in every dialect as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be'),
        fc.boolean(),
        fc.boolean(),
        async (rows, delimiter, lineBreak, encoding, quotesAll, endsWithBreak) => {
          const quoted = (text: string) =>
            quotesAll || /["\n,;|\t]|^\s|\s$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\n') + (endsWithBreak ? '\n' : '');
          expect(await rowsOf(encoded(text.replaceAll('\n', lineBreak), encoding))).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('uses the delimiter that gives every row as many cells as the header', async () => {
    expect(await rowsOf('id;If it is fast, and easy, how?;b\n1;a, b, c;x\n2;;y\n')).toHaveLength(3);
    expect((await rowsOf('id;If it is fast, and easy, how?;b\n1;a, b, c;x\n2;;y\n'))[0]).toHaveLength(3);
    expect((await rowsOf('a,b\n1;2;3,4\n'))[0]).toEqual(['a', 'b']);
    expect(await rowsOf('sep=;\r\na;b\r\n1;2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps empty rows, because they have a number too', async () => {
    expect(await rowsOf('a,b\n\n1,2\n,\n')).toEqual([['a', 'b'], [''], ['1', '2'], ['', '']]);
  });

  it.each([
    ['is another archive', Buffer.from('PK\u0003\u0004rest'), 'is not a workbook that can be read'],
    ['is an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'is a workbook of the format before XLSX'],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'is not text'],
    ['holds zero bytes', 'a,b\n1,\0\n', 'is not text'],
    [
      'is of an encoding that nothing tells',
      Buffer.from('a,b\n1,\xe9t\xe9\n', 'latin1'),
      'nothing in it says what else: Windows-1252 “été”',
    ],
    ['is our own questionnaire', 'column,feature,kind,question,answer_1\na_functional,a,functional,How?,Like\n', 'holds the questions'],
    ['is empty', '', 'has no answers'],
    ['is a header', 'a,b\n', 'has no answers'],
    ['has one column', 'a\n1\n', 'only one column'],
    ['is no CSV', '<html>\n<body>\n</html>\n', 'only one column'],
    ['has an unclosed quotation mark', 'a,b\n1,"2\n3,4\n', 'Row 2 of table.csv has a misplaced quotation mark'],
    ['has a quotation mark that is not doubled', 'a,b\n1,2\n"x"y,4\n', 'Row 3 of table.csv has a misplaced quotation mark'],
  ])('that %s is refused', async (_, content, reason) => {
    await expect(rowsOf(content)).rejects.toThrow(reason);
  });

  it('of 100,000 columns or of one very long cell is read', async () => {
    const wide = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',');
    expect((await rowsOf(`${wide}\n${wide}\n`))[1]).toHaveLength(100_000);
    expect((await rowsOf(`a,b\n"${'x\n'.repeat(1_000_000)}",2\n`))[1]?.[0]).toHaveLength(2_000_000);
  });

  it('is read once, however often it is named', async () => {
    writeFileSync(join(temporary(), 'table.csv'), 'a,b\n1,2\n');
    expect(await tablePaths(['table.csv', './table.csv', '-'], temporary())).toEqual([
      { path: 'table.csv', location: join(temporary(), 'table.csv') },
      { path: '-', location: '-' },
    ]);
  });
});
