import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedbackMap, noFeedbackMap, readFeedbackMap } from '../../../src/survey/feedback/feedbackMap.ts';
import { featureFinder, labelReader } from '../../../src/survey/feedback/labelReader.ts';
import { readFeedback } from '../../../src/survey/feedback/readFeedback.ts';
import { joinedWay, wayReaders } from '../../../src/survey/feedback/readWays.ts';
import { searchableText, wordFinder } from '../../../src/survey/feedback/searchWords.ts';
import { dateOrderOf, dateReader } from '../../../src/terms/readDates.ts';

const features = [
  { id: 'delivery-time', title: 'Delivery within two days' },
  { id: 'fast-search', title: 'Fast search' },
];
const mapOf = (text: string): FeedbackMap => {
  const { map, problems } = readFeedbackMap('map.yaml', text);
  expect(problems).toEqual([]);
  return map;
};
const reading = (rows: readonly (readonly string[])[], map = noFeedbackMap) =>
  readFeedback([{ path: 'r.csv', rows }], { features, personas: [{ id: 'guest', name: 'Guest' }], map });

describe('search words', () => {
  const find = (terms: Readonly<Record<string, readonly string[]>>, text: string) =>
    wordFinder(new Map(Object.entries(terms)))(searchableText(text)).map(({ feature }) => feature);

  it.each([
    ['It was LATE.', ['a']],
    ['later', []],
    ['collate', []],
    ['too late!', ['a']],
    ['took\n  ages', ['a']],
    ['用了late物流', ['a']],
    ['配送慢死了', ['a']],
    ['Ｌａｔｅ', ['a']],
    ['late_fee', []],
    ['élate', []],
    ['5late', []],
  ])('%s', (text, expected) => {
    expect(find({ a: ['late', 'took ages', '配送慢'] }, text)).toEqual(expected);
  });

  it('are found where one begins like another, and inside of another', () => {
    expect(find({ a: ['delivery'], b: ['delivery time'], c: ['time'] }, 'delivery times')).toEqual(['a']);
    expect(find({ a: ['delivery'], b: ['delivery time'], c: ['time'] }, 'delivery time').sort()).toEqual(['a', 'b', 'c']);
    expect(find({ a: ['c++'], b: ['(.*)'] }, 'in C++ and (.*)')).toEqual(['a', 'b']);
  });

  it('of languages with spaces are exactly the words of a text', () => {
    const word = fc.stringMatching(/^[a-zäß0-9]{1,4}$/);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', ', ', '-', ' “'),
        (words, terms, gap) => {
          const found = find(Object.fromEntries(terms.map((term) => [term, [term]])), words.join(gap));
          expect(new Set(found)).toEqual(new Set(terms.filter((term) => words.includes(term))));
        },
      ),
    );
  });
});

describe('which way', () => {
  const { stars, sentiment, aspect, label } = wayReaders(noFeedbackMap);

  it.each([
    ['1', 'complaints'],
    ['2.0', 'complaints'],
    ['2.5', 'neutral'],
    ['3', 'neutral'],
    ['3,5', 'neutral'],
    ['4 stars', 'compliments'],
    ['Rated 5 out of 5 stars', 'compliments'],
    ['4/5', 'compliments'],
    ['★★☆☆☆', 'complaints'],
    ['5星', 'compliments'],
    ['', null],
    ['0', null],
    ['6', undefined],
    ['-1', undefined],
    ['four', undefined],
  ])('stars %s', (cell, way) => expect(stars(cell)).toBe(way));

  it.each([
    ['Positive', 'compliments'],
    ['差评', 'complaints'],
    ['−1', 'complaints'],
    ['1', 'compliments'],
    ['0', 'neutral'],
    ['Offered', null],
    ['mixed', 'mixed'],
    ['-2', undefined],
    ['5', undefined],
    ['so-so-la', undefined],
  ])('sentiment %s', (cell, way) => expect(sentiment(cell)).toBe(way));

  it('a feature that is not mentioned is −2', () => {
    expect([aspect('-2'), aspect('-1'), aspect('0'), aspect('1'), aspect('2')]).toEqual([
      null,
      'complaints',
      'neutral',
      'compliments',
      undefined,
    ]);
  });

  it('labels say so only with words, and numbers only as listed once the map lists any', () => {
    expect([label('bug'), label('1'), label('praise')]).toEqual([undefined, undefined, 'compliments']);
    const own = wayReaders({ words: { ...noFeedbackMap.words, complaints: ['bug', '0', '1'], compliments: ['9', '10'] } });
    expect([own.label('Bug'), own.stars('0'), own.stars('10'), own.stars('4'), own.sentiment('-1')]).toEqual([
      'complaints',
      'complaints',
      'compliments',
      undefined,
      undefined,
    ]);
  });

  it('is both where signals disagree, and praise or complaint before neutral', () => {
    expect(joinedWay(['complaints', 'compliments'])).toBe('mixed');
    expect([joinedWay(['neutral', 'complaints']), joinedWay([null, undefined]), joinedWay([])]).toEqual(['complaints', null, null]);
  });
});

describe('dates', () => {
  it.each([
    ['2026-08-31T23:59:59Z', '2026-08-31'],
    ['2026/8/3 21:05:11', '2026-08-03'],
    ['2026年8月31日', '2026-08-31'],
    ['20260831', '2026-08-31'],
    ['31/Aug/26 9:14 AM', '2026-08-31'],
    ['Aug 31, 2026', '2026-08-31'],
    ['Monday, August 31st, 2026', '2026-08-31'],
    ['31.08.2026', '2026-08-31'],
    ['03.04.2026', '2026-04-03'],
    ['31/08/2026', '2026-08-31'],
    ['8/31/26', '2026-08-31'],
    ['03/03/2026', '2026-03-03'],
    ['', null],
    ['03/04/2026', undefined],
    ['2026-02-30', undefined],
    ['2024-02-29', '2024-02-29'],
    ['yesterday', undefined],
    ['31/Foo/26', undefined],
  ])('%s', (cell, day) => expect(dateReader(undefined)(cell)).toBe(day));

  it('are in the order that any date of the column tells', () => {
    expect(dateOrderOf(['03/04/2026', '13/04/2026'])).toEqual({ order: 'day-first', example: '03/04/2026' });
    expect(dateOrderOf(['03/04/2026', '04/13/2026']).order).toBe('month-first');
    expect(dateOrderOf(['13/04/2026', '04/13/2026', '03/04/2026']).order).toBeUndefined();
    expect([dateReader('day-first')('03/04/2026'), dateReader('month-first')('03/04/2026')]).toEqual(['2026-04-03', '2026-03-04']);
  });
});

describe('labels', () => {
  const read = (cell: string, map = noFeedbackMap) => {
    const { features: found, ways, others } = labelReader(featureFinder(features, map), wayReaders(map))(cell);
    return { found, ways, others };
  };

  it.each([
    ['Fast search', ['fast-search'], []],
    ['fast_search web', ['fast-search'], ['web']],
    ['delivery-time; Fast search', ['delivery-time', 'fast-search'], []],
    ['["area/fast-search","web"]', ['fast-search'], ['"web"]']],
    ['Shop > Fast search', ['fast-search'], []],
    ['slow search results', [], ['slow search results']],
    ['', [], []],
  ])('%s', (cell, found, others) => expect(read(cell)).toEqual({ found, ways: [], others }));

  it('that name two features count for neither', () => {
    const map = mapOf('names: { delivery-time: Speed, fast-search: [Speed, Search] }');
    const { ambiguous, features: found } = labelReader(featureFinder(features, map), wayReaders(map))('Speed, Search');
    expect([ambiguous, found]).toEqual([[{ label: 'Speed', features: ['delivery-time', 'fast-search'] }], ['fast-search']]);
  });
});

describe('rows', () => {
  const header = ['Date', 'Stars', 'Sentiment', 'Tags'];

  it('what is said of the feature comes before the stars of everything', () => {
    const { counts } = reading([header, ['2026-08-01', '5', 'negative', 'fast-search'], ['2026-08-02', '5', '', 'fast-search']]);
    expect(counts).toEqual([
      { feature: 'fast-search', persona: undefined, oldest: '2026-08-01', newest: '2026-08-02', complaints: 1, compliments: 1, neutral: 0 },
    ]);
  });

  it('a scale that is longer than five stars says nothing', () => {
    const { rows, tables } = reading([
      ['Date', 'Score', 'Tags'],
      ['2026-08-01', '3', 'fast-search'],
      ['2026-08-01', '9', 'fast-search'],
    ]);
    expect([rows.counted, rows.noWay, tables[0]?.meanings[1]]).toEqual([0, 2, { kind: 'scale', highest: 9 }]);
  });

  it('that nobody understands are never taken for what rows are otherwise', () => {
    const map = mapOf('otherwise: complaints');
    const { counts, rows, unclear } = reading(
      [header, ['2026-08-01', '', 'meh', 'fast-search'], ['2026-08-01', '', '', 'fast-search']],
      map,
    );
    expect([counts[0]?.complaints, rows.noWay, unclear.map(({ text, row }) => [text, row])]).toEqual([1, 1, [['meh', 2]]]);
  });

  it('in two files count once, unless the map says otherwise', () => {
    const rows = [header, ['2026-08-01', '5', '', 'fast-search'], ['2026-08-01', '5', '', 'fast-search']];
    const both = (map: FeedbackMap) =>
      readFeedback(
        [
          { path: 'a', rows },
          { path: 'b', rows },
        ],
        { features, personas: [], map },
      ).rows;
    expect([both(noFeedbackMap).counted, both(noFeedbackMap).copied]).toEqual([2, 2]);
    expect([both(mapOf('rows: { duplicates: all }')).counted]).toEqual([4]);
  });

  it('each are counted or are one of those that are said not to be, and no text of theirs stays', () => {
    const cell = fc.constantFrom(
      '',
      '1',
      '5',
      '7',
      'negative',
      'mixed',
      'fast-search',
      'secret-words',
      '2026-08-01',
      'Guest',
      'web, fast-search',
    );
    const maps = fc.constantFrom(
      noFeedbackMap,
      mapOf('otherwise: neutral'),
      mapOf('where: { Tags: fast-search }'),
      mapOf('complaints: [web]'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 20 }), maps, (rows, map) => {
        const { rows: kinds, counts } = reading([[...header, 'Persona'], ...rows], map);
        expect(Object.values(kinds).reduce((sum, number) => sum + number, 0)).toBe(rows.length);
        const mentions = counts.reduce((sum, each) => sum + each.complaints + each.compliments + each.neutral, 0);
        expect(mentions).toBe(kinds.counted);
        expect(JSON.stringify(counts)).not.toContain('secret');
      }),
    );
  });
});
