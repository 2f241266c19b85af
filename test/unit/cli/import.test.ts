import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countsFromAnswers } from '../../../src/analysis/evaluationTable.ts';
import type { Counts } from '../../../src/document/format/model.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { answerColumn, answersCsv, respondentColumn } from '../../../src/survey/surveyFormat.ts';
import { answerText } from '../../../src/terms/labels.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';
import { inLanguage } from '../terms/speak.ts';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const published = (name: string) => fileURLToPath(new URL(`../../fixtures/published/${name}`, import.meta.url));
const content = (folder: string, name = 'shop.kano.yaml') => readFileSync(join(folder, name), 'utf8');

const shop = `kano: 1
product: Shop # ours
personas:
  - { id: member, name: Member }
  - { id: guest, name: Guest }
surveys:
  - { id: spring, date: 2026-03-01 }
  - { id: autumn, date: 2026-09-01 }
features:
  # the first
  - id: fast-search
    title: Fast search
    tally: { A: 3, I: 1 } # by hand
  - id: voice-search
    title: Voice search # long wished for
    tallies:
      - survey: spring # the panel
        counts: { M: 1 }
`;
const header = 'respondent,Segment,fast-search_functional,fast-search_dysfunctional,voice-search_functional,voice-search_dysfunctional\n';
const answers = `${header}1,Member,I like it,I dislike it,I like it,I am neutral\n2,guest,I expect it,I dislike it,I dislike it,I like it\n3,Member,I like it,,I am neutral,I am neutral\n`;
/** A survey map that says which end of the scale is “like”. */
const numbers = 'answers: { like: [1], must-be: [2], neutral: [3], live-with: [4], dislike: [5] }\n';
const autumn = ['import', 'a.csv', '--into', 'shop.kano.yaml', '--survey', 'autumn'];
const folderOf = (csv: string | Uint8Array = answers, files: Readonly<Record<string, string>> = {}) =>
  folderWith(temporary(), { 'shop.kano.yaml': shop, 'a.csv': csv, ...files });

describe('kano import', () => {
  it('gives the published counts of a published survey, and changes nothing when it runs again', async () => {
    const features = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `  - { id: f${number}, title: Feature ${number} }\n`).join('');
    const folder = folderWith(temporary(), {
      'x.kano.yaml': `kano: 1\nproduct: X\nsurveys: [{ id: s, date: 2021-02-15 }]\nfeatures:\n${features}`,
    });
    copyFileSync(published('audioconf-answers.csv'), join(folder, 'a.csv'));
    writeFileSync(join(folder, 'm.yaml'), numbers);
    const call = ['import', 'a.csv', '--into', 'x.kano.yaml', '-s', 's', '--map', 'm.yaml'];
    const first = await kano(folder, call);
    expect(first).toEqual({ code: 0, output: '', errors: expect.stringContaining('Respondents: 105, features: 8; tallies added: 8') });
    const expected = (JSON.parse(readFileSync(published('kano-tables.json'), 'utf8')) as { id: string; features: { counts: Counts }[] }[])
      .find(({ id }) => id === 'astranchet-audioconf-continuous')
      ?.features.map(({ counts }) => counts);
    const tallies = readModel('x', content(folder, 'x.kano.yaml'))
      .list('features')
      .map(({ value }) => value.tallies?.[0]);
    expect(tallies.map((tally) => countsFromAnswers(tally?.answers ?? [], 'standard'))).toEqual(expected);
    utimesSync(join(folder, 'x.kano.yaml'), 1000, 1000);
    const again = await kano(folder, call);
    expect([again.code, again.errors.split('\n').at(-2)]).toEqual([
      0,
      'kano: x.kano.yaml has these answers already, so it stays as it is. Respondents: 105, features: 8.',
    ]);
    expect(statSync(join(folder, 'x.kano.yaml')).mtimeMs).toBe(1_000_000);
    const analysed = JSON.parse((await kano(folder, ['analyze', 'x.kano.yaml', '--format', 'json'])).output);
    expect(analysed.files[0].features.map(({ n }: { n: number }) => n)).toEqual([104, 103, 104, 104, 102, 104, 104, 102]);
  });

  it('changes only the tallies', async () => {
    const folder = folderOf();
    chmodSync(join(folder, 'shop.kano.yaml'), 0o640);
    const { code, output, errors } = await kano(folder, autumn);
    expect([code, output]).toEqual([0, '']);
    expect(errors.split('\n')).toEqual([
      'kano: Only one of the two questions answered, so not counted: 1 (fast-search 1).',
      'kano: No question was recognised in these columns: “Segment”.',
      'kano: shop.kano.yaml is written. Respondents: 3, features: 2; tallies added: 2, changed: 0, as before: 0.',
      '',
    ]);
    expect(content(folder)).toBe(`kano: 1
product: Shop # ours
personas:
  - { id: member, name: Member }
  - { id: guest, name: Guest }
surveys:
  - { id: spring, date: 2026-03-01 }
  - { id: autumn, date: 2026-09-01 }
features:
  # the first
  - id: fast-search
    title: Fast search
    tallies:
      - counts: { A: 3, I: 1 } # by hand
      - survey: autumn
        answers:
          - [0, 0, 0, 0, 1]
          - [0, 0, 0, 0, 1]
          - [0, 0, 0, 0, 0]
          - [0, 0, 0, 0, 0]
          - [0, 0, 0, 0, 0]
  - id: voice-search
    title: Voice search # long wished for
    tallies:
      - survey: spring # the panel
        counts: { M: 1 }
      - survey: autumn
        answers:
          - [0, 0, 1, 0, 0]
          - [0, 0, 0, 0, 0]
          - [0, 0, 1, 0, 0]
          - [0, 0, 0, 0, 0]
          - [1, 0, 0, 0, 0]
`);
    expect(statSync(join(folder, 'shop.kano.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'shop.kano.yaml']);
    expect((await kano(folder, ['lint', 'shop.kano.yaml'])).code).toBe(0);
    writeFileSync(join(folder, 'a.csv'), answers.replace('3,Member,I like it,', '3,Member,I like it,I can live with it'));
    expect((await kano(folder, [...autumn, '--dry-run'])).output).toMatch(/fast-search +2 → 3 /);
    const { errors: said } = await kano(folder, autumn);
    expect(said).toContain('kano: fast-search: the 2 answers of the file are taken to be among the 3 of the export.\n');
    expect(said).toContain('tallies added: 0, changed: 1, as before: 1. Answers in the changed tallies: 2 → 3.\n');
    expect(content(folder)).toContain('- [0, 0, 0, 1, 1]');
  });

  it('says whose importance stays where the answers are replaced by those of an export without any', async () => {
    const rated = 'fast-search_functional,fast-search_dysfunctional,fast-search_importance\nlike,dislike,9\nlike,neutral,8\n';
    const folder = folderOf(rated);
    expect((await kano(folder, autumn)).code).toBe(0);
    const more = 'fast-search_functional,fast-search_dysfunctional\nlike,dislike\nlike,neutral\nneutral,neutral\n';
    writeFileSync(join(folder, 'a.csv'), more);
    const { code, errors } = await kano(folder, autumn);
    expect(code).toBe(0);
    expect(errors).toContain(
      'kano: The export has no importance, so the file keeps the one that its earlier answers gave: fast-search: 8.5.\n',
    );
    expect(content(folder)).toContain('importance: 8.5');
    // Nothing to say where the answers are the same.
    expect((await kano(folder, autumn)).errors).not.toContain('importance');
  });

  it('keeps CR LF, a byte-order mark and links', async () => {
    const folder = folderOf();
    writeFileSync(join(folder, 'real.kano.yaml'), `\uFEFF${shop.replaceAll('\n', '\r\n')}`);
    symlinkSync('real.kano.yaml', join(folder, 'link.kano.yaml'));
    expect((await kano(folder, ['import', 'a.csv', '--into', 'link.kano.yaml', '--survey', 'autumn'])).code).toBe(0);
    const written = content(folder, 'real.kano.yaml');
    expect(written.startsWith('\uFEFFkano: 1\r\n')).toBe(true);
    expect(written.match(/[^\r]\n/g)).toBe(null);
    expect(written).toContain('- survey: autumn\r\n');
  });

  it('gives every persona a tally of its own', async () => {
    const folder = folderOf();
    expect((await kano(folder, [...autumn, '--persona-column', 'segment'])).errors).toContain('tallies added: 4');
    const [fast] = readModel('x', content(folder)).list('features');
    expect(fast?.value.tallies?.map(({ survey, persona }) => [survey, persona])).toEqual([
      [undefined, undefined],
      ['autumn', 'member'],
      ['autumn', 'guest'],
    ]);
    const whole = await kano(folder, autumn);
    expect([whole.code, whole.errors]).toEqual([2, expect.stringContaining('respondents would count twice')]);
  });

  it('writes nothing with --dry-run, and shows what it understood', async () => {
    const folder = folderOf();
    const { code, output, errors } = await kano(folder, [...autumn, '--dry-run']);
    expect([code, content(folder)]).toEqual([0, shop]);
    expect(output).toContain('3  fast-search_functional      fast-search, functional question');
    expect(output).toContain('2  Segment                     not counted');
    expect(output).toMatch(/^I like it +Like +4$/m);
    expect(output).toMatch(/^ +no answer +1$/m);
    expect(output).toMatch(/^voice-search +3 +0 +0 +1 +1 +1 +0 +0 +– +new$/m);
    expect(errors.split('\n').at(-2)).toContain('Nothing is written (--dry-run). shop.kano.yaml: respondents: 3');
    const chinese = await kano(folder, [...autumn, '--dry-run', '--lang', 'zh-cn']);
    expect(chinese.output).toContain('正向问题');
  });

  it('reads one file per person from the questionnaire, in both languages', async () => {
    const pairs = [
      [0, 4],
      [1, 3],
      [2, 2],
    ];
    const files = pairs.map(([yes = 0, no = 0], index) => {
      const say = (answer: number) => inLanguage(index === 1 ? 'zh-cn' : 'en', () => answerText(answerKeys[answer] ?? 'like'));
      const given = new Map([
        ['persona', index === 0 ? 'guest' : 'member'],
        [answerColumn('fast-search', 'functional'), say(yes)],
        [answerColumn('fast-search', 'dysfunctional'), say(no)],
        [answerColumn('fast-search', 'importance'), String(index + 5)],
        [answerColumn('voice-search', 'functional'), null],
        [answerColumn('voice-search', 'dysfunctional'), null],
      ]);
      return [`p${index}.csv`, answersCsv(`respondent-${index}`, given)];
    });
    expect(files[0]?.[1]).toContain(respondentColumn);
    const folder = folderOf(answers, Object.fromEntries(files));
    const call = ['import', 'p0.csv', 'p1.csv', 'p2.csv', './p2.csv', '--into', 'shop.kano.yaml', '--survey', 'autumn'];
    expect((await kano(folder, call)).code).toBe(0);
    const [fast] = readModel('x', content(folder)).list('features');
    expect(fast?.value.tallies?.[1]).toMatchObject({
      importance: 6,
      answers: [
        [0, 0, 0, 0, 1],
        [0, 0, 0, 1, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    });
    expect((await kano(folder, [...call, '--persona-column', 'persona', '--dry-run'])).code).toBe(2);
  });

  it('reads standard input', async () => {
    const folder = folderOf();
    const { code, errors } = await kano(folder, ['import', '-', '--into', 'shop.kano.yaml', '--survey', 'autumn'], { input: answers });
    expect([code, errors]).toEqual([0, expect.stringContaining('tallies added: 2')]);
  });
});

describe('kano import writes nothing', () => {
  const unchanged = async (folder: string, parameters: readonly string[] = autumn) => {
    const before = content(folder);
    const result = await kano(folder, parameters);
    expect(content(folder)).toBe(before);
    return result;
  };

  it('while an answer is not understood, and shows a survey map that would explain it', async () => {
    const folder = folderOf(answers.replace('1,Member,I like it', '1,Member,"No idea: \u001B[31m#1"'));
    const { code, errors } = await unchanged(folder);
    expect(code).toBe(1);
    expect(errors).toContain(
      'kano: Row 2 of a.csv, “fast-search_functional”: “No idea: [31m#1” is not one of the five answers. Cells like this: 1.\n',
    );
    expect(errors).not.toContain('\u001B');
    const lines = errors.split('\n').filter((line) => line !== '' && !line.startsWith('kano: '));
    const map = lines.join('\n').replace('leaveOut: []', 'leaveOut: ["No idea: \\u001B[31m#1"]');
    writeFileSync(join(folder, 'm.yaml'), map);
    const settled = await kano(folder, [...autumn, '--map', 'm.yaml']);
    expect([settled.code, settled.errors]).toEqual([0, expect.stringContaining('2 (fast-search 2).')]);
  });

  it('while personas are unknown or respondents are duplicate', async () => {
    const folder = folderOf(`${answers}4,Gest,I like it,I dislike it,,\n4,,I like it,I dislike it,,\n`);
    const { code, errors } = await unchanged(folder, [...autumn, '--persona-column', 'Segment']);
    expect(code).toBe(1);
    expect(errors).toContain('kano: Row 5 of a.csv: “Gest” is not a persona. Did you mean “guest”? Rows like this: 1.\n');
    expect(errors).toContain('kano: Row 6 of a.csv names no persona. Rows like this: 1.\n');
    expect(errors).toContain('kano: Respondent “4” answered more than once, in rows 5 and 6.\n');
    expect(errors).toContain('\n    Gest: ""\n    "": ""\nrespondents:\n  duplicates: last # or first, or all\n');
    writeFileSync(
      join(folder, 'm.yaml'),
      'personas: { column: Segment, values: { Gest: guest }, leaveOut: [""] }\nrespondents: { duplicates: first }\n',
    );
    expect((await kano(folder, [...autumn, '--map', 'm.yaml'])).errors).toContain('tallies added: 4');
  });

  it('into a survey that is not defined, and says how to define it', async () => {
    const folder = folderOf();
    const { code, errors } = await unchanged(folder, ['import', 'a.csv', '--into', 'shop.kano.yaml', '--survey', 'autum']);
    expect([code, errors]).toEqual([
      2,
      'kano: shop.kano.yaml defines no survey “autum”. Did you mean “autumn”? If not, define it first, with the day on which it was held:\nsurveys:\n  - { id: autum, date: YYYY-MM-DD }\n',
    ]);
  });

  it('where no column is about a feature, and shows a survey map that would tell', async () => {
    const folder = folderOf('respondent,F1_functional,F1_dysfunctional\n1,I like it,I dislike it\n');
    const { code, errors } = await unchanged(folder);
    expect([code, errors]).toEqual([
      2,
      `kano: No column is about a feature of shop.kano.yaml, so there is nothing to import.
kano: Columns: “F1_functional” and “F1_dysfunctional”.
kano: A survey map, passed with --map, says what columns are. For example:
names: # one of these for each: F1
  fast-search: ""
  voice-search: ""
`,
    ]);
    writeFileSync(join(folder, 'm.yaml'), 'names: { fast-search: F1 }\n');
    expect((await kano(folder, [...autumn, '--map', 'm.yaml'])).code).toBe(0);
  });

  it.each([
    [
      'a map with a mistake',
      { 'm.yaml': 'names: { fast-serch: F1 }\n' },
      ['--map', 'm.yaml'],
      'm.yaml:1:10: No feature of the file has the id “fast-serch”. Did you mean “fast-search”?',
    ],
    ['a map that is not there', {}, ['--map', 'm.yaml'], 'm.yaml cannot be read (no such file or directory).'],
    [
      'a column of personas that is not there',
      {},
      ['--persona-column', 'Segmnet'],
      'No column of a.csv is called “Segmnet”. Did you mean “Segment”?',
    ],
    [
      'a row with too many cells',
      { 'a.csv': `${answers}4,,1,5,1,5,1\n` },
      [],
      'Row 5 of a.csv has 7 cells, and there are 6 columns: cells may have moved. Export it again.',
    ],
    [
      'a workbook',
      { 'a.csv': 'PK\u0003\u0004' },
      [],
      'a.csv is not a workbook that can be read. Open it in a spreadsheet, save it as “CSV UTF-8”, and import that.',
    ],
    [
      'tallies with an error',
      { 'shop.kano.yaml': shop.replace('A: 3', 'A: -3') },
      [],
      'shop.kano.yaml has errors in fast-search, so nothing is written. Run “kano lint” to see them.',
    ],
    [
      'tallies behind an alias',
      { 'shop.kano.yaml': shop.replace('tally: { A: 3, I: 1 }', 'x-all: &all [{ counts: { A: 3 } }]\n    tallies: *all') },
      [],
      'The tallies of fast-search in shop.kano.yaml are written in a way that cannot be changed without changing something else, with an alias for example. Write them out first.',
    ],
    [
      'no features',
      { 'shop.kano.yaml': 'kano: 1\nproduct: Shop\n' },
      [],
      'shop.kano.yaml has no features that the answers could belong to.',
    ],
  ])('for %s', async (_, files, parameters, reason) => {
    const { code, output, errors } = await unchanged(folderOf(answers, files as Record<string, string>), [...autumn, ...parameters]);
    expect([code, output, errors]).toEqual([2, '', `kano: ${reason}\n`]);
  });

  it.each([
    [['import', 'a.csv'], "kano: required option '-i, --into <file>' not specified\n"],
    [['import', '--into', 'shop.kano.yaml'], "kano: missing required argument 'exports'\n"],
    [['import', 'b.csv', '--into', 'shop.kano.yaml'], 'kano: b.csv cannot be read (no such file or directory).\n'],
    [['import', '.', '--into', 'shop.kano.yaml'], 'kano: . is a folder. Name a file in it.\n'],
    [['import', 'a.csv', '--into', 'shop.yaml'], 'kano: shop.yaml is not named *.kano.yaml or *.kano.yml, so it is not read.\n'],
    [
      ['import', 'a.csv', '--into', 'shop.kano.yaml', '--survey', 'Autumn 2026'],
      'kano: “Autumn 2026” cannot be the id of a survey: ids consist of lowercase letters, digits, “.”, “_” and “-”.\n',
    ],
  ])('for %j', async (parameters, errors) => {
    expect(await unchanged(folderOf(), parameters)).toEqual({ code: 2, output: '', errors });
  });
});

describe('what kano import leaves out', () => {
  it('is reported with exit code 1, while the rest is written', async () => {
    const csv = answers.replace('voice-search_dysfunctional', 'Voice').replace('fast-search_functional', 'fast-search_functional');
    const folder = folderOf(csv);
    const { code, errors } = await kano(folder, autumn);
    expect(code).toBe(1);
    expect(errors).toContain(
      'kano: Column “Voice” holds answers, and it is unclear which feature of shop.kano.yaml it is about. It is not counted.\n',
    );
    expect(errors).toContain(
      'kano: Column “voice-search_functional” is voice-search, functional question, and the column of its counterpart is missing. It is not counted.\n',
    );
    expect(errors).toContain('tallies added: 1');
    writeFileSync(join(folder, 'm.yaml'), 'columns: { voice-search: { dysfunctional: Voice } }\n');
    expect((await kano(folder, [...autumn, '--map', 'm.yaml'])).code).toBe(0);
    writeFileSync(join(folder, 'm.yaml'), 'leaveOut: [Voice, voice-search_functional]\n');
    expect((await kano(folder, [...autumn, '--map', 'm.yaml'])).code).toBe(0);
  });

  it('may be everything', async () => {
    const folder = folderOf(`${header}1,,I like it,,,I am neutral\n`);
    const { code, errors } = await kano(folder, autumn);
    expect([code, content(folder)]).toEqual([2, shop]);
    expect(errors).toContain('kano: Nobody answered both questions about fast-search and voice-search.\n');
    expect(errors).toContain('kano: Nobody answered both questions about a feature of shop.kano.yaml, so there is nothing to write.\n');
  });

  it('may be tests of a survey tool, which count until a survey map leaves them out', async () => {
    const folder = folderOf(answers.replace('Segment', 'Status').replace('guest', 'Survey Preview'));
    const line = 'respondents: { leaveOut: { Status: [Survey Preview] } }';
    expect((await kano(folder, autumn)).errors).toContain(`and are counted: 1. This line of a map leaves them out: ${line}\n`);
    writeFileSync(join(folder, 'm.yaml'), line);
    expect((await kano(folder, [...autumn, '--map', 'm.yaml'])).errors).toContain('kano: Rows not counted: left out by the map 1.\n');
    writeFileSync(join(folder, 'b.csv'), answers.replace('1,Member', '4,Member').split('\n').slice(0, 2).join('\n'));
    expect((await kano(folder, ['import', 'b.csv', ...autumn.slice(1), '--map', 'm.yaml', '--replace'])).errors).toContain(
      'kano: “leaveOut” leaves out no rows by “Status” of b.csv: there is no such column.\n',
    );
  });

  it('may be what a survey tool marks as spam, in small letters too', async () => {
    const folder = folderOf(answers.replace('Segment', 'Response Status').replace('guest', 'spam'));
    expect((await kano(folder, autumn)).errors).toContain(
      'kano: Rows that say “spam” in “Response Status” may be tests, and are counted: 1.',
    );
    expect((await kano(folder, [...autumn, '--drop', 'spam', '--replace'])).errors).toContain('kano: Left out by --drop: spam 1;');
  });

  it('may be the meaning of numbers and codes, unless a survey map gives it', async () => {
    const folder = folderOf(`${header}1,,A1,A5,,\n`);
    const remark = 'kano: The answers are numbers, and nothing says which end is “like”.';
    const errors = async (map: string) => {
      writeFileSync(join(folder, 'm.yaml'), map);
      return (await kano(folder, [...autumn, '--dry-run', '--map', 'm.yaml'])).errors;
    };
    expect(await errors('answers: { like: [Love it], leaveOut: [6] }')).toContain(remark);
    expect(await errors('answers: { like: [A1], dislike: [A5] }')).not.toContain(remark);
  });

  it('may be the survey', async () => {
    const folder = folderOf();
    const { code, errors } = await kano(folder, ['import', 'a.csv', '--into', 'shop.kano.yaml', '--replace']);
    expect([code, errors]).toEqual([0, expect.stringContaining('so they count as older than those of spring and autumn')]);
    expect(content(folder)).toContain('tally: { M: 1, O: 1, A: 0, I: 0 } # by hand');
  });
});

it('counts 5,000 respondents and 60 features', async () => {
  const ids = Array.from({ length: 60 }, (_, index) => `feature-${index}`);
  const head = ['respondent', ...ids.flatMap((id) => [`${id}_functional`, `${id}_dysfunctional`])].join(',');
  const rows = Array.from({ length: 5000 }, (_, row) =>
    [row, ...ids.flatMap((_, index) => [1 + ((row + index) % 5), 1 + ((row * 7 + index) % 5)])].join(','),
  );
  const folder = folderWith(temporary(), {
    'x.kano.yaml': `kano: 1\nproduct: X\nfeatures:\n${ids.map((id) => `  - { id: ${id}, title: ${id} }\n`).join('')}`,
    'a.csv': `${head}\n${rows.join('\n')}\n`,
    'm.yaml': numbers,
  });
  const { code, errors } = await kano(folder, ['import', 'a.csv', '--into', 'x.kano.yaml', '--map', 'm.yaml']);
  expect([code, errors]).toEqual([0, expect.stringContaining('Respondents: 5,000, features: 60')]);
});
