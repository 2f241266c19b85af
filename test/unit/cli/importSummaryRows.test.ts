import { expect, it } from 'vitest';
import { temporaryFolder } from './command.ts';
import { importedTable, pairsOf } from './importedTable.ts';

// A survey that nobody took, with rows that sum up the others.

const temporary = temporaryFolder();

async function imported(header: string, rows: readonly string[], map = '') {
  const { code, errors, tally } = await importedTable(temporary(), [header, ...rows, ''].join('\n'), map);
  return { code, errors, answers: pairsOf(tally?.answers) };
}

const header = 'Name,Voice search [functional],Voice search [dysfunctional]';
const words = ['Ann,I like it,I dislike it', 'Ben,I expect it,I dislike it', 'Max,I like it,I am neutral'];
const numbers = ['Ann,1,5', 'Ben,2,5', 'Max,1,3'];
const map = 'answers: { like: [1], must-be: [2], neutral: [3], live-with: [4], dislike: [5] }\n';

it.each(['Total', 'Average', 'Mean:', 'SUMME', 'Durchschnitt (n = 3)', '合计', '平均值', '小计', 'Итого', '  Grand total '])(
  'a row that sums up the others is no respondent, and decides no scale: %s',
  async (label) => {
    for (const [rows, given] of [
      [words, ''],
      [numbers, map],
    ] as const) {
      for (const all of [
        [...rows, `${label},5,5`],
        [`${label},5,5`, ...rows],
      ]) {
        const { code, errors, answers } = await imported(header, all, given);
        expect([code, answers]).toEqual([0, '02 04 14']);
        const row = all.findIndex((line) => line.endsWith(',5,5')) + 2;
        expect(errors).toContain(`kano: Row ${row} of a.csv sums up others, as “${label.trim()}” in “Name” says, and is not counted.\n`);
      }
    }
  },
);

it.each(['Mode', 'Modus', '众数', 'Count', 'N=30', 'Varianz', 'Ø', 'Σ', 'Mean score', 'Weighted average', 'Total responses', 'Summary'])(
  'at an end of the rows, %s is no respondent',
  async (label) => {
    for (const all of [
      [...numbers, `${label},1,5`],
      [`${label},1,5`, ...numbers],
    ]) {
      const { code, errors, answers } = await imported(header, all, map);
      expect([code, answers]).toEqual([0, '02 04 14']);
      expect(errors).toContain(`sums up others, as “${label}” in “Name” says, and is not counted.\n`);
    }
  },
);

it('what people are called is no label next to them', async () => {
  expect((await imported(header, [...numbers, 'Total,5,5'], map)).answers).toBe('02 04 14');
  expect((await imported(header, ['Max,1,3', 'Ann,1,5', 'Ben,2,5', 'Media,2,4'], map)).answers).toBe('02 04 13 14');
  expect((await imported(header, ['Ann,1,5', 'Mode,2,5', 'Ben,1,3'], map)).answers).toBe('02 04 14');
  for (const ends of [
    ['Min,1,3', 'Max,2,5'],
    ['Mean,1,4', 'Max,2,5'],
  ]) {
    const { errors, answers } = await imported(header, [...numbers.slice(0, 2), 'Cem,1,3', ...ends], map);
    expect([answers, errors]).toEqual(['02 04 14', expect.stringContaining('as “Max” in “Name” says')]);
  }
});

it('rows of means, which are no whole numbers, are left out like the others', async () => {
  const { code, errors, answers } = await imported(header, [...numbers, 'Total,4,13', 'Average,1.33,4.33', ''], map);
  expect([code, answers, errors]).toEqual([
    0,
    '02 04 14',
    expect.stringContaining('Row 6 of a.csv sums up others, as “Average” in “Name” says'),
  ]);
});

it('a group that many are in, a text and a map that decides are left alone', async () => {
  const header = 'Plan,Voice search [functional],Voice search [dysfunctional],Comment';
  const plans = ['Total,I like it,I dislike it,', 'Total,I expect it,I dislike it,', 'Total,I like it,I am neutral,Total'];
  expect(await imported(header, plans)).toMatchObject({ code: 0, answers: '02 04 14', errors: expect.not.stringContaining('sums up') });
  const one = ['Basic,I like it,I dislike it,', 'Total,I expect it,I dislike it,'];
  expect((await imported(header, one)).answers).toBe('04');
  const decided = 'respondents: { leaveOut: { Plan: [] } }\n';
  expect(await imported(header, one, decided)).toMatchObject({ code: 0, answers: '04 14', errors: expect.not.stringContaining('sums up') });
});

it('a last row of numbers alone is counted, and named', async () => {
  const sentence = 'kano: Row 5 of a.csv, the last, has numbers alone and nothing in “Name”: it may sum up the others, and is counted.\n';
  const rows = [...numbers, ',4,4'];
  expect(await imported(header, rows, map)).toMatchObject({ code: 0, answers: '02 04 14 33', errors: expect.stringContaining(sentence) });
  const left = `${map}respondents: { leaveOut: { Name: [""] } }\n`;
  expect(await imported(header, rows, left)).toMatchObject({ code: 0, answers: '02 04 14', errors: expect.not.stringContaining('sum up') });
  expect((await imported(header, [...words, ',I like it,I like it'])).errors).not.toContain('sum up');
});
