import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importHelp } from '../../../src/cli/terminal/helpTexts.ts';
import { mapProblems } from '../../../src/survey/answers/mapProblems.ts';
import { noSurveyMap, readSurveyMap } from '../../../src/survey/answers/surveyMap.ts';

const subjects = {
  features: ['fast-search', 'voice-search'],
  personas: ['member'],
  tables: [
    {
      path: 'a.csv',
      rows: [
        ['Q1', 'Q2', 'Segment', 'Status', 'Q2'],
        ['1', '5', 'x', '', ''],
      ],
    },
  ],
};

const problemsOf = (text: string) =>
  mapProblems(readSurveyMap('map.yaml', text), subjects).map(
    ({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`,
  );

describe('a survey map', () => {
  it('is read as it is written', () => {
    const text = `names: { fast-search: F1 }
columns:
  voice-search: { functional: Q1, dysfunctional: "#2" }
stems: { functional: With it?, dysfunctional: [Without?, Not?] }
answers:
  like: [5, 1.0, yes, 真]
  leaveOut: ["?"]
personas: { column: Segment, values: { 1: member, "": member }, leaveOut: [No] }
respondents: { column: "#4", duplicates: last, leaveOut: { Status: [Test, 0] } }
importance: { from: 0, to: 10 }
where: { Wave: 2, Country: [DE, "1.0"] }
drop: [speeding]
leaveOut: [Segment]
table: { name: a.b, question: Q, answer: "5" }
x-note: ours
`;
    const { map, problems } = readSurveyMap('map.yaml', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(problems).toEqual([]);
    expect(map).toEqual({
      names: new Map([['fast-search', 'F1']]),
      columns: new Map([['voice-search', { functional: 'Q1', dysfunctional: '#2' }]]),
      stems: { functional: ['With it?'], dysfunctional: ['Without?', 'Not?'], importance: [] },
      answers: { like: ['5', '1.0', 'yes', '真'], 'must-be': [], neutral: [], 'live-with': [], dislike: [], leaveOut: ['?'] },
      personas: {
        column: 'Segment',
        values: new Map([
          ['1', 'member'],
          ['', 'member'],
        ]),
        leaveOut: ['No'],
      },
      respondents: { column: '#4', duplicates: 'last', leaveOut: new Map([['Status', ['Test', '0']]]) },
      importance: { from: 0, to: 10 },
      where: new Map([
        ['Wave', ['2']],
        ['Country', ['DE', '1.0']],
      ]),
      drop: ['speeding'],
      leaveOut: ['Segment'],
      table: { name: 'a.b', question: 'Q', answer: '5' },
    });
  });

  it('may be JSON, and may be empty', () => {
    expect(readSurveyMap('map.json', '{ "leaveOut": ["Q1"], "answers": { "like": [5] } }').map).toMatchObject({
      leaveOut: ['Q1'],
      answers: { like: ['5'] },
    });
    for (const text of ['', '# nothing yet\n', '{}'])
      expect(readSurveyMap('map.yaml', text)).toMatchObject({ problems: [], map: { ...noSurveyMap, answers: {} } });
  });

  it('is explained by valid examples', () => {
    const page = readFileSync(new URL('../../../docs/surveys.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const help = importHelp.slice(importHelp.indexOf('  names:'), importHelp.indexOf('  leaveOut: [T')).replace(/^ {2}/gm, '');
    for (const text of [example, help]) {
      expect(text.match(/^[a-z]+(?=:)/gim)).toEqual(expect.arrayContaining(['names', 'columns', 'answers', 'personas', 'respondents']));
      const { problems, map } = readSurveyMap('map.yaml', text);
      expect(problems).toEqual([]);
      expect(map.columns.get('voice-search')).toMatchObject({ functional: 'Q7', dysfunctional: '#8' });
      expect(map.answers.like).toEqual(['5', 'Love it']);
    }
  });

  it.each([
    ['column: {}\n', ['1:1 “column” is not a key here. Did you mean “columns”? Keys of your own start with “x-”.']],
    [
      'columns:\n  fast-search: { functional: 5 }\n',
      ['2:30 “functional” takes text, and YAML reads 5 as a number. Put it in quotes: "5".'],
    ],
    [
      'columns:\n  fast-search: { funktional: Q1 }\n',
      ['2:18 “funktional” is not a key here. Did you mean “functional”? Keys of your own start with “x-”.'],
    ],
    ['answers:\n  like: 5\n', ['2:9 “like” takes a list, and this is a number.']],
    ['answers:\n  like: [[5]]\n', ['2:10 “like” takes text, and this is a list.']],
    ['respondents: { duplicates: both }\n', ['1:28 “both” is not a value of “duplicates”. It can be “first”, “last” or “all”.']],
    ['- a\n', ['1:3 A survey map needs keys, such as “columns” and “answers”. This is something else.']],
    ['names: { fast-search: F1\n', [expect.stringMatching(/^1:8 /)]],
    ['names:\n  fast-serch: F1\n', ['2:3 No feature of the file has the id “fast-serch”. Did you mean “fast-search”?']],
    ['personas: { values: { x: mebmer } }\n', ['1:26 No persona of the product has the id “mebmer”. Did you mean “member”?']],
    ['answers:\n  like: [yes]\n  dislike: [no, yes]\n', ['3:17 “yes” is listed under both “like” and “dislike”. Keep one.']],
    ['leaveOut: [Segmet]\n', ['1:12 No column of a.csv is called “Segmet”. Did you mean “Segment”?']],
    [
      'columns:\n  voice-search:\n    functional: Q2\n',
      ['3:17 2 columns of a.csv are called “Q2”. Name one by its position: “#5” is the fifth.'],
    ],
    ['respondents:\n  leaveOut:\n    Statsu: [x]\n', ['3:5 No column of a.csv is called “Statsu”. Did you mean “Status”?']],
    [
      'columns:\n  fast-search: { functional: Q1, dysfunctional: Segment }\nleaveOut: ["#1"]\n',
      ['3:12 This map already gives column “#1” another meaning. Keep one.'],
    ],
    ['columns: { voice-search: { functional: "#9" } }\n', ['1:40 No column of a.csv is called “#9”.']],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('may name columns that only some of several files have', () => {
    const tables = [...subjects.tables, { path: 'b.csv', rows: [['Q7'], ['1']] }];
    const problems = (text: string) => mapProblems(readSurveyMap('map.yaml', text), { ...subjects, tables }).map(({ message }) => message);
    expect(problems('columns: { fast-search: { functional: Q1, dysfunctional: Q7 } }')).toEqual([]);
    expect(problems('leaveOut: [Q8]')).toEqual([expect.stringContaining('No column of a.csv is called “Q8”.')]);
    expect(problems('respondents: { leaveOut: { Status: [Test] } }')).toEqual([]);
  });

  it('takes rows by a column that all files have', () => {
    const tables = [...subjects.tables, { path: 'b.csv', rows: [['Q7'], ['1']] }];
    const problems = (paths: typeof tables) =>
      mapProblems(readSurveyMap('map.yaml', 'where: { Status: done }'), { ...subjects, tables: paths }).map(({ message }) => message);
    expect(problems(tables.slice(0, 1))).toEqual([]);
    expect(problems(tables)).toEqual([
      '“where” takes rows by “Status”, which is no column of b.csv. Import files without it by themselves.',
    ]);
  });
});
