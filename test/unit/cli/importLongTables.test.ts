import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { kano, temporaryFolder } from './command.ts';

// Answers that nobody gave, with a row for each feature or for each question.

const temporary = temporaryFolder();
const words = ['I like it', 'I expect it', 'I am neutral', 'I can tolerate it', 'I dislike it'];
const digits = ['0402', '1422', '0213', '1304', '4022', '0314', '2200'];
const respondents = digits.map((row) => [...row].map((digit) => words[Number(digit)] ?? ''));
/** A row for each respondent and feature. */
const pairs = respondents.flatMap(([a = '', b = '', c = '', d = ''], index) => [
  [`p${index}`, 'Voice search', a, b],
  [`p${index}`, 'Dark mode', c, d],
]);
/** A row for each of their answers. */
const single = (functional: string, dysfunctional: string) =>
  pairs.flatMap(([id = '', feature = '', yes = '', no = '']) => [
    [id, feature, functional, yes],
    [id, feature, dysfunctional, no],
  ]);

async function imported(rows: readonly (readonly string[])[], map = '') {
  const file = (name: string) => join(temporary(), name);
  const features = ['  - { id: voice-search, title: Voice search }', '  - { id: dark-mode, title: Dark mode }'];
  writeFileSync(file('p.kano.yaml'), ['kano: 1', 'surveys: [{ id: s1, date: 2026-09-15 }]', 'features:', ...features, ''].join('\n'));
  writeFileSync(file('a.csv'), rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
  writeFileSync(file('m.yaml'), map);
  const parameters = ['import', 'a.csv', '--into', 'p.kano.yaml', '--survey', 's1', ...(map === '' ? [] : ['--map', 'm.yaml'])];
  const { code, errors } = await kano(temporary(), parameters);
  const answers = readModel('p', readFileSync(file('p.kano.yaml'), 'utf8'))
    .list('features')
    .map(({ value: { tallies } }) => (tallies?.[0]?.answers ?? []).map((row) => row.join('')).join(' '));
  return { code, errors, answers };
}

/** How many gave which pair of answers about each feature. */
const right = [0, 2].map((at) => {
  const count = (yes: number, no: number) => digits.filter((row) => row[at] === String(yes) && row[at + 1] === String(no)).length;
  return [0, 1, 2, 3, 4].map((yes) => [0, 1, 2, 3, 4].map((no) => count(yes, no)).join('')).join(' ');
});

describe('a long table whose respondents are in a column of an unknown name', () => {
  const needed = (columns: string) =>
    `a.csv has several rows for each respondent, and nothing says which column tells respondents apart. It may be: ${columns}.`;

  it.each(['Wer', 'Panelist', 'Kürzel'])('is asked about it: %s', async (name) => {
    for (const rows of [
      [[name, 'Feature', 'With', 'Without'], ...pairs],
      [[name, 'Feature', 'Question', 'Answer'], ...single('functional', 'dysfunctional')],
    ]) {
      const open = await imported(rows);
      expect([open.code, open.answers]).toEqual([1, ['', '']]);
      expect(open.errors).toContain(needed(`“${name}”`));
      expect(open.errors).toContain(`respondents:\n  column: ${name} # if it tells respondents apart`);
      for (const sentence of ['Nobody answered', 'Only one of', 'each row counts as one']) expect(open.errors).not.toContain(sentence);
      const done = await imported(rows, `respondents: { column: ${name} }`);
      expect([done.code, done.answers]).toEqual([0, right]);
      expect(done.errors).toContain('Respondents: 7');
    }
  });

  it('counts rows alone where a map says that it does not tell them apart', async () => {
    const done = await imported([['Wer', 'Feature', 'With', 'Without'], ...pairs], 'leaveOut: [Wer]');
    expect([done.code, done.answers]).toEqual([0, right]);
    // Answers in rows of their own need it.
    const halves = [['Wer', 'Feature', 'Question', 'Answer'], ...single('functional', 'dysfunctional')];
    const refused = await imported(halves, 'leaveOut: [Wer]');
    expect([refused.code, refused.errors]).toEqual([
      2,
      expect.stringContaining('no column tells respondents apart: nothing says which two answers belong together.'),
    ]);
  });

  it('is asked about it beside an id of each row', async () => {
    const rows = [
      ['ID', 'Person', 'Feature', 'Question', 'Answer'],
      ...single('functional', 'dysfunctional').map((row, index) => [`r${index}`, ...row]),
    ];
    expect((await imported(rows)).errors).toContain(needed('“Person”'));
    expect((await imported(rows, 'respondents: { column: Person }')).answers).toEqual(right);
  });
});

describe('a long table of which nothing says which answers are to which question', () => {
  it('is asked for the columns of answers', async () => {
    const rows = [['Respondent', 'Was', 'Frage 1', 'Frage 2'], ...pairs];
    const open = await imported(rows);
    expect([open.code, open.errors]).toEqual([
      2,
      expect.stringContaining('Nothing says which of these columns has the answers to which question: “Frage 1” and “Frage 2”.'),
    ]);
    expect(open.errors).toContain(
      'columns: # of one feature, for all: two of Frage 1, Frage 2\n  voice-search: { functional: "", dysfunctional: "" }\n',
    );
    expect(open.errors).not.toContain('No column is about');
    const map = 'columns: { voice-search: { functional: Frage 1, dysfunctional: Frage 2 } }';
    expect(await imported(rows, map)).toMatchObject({ code: 0, answers: right });
  });

  it('is asked for the names of the questions', async () => {
    const rows = [['Respondent', 'Feature', 'Frage', 'Antwort'], ...single('mit', 'ohne')];
    const open = await imported(rows);
    expect([open.code, open.errors]).toEqual([
      2,
      expect.stringContaining('Nothing says which text in “Frage” is which question: “mit” and “ohne”.'),
    ]);
    expect(open.errors).toContain('stems: # put each where it belongs');
    expect(await imported(rows, 'stems: { functional: mit, dysfunctional: ohne }')).toMatchObject({ code: 0, answers: right });
  });

  it('is refused where no column can say it', async () => {
    const open = await imported([
      ['Respondent', 'Feature', 'Answer'],
      ...single('x', 'y').map(([id = '', feature = '', , cell = '']) => [id, feature, cell]),
    ]);
    expect([open.code, open.errors]).toEqual([
      2,
      expect.stringContaining('Only “Answer” has answers, and no column says which of the two questions a row is about.'),
    ]);
    expect(open.errors).not.toContain('For example');
  });

  it('is read where the cells are the questions themselves', async () => {
    const texts = { has: 'How do you feel if the product has this', 'does not': 'How do you feel if the product does not have this' };
    const rows = single('has', 'does not').map(([id = '', feature = '', kind = '', cell = '']) => [
      ...[id, feature],
      ...[`${texts[kind as keyof typeof texts]}: ${feature}?`, cell],
    ]);
    expect(await imported([['Respondent', 'Feature', 'Question', 'Answer'], ...rows])).toMatchObject({ code: 0, answers: right });
  });
});
