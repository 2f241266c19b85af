import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { kano, temporaryFolder } from './command.ts';

const temporary = temporaryFolder();
let made = 0;

function answeredFolder(): string {
  const folder = join(temporary(), `answered twice ${++made}`);
  cpSync(fileURLToPath(new URL('../../fixtures/imports/answered-twice', import.meta.url)), folder, { recursive: true });
  return folder;
}

const importInto = (folder: string, ...parameters: readonly string[]) =>
  kano(folder, ['import', ...parameters, '--into', 'p.kano.yaml', '--survey', 's1']);
/** How many answered about each feature. */
const answered = (folder: string) =>
  readModel('p', readFileSync(join(folder, 'p.kano.yaml'), 'utf8'))
    .list('features')
    .map(({ value: { tallies } }) => (tallies?.[0]?.answers ?? []).flat().reduce((sum, n) => sum + n, 0));
/** A table in which each text gives the four answers of one respondent by number. */
const tableOf = (rows: readonly string[]) =>
  ['Voice search [functional],Voice search [dysfunctional],Dark mode [functional],Dark mode [dysfunctional]', ...rows, ''].join('\n');
const direction = 'answers: { like: [1], must-be: [2], neutral: [3], live-with: [4], dislike: [5] }\n';

describe('the same answers in two tables that differ', () => {
  const inTwoFiles = (first: string, second: string) =>
    `${second} has rows that are also in ${first}, with the same answers to all questions: 5. These answers would count twice.`;
  it.each([
    ['forms.csv', 'other-id.csv'],
    ['forms.csv', 'no-id.csv'],
    ['no-id.csv', 'upper-case.csv'],
    ['forms.csv', 'zeros.csv'],
    ['forms.csv', 'other-words.csv'],
    ['timed.csv', 'other-dates.csv'],
    ['timed.csv', 'other-order.csv'],
    ['timed.csv', 'more-columns.csv'],
  ])('are refused until a map says which count: %s, %s', async (first, second) => {
    const folder = answeredFolder();
    const refused = await importInto(folder, first, second);
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining(inTwoFiles(first, second))]);
    expect(refused.errors).toContain('respondents:\n  duplicates: last');
    expect(answered(folder)).toEqual([0, 0]);
    for (const [duplicates, count] of [
      ['first', 5],
      ['last', 5],
      ['all', 10],
    ] as const) {
      writeFileSync(join(folder, 'm.yaml'), `respondents: { duplicates: ${duplicates} }`);
      expect((await importInto(folder, first, second, '--map', 'm.yaml', '--replace')).code).toBe(0);
      expect(answered(folder)).toEqual([count, count]);
    }
  });

  it('are refused in three files, and count once', async () => {
    const folder = answeredFolder();
    const files = ['forms.csv', 'no-id.csv', 'other-words.csv'];
    expect((await importInto(folder, ...files)).code).toBe(1);
    writeFileSync(join(folder, 'm.yaml'), 'respondents: { duplicates: last }');
    expect((await importInto(folder, ...files, '--map', 'm.yaml')).code).toBe(0);
    expect(answered(folder)).toEqual([5, 5]);
  });

  it('are refused where a file has them twice with the same times', async () => {
    const folder = answeredFolder();
    const refused = await importInto(folder, 'twice-below.csv');
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining('twice-below.csv has rows twice, the same in every cell and in the time: 5.'),
    ]);
    writeFileSync(join(folder, 'm.yaml'), 'respondents: { duplicates: first }');
    expect((await importInto(folder, 'twice-below.csv', '--map', 'm.yaml')).code).toBe(0);
    expect(answered(folder)).toEqual([5, 5]);
  });

  it('are refused where a file without times has them once more below', async () => {
    const folder = answeredFolder();
    const [header, ...rows] = readFileSync(join(folder, 'no-id.csv'), 'utf8').trim().split('\n');
    writeFileSync(join(folder, 'no-id.csv'), [header, ...rows, ...rows, ''].join('\n'));
    const refused = await importInto(folder, 'no-id.csv');
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining('no-id.csv has the same answers twice, one block below the other: 5.'),
    ]);
  });

  it('are refused where the later file has more of them, in another order', async () => {
    const folder = answeredFolder();
    const [header, ...rows] = readFileSync(join(folder, 'no-id.csv'), 'utf8').trim().split('\n');
    const more = [rows[3], rows[1], 'I dislike it,I dislike it,I like it,I like it', rows[4], rows[0], rows[2]];
    writeFileSync(join(folder, 'no-id.csv'), [header, ...more, ''].join('\n'));
    expect((await importInto(folder, 'forms.csv', 'no-id.csv')).errors).toContain(inTwoFiles('forms.csv', 'no-id.csv'));
  });

  it.each([
    ['few respondents', ['1,5,1,3', '2,5,3,3', '1,4,3,5'], ['1,5,1,3', '2,5,3,3', '1,4,3,5']],
    ['everyone answers alike', Array(8).fill('1,5,1,5'), Array(8).fill('1,5,1,5')],
    ['one feature', ['1,5,,', '1,3,,', '3,3,,', '2,5,,', '1,3,,', '1,5,,'], ['3,3,,', '1,5,,', '1,3,,', '1,5,,', '2,5,,', '1,3,,']],
    ['one feature, sorted', ['1,3,,', '1,3,,', '1,5,,', '1,5,,', '2,5,,', '3,3,,'], ['1,3,,', '1,3,,', '1,5,,', '1,5,,', '2,5,,', '3,3,,']],
  ])('count where it is likely by chance: %s', async (_, first, second) => {
    const folder = answeredFolder();
    writeFileSync(join(folder, 'a.csv'), tableOf(first));
    writeFileSync(join(folder, 'b.csv'), tableOf(second).replace('Voice search', 'voice search'));
    writeFileSync(join(folder, 'm.yaml'), direction);
    expect((await importInto(folder, 'a.csv', 'b.csv', '--map', 'm.yaml')).code).toBe(0);
    expect(answered(folder)[0]).toBe(first.length + second.length);
  });
});

describe('a respondent who answered twice', () => {
  it.each(['Email Address', 'Username', 'PROLIFIC_PID', 'User ID', 'user', 'Customer ID', '邮箱', '回答者ID', 'Teilnehmer', '#'])(
    'is asked about where the ids are in a column called %s',
    async (name) => {
      const folder = answeredFolder();
      const [header = '', ...rows] = readFileSync(join(folder, 'no-id.csv'), 'utf8').trim().split('\n');
      const written = [...rows.map((row, index) => `x${index}@a.org,${row}`), `x0@a.org,${rows[3]}`];
      writeFileSync(join(folder, 'no-id.csv'), [`${name},${header}`, ...written, ''].join('\n'));
      const { code, errors } = await importInto(folder, 'no-id.csv');
      expect([code, errors]).toEqual([1, expect.stringContaining('Respondent “x0@a.org” answered more than once, in rows 2 and 7.')]);
    },
  );

  it('is not seen in a column of few values', async () => {
    const folder = answeredFolder();
    const [header = '', ...rows] = readFileSync(join(folder, 'no-id.csv'), 'utf8').trim().split('\n');
    writeFileSync(join(folder, 'no-id.csv'), [`User,${header}`, ...rows.map((row) => `guest,${row}`), ''].join('\n'));
    expect((await importInto(folder, 'no-id.csv')).code).toBe(0);
  });
});

it.each(['Welle', 'Messzeitpunkt', 'Quarter', 'Survey', 'Product'])(
  'waves and products are told apart in a column called %s',
  async (name) => {
    const folder = answeredFolder();
    const [header, ...rows] = readFileSync(join(folder, 'forms.csv'), 'utf8').trim().split('\n');
    const written = [...rows.map((row) => `spring,${row}`), ...rows.map((row) => `autumn,${row}`)];
    writeFileSync(join(folder, 'forms.csv'), [`${name},${header}`, ...written, ''].join('\n'));
    const { code, errors } = await importInto(folder, 'forms.csv');
    expect([code, errors]).toEqual([1, expect.stringContaining(`which differ in “${name}”: spring and autumn.`)]);
    expect([errors.includes(`where: { ${name}: autumn }`), errors.includes('duplicates:')]).toEqual([true, false]);
    writeFileSync(join(folder, 'm.yaml'), `where: { ${name}: autumn }`);
    expect((await importInto(folder, 'forms.csv', '--map', 'm.yaml')).code).toBe(0);
    expect(answered(folder)).toEqual([5, 5]);
  },
);

describe('the time of an answer', () => {
  const words = ['I like it', 'I expect it', 'I am neutral', 'I can tolerate it', 'I dislike it'];
  const header = ['Voice search [functional]', 'Voice search [dysfunctional]', 'Dark mode [functional]', 'Dark mode [dysfunctional]'];
  const answersOf = (digits: string) => [...digits].map((digit) => words[Number(digit)] ?? '');
  const answers = ['0402', '1422', '0213', '1304', '4022', '0314', '2200'];
  /** A table with the time first, and a column of its own, so that no row is the same in every cell. */
  const timed = (own: string, rows: readonly (readonly [time: string, digits: string])[], features = 2) =>
    [
      ['Timestamp', ...header.slice(0, 2 * features), own],
      ...rows.map(([time, digits], index) => [time, ...answersOf(digits).slice(0, 2 * features), `${own} ${index}`]),
    ]
      .map((row) => row.join(','))
      .join('\n');
  const at = (day: number, second = 0) => `2026-09-0${day} 10:0${day}:${String(second).padStart(2, '0')}`;
  const write = (folder: string, name: string, text: string) => writeFileSync(join(folder, name), text);

  it('tells a few rows that another file has too, in another form', async () => {
    const folder = answeredFolder();
    const month = (day: number) => `9/${day}/2026 10:0${day}:00 AM`;
    write(
      folder,
      'a.csv',
      timed(
        'First',
        answers.map((digits, index) => [at(index + 1), digits]),
      ),
    );
    write(
      folder,
      'b.csv',
      timed('Second', [
        [month(6), answers[5] ?? ''],
        [month(7), answers[6] ?? ''],
        [month(8), '0404'],
        [month(9), '1313'],
      ]),
    );
    const { code, errors } = await importInto(folder, 'a.csv', 'b.csv');
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining('b.csv has rows that are also in a.csv, with the same answers at the same time: 2.'),
    ]);
    for (const [duplicates, count] of [
      ['first', 9],
      ['last', 9],
      ['all', 11],
    ] as const) {
      write(folder, 'm.yaml', `respondents: { duplicates: ${duplicates} }`);
      expect((await importInto(folder, 'a.csv', 'b.csv', '--map', 'm.yaml', '--replace')).code).toBe(0);
      expect(answered(folder)).toEqual([count, count]);
    }
  });

  it('tells rows that a file has twice with other numbers', async () => {
    const folder = answeredFolder();
    const rows = answers.map((digits, index) => [at(index + 1), digits] as const);
    write(folder, 'a.csv', timed('Number', [...rows, ...rows.slice(0, 2), ...rows.slice(0, 2)]));
    const { code, errors } = await importInto(folder, 'a.csv');
    expect([code, errors]).toEqual([1, expect.stringContaining('a.csv has rows twice, with the same answers at the same time: 4.')]);
    for (const duplicates of ['first', 'last']) {
      write(folder, 'm.yaml', `respondents: { duplicates: ${duplicates} }`);
      expect((await importInto(folder, 'a.csv', '--map', 'm.yaml', '--replace')).code).toBe(0);
      expect(answered(folder)).toEqual([7, 7]);
    }
  });

  it('says nothing where all rows have the same, or many people answer at once', async () => {
    const folder = answeredFolder();
    write(
      folder,
      'a.csv',
      timed(
        'First',
        answers.map((digits) => [at(1), digits]),
      ),
    );
    write(
      folder,
      'b.csv',
      timed('Second', [
        [at(1), answers[0] ?? ''],
        [at(1), '3333'],
        [at(1), '2424'],
      ]),
    );
    expect((await importInto(folder, 'a.csv', 'b.csv')).code).toBe(0);
    expect(answered(folder)).toEqual([10, 10]);
  });

  it('speaks against a copy where it differs, unless all times are moved alike', async () => {
    const folder = answeredFolder();
    const one = answers.slice(0, 6);
    const differently = one.map((digits, index) => [`2026-10-1${index} 1${index}:${10 + index * index}:0${index}`, digits] as const);
    const zone = one.map((digits, index) => [at(index + 1).replace(' 10', ' 12'), digits] as const);
    write(
      folder,
      'a.csv',
      timed(
        'First',
        one.map((digits, index) => [at(index + 1), digits]),
        1,
      ),
    );
    write(folder, 'b.csv', timed('Second', differently, 1));
    expect((await importInto(folder, 'a.csv', 'b.csv')).code).toBe(0);
    expect(answered(folder)).toEqual([12, 0]);
    write(folder, 'b.csv', timed('Second', zone, 1));
    expect((await importInto(folder, 'a.csv', 'b.csv', '--replace')).errors).toContain('with the same answers to all questions: 6.');
  });
});
