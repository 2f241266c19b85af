import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { kano, temporaryFolder } from './command.ts';

// Exports that nobody made, whose rows or columns are not one for each respondent and question.

const temporary = temporaryFolder();

/** Imports files into a new product, and gives the pairs of answers of each feature, with how many gave them. */
async function imported(files: Readonly<Record<string, string | Uint8Array>>, map = '') {
  const features = ['  - { id: voice-search, title: Voice search }', '  - { id: dark-mode, title: Dark mode }'];
  const product = ['kano: 1', 'surveys: [{ id: s1, date: 2026-09-15 }]', 'features:', ...features, ''].join('\n');
  const folder = temporary();
  for (const [name, content] of Object.entries({ 'p.kano.yaml': product, 'm.yaml': map, ...files }))
    writeFileSync(join(folder, name), content);
  const parameters = ['--into', 'p.kano.yaml', '--survey', 's1', ...(map === '' ? [] : ['--map', 'm.yaml'])];
  const { code, errors } = await kano(folder, ['import', ...Object.keys(files), ...parameters]);
  const answers = readModel('p', readFileSync(join(folder, 'p.kano.yaml'), 'utf8'))
    .list('features')
    .map(({ value: { tallies } }) =>
      (tallies?.[0]?.answers ?? [])
        .flatMap((row, yes) => row.flatMap((times, no) => (times > 0 ? [`${yes}${no}:${times}`] : [])))
        .join(' '),
    );
  return { code, errors, answers };
}
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const nothing = ['', ''];

describe('a column for each answer', () => {
  it('is refused, with what to export', async () => {
    const options = 'I like it,I expect it,I am neutral,I can tolerate it,I dislike it';
    const { code, errors, answers } = await imported({
      'a.csv': lines(
        'Respondent ID,Voice search [functional],,,,,Voice search [dysfunctional],,,,',
        `,${options},${options}`,
        '1,I like it,,,,,,,,,I dislike it',
        '2,,I expect it,,,,,,,,I dislike it',
      ),
    });
    expect([code, answers]).toEqual([2, nothing]);
    expect(errors).toContain('a.csv has 5 columns for “Voice search [functional]”, one for each answer.');
  });

  it('is not seen in answers below empty headers', async () => {
    const { code, answers } = await imported({
      'a.csv': lines(
        'Respondent ID,Voice search [functional],Voice search [dysfunctional],,',
        '1,I like it,I dislike it,I am neutral,I expect it',
        '2,I like it,I dislike it,I am neutral,I like it',
      ),
    });
    expect([code, answers]).toEqual([1, ['04:2', '']]);
  });
});

describe('rows that are counted already', () => {
  const counted = (name: string) =>
    lines(`Voice search [functional],Voice search [dysfunctional],${name}`, 'I like it,I dislike it,12', 'I expect it,I dislike it,6');

  it.each(['Count', 'Anzahl', 'n', 'respondents', '人数', 'Frequency', 'Total', 'Number of responses'])('are refused: %s', async (name) => {
    const { code, errors, answers } = await imported({ 'a.csv': counted(name) });
    expect([code, answers]).toEqual([2, nothing]);
    expect(errors).toContain(`“${name}” in a.csv seems to say how many respondents each row stands for, and each row would count once.`);
  });

  it('are refused in a long table too', async () => {
    const rows = ['feature,functional,dysfunctional,count', 'Voice search,I like it,I dislike it,12', 'Dark mode,I like it,I am neutral,3'];
    expect((await imported({ 'a.csv': lines(...rows) })).code).toBe(2);
  });

  it('count where a map, ids or the numbers say that they are respondents', async () => {
    expect(await imported({ 'a.csv': counted('Count') }, 'leaveOut: [Count]\n')).toMatchObject({ code: 0, answers: ['04:1 14:1', ''] });
    const ones = counted('Count').replaceAll(/12|6/g, '1');
    expect(await imported({ 'a.csv': ones })).toMatchObject({ code: 0, answers: ['04:1 14:1', ''] });
    const running = counted('n').replace('12', '1').replace('6', '2');
    expect(await imported({ 'a.csv': running })).toMatchObject({ code: 0, answers: ['04:1 14:1', ''] });
    const timed = lines(
      'Timestamp,Voice search [functional],Voice search [dysfunctional],Total',
      '2026-09-14 10:31:02,I like it,I dislike it,12',
      '2026-09-14 11:07:45,I expect it,I dislike it,6',
    );
    expect(await imported({ 'a.csv': timed })).toMatchObject({ code: 0, answers: ['04:1 14:1', ''] });
    const ids = counted('Total')
      .replace(/^/gm, 'x')
      .replace('xVoice', 'ID,Voice')
      .replaceAll('xI', 'x1,I')
      .replace('x1', 'x2')
      .slice(0, -1);
    expect(await imported({ 'a.csv': ids })).toMatchObject({ code: 0, answers: ['04:1 14:1', ''] });
  });
});

describe('a row with fewer cells than others', () => {
  const header = 'ID,Voice search [functional],Voice search [dysfunctional],Dark mode [functional],Dark mode [dysfunctional]';
  const whole = '1,I like it,I dislike it,I am neutral,I am neutral';
  const short = '2,I like it,I am neutral,I dislike it';

  it('is refused: the cells after the missing one have moved', async () => {
    const { code, errors, answers } = await imported({ 'a.csv': lines(header, whole, short) });
    expect([code, answers]).toEqual([2, nothing]);
    expect(errors).toContain('Row 3 of a.csv has 4 cells, and others have 5: a cell may be missing, and those after it may have moved.');
    expect((await imported({ 'a.csv': lines(`${header},Comment`, `${whole},`, `${short},`) })).code).toBe(2);
  });

  it('is fine where all rows end there, where many in succession end before the last columns, or in a workbook', async () => {
    expect((await imported({ 'a.csv': lines(`${header},Comment`, whole, whole.replace('1', '2')) })).code).toBe(0);
    const many = Array.from({ length: 16 }, (_, index) => whole.replace('1', `${index + 10}`));
    expect((await imported({ 'a.csv': lines(`${header},Comment`, `${whole},good`, ...many) })).code).toBe(0);
    const rows = [header, whole, short].map((line) => line.split(','));
    expect((await imported({ 'a.xlsx': await writeXlsx({ sheets: [{ name: 'Answers', rows }] }) })).code).toBe(0);
  });
});

describe('answers and headers as tools write them', () => {
  const header = 'ID,Voice search [functional],Voice search [dysfunctional]';

  it('are counted as missing only once all words are understood', async () => {
    const unknown = await imported({ 'a.csv': lines(header, '1,I like it,whatever', '2,I like it,', '3,I like it,I dislike it') });
    expect(unknown.code).toBe(1);
    expect(unknown.errors).toContain('“whatever” is not one of the five answers');
    expect(unknown.errors).not.toContain('Only one of the two questions answered');
    const known = await imported({ 'a.csv': lines(header, '2,I like it,', '3,I like it,I dislike it') });
    expect(known.errors).toContain('Only one of the two questions answered, so not counted: 1 (voice-search 1).');
  });

  it.each([
    ['A.', 'A.'],
    ['A、', 'a) '],
    ['(A) ', 'A: '],
  ])('have the letters of options before the answers: %s', async (first, second) => {
    const letter = (sign: string, text: string, other: string) => `${sign.replace(/a/i, other)}${text}`;
    const rows = [
      `1,${letter(first, 'I like it', 'A')},${letter(second, 'I dislike it', 'E')}`,
      `2,${letter(first, '无所谓', 'C')},${letter(second, '不喜欢', 'e')}`,
    ];
    expect(await imported({ 'a.csv': lines(header, ...rows) })).toMatchObject({ code: 0, answers: ['04:1 24:1', ''] });
    expect((await imported({ 'a.csv': lines(header, '1,I like it,A. I dislike it a lot of times') })).code).toBe(1);
  });
});

describe('the rows of one respondent', () => {
  it('in a long table are second answers only where they are about the same feature', async () => {
    const rows = [
      'u1,Voice search,I like it,I dislike it',
      'u1,Dark mode,I like it,I am neutral',
      'u2,Voice search,I like it,I dislike it',
    ];
    const again = 'u1,Voice search,I expect it,I am neutral';
    const files = { 'a.csv': lines('user,feature,functional,dysfunctional', ...rows, again) };
    const asked = await imported(files);
    expect([asked.code, asked.answers]).toEqual([1, nothing]);
    const last = await imported(files, 'respondents: { duplicates: last }\n');
    expect(last).toMatchObject({ code: 0, answers: ['04:1 12:1', '02:1'] });
    expect(last.errors).toContain('Rows not counted: answered more than once 1.');
    expect(last.errors).toContain('Respondents: 2, features: 2');
    const first = await imported(files, 'respondents: { duplicates: first }\n');
    expect(first).toMatchObject({ code: 0, answers: ['04:2', '02:1'] });
  });

  it('in files about different features are one respondent, who answered once', async () => {
    const file = (title: string, other: string) =>
      lines(`ID,${title} [functional],${title} [dysfunctional]`, 'u0,I like it,I dislike it', `u1,I like it,${other}`);
    const files = { 'a.csv': file('Voice search', 'I am neutral'), 'b.csv': file('Dark mode', 'I expect it') };
    const { code, errors, answers } = await imported(files);
    expect([code, answers]).toEqual([0, ['02:1 04:1', '01:1 04:1']]);
    expect(errors).toContain('Respondents: 2, features: 2');
    expect((await imported({ ...files, 'c.csv': file('Dark mode', 'I am neutral') })).code).toBe(1);
  });
});
