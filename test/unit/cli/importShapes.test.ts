import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import papaparse from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { answerSets } from '../../../src/survey/answers/wordings/answerSets.ts';
import { languageRecords } from '../../../src/terms/language.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';
import { encoded } from '../survey/tables/encoded.ts';
import { kano, temporaryFolder } from './command.ts';
import { expectedAnswers, mapText, productText, shapes, type Words } from './inventedSurvey.ts';

vi.setConfig({ testTimeout: 60_000 });
const temporary = temporaryFolder();

/** Imports a file into a new product, and gives the answers of each feature. */
async function imported(name: string, content: Uint8Array | string, parameters: readonly string[] = []) {
  const folder = temporary();
  writeFileSync(join(folder, 'p.kano.yaml'), productText);
  writeFileSync(join(folder, 'm.yaml'), mapText);
  writeFileSync(join(folder, name), content);
  const { code, errors } = await kano(folder, ['import', name, '--into', 'p.kano.yaml', '--survey', 's1', ...parameters]);
  const answers = Object.fromEntries(
    readModel('p', readFileSync(join(folder, 'p.kano.yaml'), 'utf8'))
      .list('features')
      .map(({ value: { id = '', tallies } }) => [id, tallies?.[0]?.answers]),
  );
  return { code, errors, answers };
}

const wordsOf = (tag: string): Words => {
  const record = languageRecords.find((each) => each.tag === tag);
  const words = answerKeys.map((key) => record?.answers[key].text ?? '');
  return [words, words];
};
const csv = (rows: readonly (readonly string[])[], delimiter = ',', newline = '\n') =>
  papaparse.unparse(rows as string[][], { delimiter, newline });

describe('the same 300 answers', () => {
  it.each(Object.entries(shapes))('give the same tallies in every format: %s', async (name, shape) => {
    const parameters = name.startsWith('a matrix') ? ['--map', 'm.yaml'] : [];
    const rows = shape(wordsOf('en'));
    const files: Readonly<Record<string, Uint8Array | string>> = {
      'comma.csv': csv(rows),
      'semicolon.csv': csv(rows, ';', '\r\n'),
      'tab.csv': csv(rows, '\t', '\r'),
      'wide.csv': Buffer.from(csv(rows), 'utf16le'),
      'book.xlsx': await writeXlsx({ sheets: [{ name: 'Answers', rows: rows as string[][] }] }),
      'book.ods': await writeOds({ sheets: [{ name: 'Answers', rows: rows as string[][] }] }),
    };
    for (const [file, content] of Object.entries(files)) {
      const { code, answers } = await imported(file, content, parameters);
      expect([file, code, answers]).toEqual([file, 0, expectedAnswers]);
    }
  });

  it('give the same tallies in the encoding of Chinese tools', async () => {
    const rows = shapes['with titles']?.(wordsOf('zh-cn')) ?? [];
    const { code, errors, answers } = await imported('a.csv', encoded(csv(rows), 'gb18030'));
    expect([code, answers]).toEqual([0, expectedAnswers]);
    expect(errors).toContain('kano: a.csv is read as GB18030, in which its words are known. --encoding names another.\n');
    const named = await imported('a.csv', encoded(csv(rows), 'gb18030'), ['--encoding', 'GBK']);
    expect([named.answers, named.errors.includes('is read as')]).toEqual([expectedAnswers, false]);
  });

  it.each(answerSets.map(({ source, words }, index) => [`${index + 1}: ${source}`, words.map(([first = '']) => first)] as const))(
    'give the same tallies in every wording: %s',
    async (_, words) => {
      const { code, answers } = await imported('a.csv', csv(shapes['with titles']?.([words, words]) ?? []));
      expect([code, answers]).toEqual([0, expectedAnswers]);
    },
  );

  it.each([
    ['big5', '喜歡'],
    ['shift_jis', '気に入る'],
    ['euc-kr', '마음에 든다'],
    ['windows-1251', 'Мне нравится'],
    ['windows-1250', 'Tetszik'],
    ['windows-1252', "J'aime ça"],
  ])('give the same tallies in %s', async (encoding, like) => {
    const words = answerSets.find((set) => set.words[0].includes(like))?.words.map(([first = '']) => first) ?? [];
    const { code, answers, errors } = await imported('a.csv', encoded(csv(shapes['with titles']?.([words, words]) ?? []), encoding));
    expect([code, answers, errors.includes('is read as')]).toEqual([0, expectedAnswers, true]);
  });

  it('do not depend on the encoding of names of people', async () => {
    const [header = [], ...rows] = shapes['with titles']?.(wordsOf('en')) ?? [];
    const text = csv([[...header, 'Name'], ...rows.map((row) => [...row, 'José'])]);
    for (const encoding of ['windows-1252', 'macintosh']) {
      const { code, answers, errors } = await imported('a.csv', encoded(text, encoding));
      expect([code, answers]).toEqual([0, expectedAnswers]);
      expect(errors).toContain('a.csv is not UTF-8. It is read as Windows-1252, on which no answer, title or name depends.');
    }
  });

  it('are found on their sheet', async () => {
    const rows = (shapes['with titles']?.(wordsOf('en')) ?? []) as string[][];
    const notes = [
      ['Field', 'Note'],
      ['Respondent', 'a number'],
    ];
    const content = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: notes },
        { name: 'Raw', rows },
        { name: 'Copy', rows },
      ],
    });
    const unclear = await imported('a.xlsx', content);
    expect([unclear.code, unclear.errors]).toEqual([
      2,
      'kano: a.xlsx has several sheets, and it is unclear which has the answers: “Notes”, “Raw” and “Copy”. Name it with --sheet.\n',
    ]);
    const named = await imported('a.xlsx', content, ['--sheet', 'Raw']);
    expect([named.code, named.answers]).toEqual([0, expectedAnswers]);
    const only = await imported(
      'a.xlsx',
      await writeXlsx({
        sheets: [
          { name: 'Notes', rows: notes },
          { name: 'Raw', rows },
        ],
      }),
    );
    expect([only.code, only.answers]).toEqual([0, expectedAnswers]);
    expect(only.errors).toContain('kano: a.xlsx: the answers are taken from the sheet “Raw”. --sheet names another.\n');
  });

  it('count the rows above the header where a row is named', async () => {
    const rows = [['Autumn'], [], ['Voice search functional', 'Voice search dysfunctional'], ['I like it', 'Perhaps']];
    expect((await imported('a.csv', csv(rows))).errors).toContain('Row 4 of a.csv, “Voice search dysfunctional”: “Perhaps” is not one of');
  });
});
