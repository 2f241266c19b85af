import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const shop = 'kano: 1\nproduct: Shop\nfeatures:\n  - id: a\n    title: Delivery\n  - id: b\n    title: Search\n';
const header = 'Date,Stars,Tags\n';
const week = (first: number, stars: number) => `${header}2026-08-${first},${stars},a\n2026-08-${first + 1},${stars},a\n`;

/** Imports files one after the other into one file, each with its own options. Gives the last result and the file. */
async function imported(exports: readonly (readonly [text: string, ...options: string[]])[], { into = shop, map = '' } = {}) {
  const files = Object.fromEntries(exports.map(([text], index) => [`${index}.csv`, text]));
  const folder = folderWith(temporary(), { 'shop.kano.yaml': into, 'map.yaml': map || '{}', ...files });
  let last = { code: null as number | null, output: '', errors: '' };
  for (const [index, [, ...options]] of exports.entries()) {
    const source = options.includes('--source') ? [] : ['--source', 'reviews'];
    const call = ['import-feedback', `${index}.csv`, '--into', 'shop.kano.yaml', ...source, ...(map ? ['--map', 'map.yaml'] : [])];
    last = await kano(folder, [...call, ...options]);
  }
  return { ...last, file: readFileSync(join(folder, 'shop.kano.yaml'), 'utf8') };
}

describe('numbers that may mean something else', () => {
  it.each([
    ['flags', 'Date,Delivery\n2026-08-01,1\n2026-08-02,0\n', 'Delivery'],
    ['sentiment 0 and 1', 'Date,Sentiment,Tags\n2026-08-01,1,a\n2026-08-02,0,a\n', 'Sentiment'],
    ['a scale from 1 to 5', 'Date,Sentiment,Tags\n2026-08-01,1,a\n2026-08-02,5,a\n', 'Sentiment'],
    ['a scale from −2 to 2', 'Date,Sentiment,Tags\n2026-08-01,-1,a\n2026-08-02,2,a\n', 'Sentiment'],
  ])('are a doubt: %s', async (_, text, column) => {
    const { code, errors, file } = await imported([[text]]);
    expect([code, file]).toEqual([1, shop]);
    expect(errors).toContain(`“${column}” has the numbers `);
    expect(errors).toContain('complaints: [] # numbers of the export');
    const { output } = await imported([[text, '--dry-run']]);
    expect(output).toContain('numbers that may mean anything, not counted');
  });

  it('count as a map says, and as −1, 0 and 1 where the column has complaints', async () => {
    const flags = 'Date,Sentiment,Tags\n2026-08-01,1,a\n2026-08-02,0,a\n';
    const told = await imported([[flags]], { map: 'complaints: [0]\ncompliments: [1]\n' });
    expect([told.code, told.file]).toEqual([0, expect.stringContaining('complaints: 1, compliments: 1')]);
    const aspects = await imported([['Date,Delivery\n2026-08-01,-2\n2026-08-02,-1\n2026-08-02,0\n2026-08-02,1\n']]);
    expect([aspects.code, aspects.file]).toEqual([0, expect.stringContaining('complaints: 1, compliments: 1, neutral: 1')]);
  });
});

describe('scores with decimals', () => {
  const scores = (column: string) =>
    `Date,${column},Tags\n2026-08-01,-0.8,a\n2026-08-02,0.93,a\n2026-08-03,0.1,a\n2026-08-04,−1,a\n2026-08-05,.5,a\n2026-08-06,-1e-05,a\n2026-08-07,,a\n`;
  const scale = (column: string) => `scales: { ${column}: { complaints: -0.25, compliments: 0.5 } }\n`;

  it('are a doubt that says how a map decides them', async () => {
    const { code, errors, file } = await imported([[scores('Sentiment')]]);
    expect([code, file]).toEqual([1, shop]);
    expect(errors).toContain('“Sentiment” has numbers from −1 to 0.93, and nothing says which of them complain.');
    expect(errors).toContain('“scales: { Sentiment: { complaints: …, compliments: … } }”');
    expect(errors).toContain('scales: { Sentiment: { complaints: 0, compliments: 0 } } # up to, and from');
    expect(errors).not.toContain('numbers of the export');
  });

  it('count as a scale says, in a column of any name', async () => {
    for (const column of ['Sentiment', 'Score of the model']) {
      const { code, errors, file } = await imported([[scores(column), '--dry-run'], [scores(column)]], { map: scale(column) });
      expect([code, errors]).toEqual([0, expect.not.stringContaining('unclear')]);
      expect(file).toContain('complaints: 2, compliments: 2, neutral: 2');
    }
    const { output } = await imported([[scores('Sentiment'), '--dry-run']], { map: scale('Sentiment') });
    expect(output).toContain('sentiment: which way; up to −0.25 complaint, from 0.5 on praise');
  });

  it('of a column for each feature count likewise, and a number that the map lists comes first', async () => {
    const text = 'Date,Delivery,Search\n2026-08-01,-0.9,1\n2026-08-02,0.9,0\n2026-08-03,-9,\n';
    const map =
      'scales: { Delivery: { complaints: -0.25, compliments: 0.25 }, Search: { complaints: 0, compliments: 1 } }\nunrated: [-9]\n';
    const { code, file } = await imported([[text]], { map });
    expect(code).toBe(0);
    expect(file.match(/complaints: 1, compliments: 1 \}/g)).toHaveLength(2);
  });

  it('are not counted by a scale that is none, or of a column that is none', async () => {
    const wrong = await imported([[scores('Sentiment')]], { map: 'scales: { Sentiment: { complaints: 0, compliments: 0 } }\n' });
    expect([wrong.code, wrong.file, wrong.errors]).toEqual([
      2,
      shop,
      expect.stringContaining('map.yaml:1:52: “complaints” has to be under “compliments”'),
    ]);
    for (const map of ['scales: { Sentiment: }\n', 'scales: { Sentiment: { complaints: low, compliments: 1 } }\n', scale('Mood')]) {
      const { code, file } = await imported([[scores('Sentiment')]], { map });
      expect([code, file]).toEqual([2, shop]);
    }
  });
});

describe('where', () => {
  const german = 'Date,Stars,Tags,Language\n2026-08-10,1,a,de\n2026-08-11,5,a,en\n';
  const map = 'where: { Language: en }\n';

  it('counts rows with the value alone', async () => {
    const { code, file } = await imported([[german]], { map });
    expect([code, file]).toEqual([0, expect.stringContaining('complaints: 0, compliments: 1 }')]);
  });

  it('refuses a file that lacks the column, alone or beside one that has it', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': shop, 'map.yaml': map, 'de.csv': german, 'other.csv': week(10, 5) });
    for (const [files, message] of [
      [['other.csv'], 'Language'],
      [['de.csv', 'other.csv'], '“where” takes rows by “Language”, which is no column of other.csv.'],
    ] as const) {
      const { code, errors } = await kano(folder, ['import-feedback', ...files, '-i', 'shop.kano.yaml', '-s', 'r', '-m', 'map.yaml']);
      expect([code, errors]).toEqual([2, expect.stringContaining(message)]);
      expect(errors).toContain('map.yaml:1:10: ');
      expect(readFileSync(join(folder, 'shop.kano.yaml'), 'utf8')).toBe(shop);
    }
  });

  it('finds the value in any of several columns with the same header', async () => {
    const text = 'Date,Stars,Tags,Labels,Labels\n2026-08-10,1,a,web,new\n2026-08-11,1,a,new,web\n2026-08-12,1,a,app,\n';
    const { code, file } = await imported([[text]], { map: 'where: { Labels: web }\ncolumns: { labels: Tags }\n' });
    expect([code, file]).toEqual([0, expect.stringContaining('complaints: 2, compliments: 0 }')]);
  });

  it('says which files lack a column of leaveOut', async () => {
    const folder = folderWith(temporary(), {
      'shop.kano.yaml': shop,
      'map.yaml': 'rows: { leaveOut: { Language: de } }\n',
      'de.csv': german,
      'other.csv': week(17, 5),
    });
    const call = ['import-feedback', 'de.csv', 'other.csv', '-i', 'shop.kano.yaml', '-s', 'r', '-m', 'map.yaml'];
    const { errors } = await kano(folder, call);
    expect(errors).toContain('“leaveOut” leaves out no rows by “Language” of other.csv: there is no such column.');
  });
});

describe('a second export of the same source and month', () => {
  it('is written only with --replace where the file would lose mentions', async () => {
    const both = await imported([[week(10, 5)], [week(17, 5)]]);
    expect(both.code).toBe(1);
    expect(both.errors).toContain(
      'a, 2026-08: the file has 0 / 2 / 0 up to 2026-08-11, the export 0 / 2 / 0 from 2026-08-17 on (complaints / praise / neutral).',
    );
    expect(both.errors).toContain('So nothing is written to shop.kano.yaml.');
    expect(both.file).toContain('date: 2026-08-11');
    const replaced = await imported([[week(10, 5)], [week(17, 5), '--replace']]);
    expect([replaced.code, replaced.file]).toEqual([0, expect.stringContaining('date: 2026-08-18')]);
    const fewer = await imported([[week(10, 5)], [`${header}2026-08-10,5,a\n`]]);
    expect([fewer.code, fewer.errors]).toEqual([1, expect.stringContaining('a, 2026-08: the file has 0 / 2 / 0, the export 0 / 1 / 0')]);
  });

  it('is written where it has what the file has, and more', async () => {
    const { code, file } = await imported([[week(10, 5)], [`${week(10, 5)}2026-08-18,1,a\n`]]);
    expect([code, file]).toEqual([0, expect.stringContaining('date: 2026-08-18, complaints: 1, compliments: 2')]);
  });
});

describe('rows', () => {
  it('with a date that nobody understands do not count', async () => {
    const { code, errors, file } = await imported([[`${week(10, 5)}soon,5,a\n`]]);
    expect([code, file.match(/source/g)?.length, file]).toEqual([1, 1, expect.stringContaining('compliments: 2')]);
    expect(errors).toContain('“soon” is not understood as a date. Rows that are not counted: 1.');
  });

  it('without a date that are about no feature leave undated evidence alone', async () => {
    const undated = `${header},1,a\n`;
    const { code, file } = await imported([[undated], [`${week(10, 5)},1,other\n`]]);
    expect([code, file]).toEqual([0, expect.stringContaining('{ source: reviews, complaints: 1, compliments: 0 }')]);
  });

  it('with more cells than the header refuse the export', async () => {
    const { code, errors, file } = await imported([[`${week(10, 5)}2026-08-12,1,a,b\n`]]);
    expect([code, file]).toEqual([2, shop]);
    expect(errors).toContain('Row 4 of 0.csv has 4 cells, and there are 3 columns: cells may have moved.');
  });

  it('with dates that may be two days are one doubt, and nothing else', async () => {
    const { code, errors } = await imported([[`${header}03/04/2026,1,a\n`]]);
    expect([code, errors]).toEqual([1, expect.stringContaining('may be two days')]);
    expect(errors).not.toContain('not understood as a date');
  });
});

describe('evidence that somebody wrote into', () => {
  const written = (keys: string) =>
    `${shop}    evidence:\n      - { source: reviews, date: 2026-08-10, complaints: 0, compliments: 1, ${keys} }\n`;

  it('keeps its quote, note and link when it is counted again', async () => {
    const keys = 'quote: "Why?", note: ours, link: "https://example.org"';
    const { code, file } = await imported([[`${header}2026-08-10,5,b\n2026-08-11,5,b\n`]], { into: written(keys) });
    expect([code, file]).toEqual([0, expect.stringContaining(`date: 2026-08-11, complaints: 0, compliments: 2, ${keys} }`)]);
  });

  it('is never removed', async () => {
    const into = written('note: ours');
    const { code, errors, file } = await imported([[week(10, 5), '--replace']], { into });
    expect([code, file]).toEqual([2, into]);
    expect(errors).toContain('b, 2026-08: the import would remove this evidence from shop.kano.yaml');
  });
});

describe('what a map should say', () => {
  it('is open for a scale that is not five stars', async () => {
    const { code, errors } = await imported([[`${header}2026-08-10,9,a\n2026-08-10,0,a\n`]]);
    expect(code).toBe(2);
    expect(errors).toContain('scales: { Stars: { complaints: 0, compliments: 0 } } # up to, and from');
    expect(errors).not.toContain('otherwise: complaints');
    const map = 'scales: { Stars: { complaints: 6, compliments: 9 } }\n';
    const told = await imported([[`${header}2026-08-10,9,a\n2026-08-10,0,a\n2026-08-10,7,a\n2026-08-11,6,a\n2026-08-11,,a\n`]], { map });
    expect([told.code, told.file]).toEqual([0, expect.stringContaining('complaints: 2, compliments: 1, neutral: 1')]);
  });
});

describe('a new source', () => {
  it('that differs only in case or spaces is a doubt', async () => {
    const { code, errors, file } = await imported([
      [week(10, 5), '--source', 'App Reviews'],
      [week(10, 5), '--source', 'app reviews'],
    ]);
    expect([code, file.match(/source/g)?.length]).toEqual([1, 1]);
    expect(errors).toContain('No evidence has the source “app reviews”. Did you mean “App Reviews”?');
  });
});
