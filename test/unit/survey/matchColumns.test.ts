import { describe, expect, it } from 'vitest';
import { type ColumnMeaning, matchColumns } from '../../../src/survey/answers/matchColumns.ts';
import { noSurveyMap, type SurveyMap } from '../../../src/survey/answers/surveyMap.ts';
import { headerRows, surveyColumns } from '../../../src/survey/answers/surveyTable.ts';

const features = [
  {
    id: 'fast-search',
    title: 'Search answers at once',
    question: {
      functional: 'If the search answers at once, how do you feel?',
      dysfunctional: 'If the search takes a while, how do you feel?',
    },
  },
  { id: 'voice-search', title: 'Voice search' },
  { id: '语音', title: '离线地图' },
];

function meanings(header: readonly string[] | readonly (readonly string[])[], map: Partial<SurveyMap> = {}, personaColumn?: string) {
  const rows = (Array.isArray(header[0]) ? header : [header]) as readonly (readonly string[])[];
  const columns = surveyColumns({ path: 'a.csv', rows: [...rows, rows[0]?.map(() => '1') ?? []] });
  const match = matchColumns(columns, features, { map: { ...noSurveyMap, ...map }, personaColumn });
  return { found: match.meanings.map(shown), lost: match.lost };
}

function shown(meaning: ColumnMeaning): string {
  if (meaning.kind === 'question') return `${meaning.question.feature} ${meaning.question.kind}`;
  return meaning.kind === 'ambiguous'
    ? `? ${meaning.questions.map(({ feature, kind }) => `${feature} ${kind}`).join(' | ')}`
    : meaning.kind;
}

describe('columns', () => {
  it.each([
    ['fast-search_functional', 'fast-search functional'],
    ['fast-search_dysfunctional', 'fast-search dysfunctional'],
    ['fast-search_importance', 'fast-search importance'],
    ['Fast Search (functional)', 'fast-search functional'],
    ['functional: fast_search', 'fast-search functional'],
    ['fastsearch[dysfunctional]', 'fast-search dysfunctional'],
    ['Search answers at once - Dysfunctional', 'fast-search dysfunctional'],
    ['Search answers at once [positive]', 'fast-search functional'],
    ['If the search answers at once, how do you feel?', 'fast-search functional'],
    ['3. If the search takes a while, how do you feel ? *', 'fast-search dysfunctional'],
    ['Q12: If the search takes a while, how do you feel?', 'fast-search dysfunctional'],
    ['<p>If the search&nbsp;answers at once, how do you feel?</p>', 'fast-search functional'],
    ['g1q3. If the search answers at once, how do you feel?', 'fast-search functional'],
    ['Please answer [If the search takes a while, how do you feel?]', 'fast-search dysfunctional'],
    ['How do you feel if the product does not have this: “Voice search”?', 'voice-search dysfunctional'],
    ['Q3. 如果产品具备“离线地图”，您感觉如何？', '语音 functional'],
    ['离线地图（反向）', '语音 dysfunctional'],
    ['If the search answers at once, how do you feel? [Scale 1]', 'fast-search functional'],
    ['If the search takes a while, how do you feel? - Selected Choice', 'fast-search dysfunctional'],
    ['Q7 If the search takes a while, how do you feel', 'fast-search dysfunctional'],
    ['If the search answers at once, how do you feel about the price?', 'unknown'],
    ['If the search answers at once, how do you feel, and how often?', 'unknown'],
    ['How do you feel if the product has this: “Voice search: in shops”?', 'unknown'],
    ['How do you feel if the product has this: “Voice search (in shops)”?', 'unknown'],
    ['In a shop, and if the search takes a while, how do you feel?', 'unknown'],
    ['respondent', 'respondent'],
    ['Response ID', 'respondent'],
    ['fast-search', 'unknown'],
    ['functional', 'unknown'],
    ['Timestamp', 'unknown'],
    ['slow-fast-search_functional', 'unknown'],
    ['', 'unknown'],
    ['__proto___functional', 'unknown'],
  ])('%j', (header, expected) => {
    expect(meanings([header, 'x']).found[0]).toBe(expected);
  });

  it('of the same question are ambiguous', () => {
    expect(meanings(['fast-search_functional', 'Fast search functional', 'voice-search_functional']).found).toEqual([
      '? fast-search functional',
      '? fast-search functional',
      'voice-search functional',
    ]);
  });

  it('of ids that differ only in punctuation are recognised by the exact id', () => {
    const alike = [
      { id: 'a-b', title: 'X' },
      { id: 'ab', title: 'Y' },
    ];
    const match = (texts: readonly string[]) =>
      matchColumns(
        texts.map((text, index) => ({ index, texts: [text] })),
        alike,
        { map: noSurveyMap },
      ).meanings.map(shown);
    expect(match(['a-b_functional', 'ab_functional'])).toEqual(['a-b functional', 'ab functional']);
    expect(match(['A B functional'])).toEqual(['? a-b functional | ab functional']);
  });

  it('with other numbers belong to other features', () => {
    const match = (header: string) =>
      matchColumns([{ index: 0, texts: [header] }], [{ id: 'f11' }, { id: 'f2' }], { map: noSurveyMap }).meanings.map(shown);
    expect(match('F1.1 (functional)')).toEqual(['unknown']);
    expect(match('F11 (functional)')).toEqual(['f11 functional']);
    // A feature without a title is asked about by its id.
    expect(match('How do you feel if the product has this: “f2”?')).toEqual(['f2 functional']);
  });

  it('have one header row where somebody answered “Response”', () => {
    const header = ['Timestamp', 'If the search answers at once, how do you feel?', 'Comment'];
    expect(headerRows({ path: 'a.csv', rows: [header, ['2026-10-01', '1', 'Response']] })).toBe(1);
    expect(headerRows({ path: 'a.csv', rows: [header, ['', 'Response', 'Open-Ended Response']] })).toBe(2);
  });

  it('follow the survey map first', () => {
    const map = {
      names: new Map([['voice-search', 'F2']]),
      columns: new Map([['fast-search', { functional: 'Q1', dysfunctional: '#2' }]]),
      leaveOut: ['Comment'],
      respondents: { column: 'Who', leaveOut: new Map() },
    };
    expect(
      meanings(
        ['Q1', 'Q2', 'F2_functional', 'F2_dysfunctional', 'Comment', 'Who', 'Id', 'Segment', 'fast-search_functional'],
        map,
        'segment',
      ),
    ).toEqual({
      found: [
        'fast-search functional',
        'fast-search dysfunctional',
        'voice-search functional',
        'voice-search dysfunctional',
        'left-out',
        'respondent',
        'unknown',
        'persona',
        'unknown',
      ],
      lost: [],
    });
    expect(meanings(['Q9', 'a', 'a'], { leaveOut: ['Q1', 'a', '#7'] }).lost).toEqual([
      { name: 'Q1', found: 0 },
      { name: 'a', found: 2 },
      { name: '#7', found: 0 },
    ]);
  });

  it('have headers of several rows in exports of Qualtrics and SurveyMonkey', () => {
    const qualtrics = [
      ['ResponseId', 'Q1', 'Q2'],
      ['Response ID', 'If the search answers at once, how do you feel?', 'If the search takes a while, how do you feel?'],
      ['{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
    ];
    expect(meanings(qualtrics).found).toEqual(['respondent', 'fast-search functional', 'fast-search dysfunctional']);
    const surveyMonkey = [
      ['Respondent ID', 'If the search answers at once, how do you feel?', 'If the search takes a while, how do you feel?'],
      ['', 'Response', 'Response'],
    ];
    expect(meanings(surveyMonkey).found).toEqual(['respondent', 'fast-search functional', 'fast-search dysfunctional']);
  });
});
