import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { kano, temporaryFolder } from './command.ts';

const temporary = temporaryFolder();
let made = 0;

/** A copy of a folder of exports that once gave wrong counts. */
function folderOf(name: string): string {
  const folder = join(temporary(), `${name} ${++made}`);
  cpSync(fileURLToPath(new URL(`../../fixtures/imports/${name}`, import.meta.url)), folder, { recursive: true });
  return folder;
}

const content = (folder: string) => readFileSync(join(folder, 'p.kano.yaml'), 'utf8');
const importInto = (folder: string, ...parameters: readonly string[]) =>
  kano(folder, ['import', ...parameters, '--into', 'p.kano.yaml', '--survey', 's1']);
/** The answers to each feature that has some, as `functional dysfunctional`, one for each respondent. */
const answersIn = (folder: string) =>
  Object.fromEntries(
    readModel('p', content(folder))
      .list('features')
      .flatMap(({ value: { id = '', tallies } }) => {
        const pairs = (tallies?.[0]?.answers ?? []).flatMap((row, yes) => row.flatMap((n, no) => Array<string>(n).fill(`${yes}${no}`)));
        return pairs.length > 0 ? [[id, pairs.join(' ')]] : [];
      }),
  );

/** The import is refused, changes nothing, and says why; with the survey map it is done. */
async function refusedUntil(folder: string, parameters: readonly string[], reason: string, map: string) {
  const before = content(folder);
  const refused = await importInto(folder, ...parameters);
  expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining(`kano: ${reason}\n`)]);
  expect(content(folder)).toBe(before);
  writeFileSync(join(folder, 'm.yaml'), map);
  const done = await importInto(folder, ...parameters, '--map', 'm.yaml');
  expect([done.code, done.errors]).toEqual([0, expect.stringContaining('p.kano.yaml is written.')]);
  return { refused, answers: answersIn(folder) };
}

describe('the same answers in two files', () => {
  it.each([
    [['forms.csv', 'forms (1).csv'], 3, '04 02 14'],
    [['forms (1).csv', 'forms-later.csv'], 3, '04 02 14 40'],
    [['forms-later.csv', 'forms.csv'], 3, '04 02 14 40'],
    [['g1.csv', 'g2.csv'], 2, '04 14 22'],
  ])('are refused, and count once with a map: %j', async ([first = '', second = ''], rows, expected) => {
    const reason = `${second} has rows that are also in ${first}, the same in every cell: ${rows}. These answers would count twice.`;
    for (const duplicates of ['first', 'last']) {
      const { answers } = await refusedUntil(
        folderOf('double-count'),
        [first, second],
        reason,
        `respondents: { duplicates: ${duplicates} }`,
      );
      expect(answers['voice-search']?.split(' ').sort()).toEqual(expected.split(' ').sort());
    }
  });

  it('all count where the map says so', async () => {
    const folder = folderOf('double-count');
    writeFileSync(join(folder, 'm.yaml'), 'respondents: { duplicates: all }');
    expect((await importInto(folder, 'g1.csv', 'g2.csv', '--map', 'm.yaml')).code).toBe(0);
    expect(answersIn(folder)).toEqual({ 'voice-search': '04 04 14 14 22' });
  });

  it('keep people apart who answered alike within one file', async () => {
    const folder = folderOf('double-count');
    const [header = '', timed = ''] = readFileSync(join(folder, 'g1.csv'), 'utf8').split('\n');
    // With the same time, they would be asked about.
    const row = timed.replace(/ \d+:\d+(?::\d+)?/, '');
    writeFileSync(join(folder, 'g1.csv'), [header, row, row, ''].join('\n'));
    writeFileSync(join(folder, 'g2.csv'), [header, row, row, row, ''].join('\n'));
    const reason = 'g2.csv has rows that are also in g1.csv, the same in every cell: 2. These answers would count twice.';
    const { answers } = await refusedUntil(folder, ['g1.csv', 'g2.csv'], reason, 'respondents: { duplicates: first }');
    expect(answers).toEqual({ 'voice-search': '04 04 04' });
    expect((await importInto(folder, 'g1.csv', '--replace')).errors).toContain('Respondents: 2');
  });
});

describe('numbers without a direction', () => {
  it('are refused with both readings', async () => {
    const reason =
      'The answers are numbers, and nothing says which end is “like”. If 1 is “like”, 4 of 5 features are Reverse; if 5 is “like”, 0 of 5.';
    const folder = folderOf('reversed-numbers');
    const map = 'answers: { like: [5], must-be: [4], neutral: [3], live-with: [2], dislike: [1] }';
    const { refused } = await refusedUntil(folder, ['rev.csv'], reason, map);
    expect(refused.errors).toContain('answers:\n  like: ["5"]\n  must-be: ["4"]\n  neutral: ["3"]\n  live-with: ["2"]\n  dislike: ["1"]\n');
    const analysed = JSON.parse((await kano(folder, ['analyze', 'p.kano.yaml', '--format', 'json'])).output);
    expect(analysed.files[0].features.filter(({ category }: { category: string }) => category === 'R')).toEqual([]);
  });
});

describe('a second import of a survey', () => {
  it('that lacks answers of the first is refused until it may replace them', async () => {
    const folder = folderOf('second-import-replaces');
    expect((await importInto(folder, 'ms1.csv')).code).toBe(0);
    const before = content(folder);
    for (const parameters of [['ms2.csv'], ['ms2.csv', '--dry-run']]) {
      const { code, errors } = await importInto(folder, ...parameters);
      expect([code, errors]).toEqual([
        1,
        expect.stringMatching(
          /voice-search: the file has 3 answers, the export 2\.\nkano: So nothing is written to p\.kano\.yaml\. .*--replace/,
        ),
      ]);
      expect(content(folder)).toBe(before);
    }
    const replaced = await importInto(folder, 'ms2.csv', '--replace');
    expect([replaced.code, answersIn(folder)]).toEqual([0, { 'voice-search': '22 40' }]);
    expect(replaced.errors).toContain('kano: voice-search: the file has 3 answers, the export 2.\n');
  });

  it('that has as many answers, but others, is refused; one that has more of the same is not', async () => {
    const folder = folderOf('second-import-replaces');
    const [header = '', ...rows] = readFileSync(join(folder, 'ms1.csv'), 'utf8').trimEnd().split('\n');
    expect((await importInto(folder, 'ms1.csv')).code).toBe(0);
    writeFileSync(
      join(folder, 'other.csv'),
      [header, ...rows.map((row) => row.replace(/I like it|I expect it/, 'I am neutral')), ''].join('\n'),
    );
    const { code, errors } = await importInto(folder, 'other.csv');
    expect([code, errors]).toEqual([1, expect.stringContaining('and not all of them are among the 3 of the export.')]);
    expect((await importInto(folder, 'ms1.csv', 'ms2.csv')).code).toBe(0);
    expect(answersIn(folder)).toEqual({ 'voice-search': '02 04 14 22 40' });
  });
});

describe('importance on another scale', () => {
  it('in words is asked for, and stored as 1 to 9', async () => {
    const folder = folderOf('importance-words');
    // A survey map that takes them for answers does not help, and is told so.
    const misled = await importInto(folder, 'imp.csv', '--map', 'map.yaml');
    expect([misled.code, misled.errors]).toEqual([
      1,
      expect.stringContaining(
        'importance: { words: [] } # from the least to the most important; what is none belongs under answers: leaveOut: Very important, Slightly important',
      ),
    ]);
    const reason = 'Row 2 of imp.csv, “Voice search importance”: “Very important” is not an importance from 1 to 9. Cells like this: 1.';
    const map = 'importance: { words: [Not important, Slightly important, Important, Fairly important, Very important] }';
    await refusedUntil(folder, ['imp.csv'], reason, map);
    expect(readModel('p', content(folder)).list('features')[0]?.value.tallies?.[0]?.importance).toBe(6);
  });
});

describe('waves', () => {
  it('are not mixed: the advice is to import one', async () => {
    const reason = 'Respondent “r1” answered in several waves, in rows 2 and 4: “Wave” is 1 and 2.';
    const { refused, answers } = await refusedUntil(folderOf('wave-duplicates'), ['wt.csv'], reason, 'where: { Wave: "2" }');
    expect(refused.errors).toContain('\nwhere: { Wave: "2" } # ');
    expect(refused.errors).not.toContain('duplicates:');
    expect(refused.errors).toContain('kano: The weights in “Weight” are not applied: every respondent counts once.\n');
    expect(answers).toEqual({ 'voice-search': '13 14', 'dark-mode': '02 22' });
  });

  it('are named where nobody answered twice', async () => {
    const folder = folderOf('wave-duplicates');
    writeFileSync(join(folder, 'wt.csv'), readFileSync(join(folder, 'wt.csv'), 'utf8').replace('r1,2,', 'r4,2,'));
    const { code, errors } = await importInto(folder, 'wt.csv');
    expect([code, errors]).toEqual([
      0,
      expect.stringContaining(
        '“Wave” has several values, which are counted together: 1 and 2. This line of a map takes one of them: where: { Wave: "2" }\n',
      ),
    ]);
  });
});

describe('columns of an older form', () => {
  it.each(['leftover.csv', 'leftover2.csv'])('do not hide the answers while they are empty: %s', async (name) => {
    const folder = folderOf('empty-twin-columns');
    const { code, errors } = await importInto(folder, name);
    expect([code, answersIn(folder)]).toEqual([0, { 'voice-search': '04 14' }]);
    expect(errors).not.toContain('without any answer');
  });

  it('are refused while both have answers', async () => {
    const folder = folderOf('empty-twin-columns');
    const csv = readFileSync(join(folder, 'leftover2.csv'), 'utf8');
    writeFileSync(join(folder, 'leftover2.csv'), csv.replace(/,,\n$/, ',I like it,I dislike it\n'));
    expect((await importInto(folder, 'leftover2.csv')).errors).toContain('kano: Several columns may be voice-search, functional question');
  });
});

it('reads published wordings, each for itself', async () => {
  const folder = folderOf('wordings');
  expect((await importInto(folder, 'words.csv')).code).toBe(0);
  expect(answersIn(folder)).toEqual({ 'voice-search': '01 04 04 04 32 34' });
});

it('says nothing false about answers in words that it does not know', async () => {
  const folder = folderOf('wordings');
  const text = readFileSync(join(folder, 'words.csv'), 'utf8');
  writeFileSync(join(folder, 'words.csv'), text.replace(/^(\d),.*$/gm, '$1,Fab,Meh'));
  const { code, errors } = await importInto(folder, 'words.csv');
  expect([code, errors]).toEqual([1, expect.not.stringContaining('Nobody answered')]);
  expect(errors).toContain('“Fab” is not one of the five answers. Cells like this: 6.');
});

describe('a row for each answer about a feature', () => {
  const right = { 'route-search': '04 13 14', 'live-map': '02 22 40' };
  const long = (folder: string) => readFileSync(join(folder, 'long.csv'), 'utf8').trimEnd().split('\n');
  const given = async (lines: readonly string[], ...parameters: readonly string[]) => {
    const folder = folderOf('long-format');
    writeFileSync(join(folder, 'given.csv'), `${lines.join('\n')}\n`);
    return { ...(await importInto(folder, 'given.csv', ...parameters)), answers: answersIn(folder), folder };
  };

  it.each([
    [['long.csv'], 3],
    // The map gives the columns of all features to one of them.
    [['long.csv', '--map', 'map.yaml'], 3],
    [['noid.csv'], 6],
  ])('is recognised: %j', async (parameters, respondents) => {
    const folder = folderOf('long-format');
    const { code, errors } = await importInto(folder, ...parameters);
    expect([code, answersIn(folder)]).toEqual([0, right]);
    expect(errors).toContain('has a row for each feature that a respondent was asked about: “feature” names it.');
    expect(errors).toContain(`Respondents: ${respondents}, features: 2`);
  });

  it('may have a row for each of the two questions, ids of features, and other columns in any order', async () => {
    const rows = long(folderOf('long-format'))
      .slice(1)
      .flatMap((line) => {
        const [respondent, feature = '', functional, dysfunctional] = line.split(',');
        const id = feature.toLowerCase().replace(' ', '-');
        return [`web,dysfunctional,${dysfunctional},${id},${respondent}`, `web,functional,${functional},${id},${respondent}`];
      });
    for (const lines of [rows, rows.toReversed(), [...rows].sort()])
      expect(await given(['Channel,Question,Answer,Feature,respondent_id', ...lines])).toMatchObject({ code: 0, answers: right });
  });

  it('is asked about where a respondent answered twice, with the rows of the export', async () => {
    const lines = long(folderOf('long-format'));
    const twice = await given([...lines, 'r1,Live map,I dislike it,I like it']);
    expect([twice.code, twice.errors]).toEqual([1, expect.stringContaining('Respondent “r1” answered more than once, in rows 2 and 8.')]);
    const waves = lines.map((line, index) => `${line},${index === 0 ? 'Wave' : index < 3 ? 1 : 2}`);
    const again = [...waves, 'r1,Live map,I dislike it,I like it,2'];
    expect((await given(again)).errors).toContain('Respondent “r1” answered in several waves, in rows 2 and 8: “Wave” is 1 and 2.');
    const folder = folderOf('long-format');
    writeFileSync(join(folder, 'w.csv'), `${again.join('\n')}\n`);
    writeFileSync(join(folder, 'm.yaml'), 'where: { Wave: 2 }');
    expect((await importInto(folder, 'w.csv', '--map', 'm.yaml')).code).toBe(0);
    expect(answersIn(folder)).toEqual({ 'route-search': '13 14', 'live-map': '22 40 40' });
  });

  it('drops no row silently', async () => {
    const lines = [...long(folderOf('long-format')), 'r4,Night mode,I like it,I dislike it', 'r5,,I like it,I dislike it'];
    const { code, errors, answers } = await given(lines);
    expect([code, answers]).toEqual([1, right]);
    expect(errors).toContain('kano: “Night mode” in “feature” is not a feature of p.kano.yaml. Rows that are not counted: 1.\n');
    expect(errors).toContain('kano: “” in “feature” is not a feature of p.kano.yaml. Rows that are not counted: 1.\n');
  });

  it('keeps personas and rates on a stated scale', async () => {
    const folder = folderOf('long-format');
    writeFileSync(join(folder, 'p.kano.yaml'), content(folder).replace('surveys:', 'personas: [{ id: free }, { id: paid }]\nsurveys:'));
    const lines = long(folder).map(
      (line, index) => `${line},${index === 0 ? 'importance,Persona' : `${index % 5},${index < 3 ? 'free' : 'paid'}`}`,
    );
    writeFileSync(join(folder, 'long.csv'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'm.yaml'), 'importance: { from: 0, to: 4 }\npersonas: { column: Persona }\n');
    expect((await importInto(folder, 'long.csv')).code).toBe(1);
    expect((await importInto(folder, 'long.csv', '--map', 'm.yaml')).code).toBe(0);
    const tallies = readModel('p', content(folder)).list('features')[0]?.value.tallies;
    expect(tallies?.map(({ persona, importance }) => [persona, importance])).toEqual([
      ['free', 3],
      ['paid', 4],
    ]);
  });
});

describe('matrix questions, whose rows are features', () => {
  const both = { 'voice-search': '04 14', 'dark-mode': '02 22' };
  const read = async (name: string, map?: string, target = 'p.kano.yaml') => {
    const folder = folderOf('matrix');
    if (target !== 'p.kano.yaml') writeFileSync(join(folder, 'p.kano.yaml'), readFileSync(join(folder, target), 'utf8'));
    if (map !== undefined) writeFileSync(join(folder, 'm.yaml'), map);
    const result = await importInto(folder, name, ...(map === undefined ? [] : ['--map', 'm.yaml']));
    return { ...result, answers: answersIn(folder) };
  };

  it('are matched by the questions in the file', async () => {
    expect(await read('grid.csv', undefined, 'stems.kano.yaml')).toMatchObject({ code: 0, answers: both });
  });

  it.each([
    ['grid.csv', 'If the app HAD this feature. How would you feel?', 'If the app did NOT have this feature. How would you feel?'],
    ['grid2.csv', 'How do you feel WITH this feature?', 'How do you feel WITHOUT this feature?'],
    ['grid4.csv', 'The app has it', 'The app does not have it'],
    ['sm.csv', 'If the app HAD this feature: how would you feel?', 'If the app did NOT have this feature: how would you feel?'],
    // One of its rows is a preview and one spam, which count until a map leaves them out.
    ['qual.csv', 'If the app HAD this feature...', 'If the app did NOT have this feature...', '00 04 11 14', '00 02 11'],
    ['mslik.csv', '1', '2'],
    ['jot.csv', 'If the app had it, how would you feel?', 'If the app did not have it, how would you feel?', '04', '02'],
  ])('take one pair of stems in a map: %s', async (name, functional, dysfunctional, voice = '04 14', dark = '02 22') => {
    const asked = await read(name);
    expect([asked.code, asked.answers]).toEqual([2, {}]);
    // Which is which the command does not guess: it lists them in the order of the columns.
    const lines = asked.errors.split('\n').filter((line) => /^(?:stems:| {2}[\w#])/.test(line));
    expect(lines.map((line) => line.replace(/['"]/g, '').trim())).toEqual([
      expect.stringMatching(/^stems: # /),
      'functional:',
      'dysfunctional:',
      `# ${functional}`,
      `# ${dysfunctional}`,
    ]);
    expect(await read(name, lines.join('\n'))).toMatchObject({ code: 2, answers: {} });
    const [head = '', , , first = '', second = ''] = lines;
    const filled = [head, first.replace('#', 'functional:'), second.replace('#', 'dysfunctional:')].join('\n');
    expect(await read(name, filled)).toMatchObject({ code: 0, answers: { 'voice-search': voice, 'dark-mode': dark } });
  });

  it('without the questions have numbers after the rows, unless a feature is called so', async () => {
    const folder = folderOf('matrix');
    const map = 'stems: { functional: "1", dysfunctional: "2" }';
    writeFileSync(join(folder, 'm.yaml'), map);
    // Of one feature there is no second row: these may be other questions.
    const text = readFileSync(join(folder, 'mslik.csv'), 'utf8');
    writeFileSync(join(folder, 'mslik.csv'), text.replace('Dark mode2', 'Darkness'));
    expect((await importInto(folder, 'mslik.csv', '--map', 'm.yaml')).code).toBe(2);
    expect(answersIn(folder)).toEqual({});
  });

  it('take no row of answers for a header', async () => {
    const folder = folderOf('matrix');
    writeFileSync(
      join(folder, 'x.csv'),
      'Note,Voice search [functional],,Voice search [dysfunctional]\n,I like it,,I dislike it\n,I expect it,odd,I dislike it\n',
    );
    expect((await importInto(folder, 'x.csv')).code).toBe(0);
    expect(answersIn(folder)).toEqual({ 'voice-search': '04 14' });
  });
});

describe('two words for one answer, where another answer never occurs', () => {
  const header = 'ID,Voice search [functional],Voice search [dysfunctional]';
  const exported = (...rows: readonly string[]) => {
    const folder = folderOf('importance-words');
    writeFileSync(join(folder, 'e.csv'), [header, ...rows, ''].join('\n'));
    return folder;
  };

  it('is another instrument, until a map says what each means', async () => {
    const { answers } = await refusedUntil(
      exported('1,很喜欢,很不喜欢', '2,喜欢,不喜欢', '3,很喜欢,无所谓'),
      ['e.csv'],
      'Row 2 of e.csv, “Voice search [functional]”: “很喜欢” and “喜欢” would both be “Like”, and “Must be” never occurs: this may be another instrument than the five answers. Say what each means. Cells like this: 2.',
      'answers: { like: [很喜欢], must-be: [喜欢], live-with: [不喜欢], dislike: [很不喜欢] }',
    );
    expect(answers['voice-search']).toBe('02 04 13');
  });

  it('leaves open in the written map what each means', async () => {
    const folder = exported('1,I like it,I hate it', '2,I expect it,I dislike it');
    await importInto(folder, 'e.csv', '--write-map', 'm.yaml', '--dry-run');
    const again = await importInto(folder, 'e.csv', '--map', 'm.yaml');
    expect([again.code, again.errors]).toEqual([1, expect.stringContaining('would both be “Dislike”')]);
  });

  it.each([
    [['1,I like it,I dislike it', '2,I would like it that way,I am neutral']],
    [['1,I like it,I dislike it', '2,Me gusta,I am neutral']],
    [['1,喜欢,不喜欢', '2,喜歡,无所谓']],
    [['1,I like it,I dislike it', '2,I expect it,I hate it', '3,I am neutral,I can live with it']],
  ])('is none where words are only written differently, of another language, or all five occur: %j', async (rows) => {
    const done = await importInto(exported(...rows), 'e.csv');
    expect([done.code, done.errors]).toEqual([0, expect.stringContaining('p.kano.yaml is written.')]);
  });
});
