import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { csvText } from '../../../src/base/csv.ts';
import { analysisJson } from '../../../src/report/analysis/analysisJson.ts';
import { analysisCsv } from '../../../src/report/analysis/analysisTable.ts';
import { analysed, completeExample } from './analysed.ts';
import { anyText } from './problemsIn.ts';

/** The cells of comma-separated values, by RFC 4180 to the letter. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [all = '', quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(text.slice(at)) ?? [];
      row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      at += all.length;
      if (text[at] !== ',') break;
      at++;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no line break at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

describe('comma-separated values', () => {
  it('read back as what was meant, and begin no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const read = parseCsv(csvText(rows));
        expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
        for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });

  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"\r\n`],
    ['+1', "'+1\r\n"],
    ['-2+3', "'-2+3\r\n"],
    ['@SUM(A1)', "'@SUM(A1)\r\n"],
    ['\t=1', "'\t=1\r\n"],
    ['  =1', "'  =1\r\n"],
    ['＝1', "'＝1\r\n"],
    ['a=1', 'a=1\r\n'],
    [-0.5, '-0.5\r\n'],
    [null, '\r\n'],
  ])('writes %j safely', (cell, text) => {
    expect(csvText([[cell]])).toBe(text);
  });
});

describe('the analysis as comma-separated values', () => {
  it('holds the numbers of the JSON, unrounded', () => {
    const file = completeExample();
    const [head = [], ...rows] = parseCsv(analysisCsv([file]));
    const features = analysisJson([file]).files[0]?.features ?? [];
    expect(rows).toHaveLength(features.length);
    for (const [index, feature] of features.entries()) {
      const value = (column: string) => rows[index]?.[head.indexOf(column)];
      for (const key of ['rank', 'id', 'n', 'better', 'worse', 'z', 'stability', 'category', 'runnerUp', 'totalStrength'] as const)
        expect(value(key)).toBe(String(feature[key] ?? ''));
      expect([value('M'), value('worseLow')]).toEqual([String(feature.counts.M), String(feature.worseInterval?.[0] ?? '')]);
    }
  });

  it('holds the ages of the JSON at a day, and none without one', () => {
    const text = `kano: 1
product: Shop
surveys: [{ id: s, date: 2025-01-01 }]
features:
  - { id: a, title: A, tallies: [{ survey: s, counts: { M: 60 } }], evidence: [{ source: r, date: 2026-09-30, complaints: 3 }] }
  - { id: b, title: B, tally: { M: 60 }, evidence: [{ source: r, complaints: 3 }] }
`;
    const file = analysed(text);
    const dated = { ...file, product: { ...file.product, asOf: '2026-10-01' } };
    const agesIn = (each: typeof file) => {
      const [head = [], ...rows] = parseCsv(analysisCsv([each]));
      return rows.map((row) => ['id', 'surveyAge', 'evidenceAge'].map((name) => row[head.indexOf(name)]));
    };
    const { surveys, evidence } = analysisJson([dated]).files[0]?.freshness ?? {};
    expect([surveys?.[0]?.days, evidence?.[0]?.days]).toEqual([638, 1]);
    expect(agesIn(dated)).toEqual([
      ['a', '638', '1'],
      ['b', '', ''],
    ]);
    expect(agesIn(file).flat()).toEqual(['a', '', '', 'b', '', '']);
  });

  it('lets no title run', () => {
    const text = stringify({ kano: 1, product: '=1+1', features: [{ id: 'a', title: '=cmd|" /C calc"!A0' }] });
    const [, row] = parseCsv(analysisCsv([analysed(text)]));
    expect(row?.slice(0, 5)).toEqual(['shop.kano.yaml', "'=1+1", '1', 'a', `'=cmd|" /C calc"!A0`]);
  });
});
