import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable, type TableOptions } from '../../../../src/survey/tables/readTable.ts';
import { encoded } from './encoded.ts';

const read = (bytes: Uint8Array, options: Partial<TableOptions> = {}) => readTable(bytes, { path: 't', ...options });
const known = new Set(['喜欢', '喜歡', '気に入る', 'je préfère', 'mag ich sehr', 'örülök', 'нравится', '마음에 든다', 'Überraschung']);
const isKnown = (text: string) => known.has(text);

describe('an encoding without a mark', () => {
  it.each([
    ['gb18030', '喜欢', 'GB18030'],
    ['big5', '喜歡', 'Big5'],
    ['shift_jis', '気に入る', 'Shift-JIS'],
    ['euc-jp', '気に入る', 'EUC-JP'],
    ['euc-kr', '마음에 든다', 'EUC-KR'],
    ['windows-1252', 'je préfère', 'Windows-1252'],
    ['windows-1251', 'нравится', 'Windows-1251'],
    ['macintosh', 'je préfère', 'Macintosh'],
  ])('%s is found by what the text means', async (encoding, word, name) => {
    const bytes = encoded(`id,q\n1,${word}\n2,"${word}"\n`, encoding);
    expect(await read(bytes, { isKnown })).toEqual({
      rows: [
        ['id', 'q'],
        ['1', word],
        ['2', word],
      ],
      rowsAbove: 0,
      foundEncoding: name,
    });
    // The user may name it, whatever the text means.
    expect(await read(bytes, { encoding })).toEqual({
      rows: [
        ['id', 'q'],
        ['1', word],
        ['2', word],
      ],
      rowsAbove: 0,
    });
    expect(await read(bytes)).toEqual({
      isEncodingOpen: true,
      refused: expect.stringContaining('is not UTF-8, and nothing in it says what else: '),
    });
  });

  it('is UTF-16 where only that gives line breaks and commas', async () => {
    const little = Buffer.from('id,q\n1,喜欢\n', 'utf16le');
    const rows = [
      ['id', 'q'],
      ['1', '喜欢'],
    ];
    expect(await read(little)).toEqual({ rows, rowsAbove: 0, foundEncoding: 'UTF-16LE' });
    expect(await read(Buffer.from(little).swap16())).toEqual({ rows, rowsAbove: 0, foundEncoding: 'UTF-16BE' });
  });

  it('that another reading contradicts is refused', async () => {
    const bytes = encoded('id,q\n1,喜欢\n', 'gb18030');
    const other = new TextDecoder('big5').decode(encoded('喜欢', 'gb18030'));
    expect(await read(bytes, { isKnown: (text) => text === '喜欢' || text === other })).toHaveProperty('refused');
  });

  it('that nothing known depends on is assumed, where only known texts count', async () => {
    const bytes = encoded('id,q,name\n1,I like it,José\n', 'windows-1252');
    const isAnswer = (text: string) => text === 'I like it';
    const rows = [
      ['id', 'q', 'name'],
      ['1', 'I like it', 'José'],
    ];
    const options = { isKnown: isAnswer, onlyKnownCounts: true };
    expect(await read(bytes, options)).toEqual({ rows, rowsAbove: 0, assumedEncoding: 'Windows-1252' });
    expect(await read(bytes, { isKnown: isAnswer })).toHaveProperty('refused');
    // Nothing is known of this table, so it may be anything.
    expect(await read(bytes, { isKnown: () => false, onlyKnownCounts: true })).toHaveProperty('refused');
  });

  it('with the name of none, or of a wrong one, is refused', async () => {
    expect(await read(Buffer.from('a,b\n1,2\n'), { encoding: 'utf-9' })).toEqual({
      isEncodingOpen: true,
      refused: expect.stringContaining('No encoding is called “utf-9”.'),
    });
    const bytes = encoded('id,q\n1,喜欢\n', 'gb18030');
    expect(await read(bytes, { encoding: 'utf-8' })).toEqual({
      isEncodingOpen: true,
      refused: 't is not utf-8: not all of it can be read that way.',
    });
  });
});

describe('a header below titles', () => {
  const table = 'ID,Search,Search 2,Age\n1,a,b,3\n2,c,d,4\n';
  it.each([
    ['Autumn panel\n', 1],
    ['"Autumn panel, all answers",,,\n', 1],
    ['Autumn panel\n\n', 2],
    ['Survey:,Autumn\nDate:,2026-09-15\n\n', 3],
    ['\nAutumn\n\n', 3],
    ['', 0],
    ['a,b\n', 0],
    [',Stem,,\n', 0],
    ['ID,Stem,,\n', 0],
    ['\n', 1],
  ])('%j is found', async (titles, rowsAbove) => {
    const found = await read(Buffer.from(titles + table));
    expect(found).toMatchObject({ rowsAbove });
    if ('rows' in found)
      expect(found.rows.slice(-3)).toEqual([
        ['ID', 'Search', 'Search 2', 'Age'],
        ['1', 'a', 'b', '3'],
        ['2', 'c', 'd', '4'],
      ]);
  });
});

describe('a workbook', () => {
  const rows = [
    ['Id', 'When', 'Share', 'Done', 'Number', 'Answer'],
    [1, new Date(Date.UTC(2026, 8, 15, 10, 30)), 0.25, true, 0.1 + 0.2, '我喜欢这样'],
    [2, null, 0.5, false, 5, 'a "quoted", line\nbreak'],
  ];
  const cells = new Map([
    ['1,1', { value: rows[1]?.[1] as Date, type: 'date' as const, style: { numFmt: 'm/d/yy h:mm' } }],
    ['1,2', { value: 0.25, type: 'number' as const, style: { numFmt: '0%' } }],
    ['2,2', { value: 0.5, type: 'number' as const, style: { numFmt: '0.0%' } }],
  ]);
  const shown = [
    ['Id', 'When', 'Share', 'Done', 'Number', 'Answer'],
    ['1', '2026-09-15 10:30', '25%', 'TRUE', '0.3', '我喜欢这样'],
    ['2', '', '50.0%', 'FALSE', '5', 'a "quoted", line\nbreak'],
  ];

  it('has its cells as they are shown', async () => {
    expect(await read(await writeXlsx({ sheets: [{ name: 'A', rows, cells }] }))).toEqual({ rows: shown, rowsAbove: 0 });
    expect(await read(await writeOds({ sheets: [{ name: 'A', rows, cells }] }))).toEqual({ rows: shown, rowsAbove: 0 });
  });

  it.each([
    ['mm-dd-yy', '2026-09-05', '2026-09-05 10:30:07'],
    ['d-mmm', '2026-09-05', '2026-09-05 10:30:07'],
    ['[$-409]d-mmm-yy;@', '2026-09-05', '2026-09-05 10:30:07'],
    ['yyyy"年"m"月"d"日"', '2026-09-05', '2026-09-05 10:30:07'],
    ['h:mm', '0:00', '10:30'],
    ['mm:ss', '00:00', '30:07'],
    ['mmm-yy', 'Sep-26', 'Sep-26'],
  ])('has days in full, and times as they are shown: %s', async (numFmt, day, dayAndTime) => {
    const dates = [new Date(Date.UTC(2026, 8, 5)), new Date(Date.UTC(2026, 8, 5, 10, 30, 7))];
    const written = [
      ['Id', 'When', 'Then'],
      ['1', ...dates],
    ];
    const dated = new Map(dates.map((value, index) => [`1,${index + 1}`, { value, type: 'date' as const, style: { numFmt } }]));
    expect(await read(await writeXlsx({ sheets: [{ name: 'A', rows: written, cells: dated }] }))).toMatchObject({
      rows: [
        ['Id', 'When', 'Then'],
        ['1', day, dayAndTime],
      ],
    });
  });

  it('with titles above the header, hidden sheets and empty rows is read', async () => {
    const sheets = [
      { name: 'Old', rows, hidden: true },
      { name: 'A', rows: [['Autumn'], [], ...rows, [null]] },
    ];
    expect(await read(await writeXlsx({ sheets }))).toMatchObject({ rowsAbove: 2, rows: { length: 3 } });
  });

  it('of several sheets has one with answers, or one that is named', async () => {
    const notes = {
      name: 'Notes',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    };
    const bytes = await writeXlsx({
      sheets: [
        notes,
        {
          name: 'Answers',
          rows: [
            ['Id', 'Q'],
            ['1', '喜欢'],
          ],
        },
        { name: 'Empty', rows: [] },
      ],
    });
    expect(await read(bytes, { isKnown })).toMatchObject({
      sheet: 'Answers',
      sheets: ['Notes', 'Answers', 'Empty'],
      rows: [
        ['Id', 'Q'],
        ['1', '喜欢'],
      ],
    });
    expect(await read(bytes, { sheet: 'Notes' })).toMatchObject({
      sheet: 'Notes',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    expect(await read(bytes, { sheet: '#2' })).toMatchObject({ sheet: 'Answers' });
    expect(await read(bytes)).toEqual({
      refused: 't has several sheets, and it is unclear which has the answers: “Notes”, “Answers” and “Empty”. Name it with --sheet.',
      sheets: ['Notes', 'Answers', 'Empty'],
    });
    expect(await read(bytes, { sheet: 'Answer' })).toMatchObject({
      refused: expect.stringContaining('has no sheet “Answer”. It has “Notes”'),
    });
  });

  it('of several sheets is refused without the options of the command in the editor', async () => {
    const sheet = {
      name: 'A',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    };
    const bytes = await writeXlsx({ sheets: [sheet, { ...sheet, name: 'B' }] });
    expect(await read(bytes, { words: 'editor' })).toEqual({
      refused: 't has several sheets, and it is unclear which has the answers.',
      sheets: ['A', 'B'],
    });
  });

  it('that is damaged or empty is refused', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows }] });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const damaged = bytes.slice();
        damaged[at] = byte;
        const found = await read(damaged);
        // Damage to a part that is not read may go unnoticed; a cell never changes.
        if ('rows' in found) expect(found.rows.map((row) => row.toSpliced(1, 2))).toEqual(shown.map((row) => row.toSpliced(1, 2)));
      }),
      { numRuns: 100 },
    );
    expect(await read(await writeXlsx({ sheets: [{ name: 'A', rows: [] }] }))).toEqual({
      refused: 't has no table: its sheets are empty.',
    });
  });
});
