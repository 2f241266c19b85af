import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvRows } from '../../../src/base/csvRows.ts';

it('reads cells, quoted cells, and quotation marks inside both', () => {
  expect(csvRows('a,"b,""c""\nd",e "f"\n,"" ,\n', ',')).toEqual({
    rows: [['a', 'b,"c"\nd', 'e "f"'], ['', '', ''], ['']],
    misquoted: undefined,
  });
  expect(csvRows('a;b\nc;d\ne;f', ';', 2).rows).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

it('says in which row a quotation mark is misplaced', () => {
  expect(csvRows('a\n"b" c,d\n', ',').misquoted).toBe(1);
  expect(csvRows('a\nb\n"c,d\n', ',').misquoted).toBe(2);
});

it('reads whatever a widely used library can read, as that does', () => {
  const text = fc.array(fc.constantFrom('a', '物', '"', '""', ',', ';', '\n', ' ', '\t'), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(',', ';', '\t'), (given, delimiter) => {
      const { data, errors } = Papa.parse<string[]>(given, { delimiter, newline: '\n' });
      const { rows, misquoted } = csvRows(given, delimiter);
      const isMisquoted = errors.some(({ type }) => type === 'Quotes');
      // The library gives no row for no text, and wants no blank at its end.
      if (!isMisquoted && given !== '') expect({ rows, misquoted }).toEqual({ rows: data, misquoted: undefined });
    }),
    { numRuns: 3000 },
  );
});
