import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../../../../src/survey/counting/dialects.ts';
import { kano, temporaryFolder } from '../../cli/command.ts';
import { folderWith } from '../../cli/folder.ts';
import { type Engine, engines } from './engines.ts';
import { hostileText } from './hostileText.ts';
import { anonymous, byAnswer, byFeature, csv, mapText, names, otherQuestions, productText, tableTexts, wide } from './inventedAnswers.ts';
import { talliesIn } from './talliesIn.ts';

const temporary = temporaryFolder();

/** What `kano import` makes of the same answers, wave by wave. */
async function imported(duplicates: string): Promise<readonly string[]> {
  const folder = folderWith(temporary(), { 'shop.kano.yaml': productText, 'answers.csv': csv });
  for (const [survey, wave] of [
    ['spring', 'spring'],
    ['autumn', 'Autumn panel'],
  ] as const) {
    const columns = `\nleaveOut: [answered at]`;
    writeFileSync(join(folder, 'map.yaml'), mapText('', duplicates, `, ${JSON.stringify(names.wave)}: ${wave}`) + columns);
    const { code, errors } = await kano(folder, ['import', 'answers.csv', '--into', 'shop.kano.yaml', '-s', survey, '-m', 'map.yaml']);
    expect([code, errors]).toEqual([0, expect.stringContaining('shop.kano.yaml is written')]);
  }
  return talliesIn(folder);
}

describe.each(Object.entries(engines))('%s', (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    for (const table of [wide, byFeature, byAnswer, anonymous, otherQuestions]) await engine.create(table);
  });
  afterAll(() => engine.close());

  const statement = async (folder: string) => {
    const { code, output, errors } = await kano(folder, ['survey-sql', 'shop.kano.yaml', '-m', 'map.yaml', '-d', engine.dialect]);
    expect([code, errors]).toEqual([0, '']);
    return output;
  };
  const counted = async (map: string) => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': productText, 'map.yaml': map });
    const { extension, text } = await engine.run(await statement(folder));
    writeFileSync(join(folder, `counts.${extension}`), text);
    const call = ['import', '--counts', `counts.${extension}`, '--into', 'shop.kano.yaml', '-m', 'map.yaml'];
    return { folder, text, ...(await kano(folder, call)), again: () => kano(folder, call) };
  };

  it.each(['first', 'last'])(
    'counts every shape of table as an import does, with the %s answers of those who answered twice',
    async (duplicates) => {
      const expected = await imported(duplicates);
      expect(expected.length).toBe(12);
      for (const table of [tableTexts.wide, tableTexts.byFeature, tableTexts.byAnswer]) {
        const { folder, code, errors } = await counted(mapText(table, duplicates));
        expect([code, errors]).toEqual([0, expect.stringContaining('tallies added: 12')]);
        expect(talliesIn(folder)).toEqual(expected);
      }
    },
  );

  it('counts all answers of those who answered twice, where the map says so', async () => {
    const expected = await imported('all');
    for (const table of [tableTexts.wide, tableTexts.byFeature]) {
      const { folder, again } = await counted(mapText(table, 'all'));
      expect(talliesIn(folder)).toEqual(expected);
      const before = readFileSync(join(folder, 'shop.kano.yaml'), 'utf8');
      expect((await again()).errors).toContain('has these answers already');
      expect(readFileSync(join(folder, 'shop.kano.yaml'), 'utf8')).toBe(before);
    }
  });

  it('asks about several answers to one question, where a row is an answer and all count', async () => {
    const { code, errors } = await counted(mapText(tableTexts.byAnswer, 'all'));
    expect([code, errors]).toEqual([1, expect.stringMatching(/more than once, “\(several answers\)”: \d+\. Let the map say/)]);
  });

  it('counts every answer of which nobody knows whose it is, and asks about them', async () => {
    const map = (people: string) => `table: { name: anonymous, question: question, answer: answer }
respondents: { column: respondent, duplicates: all${people} }
`;
    const asked = await counted(map(''));
    expect([asked.code, talliesIn(asked.folder)]).toEqual([1, []]);
    expect(asked.errors).toContain('Answers without a respondent, “(no respondent)”: 4. Nobody');
    const left = await counted(map(', leaveOut: { respondent: [""] }'));
    expect([left.code, talliesIn(left.folder).length]).toEqual([0, 1]);
  });

  it('names questions that are none of the map, and lets no answer to them out', async () => {
    const map = (leaveOut: string) => `table: { name: other questions, question: question, answer: answer }
respondents: { column: respondent, duplicates: all, leaveOut: { respondent: [""]${leaveOut} } }
`;
    const { folder, code, errors, text } = await counted(map(''));
    expect([code, talliesIn(folder).length]).toEqual([1, 1]);
    for (const [question, answers] of [
      ['Voice-search_functional', 3],
      ['voice-search', 2],
      ['What else?', 3],
      ['', 3],
    ])
      expect(errors).toContain(`“${question}” is not a question of the survey map. Answers that are not counted: ${answers}.`);
    expect(errors).toContain('Pairs of answers: 3, features: 1');
    expect(text).not.toContain('secret');
    const left = await counted(map(', question: ["Voice-search_functional", voice-search, "What else?", ""]'));
    expect([left.code, talliesIn(left.folder)]).toEqual([0, talliesIn(folder)]);
    expect(left.errors).not.toContain('not counted');
  });

  it('asks about words that nobody knows, and counts nothing', async () => {
    const { folder, code, errors } = await counted(mapText(tableTexts.wide).replace('leaveOut: [Weiß nicht]', 'leaveOut: []'));
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(
        /Row \d+ of counts\.\w+, “(?:dys)?functional”: “Weiß nicht” is not one of the five answers\. Cells like this: \d+\./,
      ),
    ]);
    expect(talliesIn(folder)).toEqual([]);
  });

  it('reads every text and every name as it is quoted', async () => {
    const { text, identifier } = dialects[engine.dialect];
    const texts = fc.sample(hostileText(20), { numRuns: 200, seed: 17 });
    const numbered = texts.map((each, index) => `SELECT ${index} AS place, ${text(each)} AS value`);
    const rows = await engine.query(`SELECT * FROM (${numbered.join(' UNION ALL ')}) AS all_texts ORDER BY place`);
    expect(rows.map(({ value }) => value)).toEqual(texts);
    const named = texts.slice(0, 20).filter((name) => name !== '');
    for (const name of named) {
      const [row = {}] = await engine.query(`SELECT 1 AS ${identifier(name)}`);
      expect(Object.keys(row)).toEqual([name]);
    }
  });

  it('runs nothing that a name or a word says', async () => {
    expect(await engine.tables()).toEqual([wide, byFeature, byAnswer, anonymous, otherQuestions].map(({ name }) => name).sort());
  });
});
