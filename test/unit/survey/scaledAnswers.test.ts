import fc from 'fast-check';
import { expect, it } from 'vitest';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { importAnswers } from '../../../src/survey/answers/importAnswers.ts';
import { readSurveyMap } from '../../../src/survey/answers/surveyMap.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';

// Surveys that nobody took, exported on every scale that people use.

const product = singleFileProduct(
  readModel(
    'p.kano.yaml',
    `kano: 1
product: Invented
surveys: [{ id: s1, date: 2026-09-15 }]
features:
  - { id: pay, title: Fast payment }
  - { id: look, title: Dark look }
`,
  ),
);
const ids = ['pay', 'look'];
const words = ['I like it', 'I expect it', 'I am neutral', 'I can live with it', 'I dislike it'];

/** What a number, or a word, is written for each answer: from 0 (like) to 4 (dislike). Scales of other lengths are another instrument. */
const scale = fc.constantFrom(
  { name: 'words', points: 5, write: (answer: number) => words[answer] ?? '' },
  { name: 'words with numbers', points: 5, write: (answer: number) => `${5 - answer} - ${words[answer]}` },
  ...[1, 0, -2].flatMap((first) =>
    [1, -1].flatMap((step) => {
      const number = (answer: number) => (step > 0 ? first + answer : first + 4 - answer);
      return [
        { name: `numbers from ${first}`, points: 5, write: (answer: number) => String(number(answer)) },
        {
          name: `labelled ends from ${first}`,
          points: 5,
          write: (answer: number) => (answer % 4 === 0 ? `${number(answer)} = ${words[answer]}` : String(number(answer))),
        },
        {
          name: `labelled headers from ${first}`,
          points: 5,
          note: `(${number(0)} = I like it, ${number(4)} = I dislike it)`,
          write: (answer: number) => String(number(answer)),
        },
      ];
    }),
  ),
  { name: 'codes', points: 5, write: (answer: number) => `A${answer + 1}` },
  { name: '1 to 3', points: 3, write: (answer: number) => String(answer + 1) },
  { name: '0 to 2', points: 3, write: (answer: number) => String(answer) },
  { name: '1 to 7', points: 7, write: (answer: number) => String(answer + 1) },
  { name: '0 to 6', points: 7, write: (answer: number) => String(answer) },
  { name: '0 to 10', points: 11, write: (answer: number) => String(answer) },
  { name: 'seven codes', points: 7, write: (answer: number) => `A${answer + 1}` },
) as fc.Arbitrary<{ name: string; points: number; note?: string; write: (answer: number) => string }>;

const importance = fc.constantFrom(
  ...[undefined, undefined, undefined],
  { from: 1, to: 9, isOurs: true },
  ...[
    [1, 5],
    [1, 7],
    [1, 9],
    [1, 10],
    [0, 10],
    [0, 4],
    [0, 100],
    [1, 3],
    [5, 1],
    [9, 1],
  ].map(([from = 1, to = 9]) => ({ from, to, isOurs: false })),
);

const survey = fc.record({
  scale,
  importance,
  /** Each between 0 and 1: what people chose on the scale of answers, and of importance. */
  respondents: fc.array(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 14,
  }),
  /** The part of the scales that people used. */
  used: fc.tuple(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0.5, max: 1, noNaN: true })),
  map: fc.constantFrom('none', 'none', 'right', 'answers turned round'),
  sum: fc.constantFrom('none', 'none', 'Total', 'Durchschnitt', '平均值'),
  isLabelled: fc.boolean(),
});

it('answers on any scale end in the right tally, or are refused or asked about, or the import says what it assumed', () => {
  const outcomes = { imported: 0, refused: 0 };
  fc.assert(
    fc.property(survey, ({ scale, importance, respondents, used: [low, high], map, sum, isLabelled }) => {
      const at = (share: number, points: number) => Math.min(points - 1, Math.floor((low + share * (high - low)) * points));
      const range = importance ? Math.abs(importance.to - importance.from) : 0;
      const ratingOf = (share: number) => Math.min(importance?.from ?? 0, importance?.to ?? 0) + at(share, range + 1);
      const answersOf = (row: readonly number[], feature: number) =>
        [0, 1].map((question) => at(row[feature * 2 + question] ?? 0, scale.points));
      const note = scale.note === undefined ? '' : ` ${scale.note}`;
      const titles = ['Fast payment', 'Dark look'];
      const columns = titles.flatMap((title, feature) => [
        `How do you feel if the product has this: “${title}”?${note}`,
        `How do you feel if the product does not have this: “${title}”?${note}`,
        ...(importance ? [importance.isOurs ? `${ids[feature]}_importance` : `${title} importance`] : []),
      ]);
      const rating = (share: number) => {
        const value = ratingOf(share);
        return isLabelled && value === importance?.to && !importance.isOurs ? `${value} - most important` : String(value);
      };
      const rows = respondents.map((row, index) => [
        `r${index}`,
        ...ids.flatMap((_, feature) => [
          ...answersOf(row, feature).map(scale.write),
          ...(importance ? [rating(row[4 + feature] ?? 0)] : []),
        ]),
      ]);
      const last = sum === 'none' ? [] : [[sum, ...columns.map((_, index) => String(1 + (index % 5)))]];
      const codes = answerKeys.map((key, answer) => `${key}: [${JSON.stringify(scale.write(map === 'right' ? answer : 4 - answer))}]`);
      const mapText =
        map === 'none' || scale.points !== 5
          ? ''
          : `answers: { ${codes.join(', ')} }\n${importance && map === 'right' ? `importance: { from: ${importance.from}, to: ${importance.to} }\n` : ''}`;
      const done = importAnswers({
        ...{ product, path: 'p.kano.yaml', survey: 's1', mapFile: readSurveyMap('m.yaml', mapText) },
        tables: [{ path: 'a.csv', rows: [['Name', ...columns], ...rows, ...last] }],
      });
      const isRefused = done.doubts.length + done.mapProblems.length + done.unreadable.length + done.refusals.length > 0;
      outcomes[isRefused ? 'refused' : 'imported']++;
      // Words of the map come before everything else: who turns them round means it.
      const isMeant = map === 'answers turned round' && scale.note === undefined;
      if (isRefused || isMeant) return;
      const context = `${scale.name}, map ${map}, importance ${JSON.stringify(importance)}`;
      expect([context, scale.points]).toEqual([context, 5]);
      for (const [feature, id] of ids.entries()) {
        const expected = respondents.map((row) => answersOf(row, feature).join('')).sort();
        const [group] = done.reading?.tallies.find((tally) => tally.feature === id)?.groups ?? [];
        const counted = (group?.answers ?? []).flatMap((cells, yes) => cells.flatMap((n, no) => Array<string>(n).fill(`${yes}${no}`)));
        expect([context, counted.sort()]).toEqual([context, expected]);
        if (!importance) continue;
        const stored = respondents.map(
          (row) => 1 + (8 * (ratingOf(row[4 + feature] ?? 0) - importance.from)) / (importance.to - importance.from),
        );
        const mean = stored.reduce((total, each) => total + each, 0) / stored.length;
        const isRight = Math.abs((group?.importance ?? Number.NaN) - mean) < 0.006;
        if (!isRight)
          expect([context, done.remarks.some((remark) => remark.includes('nothing states the scale'))]).toEqual([context, true]);
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
  );
  const all = outcomes.imported + outcomes.refused;
  expect([outcomes.imported > all / 5, outcomes.refused > all / 5]).toEqual([true, true]);
});
