import fc from 'fast-check';
import papaparse from 'papaparse';
import { expect, it } from 'vitest';
import { finish } from '../../../src/base/steps.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { doubts } from '../../../src/survey/answers/importDoubts.ts';
import { leftOut } from '../../../src/survey/answers/importRemarks.ts';
import { knownTexts } from '../../../src/survey/answers/knownTexts.ts';
import { undirectedNumbers } from '../../../src/survey/answers/numericScale.ts';
import { readSurvey, readSurveyInSteps } from '../../../src/survey/answers/readSurvey.ts';
import { noSurveyMap, type OwnAnswerWords } from '../../../src/survey/answers/surveyMap.ts';
import { answerSets } from '../../../src/survey/answers/wordings/answerSets.ts';
import { readTable } from '../../../src/survey/tables/readTable.ts';
import { features, productText } from '../cli/inventedSurvey.ts';

const values = readModel('p', productText)
  .list('features')
  .map(({ value }) => value);
const settings = { table: 'standard', rule: 'mode', lead: 0.06, order: 'kano' } as const;
const alone = answerSets.filter(({ onlyTogether }) => !onlyTogether).map(({ words }) => words);

/** A respondent's answers to a feature: two words, and what they mean; -1 is no answer. */
const answer = fc.integer({ min: -1, max: 4 });
const respondent = fc.array(fc.tuple(answer, answer), { minLength: features.length, maxLength: features.length });
const damage = fc.constantFrom(
  'none',
  'none',
  'none',
  'unknown word',
  'number',
  'lost column',
  'twice the column',
  'another column of the name',
  'row twice',
  'row twice under unknown ids',
  'header once more',
  'header of other columns',
  'total row',
  'more cells',
  'quotation mark',
  'other header',
);

const survey = fc.record({
  respondents: fc.array(respondent, { minLength: 1, maxLength: 12 }),
  words: fc.constantFrom(...alone),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8, maxLength: 8 }),
  titles: fc.constantFrom([], [['Autumn']], [['Autumn panel', ''], []]),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r') as fc.Arbitrary<'\n' | '\r\n' | '\r'>,
  isWide: fc.boolean(),
  damage,
  at: fc.nat(),
});

it('a table ends in the right tally, or is refused and says why, whatever is done to it', async () => {
  await fc.assert(
    fc.asyncProperty(survey, async ({ respondents, words, order, titles, delimiter, newline, isWide, damage, at }) => {
      const word = (meaning: number) => (meaning < 0 ? '' : (words[meaning]?.[0] ?? ''));
      const names = features.flatMap(({ title }) => [`${title} [functional]`, `${title} [dysfunctional]`]);
      const table = [
        ['Respondent', ...names, 'Comment'],
        ...respondents.map((pairs, index) => [
          `r${index}`,
          ...pairs.flatMap(([yes, no]) => [word(yes), word(no)]),
          index % 2 ? 'a "quoted", text' : '',
        ]),
      ].map((row) => order.map((column) => row[column] ?? ''));
      const header = table[0] ?? [];
      const questions = header.flatMap((text, index) => (names.includes(text) ? [index] : []));
      const column = questions[at % questions.length] ?? 0;
      const row = table[1 + (at % respondents.length)] ?? [];
      if (damage === 'unknown word') row[column] = 'Splendid';
      if (damage === 'number') row[column] = '3';
      if (damage === 'lost column') for (const each of table) each.splice(column, 1);
      if (damage === 'twice the column') for (const each of table) each.push(each[column] ?? '');
      if (damage === 'other header') header[column] = `Not ${header[column]}`;
      if (damage === 'another column of the name') {
        // Of two columns of which one is empty, the other counts.
        if (table.slice(1).every((each) => each[column] === '')) return;
        for (const [index, each] of table.entries()) each.push(index === 0 ? (header[column] ?? '') : word((index + at) % 5));
      }
      if (damage === 'row twice' || damage === 'row twice under unknown ids') table.push([...row]);
      if (damage === 'row twice under unknown ids') header[header.indexOf('Respondent')] = 'Panel code';
      const inner = damage === 'header once more' ? header : damage === 'header of other columns' ? header.toReversed() : undefined;
      if (inner) table.splice(1 + (at % respondents.length), 0, [...inner]);
      if (damage === 'total row') table.push(header.map((text) => (text === 'Respondent' ? 'Total' : String(respondents.length + 5))));
      if (damage === 'more cells') row.push('x', 'y');
      const written = papaparse.unparse([...titles, ...table], { delimiter, newline });
      const text = damage === 'quotation mark' ? `${written}${newline}"` : written;
      const bytes = new Uint8Array(Buffer.from(text, isWide ? 'utf16le' : 'utf8'));
      const known = knownTexts(values, [], noSurveyMap);
      const found = await readTable(bytes, { path: 't.csv', isKnown: known });
      if ('refused' in found) {
        // Few rows, one of them longer than the others, can look like another delimiter, with quotation marks at other places.
        expect(['quotation mark', 'more cells']).toContain(damage);
        expect(found.refused).toContain('misplaced quotation mark');
        return;
      }
      const context = { features: values, personas: [], map: noSurveyMap };
      const tables = [{ path: 't.csv', ...found }];
      const reading = readSurvey(tables, context);
      const read = (answers: OwnAnswerWords) => readSurveyInSteps(tables, { ...context, map: { ...noSurveyMap, answers } });
      const numbers = finish(undirectedNumbers(reading, {}, read, settings));
      const broken = [...reading.rows.tooLong.map(() => 'too long'), ...reading.rows.otherHeaders.map(() => 'another header')];
      const refusals = [...doubts(reading, [], numbers), ...broken];
      if (refusals.length > 0) {
        expect([
          'unknown word',
          'number',
          'more cells',
          'row twice',
          'row twice under unknown ids',
          'header of other columns',
          'total row',
        ]).toContain(damage);
        return;
      }
      // Nothing shows that the ids of so few respondents are some.
      const answered = respondents.filter((pairs) => pairs.flat().some((each) => each >= 0));
      if (damage === 'row twice under unknown ids' && answered.length < 4) return;
      // Few rows, one of them longer than the others, can look like another delimiter: then no column is about a feature, which is refused too.
      const isUnrelated = reading.tables.every(({ meanings }) => meanings.every(({ kind }) => kind !== 'question'));
      if (damage === 'more cells' && isUnrelated) return;
      // A column that is gone, twice or unclear takes its feature with it, and the command says so.
      const isGone = ['lost column', 'twice the column', 'another column of the name', 'other header'].includes(damage);
      const gone = isGone ? Math.floor(((order[column] ?? 0) - 1) / 2) : undefined;
      for (const [index, { id }] of features.entries()) {
        const expected = respondents.flatMap((pairs) => {
          const [yes, no] = pairs[index] ?? [-1, -1];
          return yes < 0 || no < 0 ? [] : [`${yes}${no}`];
        });
        const groups = reading.tallies.find(({ feature }) => feature === id)?.groups ?? [];
        const counted = groups.flatMap(({ answers }) =>
          answers.flatMap((cells, yes) => cells.flatMap((n, no) => Array<string>(n).fill(`${yes}${no}`))),
        );
        expect([damage, id, counted.sort()]).toEqual([damage, id, index === gone ? [] : expected.sort()]);
      }
      if (gone !== undefined && respondents.some((pairs) => pairs.flat().some((each) => each >= 0)))
        expect([damage, leftOut(reading, 'p').length > 0 || reading.notes.notAsked.length > 0]).toEqual([damage, true]);
    }),
    { numRuns: 300 },
  );
});
