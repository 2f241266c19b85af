import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './command.ts';
import { importedTable } from './importedTable.ts';

// Surveys that nobody took.

const temporary = temporaryFolder();

const imported = (csv: string, map?: string, parameters: readonly string[] = []) => importedTable(temporary(), csv, map, parameters);

const rated = (header: string, ratings: readonly (number | string)[]) =>
  [
    `Voice search [functional],Voice search [dysfunctional],${header}`,
    ...ratings.map((rating) => `I like it,I dislike it,"${rating}"`),
    '',
  ].join('\n');
const importance = (...ratings: readonly (number | string)[]) => rated('Voice search importance', ratings);

describe('a scale of importance that nothing states', () => {
  it.each([
    [[1, 5, 4], 5, '1 to 5, 1 to 7, 1 to 9, 1 to 10 or 0 to 10', '{ from: 1, to: 5 }'],
    [[2, 7, 3.5], 7, '1 to 7, 1 to 9, 1 to 10 or 0 to 10', '{ from: 1, to: 7 }'],
    [[8, 3], 8, '1 to 9, 1 to 10 or 0 to 10', '{ from: 1, to: 9 }'],
    [[1, 2, 3], 3, '1 to 3, 1 to 5, 1 to 7, 1 to 9, 1 to 10 or 0 to 10', '{ from: 1, to: 3 }'],
  ])('is asked for where 9 never occurs: %j', async (ratings, highest, scales, advice) => {
    const { code, errors, isUnchanged } = await imported(importance(...ratings));
    expect([code, isUnchanged]).toEqual([1, true]);
    expect(errors).toContain(
      `kano: “Voice search importance”: no rating is above ${highest}, and nothing says how long the scale is: ${scales}.\n`,
    );
    expect(errors).toContain(`\nimportance: ${advice} # the ends of the scale that was asked, or `);
  });

  it.each([
    [[0, 9, 5], '{ from: 0, to: 10 } # the ends of the scale that was asked\n'],
    [[3, 5, 10], '{ from: 1, to: 10 } # the ends of the scale that was asked, or 0 to 10\n'],
    [[0, 4, 2], '{ from: 0, to: 4 } # the ends of the scale that was asked, or 0 to 5, 0 to 6 or 0 to 10\n'],
    [[12, 18], '{ from: 1, to: 20 } # the ends of the scale that was asked, or 0 to 20, 1 to 100 or 0 to 100\n'],
    [[0, 85, 30], '{ from: 0, to: 100 } # the ends of the scale that was asked\n'],
    [['85%', '20 %'], '{ from: 1, to: 100 } # the ends of the scale that was asked, or 0 to 100\n'],
    [[0, 250], '{ from: 0, to: 250 } # the ends of the scale that was asked\n'],
  ])('is advised only with all ratings on it: %j', async (ratings, advice) => {
    const { code, errors } = await imported(importance(...ratings));
    expect([code, errors]).toEqual([1, expect.stringContaining(`\nimportance: ${advice}`)]);
    expect(errors).not.toContain('no rating is above');
  });

  it('is named where it is assumed', async () => {
    const { code, errors, tally } = await imported(importance(9, 3));
    expect([code, tally?.importance]).toEqual([0, 6]);
    expect(errors).toContain(
      'kano: “Voice search importance” is read as 1, the least important, to 9, the most: nothing states the scale, and no rating is above 9. Another scale is stated in a map: importance: { from: 1, to: 10 }\n',
    );
    const map = await imported(importance(9, 3), undefined, ['--write-map', '-']);
    expect([map.code, map.output]).toEqual([0, expect.stringContaining('\n# “Voice search importance” is read as 1, the least')]);
    const stated = await imported(importance(9, 3), 'importance: { from: 1, to: 10 }');
    expect([stated.code, stated.tally?.importance]).toEqual([0, 5.44]);
    expect(stated.errors).toContain('kano: Importance was asked from 1 to 10, and is stored as 1 to 9.\n');
    expect(stated.errors).not.toContain('nothing states the scale');
  });

  it('is asked for where words beside the numbers may turn it round', async () => {
    const { code, errors } = await imported(importance('1 - most important', 4, '9 - least important'));
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining(
        'kano: “Voice search importance”: ratings such as “1 - most important” have words beside the number, and nothing says from which end to which the scale goes: 1 to 9, 9 to 1, 1 to 10 or 0 to 10.\n',
      ),
    ]);
    const turned = await imported(importance('1 - most important', 4, '9 - least important'), 'importance: { from: 9, to: 1 }');
    expect([turned.code, turned.tally?.importance]).toEqual([0, 5.33]);
  });

  it('is that of our own questionnaire in its columns and questions, without a word', async () => {
    for (const header of [
      'voice-search_importance',
      'feature_1/voice-search_importance',
      'How important is this to you: “Voice search”?',
    ]) {
      const { code, errors, tally } = await imported(rated(header, [3, 5]));
      expect([header, code, tally?.importance]).toEqual([header, 0, 4]);
      expect(errors).not.toMatch(/scale|read as/);
    }
    const many = await imported(rated('voice-search_importance', Array(20).fill(5)));
    expect([many.code, many.errors]).toEqual([
      0,
      expect.stringContaining(
        'kano: “voice-search_importance” is read as 1 to 9, as the questionnaire asks, although no rating is above 5. Another scale is stated in a map: ',
      ),
    ]);
  });
});

describe('a scale of importance in the header', () => {
  const map = 'columns: { voice-search: { importance: "#3" } }\n';
  it.each([
    ['Rate it (1 = most important, 9 = least)', '9 to 1', '{ from: 9, to: 1 } # the ends of the scale that was asked\n'],
    ['Rate it (1 = sehr wichtig, 9 = unwichtig)', '9 to 1', '{ from: 9, to: 1 }'],
    ['重要性（1=最重要，9=最不重要）', '9 to 1', '{ from: 9, to: 1 }'],
    ['Rate it (1 = not important at all, 10 = very important)', '1 to 10', '{ from: 1, to: 10 }'],
    ['Rate it (1-10)', '1 to 10 or 10 to 1', '{ from: 1, to: 10 } # the ends of the scale that was asked, or 10 to 1\n'],
  ])('is asked about as it says: %s', async (header, scales, advice) => {
    const { code, errors, isUnchanged } = await imported(rated(`"${header}"`, [1, 9]), map);
    expect([code, isUnchanged]).toEqual([1, true]);
    expect(errors).toContain(`“${header}” says its scale, which is not 1, the least important, to 9, the most: ${scales}.\n`);
    expect(errors).toContain(`importance: ${advice}`);
    expect(errors).not.toContain('nothing states');
  });

  it('of ranks is asked about', async () => {
    const { code, errors } = await imported(rated('Importance rank', [1, 9]), map);
    expect(code).toBe(1);
    expect(errors).toContain('“Importance rank” asks for ranks, of which 1 is usually the most important: 9 to 1 or 1 to 9.\n');
  });

  it('leaves nothing to ask or to assume where it is 1 to 9', async () => {
    for (const header of ['"Rate it (1 = least important, 9 = most important)"', 'Rate it (1-9)']) {
      const { code, errors, tally } = await imported(rated(header, [3, 7]), map);
      expect([code, tally?.importance, errors.includes('nothing')]).toEqual([0, 5, false]);
    }
  });
});

describe('a scale of importance in a map', () => {
  it('that does not have all ratings is not taken for another', async () => {
    const { code, errors } = await imported(importance(7, 3), 'importance: { from: 1, to: 5 }');
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining(
        'kano: Row 2 of a.csv, “Voice search importance”: “7” is not on the scale of importance, 1 to 5. Cells like this: 1.\n',
      ),
    ]);
    expect(errors).toContain('\nimportance: { from: 1, to: 7 } # ');
    const words = await imported(importance('high', 'medium'), 'importance: { words: [low, high] }');
    expect(words.errors).toContain('“medium” is not one of the words of importance. Cells like this: 1.\n');
  });

  it.each([
    [
      'importance: { words: [] }',
      '“words” is still to be filled in: list the words of the scale from the least to the most important, or remove the key.',
    ],
    ['importance: { words: [high] }', 'One word is no scale: “words” lists all words of it, from the least to the most important.'],
    ['importance: { words: [high, low, high] }', '“high” is listed twice. Keep one.'],
  ])('that is not filled in says so: %s', async (map, reason) => {
    const { code, errors, isUnchanged } = await imported(importance('high', 'low'), map);
    expect([code, errors, isUnchanged]).toEqual([2, expect.stringMatching(/^kano: m\.yaml:1:\d+: /), true]);
    expect(errors).toContain(reason);
  });
});

describe('a scale of importance in counts', () => {
  const counts = (...ratings: readonly number[]) =>
    [
      'feature,functional,dysfunctional,importance,respondents',
      ...ratings.map((rating) => `voice-search,like,dislike,${rating},4`),
      '',
    ].join('\n');
  const map = 'columns: { voice-search: { functional: a, dysfunctional: b, importance: c } }\n';
  const taken = (ratings: readonly number[], more = '') => imported(counts(...ratings), `${map}${more}`, ['--counts']);

  it('is asked for, named or stated as in answers', async () => {
    const asked = await taken([8, 3]);
    expect([asked.code, asked.errors]).toEqual([
      1,
      expect.stringContaining(
        'kano: “importance”: no rating is above 8, and nothing says how long the scale is: 1 to 9, 1 to 10 or 0 to 10.\n',
      ),
    ]);
    expect((await taken([0, 9])).errors).toContain('\nimportance: { from: 0, to: 10 } # ');
    expect(await taken([9, 3])).toMatchObject({ code: 0, errors: expect.stringContaining('nothing states the scale') });
    expect(await taken([9, 3], 'importance: { from: 1, to: 10 }')).toMatchObject({
      code: 0,
      errors: expect.stringContaining('Importance was asked from 1 to 10, and is stored as 1 to 9.'),
    });
    expect((await imported(counts(5, 3), undefined, ['--counts'])).errors).not.toContain('scale');
  });
});
