import { expect, it } from 'vitest';
import { temporaryFolder } from './command.ts';
import { importedTable } from './importedTable.ts';

// Surveys that nobody took.

const temporary = temporaryFolder();

async function imported(header: string, rows: readonly string[]) {
  const csv = [`${header},Voice search [functional],Voice search [dysfunctional]`, ...rows, ''].join('\n');
  const { code, errors, tally } = await importedTable(temporary(), csv);
  return { code, errors, n: (tally?.answers ?? []).flat().reduce((sum, number) => sum + number, 0) };
}

it.each(['anonymous', 'N/A', '-', '匿名'])('“%s” is no id of one respondent', async (value) => {
  const { code, errors, n } = await imported('Respondent ID', [
    'a1,I like it,I dislike it',
    `${value},I expect it,I dislike it`,
    `${value},I like it,I am neutral`,
    `${value},I like it,I dislike it`,
    'a2,I like it,I dislike it',
  ]);
  expect([code, n]).toEqual([0, 5]);
  expect(errors).toContain(`kano: “${value}” in “Respondent ID” is no id: each of these rows counts as a respondent: 3.\n`);
});

it('an id that a spreadsheet has rounded is named as that', async () => {
  const { code, errors, n } = await imported('Respondent ID', [
    '1.18488E+11,I like it,I dislike it',
    '1.18488E+11,I expect it,I dislike it',
    '1.18488E+11,I like it,I am neutral',
  ]);
  expect([code, n]).toEqual([0, 3]);
  expect(errors).toContain('“1.18488E+11” in “Respondent ID” is an id that a spreadsheet has rounded, and tells nobody apart');
});

it('an e-mail address in another case is the same respondent', async () => {
  const { code, errors, n } = await imported('Email', [
    'Ann@x.example,I like it,I dislike it',
    'bob@x.example,I expect it,I dislike it',
    'ann@x.example,I like it,I am neutral',
  ]);
  expect([code, n]).toEqual([1, 0]);
  expect(errors).toContain('“ann@x.example” answered more than once, in rows 2 and 4.');
});

it('many answers with the words of three points are named', async () => {
  const rows = (times: number) =>
    Array.from({ length: times }, (_, index) => `r${index},${index % 2 === 0 ? 'I like it' : 'I am neutral'},I dislike it`);
  const sentence = 'are “Like”, “Neutral” and “Dislike” alone: a scale of three points would be another instrument than the five answers.';
  const many = await imported('Respondent ID', rows(15));
  expect([many.code, many.errors]).toEqual([0, expect.stringContaining(sentence)]);
  expect((await imported('Respondent ID', rows(14))).errors).not.toContain('three points');
  expect((await imported('Respondent ID', [...rows(15), 'x,I expect it,I dislike it'])).errors).not.toContain('three points');
});
