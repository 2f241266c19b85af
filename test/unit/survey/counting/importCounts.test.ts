import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kano, temporaryFolder } from '../../cli/command.ts';
import { folderWith } from '../../cli/folder.ts';

const temporary = temporaryFolder();

const shop = `kano: 1
product: Shop # ours
personas: [{ id: member, name: Member }, { id: guest, name: Guest }]
surveys: [{ id: spring, date: 2026-03-01 }, { id: autumn, date: 2026-09-01, title: Autumn panel }]
features:
  - id: fast-search
    title: Fast search # long wished for
    tallies:
      - { survey: spring, persona: member, answers: [[0, 0, 0, 0, 91], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]] } # the panel
  - { id: voice-search, title: Voice search }
`;
const header = 'survey,feature,persona,functional,dysfunctional,respondents';
const rows = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');
const content = (folder: string) => readFileSync(join(folder, 'shop.kano.yaml'), 'utf8');

async function counts(files: Readonly<Record<string, string | Uint8Array>>, parameters: readonly string[] = []) {
  const folder = folderWith(temporary(), { 'shop.kano.yaml': shop, ...files });
  const names = Object.keys(files).filter((name) => name !== 'map.yaml');
  const map = 'map.yaml' in files ? ['-m', 'map.yaml'] : [];
  const result = await kano(folder, ['import', '--counts', ...names, '--into', 'shop.kano.yaml', ...map, ...parameters]);
  return { ...result, folder };
}

describe('kano import --counts', () => {
  it('changes nothing but the numbers, and adds what is new', async () => {
    const file = rows(
      'spring,fast-search,Member,like,dislike,93',
      'spring,fast-search,Member,must-be,,7',
      'Autumn panel,Voice search,guest,I like it!,neutral,12',
    );
    const { code, errors, folder } = await counts({ 'c.csv': file });
    expect([code, errors]).toEqual([
      0,
      `kano: Only one of the two questions answered, so not counted: 7 (fast-search 7).
kano: fast-search (member): the 91 answers of the file are taken to be among the 93 of the export.
kano: shop.kano.yaml is written. Pairs of answers: 105, features: 2; tallies added: 1, changed: 1, as before: 0. Answers in the changed tallies: 91 → 93.
`,
    ]);
    expect(content(folder)).toBe(
      shop
        .replace('91]', '93]')
        .replace(
          '{ id: voice-search, title: Voice search }',
          '{ id: voice-search, title: Voice search, tallies: [{ survey: autumn, persona: guest, answers: [[0, 0, 12, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]] }] }',
        ),
    );
  });

  it('does not let 91 answers give way to 86, unless it is told to', async () => {
    const files = { 'c.csv': rows('spring,fast-search,Member,like,dislike,86') };
    const refused = await counts(files);
    expect([refused.code, content(refused.folder)]).toEqual([1, shop]);
    expect(refused.errors).toContain('fast-search (member): the file has 91 answers, the export 86.');
    const told = await counts(files, ['--replace']);
    expect([told.code, content(told.folder)]).toEqual([0, shop.replace('91]', '86]')]);
  });

  it.each([
    [
      'TSV, in capitals',
      'c.tsv',
      'FEATURE\tPERSONA\tFUNCTIONAL\tDYSFUNCTIONAL\tRESPONDENTS\nvoice-search\tGUEST\tlike\tdislike\t5\nvoice-search\tGUEST\tlike\tlike\t1\n',
    ],
    [
      'JSON lines',
      'c.jsonl',
      '{"feature":"voice-search","persona":"guest","functional":"like","dysfunctional":"dislike","respondents":"5"}\n{"feature":"voice-search","persona":"guest","functional":"like","dysfunctional":"like","respondents":1}\n',
    ],
    [
      'a list in JSON',
      'c.json',
      '[{"feature":"voice-search","persona":"guest","functional":"like","dysfunctional":"dislike","respondents":5},\n{"feature":"voice-search","persona":"guest","functional":"like","dysfunctional":"like","respondents":1}]',
    ],
    [
      'JSON lines in UTF-16',
      'c.jsonl',
      Buffer.from(
        '\uFEFF{"feature":"voice-search","persona":"guest","functional":"like","dysfunctional":"dislike","respondents":5}\r\n{"feature":"voice-search","persona":"guest","functional":"like","dysfunctional":"like","respondents":1}\r\n',
        'utf16le',
      ),
    ],
    [
      'CSV with numbers as programs write them',
      'c.csv',
      'feature,persona,functional,dysfunctional,respondents\nvoice-search,guest,like,dislike,5.0\nvoice-search,guest,like,like,1\n',
    ],
  ])('reads %s', async (_, name, text) => {
    const { code, folder } = await counts({ [name]: text }, ['--survey', 'autumn']);
    expect(code).toBe(0);
    expect(content(folder)).toContain('[{ survey: autumn, persona: guest, answers: [[1, 0, 0, 0, 5],');
  });

  it('takes the columns of all rows of JSON, also those that the first row lacks', async () => {
    const row = { survey: 'spring', feature: 'voice-search', functional: 'like', respondents: 1 };
    const lines = [
      { ...row, dysfunctional: 'like', persona: 'guest' },
      { ...row, dysfunctional: 'dislike', persona: 'guest', importance: 9 },
    ];
    const { code, folder } = await counts({ 'c.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
    expect(code).toBe(0);
    expect(content(folder)).toContain('persona: guest, answers: [[1, 0, 0, 0, 1],');
    expect(content(folder)).toContain(', importance: 9 }');
    const without = await counts({
      'c.jsonl': lines.map(({ persona, ...line }, index) => JSON.stringify(index === 0 ? line : { ...line, persona })).join('\n'),
    });
    expect([without.code, content(without.folder)]).toEqual([1, shop]);
    expect(without.errors).toContain('Row 1 of c.jsonl');
  });

  it.each([
    [
      'a result that is there twice',
      rows('spring,voice-search,guest,like,like,1', 'spring,voice-search,guest,like,like,1'),
      'Rows 2 and 3 of c.csv are about the same group',
    ],
    ['a number in doubt', rows('spring,voice-search,guest,like,like,"1,000"'), 'Row 2 of c.csv: “1,000” is not a number of respondents.'],
    ['a negative number', rows('spring,voice-search,guest,like,like,-1'), 'is not a number of respondents.'],
    ['too many cells', rows('spring,voice-search,guest,I like it, really,like,1'), 'has more cells than there are columns'],
    [
      'an export of answers',
      'voice-search_functional,voice-search_dysfunctional\nlike,like\n',
      'c.csv is not the result of kano survey-sql: it has no column feature, functional, dysfunctional and respondents.',
    ],
    ['JSON that is something else', '{"feature": [1]}\n', 'Line 1 of c.csv is not an object in JSON with a row of counts.'],
    [
      'JSON that breaks off',
      '{"feature":"a","functional":"","dysfunctional":"","respondents":1}\n{"fea',
      'Line 2 of c.csv is not an object in JSON with a row of counts.',
    ],
    [
      'JSON whose first row has a list',
      '[{"feature":"voice-search","functional":["like"],"dysfunctional":"like","respondents":1}]',
      'Line 1 of c.csv is not an object in JSON with a row of counts.',
    ],
    [
      'columns that keep apart what would be added up',
      'feature,Wave,segment,functional,dysfunctional,respondents\nvoice-search,1,a,like,like,1\nvoice-search,2,a,like,like,1\n',
      'c.csv has columns that the result of kano survey-sql does not have: “Wave” and “segment”.',
    ],
    ['a column without a name', ',feature,functional,dysfunctional,respondents\n0,voice-search,like,like,1\n', 'does not have: #1.'],
    [
      'a column that is there twice',
      'feature,persona,PERSONA,functional,dysfunctional,respondents\nvoice-search,guest,member,like,like,1\n',
      'c.csv has these columns more than once: “persona”.',
    ],
    ['an empty list', '[]', 'c.csv has no row of counts.'],
    [
      'a list within something else',
      '{\n  "count": 1,\n  "data": [{"feature":"voice-search","functional":"like","dysfunctional":"like","respondents":1}]\n}',
      'The rows of c.csv are within “data”. Save that list alone, or each of its objects on a line.',
    ],
    ['nothing that counts', rows('spring,voice-search,guest,like,,4'), 'Nobody answered both questions about a feature of shop.kano.yaml'],
  ])('refuses %s', async (_, text, reason) => {
    const { code, errors, folder } = await counts({ 'c.csv': text });
    expect([code, content(folder)]).toEqual([2, shop]);
    expect(errors).toContain(reason);
  });

  it('adds up different results, and refuses a copy or the same group in two of them', async () => {
    const one = rows('autumn,voice-search,guest,like,like,1');
    const both = await counts({ 'a.csv': one, 'b.csv': rows('autumn,voice-search,guest,like,dislike,2') });
    expect(content(both.folder)).toContain('persona: guest, answers: [[1, 0, 0, 0, 2],');
    const refusal = async (other: string) => {
      const { code, errors, folder } = await counts({ 'a.csv': one, 'b.csv': other });
      expect([code, content(folder)]).toEqual([2, shop]);
      return errors;
    };
    expect(await refusal(one)).toContain('b.csv has the same counts as a.csv.');
    expect(await refusal(rows('autumn,voice-search,guest,like,must-be,4', 'autumn,voice-search,guest,like,like,2'))).toContain(
      'Row 2 of a.csv and row 3 of b.csv are about the same group, which may count twice.',
    );
  });

  it('asks about what it does not understand, and writes nothing', async () => {
    const file = rows(
      'Summer,voice-search,guest,like,like,3',
      ',voice-search,guest,like,like,2',
      'spring,voice-search,Gast,like,like,4',
      'spring,voice-search,guest,meh,(long text),5',
      'spring,voice-search,guest,(several answers),(no respondent),7',
      'spring,voice-search,member,1,5,6',
    );
    const { code, errors, folder } = await counts({ 'c.csv': file });
    expect([code, content(folder)]).toEqual([1, shop]);
    for (const sentence of [
      'Row 5 of c.csv, “functional”: “meh” is not one of the five answers. Cells like this: 5.',
      'Texts of more than 200 characters, “(long text)”: 5. They stayed where they are. If they are no answers, the map can say so: answers: { leaveOut: ["(long text)"] }.',
      'Questions that a respondent answered more than once, “(several answers)”: 7. Let the map say which answer counts, respondents: { duplicates: last } with table: { order: … }, and count again',
      'Answers without a respondent, “(no respondent)”: 7. Nobody knows which of them belong together. Leave them out in the map, respondents: { leaveOut: { …: [""] } }, and count again',
      'Row 4 of c.csv: “Gast” is not a persona. Rows like this: 4.',
      'Row 2 of c.csv: no survey is called “Summer”. Answers like this: 3.',
      'Row 3 of c.csv names no survey. Answers like this: 2.',
      'The answers are numbers, and nothing says which end is “like”.',
    ])
      expect(errors).toContain(sentence);
    expect(errors).toContain('put each of these where it belongs: meh\n');
  });

  it('gives no example of a map where none would help', async () => {
    const several = rows('spring,voice-search,guest,(several answers),like,5');
    const { code, errors } = await counts({ 'c.csv': several });
    expect([code, errors]).toEqual([1, expect.stringMatching(/\nkano: Nothing is written until every answer is understood\.\n$/)]);
    const long = await counts({
      'c.csv': rows('spring,voice-search,guest,(long text),like,5', 'spring,voice-search,guest,like,like,5'),
      'map.yaml': 'answers: { leaveOut: ["(long text)"] }\n',
    });
    expect([long.code, content(long.folder)]).toEqual([0, expect.stringContaining('answers: [[5, 0, 0, 0, 0]')]);
  });

  it('leaves out what the map leaves out, and says which features are not those of the file', async () => {
    const map = 'personas: { values: { Gast: guest }, leaveOut: [staff] }\nanswers: { neutral: [meh], leaveOut: [dunno] }\n';
    const file = rows(
      'spring,voice-search,Gast,meh,like,4',
      'spring,voice-search,staff,like,like,9',
      'spring,voice-search,Gast,dunno,like,2',
      'spring,old,Gast,like,like,7',
    );
    const { code, errors, folder } = await counts({ 'c.csv': file, 'map.yaml': map });
    expect(code).toBe(1);
    expect(content(folder)).toContain('{ survey: spring, persona: guest, answers: [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [4, 0, 0, 0, 0],');
    expect(errors).toContain('“old” is not a feature of shop.kano.yaml. Answers that are not counted: 7.');
    expect(errors).toContain('Answers of personas that the map leaves out: 9.');
  });

  it('takes the survey from one place', async () => {
    const both = await counts({ 'c.csv': rows('spring,voice-search,guest,like,like,1') }, ['--survey', 'spring']);
    expect(both).toMatchObject({ code: 2, errors: expect.stringContaining('Leave out --survey.') });
    expect(await counts({ 'c.csv': rows('spring,voice-search,guest,like,like,1') }, ['--drop', 'spam'])).toMatchObject({ code: 2 });
  });

  it('shows what it would do, survey by survey', async () => {
    const file = rows('spring,voice-search,guest,like,like,1', 'autumn,voice-search,guest,like,dislike,2');
    const { code, output, folder } = await counts({ 'c.csv': file }, ['--dry-run']);
    expect([code, content(folder)]).toEqual([0, shop]);
    expect(output).toMatch(/^spring\n[\s\S]*\nautumn\n[\s\S]*voice-search {2}guest {10}2 {2}0 {2}2/);
  });
});
