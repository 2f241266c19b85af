import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, filesOf, rowsOf, shop } from './filesOf.ts';

const small = (features: string, more = '') => filesOf({ 'a.kano.yaml': `kano: 1\nproduct: P\n${more}features:\n${features}` });

describe('kano_list_features', () => {
  it('names fields once and lists by rank, shipped features last', async () => {
    const answer = await ask(filesOf(shop), 'kano_list_features');
    expect(answer.split('\n').slice(0, 4)).toEqual([
      'shop.kano.yaml · Web shop · 31 features',
      'rank,id,category,rival,assumed,n,better,worse',
      '1,accurate-description,M,,,371,0.27,-0.86',
      '2,delivery-time,M,,,371,0.33,-0.81',
    ]);
    const ranks = rowsOf(answer).map(({ rank }) => rank);
    expect(ranks).toHaveLength(31);
    const open = ranks.filter((rank) => rank !== '');
    expect(ranks.slice(0, open.length)).toEqual(open.map((_, index) => String(index + 1)));
  });

  it('filters', async () => {
    const files = filesOf(shop);
    const ids = async (input: object) => rowsOf(await ask(files, 'kano_list_features', input)).map(({ id }) => id);
    expect(await ids({ category: 'R' })).toEqual(['advertising-pushes', 'chatbot-first']);
    expect(await ids({ category: 'M', status: 'planned', limit: 1 })).toEqual(['accurate-description']);
    expect(await ids({ touchpoint: 'search', category: 'I' })).toEqual(['voice-search']);
    const unsure = await ids({ certainty: 'ambiguous' });
    expect(unsure.length).toBeGreaterThan(0);
    expect(await ids({ category: 'Q', touchpoint: 'search' })).toEqual([]);
    expect(await ask(files, 'kano_list_features', { category: 'Q', touchpoint: 'search' })).toMatch(/^No feature matches\.\n/);
  });

  it('counts the answers of one persona', async () => {
    const text =
      '  - { id: f, title: F, tallies: [{ persona: a, counts: { M: 40 } }, { persona: b, counts: { A: 90 } }] }\n  - { id: g, title: G, tally: { M: 50 } }\n';
    const files = small(text, 'personas: [{ id: a, name: A }, { id: b, name: B }]\n');
    expect(rowsOf(await ask(files, 'kano_list_features', { persona: 'a' }))).toEqual([
      expect.objectContaining({ id: 'f', category: 'M', n: '40' }),
    ]);
    expect(rowsOf(await ask(files, 'kano_list_features', { persona: 'b' }))).toEqual([
      expect.objectContaining({ id: 'f', category: 'A', n: '90' }),
    ]);
  });

  it('says of whom the numbers are, and how many features are left out', async () => {
    const text =
      '  - { id: f, title: F, tallies: [{ persona: a, counts: { M: 40 } }, { persona: b, counts: { A: 40 } }] }\n  - { id: g, title: G, tally: { A: 50 } }\n  - { id: h, title: H, status: planned }\n';
    const files = small(text, 'personas: [{ id: a, name: A }, { id: b, name: B }]\n');
    const fields = ['rank', 'id', 'n', 'note'];
    expect(rowsOf(await ask(files, 'kano_list_features', { fields }))[0]).toMatchObject({ id: 'f', note: expect.stringMatching(/./) });
    expect((await ask(files, 'kano_list_features', { persona: 'a', fields })).split('\n').slice(1)).toEqual([
      'Numbers of a; rank and order of all personas. 2 features without answers of a left out.',
      'rank,id,n,note',
      '1,f,40,',
    ]);
    expect(await ask(files, 'kano_list_features', { persona: 'a', status: 'planned' })).toContain(
      ' 1 feature without answers of a left out.',
    );
  });

  it('gives no rank where tallies are not counted, and names the features', async () => {
    const files = small('  - { id: f, title: F, tally: { M: many } }\n  - { id: g, title: G, tally: { A: 50 } }\n');
    expect((await ask(files, 'kano_list_features', { fields: ['rank', 'id', 'reason'] })).split('\n').slice(1, 5)).toEqual([
      'Tallies with errors, not counted: f.',
      'rank,id,reason',
      expect.stringMatching(/^1,g,./),
      ',f,',
    ]);
    const answer = await ask(files, 'kano_get_feature', { id: 'f' });
    expect(answer).not.toMatch(/^(?:rank|why): /m);
  });

  it('has a word of its own for answers that are not counted: somebody was asked', async () => {
    const features = ['f, tally: { M: many }', 'a, assumed: A, tally: { M: many }', 'g', 'h, tally: { A: 50 }'];
    const list = features.map((text) => `  - { title: T, id: ${text} }\n`).join('');
    const files = small(list, 'personas: [{ id: m, name: M }]\n');
    const rows = rowsOf(await ask(files, 'kano_list_features', { fields: ['id', 'certainty'] }), 'id');
    expect(Object.fromEntries(rows.map(({ id, certainty }) => [id, certainty]))).toEqual({
      a: 'uncounted',
      f: 'uncounted',
      g: 'none',
      h: 'sure',
    });
    const idsOf = async (certainty: string) =>
      rowsOf(await ask(files, 'kano_list_features', { certainty, fields: ['id', 'n'] }), 'id').map(({ id }) => id);
    expect(await idsOf('none')).toEqual(['g']);
    expect((await idsOf('uncounted')).sort()).toEqual(['a', 'f']);
    for (const id of ['a', 'f'])
      expect(await ask(files, 'kano_get_feature', { id })).toMatch(
        /^certainty: uncounted\n[\s\S]*would settle it: Its tallies have an error/m,
      );
    const ofPersona = await ask(files, 'kano_list_features', { persona: 'm' });
    expect(ofPersona).toContain('2 features without answers of m left out.');
  });

  it('gives the usual fields where none is named', async () => {
    const files = filesOf(shop);
    expect(await ask(files, 'kano_list_features', { fields: [] })).toBe(await ask(files, 'kano_list_features'));
  });

  it('gives the fields that are asked for, quoted where they hold commas', async () => {
    const files = small('  - { id: f, title: "One, \\"two\\"", assumed: A, effort: 0.5 }\n');
    expect(
      (await ask(files, 'kano_list_features', { fields: ['id', 'title', 'effort', 'certainty', 'reason'] })).split('\n').slice(1),
    ).toEqual(['id,title,effort,certainty,reason', 'f,"One, ""two""",0.50,none,"assumed, nobody was asked"']);
  });

  it('pages, and says how to go on', async () => {
    const files = filesOf(shop);
    const first = await ask(files, 'kano_list_features', { limit: 30 });
    expect(first).toMatch(/\n1 more: filter, or set offset to 30\.$/);
    const rest = rowsOf(await ask(files, 'kano_list_features', { limit: 30, offset: 30 }));
    expect([...rowsOf(first), ...rest].map(({ id }) => id)).toEqual(rowsOf(await ask(files, 'kano_list_features')).map(({ id }) => id));
  });

  it('has a section for each product, of those that no other uses', async () => {
    const texts = {
      'a.kano.yaml': 'kano: 1\nproduct: A\nuses: [b.kano.yaml]\nfeatures: [{ id: one, title: One }]\n',
      'b.kano.yaml': 'kano: 1\nproduct: B\nfeatures: [{ id: two, title: Two }]\n',
      'c.kano.yaml': 'kano: 1\nproduct: C\nfeatures: [{ id: three, title: Three }]\n',
    };
    expect(await ask(filesOf(texts), 'kano_list_features', { fields: ['id'] })).toBe(
      'a.kano.yaml · A · 2 features\nid\none\ntwo\n\nc.kano.yaml · C · 1 feature\nid\nthree',
    );
    expect(await ask(filesOf(texts), 'kano_list_features', { fields: ['id'], offset: 2 })).toBe('c.kano.yaml · C · 1 feature\nid\nthree');
    expect(await ask(filesOf(texts), 'kano_list_features', { fields: ['id'], file: './b.kano.yaml' })).toBe(
      'b.kano.yaml · B · 1 feature\nid\ntwo',
    );
  });

  it('says what to do where something is not there', async () => {
    const files = filesOf(shop);
    for (const [input, sentence] of [
      [{ file: 'shp.kano.yaml' }, 'There is no file “shp.kano.yaml”. Did you mean “shop.kano.yaml”? Files elsewhere are not read.'],
      [{ touchpoint: 'chekout' }, 'There is no touchpoint “chekout”. Did you mean “checkout”?'],
      [{ persona: 'x' }, 'There is no persona “x”; there is member, guest.'],
      [{ fields: ['raank'] }, /^Refused: There is no field “raank”; there are rank, id, title,/],
      [{ limit: 1_000_000 }, '“limit” must be a whole number from 1 to 500.'],
      [{ limit: '5' }, '“limit” must be a whole number from 1 to 500.'],
      [{ category: 'must-be' }, '“category” must be one of M, O, A, I, R, Q, none.'],
      [{ fields: 'id' }, '“fields” must be a list of texts, at most 100.'],
      [{ sort: 'n' }, /There is no “sort”; there are file, category,/],
      [[], 'Give an object.'],
      ['x', 'Give an object.'],
      [{ file: 'x'.repeat(3000) }, '“file” must be a text of at most 2000 characters.'],
      [{ __proto__: null, constructor: 'x' }, /There is no “constructor”/],
    ] as const) {
      const answer = await ask(files, 'kano_list_features', input);
      if (typeof sentence === 'string') expect(answer).toBe(`Refused: ${sentence}`);
      else expect(answer).toMatch(sentence);
    }
    expect(await ask(filesOf({}), 'kano_list_features')).toMatch(/^Refused: There is no \*\.kano\.yaml file here\. kano init/);
  });

  it('warns of files and tallies with errors also where no row is wanted, and says where an offset is past the end', async () => {
    const files = filesOf({
      'a.kano.yaml': 'kano: 1\nproduct: A\nfeatures:\n  - { id: a, title: A, tally: { M: 90 } }\n  - { id: lost, title: "L }\n',
      'b.kano.yaml': 'kano: 1\nproduct: B\nfeatures: [{ id: b, title: B, tally: { M: many } }]\n',
      'c.kano.yaml': 'kano: 1\nproduct: C\nfeatures: [{ id: c, title: C, tally: { A: 90 } }]\n',
    });
    expect(await ask(files, 'kano_list_features', { category: 'A', fields: ['id'] })).toBe(
      `a.kano.yaml · A · 2 features
Not valid YAML, so something may be missing: a.kano.yaml. See kano_list_problems.
Tallies with errors, not counted: lost.

b.kano.yaml · B · 1 feature
Tallies with errors, not counted: b.

c.kano.yaml · C · 1 feature
id
c`,
    );
    expect(await ask(filesOf(shop), 'kano_list_features', { offset: 40 })).toMatch(/^No row from offset 40 on: there are 31\.\n/);
    expect(await ask(filesOf(shop), 'kano_list_features', { offset: 31 })).toMatch(/^No row from offset 31 on/);
  });

  it('says that a file is broken', async () => {
    const answer = await ask(small('  - { id: f, title: F }\n  - { id: g, title: "G }\n'), 'kano_list_features');
    expect(answer).toContain('Not valid YAML, so something may be missing: a.kano.yaml. See kano_list_problems.');
  });

  it('shows no control characters of a title, and no second line', async () => {
    const files = small('  - { id: f, title: "a\\nb\\e[31m\\u202Ec" }\n');
    expect((await ask(files, 'kano_list_features', { fields: ['title'] })).split('\n').slice(1)).toEqual(['title', 'a b\uFFFD[31m\uFFFDc']);
  });
});

describe('kano_get_feature', () => {
  it('tells everything', async () => {
    const text = readFileSync(new URL('../../fixtures/command/shop/shop.kano.yaml', import.meta.url), 'utf8');
    const answer = await ask(filesOf({ 'shop.kano.yaml': text }), 'kano_get_feature', { id: 'accurate-description' });
    await expect(answer).toMatchFileSnapshot('../../fixtures/agents/accurate-description.txt');
  });

  it.each([
    ['assumed: A', /would settle it: Nobody was asked; A is a guess\. Ask at least 30 customers/],
    ['status: idea', /would settle it: Nobody was asked\. Ask/],
    ['tally: { M: 9, A: 3 }', /would settle it: 18 more answers to reach 30/],
    ['tally: { M: 40, A: 39 }', /certainty: ambiguous\n[\s\S]*would settle it: .*(?:answers in all would tell|tied)/],
    ['tally: { M: 90, A: 3 }', /would settle it: The answers are clear\./],
    ['tally: { Q: 90, A: 3 }', /would settle it: The answers contradict each other: reword both questions and ask again\./],
    ['tally: { M: many }', /would settle it: Its tallies have an error[\s\S]*problems: \nerror kano\/schema/],
    ['status: shipped', /rank: none, because it is shipped/],
    [
      'tallies: [{ persona: a, counts: { M: 40 } }, { persona: b, counts: { A: 90 } }]',
      /by persona: \npersona,n,category,better,worse\na,40,M,0,-1\nb,90,A,1,0/,
    ],
    [
      'tallies: [{ persona: a, counts: { M: 40 } }, { persona: b, counts: { A: 190 } }]',
      /would settle it: The answers are clear for all together, but the personas disagree: decide for each of them\./,
    ],
  ])('of a feature with %s', async (properties, expected) => {
    const files = small(`  - { id: f, title: F, ${properties} }\n`, 'personas: [{ id: a, name: A }, { id: b, name: B }]\n');
    expect(await ask(files, 'kano_get_feature', { id: 'f' })).toMatch(expected);
  });

  it('says which files were not read', async () => {
    const files = filesOf({ 'a.kano.yaml': 'kano: 1\nproduct: P\nfeatures: [{ id: f, title: F }]\n' }, {}, ['bad.kano.yaml']);
    expect(await ask(files, 'kano_get_feature', { id: 'f' })).toMatch(/\nNot read: bad\.kano\.yaml\.$/);
    expect(await ask(files, 'kano_get_feature', { id: 'g' })).toMatch(
      /^Refused: There is no feature “g”[\s\S]*\nNot read: bad\.kano\.yaml\.$/,
    );
  });

  it('says which file is meant where several have the id', async () => {
    const text = 'kano: 1\nproduct: P\nfeatures: [{ id: f, title: F }]\n';
    const files = filesOf({ 'a.kano.yaml': text, 'b.kano.yaml': text });
    expect(await ask(files, 'kano_get_feature', { id: 'f' })).toBe('Refused: “f” is in a.kano.yaml, b.kano.yaml: say which by “file”.');
    expect(await ask(files, 'kano_get_feature', { id: 'f', file: 'b.kano.yaml' })).toContain('where: b.kano.yaml:3');
    expect(await ask(files, 'kano_get_feature', { id: 'g' })).toBe(
      'Refused: There is no feature “g”; there is f. kano_list_features lists them.',
    );
    expect(await ask(files, 'kano_get_feature', {})).toBe('Refused: “id” is missing. kano_list_features lists ids.');
    const twice = small('  - { id: f, title: F }\n  - { id: f, title: G }\n');
    expect(await ask(twice, 'kano_get_feature', { id: 'f' })).toMatch(/“f” is 2 times in a\.kano\.yaml/);
  });
});

describe('kano_list_problems', () => {
  const files = small(
    '  - { id: f, title: F, touchpoints: [nowhere], tally: { M: 9 } }\n  - { id: g, title: G, status: rejected, assumed: M }\n',
  );

  it('lists the most severe first, with their lines', async () => {
    const rows = rowsOf(await ask(files, 'kano_list_problems'), 'severity');
    expect(rows[0]).toMatchObject({ severity: 'error', code: 'kano/unknown-reference', where: 'a.kano.yaml:4' });
    expect(rows.map(({ severity }) => severity)).toEqual(['error', 'info', 'hint']);
  });

  it('gives each feature the problems of its own lines, in block style and in flow style', async () => {
    const block = (id: string, more: string) => `  - id: ${id}\n    title: T\n    touchpoints:\n      - nowhere\n${more}\n`;
    const texts = [
      block('f', '    taly:\n      M: 9 # the last line\n'),
      '  - { id: g, title: G, touchpoints: [nowhere], tally: { M: 9 } }\n',
      block('h', '    tally:\n      M: 9\n'),
      '  - id: i\n    title: "I\n',
    ];
    // A list that cannot be cut into items has all of them in one part.
    for (const features of [
      texts.join(''),
      texts.slice(0, 3).join('').replace('title: T', 'title: &t T').replace('title: G', 'title: *t'),
    ]) {
      const files = small(features);
      const codesOf = async (feature: string) =>
        rowsOf(await ask(files, 'kano_list_problems', { feature }), 'severity').map(({ code }) => code?.slice('kano/'.length));
      expect(await codesOf('f')).toEqual(['unknown-reference', 'schema']);
      expect(await codesOf('g')).toEqual(['unknown-reference', 'small-sample']);
      expect(await codesOf('h')).toEqual(await codesOf('g'));
    }
    expect(await ask(small(texts.join('')), 'kano_list_problems', { feature: 'i' })).toContain('kano/syntax');
  });

  it('gives every problem of the web shop within its features to one of them', async () => {
    const files = filesOf(shop);
    const all = rowsOf(await ask(files, 'kano_list_problems', { limit: 500 }), 'severity');
    const ids = rowsOf(await ask(files, 'kano_list_features')).map(({ id }) => id);
    const lines = shop['shop.kano.yaml'].split('\n');
    const first = lines.indexOf('features:');
    const last = lines.findIndex((line, index) => index > first && /^\w/.test(line));
    const isOfFeature = (where = '') => {
      const line = Number(where.split(':')[1]) - 1;
      return line > first && (last === -1 || line < last);
    };
    const ofFeatures = await Promise.all(ids.map(async (id) => ask(files, 'kano_list_problems', { feature: id })));
    const found = ofFeatures.flatMap((answer) => rowsOf(answer, 'severity'));
    expect(found.map(({ where }) => where).sort()).toEqual(
      all
        .map(({ where }) => where)
        .filter(isOfFeature)
        .sort(),
    );
    expect(rowsOf(await ask(files, 'kano_list_problems', { feature: 'quiet-checkout' }), 'severity').length).toBeGreaterThan(0);
    expect(await ask(files, 'kano_get_feature', { id: 'quiet-checkout' })).toMatch(/^problems: \n\w+ kano\//m);
  });

  it('filters by feature, code and severity', async () => {
    expect(rowsOf(await ask(files, 'kano_list_problems', { feature: 'f', severity: 'error' }), 'severity')).toHaveLength(1);
    expect(await ask(files, 'kano_list_problems', { feature: 'g', severity: 'error' })).toMatch(/^No problem/);
    expect(rowsOf(await ask(files, 'kano_list_problems', { code: 'kano/small-sample' }), 'severity')).toHaveLength(1);
    expect(await ask(files, 'kano_list_problems', { code: 'kano/smal-sample' })).toMatch(/Did you mean “kano\/small-sample”\?/);
    expect(await ask(files, 'kano_list_problems', { limit: 1 })).toMatch(/\n\d+ more: filter, or raise limit\.$/);
  });
});

describe('kano_list_touchpoints', () => {
  it('lists the most urgent first, without columns that nothing fills', async () => {
    const answer = await ask(filesOf(shop), 'kano_list_touchpoints');
    const rows = rowsOf(answer);
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, index) => String(index + 1)));
    expect(rowsOf(await ask(filesOf(shop), 'kano_list_touchpoints', { stage: 'buy' })).map(({ id }) => id)).toEqual(['checkout']);
    expect(await ask(filesOf(shop), 'kano_list_touchpoints', { stage: 'bye' })).toMatch(/^Refused: There is no stage “bye”/);
    const plain = small('  - { id: f, title: F, touchpoints: [t], tally: { M: 40 } }\n', 'touchpoints: [{ id: t, name: T }]\n');
    expect((await ask(plain, 'kano_list_touchpoints')).split('\n').slice(1)).toEqual(['rank,id,mustBeGaps,risk,opportunity', '1,t,1,1,0']);
    expect(await ask(small('  - { id: f, title: F }\n'), 'kano_list_touchpoints')).toBe(
      'a.kano.yaml · P · 1 feature\nNo touchpoint is defined.',
    );
  });
});

describe('kano_compare_revisions', () => {
  const text = (status: string, tally: string) => ({
    'a.kano.yaml': `kano: 1\nproduct: P\nfeatures: [{ id: f, title: F, status: ${status}, tally: ${tally} }]\n`,
  });

  it('says what moved, names of columns once', async () => {
    const files = filesOf(text('planned', '{ M: 90, A: 9 }'), text('idea', '{ M: 9, A: 90 }'));
    expect(await ask(files, 'kano_compare_revisions', { base: 'main' })).toBe(
      'main..working tree: 1 category moved, 1 must-be gap opened and 1 status changed\na.kano.yaml\n# Categories\nFeature,Before,After,Change,Better,Worse\nf,▲ Attractive,■ Must-be,"Decay, beyond the intervals",0.91 → 0.09,−0.09 → −0.91\n# Must-be gaps\nTouchpoint,Opened,Closed,Before,After\nAt no touchpoint,“F”,,0,1\n# Status\nFeature,Before,After\nf,Idea,Planned',
    );
    expect(await ask(files, 'kano_compare_revisions', { base: 'main', head: 'main' })).toBe(
      'main..main: nothing changed in requirement terms.',
    );
    expect(await ask(files, 'kano_compare_revisions', {})).toBe('Refused: “base” is missing.');
  });
});
