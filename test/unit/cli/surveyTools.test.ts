import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/cli/commands/readTable.ts';
import { readSurvey } from '../../../src/survey/answers/readSurvey.ts';
import { noSurveyMap, type SurveyMap } from '../../../src/survey/answers/surveyMap.ts';

const folder = fileURLToPath(new URL('../../fixtures/surveys/', import.meta.url));
const features = [
  {
    id: 'fast-search',
    title: 'Fast search',
    question: {
      functional: 'If the search answers at once, how do you feel?',
      dysfunctional: 'If the search takes a few seconds, how do you feel?',
    },
  },
  { id: 'voice-search', title: 'Voice search' },
];
const previews: SurveyMap = { ...noSurveyMap, respondents: { leaveOut: new Map([['Status', ['Survey Preview']]]) } };
const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));

describe('the export of', () => {
  it.each(files)('%s needs no map for its columns and answers', async (name) => {
    const table = await readTable(name, join(folder, name), Readable.from([]));
    const { tallies, notes, answers, rows } = readSurvey([table], {
      features,
      personas: [],
      map: name === 'qualtrics.csv' ? previews : noSurveyMap,
    });
    expect(tallies).toEqual([
      {
        feature: 'fast-search',
        halves: 0,
        unanswered: 0,
        groups: [
          {
            persona: undefined,
            n: 4,
            answers: [
              [0, 0, 0, 0, 2],
              [0, 0, 0, 1, 1],
              [0, 0, 0, 0, 0],
              [0, 0, 0, 0, 0],
              [0, 0, 0, 0, 0],
            ],
          },
        ],
      },
      {
        feature: 'voice-search',
        halves: 1,
        unanswered: 0,
        groups: [
          {
            persona: undefined,
            n: 3,
            answers: [
              [0, 0, 1, 0, 0],
              [0, 0, 0, 0, 0],
              [0, 0, 1, 0, 0],
              [0, 0, 0, 0, 0],
              [1, 0, 0, 0, 0],
            ],
          },
        ],
      },
    ]);
    expect(answers.filter(({ answer }) => answer === undefined)).toEqual([]);
    expect(notes).toMatchObject({ answersLeftOut: [], ambiguous: [], incomplete: [], notAsked: [] });
    expect(rows).toMatchObject({ empty: 0, unanswered: 0, duplicates: [], leftOut: name === 'qualtrics.csv' ? 1 : 0 });
  });

  it('Qualtrics marks test rows', async () => {
    const table = await readTable('qualtrics.csv', join(folder, 'qualtrics.csv'), Readable.from([]));
    const { tests, tallies } = readSurvey([table], { features, personas: [], map: noSurveyMap });
    expect(tests).toEqual([{ column: 'Status', value: 'Survey Preview', count: 1 }]);
    expect(tallies[0]?.groups[0]?.n).toBe(5);
    expect(readSurvey([table], { features, personas: [], map: previews }).tests).toEqual([]);
  });

  it('six tools are covered', () => {
    expect(files).toHaveLength(6);
  });
});
