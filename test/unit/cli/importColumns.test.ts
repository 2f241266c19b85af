import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { kano, temporaryFolder } from './command.ts';

// Answers that nobody gave, in columns and rows that are easily counted wrongly.

const temporary = temporaryFolder();
const questions = ['Voice search [functional]', 'Voice search [dysfunctional]', 'Dark mode [functional]', 'Dark mode [dysfunctional]'];
const words = ['I like it', 'I expect it', 'I am neutral', 'I can tolerate it', 'I dislike it'];
const answers = ['0402', '1422', '0213', '1304', '4022', '0314', '2200'].map((row) => [...row].map((digit) => words[Number(digit)] ?? ''));
type Rows = readonly (readonly string[])[];

/** Imports a table, with a map or without, into a file with both features. */
async function imported(rows: Rows, map = '', product = 'Invented') {
  const file = (name: string) => join(temporary(), name);
  writeFileSync(
    file('p.kano.yaml'),
    `kano: 1\nproduct: ${product}\nsurveys: [{ id: s1, date: 2026-09-15 }]\nfeatures:\n  - { id: voice-search, title: Voice search }\n  - { id: dark-mode, title: Dark mode }\n`,
  );
  writeFileSync(file('a.csv'), rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
  writeFileSync(file('m.yaml'), map);
  const parameters = ['import', 'a.csv', '--into', 'p.kano.yaml', '--survey', 's1', ...(map === '' ? [] : ['--map', 'm.yaml'])];
  const { code, errors } = await kano(temporary(), parameters);
  const counts = readModel('p', readFileSync(file('p.kano.yaml'), 'utf8'))
    .list('features')
    .map(({ value: { tallies } }) => (tallies?.[0]?.answers ?? []).flat().reduce((sum, n) => sum + n, 0));
  return { code, errors, counts };
}

/** A column before those of the questions. */
const withColumn = (name: string, cells: (index: number) => string, rows: Rows = answers): Rows => [
  [name, ...questions],
  ...rows.map((row, index) => [cells(index), ...row]),
];

describe('two columns with the same header', () => {
  const twins = [[...questions, questions[0] ?? ''], ...answers.map((row, index) => [...row, words[index % 5] ?? ''])];

  it('are named by their numbers, and only their feature waits for a map', async () => {
    const { code, errors, counts } = await imported(twins);
    expect([code, counts]).toEqual([1, [0, 7]]);
    expect(errors).toContain(
      'kano: Several columns may be voice-search, functional question: “#1” and “#5”. The answers about this feature are not counted.\n',
    );
    expect(errors).toContain('  # voice-search, functional question is one of "#1", "#5"\n');
    expect(errors).not.toContain('counterpart');
  });

  it('count as a map says', async () => {
    expect(await imported(twins, 'columns: { voice-search: { functional: "#1" } }\nleaveOut: ["#5"]')).toMatchObject({
      code: 0,
      counts: [7, 7],
    });
  });

  it('are not called empty where there are two of each', async () => {
    const { code, errors } = await imported([
      [...questions, ...questions],
      ...answers.map((row, index) => [...row, ...(answers[6 - index] ?? [])]),
    ]);
    expect([code, errors.includes('Nobody answered'), errors.includes('without any answer')]).toEqual([2, false, false]);
    expect(errors).toContain('No feature of p.kano.yaml has one column for each of its two questions, so there is nothing to write.');
  });
});

describe('a header among the rows', () => {
  const [first, second] = [answers.slice(0, 3), answers.slice(3)];

  it('is left out where it is the header once more', async () => {
    const { code, errors, counts } = await imported([questions, ...first, questions, ...second]);
    expect([code, counts]).toEqual([0, [7, 7]]);
    expect(errors).toContain('Rows not counted: the header once more 1.');
  });

  it('is left out in a long table', async () => {
    const header = ['Respondent', 'Feature', 'Functional', 'Dysfunctional'];
    const rows = answers.map(([yes = '', no = ''], index) => [`r${index}`, 'Voice search', yes, no]);
    expect(await imported([header, ...rows.slice(0, 4), header, ...rows.slice(4)])).toMatchObject({ code: 0, counts: [7, 0] });
  });

  it.each([
    ['in another order', [questions, ...first, [...questions].reverse(), ...second.map((row) => [...row].reverse())]],
    ['with other names', [questions, ...first, ['dark-mode functional', 'dark-mode dysfunctional', '', ''], ...second]],
    [
      'of a long table',
      [
        ['Respondent', 'Feature', 'Functional', 'Dysfunctional'],
        ...first.map(([yes = '', no = '']) => ['a', 'Voice search', yes, no]),
        ['Respondent', 'Feature', 'Dysfunctional', 'Functional'],
        ...second.map(([yes = '', no = '']) => ['b', 'Dark mode', no, yes]),
      ],
    ],
  ])('is refused where its columns are others: %s', async (_, rows) => {
    const { code, errors, counts } = await imported(rows);
    expect([code, counts]).toEqual([2, [0, 0]]);
    expect(errors).toContain('kano: Row 5 of a.csv is a header, whose columns are others than those above it.');
    // No map moves the cells below it back.
    const map = `answers: { leaveOut: ${JSON.stringify([...questions, 'dark-mode functional', 'dark-mode dysfunctional'])} }`;
    expect((await imported(rows, map)).code).toBe(2);
  });
});

describe('weights', () => {
  it.each([
    'Gewichtung',
    'Gewicht',
    'poids',
    'Pondération',
    'peso',
    '权重',
    '加權',
    'вес',
    'ウェイト',
    '가중치',
    'wgt_final',
    'Survey weight',
  ])('are named in a column called %s', async (name) => {
    const { code, errors } = await imported(withColumn(name, (index) => String(index + 1)));
    expect([code, errors]).toEqual([0, expect.stringContaining(`The weights in “${name}” are not applied: every respondent counts once.`)]);
    expect(errors).not.toContain('holds answers');
  });

  it('are told by their numbers where the name says nothing', async () => {
    const rows = withColumn('x17', (index) => ['0.5', '1.5', '0,75', '1.25'][index % 4] ?? '', [...answers, ...answers.slice(0, 5)]);
    expect((await imported(rows)).errors).toContain('The numbers in “x17” average 1, as weights do.');
  });

  it('are not told by a name alone', async () => {
    for (const [name, cell] of [
      ['Gewicht', 'schwer'],
      ['Body weight', '70'],
    ] as const)
      expect((await imported(withColumn(name, () => cell))).errors).not.toContain('weights');
  });
});

it('never says “For example” without an example', async () => {
  const long = [
    ['Respondent', 'Feature', 'Functional', 'Dysfunctional'],
    ['a', 'Voice search', 'I like it', 'I dislike it'],
    ['a', 'Dark mode', 'I like it', 'I dislike it'],
    ['a', 'Teleport', 'I like it', 'I dislike it'],
  ];
  const { code, errors } = await imported(long);
  expect([code, errors]).toEqual([1, expect.stringContaining('“Teleport” in “Feature” is not a feature of p.kano.yaml.')]);
  expect(errors).not.toContain('For example');
  // A feature that nobody was asked about may be the one that the export calls otherwise.
  const open = await imported([...long.slice(0, 2), ...long.slice(3)]);
  expect(open.errors).toContain('names: # one of these for each: Teleport\n  dark-mode: ""\n');
});

describe('a column that may tell respondents apart', () => {
  const again = [...answers, answers[5] ?? []];
  const ids = (index: number) => `x${index === 7 ? 2 : index}`;

  it.each(['Panel code', 'Zugang', 'Teilnehmernummer', '手机号', 'x17'])(
    'is asked about where a value is there twice: %s',
    async (name) => {
      const { code, errors, counts } = await imported(withColumn(name, ids, again));
      expect([code, counts]).toEqual([1, [0, 0]]);
      expect(errors).toContain(
        `“${name}” may tell respondents apart, and nothing says whether it does: “x2” is in rows 4 and 9. Values that are there more than once: 1.`,
      );
      expect(errors).toContain(`respondents:\n  column: ${name} #`);
      const apart = await imported(withColumn(name, ids, again), `respondents: { column: ${name} }`);
      expect([apart.code, apart.errors]).toEqual([1, expect.stringContaining('Respondent “x2” answered more than once, in rows 4 and 9.')]);
      expect(await imported(withColumn(name, ids, again), `respondents: { column: ${name}, duplicates: last }`)).toMatchObject({
        code: 0,
        counts: [7, 7],
      });
      expect(await imported(withColumn(name, ids, again), `leaveOut: [${name}]`)).toMatchObject({ code: 0, counts: [8, 8] });
    },
  );

  it('is asked about beside the one that was taken', async () => {
    const rows = [['ID', 'E-mail', ...questions], ...again.map((row, index) => [`r${index}`, `${ids(index)}@example.org`, ...row])];
    expect((await imported(rows)).errors).toContain('“E-mail” may tell respondents apart');
    expect(await imported(rows, 'respondents: { column: E-mail, duplicates: first }')).toMatchObject({ code: 0, counts: [7, 7] });
    // Both say the same.
    const agreeing = rows.map((row, index) => (index === 8 ? ['r2', ...row.slice(1)] : row));
    const { errors } = await imported(agreeing);
    expect([errors.includes('Respondent “r2” answered more than once'), errors.includes('may tell')]).toEqual([true, false]);
  });

  it.each([
    ['IP address', (index: number) => `10.0.0.${index % 7}`],
    ['Postcode', (index: number) => `SW${index % 7}A`],
    ['Duration', (index: number) => String(300 + (index % 7))],
    ['Purchases last year', (index: number) => String(30 + (index % 7))],
    ['Submitted', (index: number) => `2026-09-0${1 + (index % 7)}T10:00`],
    ['LocationLatitude', (index: number) => `48.${index % 7}`],
    ['Comment', (index: number) => (index === 0 || index > 6 ? 'no, nothing' : `more of it, ${index} times`)],
    ['Collector ID', () => '77120'],
  ])('is no column of places, measures or texts: %s', async (name, cells) => {
    expect(await imported(withColumn(name, cells, again))).toMatchObject({ code: 0, counts: [8, 8] });
  });
});

describe('rows about several products', () => {
  const rows = (name: string) => withColumn(name, (index) => (index % 2 ? 'Ours' : 'Theirs'));

  it.each(['Product', 'Produkt', '产品名称', '製品'])('are asked about: %s', async (name) => {
    const { code, errors, counts } = await imported(rows(name));
    expect([code, counts]).toEqual([1, [0, 0]]);
    expect(errors).toContain(`“${name}” names several products: Theirs and Ours. Only the answers about this one may count.`);
    expect(errors).toContain(`where: { ${name}: "" } # one of Theirs, Ours;`);
    expect(await imported(rows(name), `where: { ${name}: Ours }`)).toMatchObject({ code: 0, counts: [3, 3] });
    expect(await imported(rows(name), `leaveOut: [${name}]`)).toMatchObject({ code: 0, counts: [7, 7] });
  });

  it('are found by the name of the product, in a column of any name', async () => {
    const { code, errors } = await imported(rows('Group'), '', 'Ours');
    expect([code, errors]).toEqual([1, expect.stringContaining('“Group” names several products: Theirs and Ours.')]);
    expect(errors).toContain('where: { Group: Ours }');
    expect((await imported(rows('Group'))).code).toBe(0);
  });

  it('are not asked about where all are about one', async () => {
    expect((await imported(withColumn('Product', () => 'Ours'))).code).toBe(0);
  });
});

it.each(['Finished', 'FINISHED', 'MAXPAGE', 'DEG_TIME', 'Status'])('the numbers of survey tools in “%s” are no answers', async (name) => {
  const numbers = answers.map((row) => row.map((word) => String(words.indexOf(word) + 1)));
  const map = 'answers: { like: [1], must-be: [2], neutral: [3], live-with: [4], dislike: [5] }\n';
  const { code, counts, errors } = await imported(
    withColumn(name, () => '1', numbers),
    map,
  );
  expect([code, counts]).toEqual([0, [7, 7]]);
  expect(errors).toContain(`No question was recognised in these columns: “${name}”.`);
});
