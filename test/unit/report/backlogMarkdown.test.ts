import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { analysisTable } from '../../../src/report/analysis/analysisTable.ts';
import type { BacklogGrouping } from '../../../src/report/backlog/backlogGroups.ts';
import { backlogMarkdown } from '../../../src/report/backlog/backlogMarkdown.ts';
import { oneLine } from '../../../src/terms/markdown.ts';
import { inLanguage } from '../terms/speak.ts';
import { analysed } from './analysed.ts';
import { headingsIn, numberedListsIn, parseMarkdown, tablesIn } from './markdownOf.ts';

const groupings: readonly BacklogGrouping[] = ['category', 'touchpoint', 'stage'];

interface Written {
  readonly id: string;
  readonly title: string;
  readonly [key: string]: unknown;
}

const backlogOf = (features: readonly Written[], rest: object = {}, options: Parameters<typeof backlogMarkdown>[2] = {}) => {
  const { product, analysis } = analysed(stringify({ kano: 1, product: 'P', ...rest, features }));
  return backlogMarkdown(product, analysis, options);
};
/** The tables of features; those of touchpoints and metrics are others. */
const featureTables = (markdown: string) => tablesIn(parseMarkdown(markdown)).filter(([head]) => head?.includes('Feature'));
/** What to build, one after the other. */
const buildOrderIn = (markdown: string) => numberedListsIn(parseMarkdown(markdown))[0] ?? [];
/** The cell of one column in the row of a feature. */
const cell = (markdown: string, title: string, column: string) =>
  tablesIn(parseMarkdown(markdown)).flatMap(([head = [], ...rows]) =>
    rows.filter((row) => row[head.indexOf('Feature')] === title).map((row) => row[head.indexOf(column)] ?? ''),
  )[0];

const mustBe = { M: 60, O: 10, A: 10, I: 20 };
const indifferent = { M: 2, O: 2, A: 6, I: 90 };

describe('the backlog', () => {
  it('lists every open feature, in build order within each table, whatever the tables are of', () => {
    const counts = fc.record({ M: fc.nat(90), O: fc.nat(90), A: fc.nat(90), I: fc.nat(90), R: fc.nat(90), Q: fc.nat(90) });
    const feature = fc.record(
      {
        title: fc.string({ minLength: 1, maxLength: 8 }).filter((title) => oneLine(title) !== ''),
        status: fc.constantFrom('idea', 'planned', 'in-progress', 'shipped', 'rejected'),
        touchpoints: fc.uniqueArray(fc.constantFrom('home', 'shop', 'lost'), { minLength: 1 }),
        dependsOn: fc.uniqueArray(fc.constantFrom('f0', 'f1', 'f2'), { minLength: 1 }),
        assumed: fc.constantFrom('M', 'A', 'R'),
        tally: counts,
      },
      { requiredKeys: ['title'] },
    );
    const rest = {
      stages: [{ id: 's', name: 'S' }],
      touchpoints: [
        { id: 'home', name: 'Home', stage: 's' },
        { id: 'shop', name: 'Shop' },
      ],
    };
    const property = (content: readonly { title: string; status?: string }[], groupBy: BacklogGrouping) => {
      const features = content.map((each, index) => ({ ...each, id: `f${index}`, title: `${index} ${oneLine(each.title)}` }));
      const markdown = backlogOf(features, rest, { groupBy });
      const tables = featureTables(markdown);
      const order = buildOrderIn(markdown).map((line) => line.replace(/ · [^·]*$/, ''));
      const listed = new Set(tables.flatMap(([head = [], ...rows]) => rows.map((row) => row[head.indexOf('Feature')])));
      const open = features.filter(({ status }) => status !== 'shipped' && status !== 'rejected').map(({ title }) => title);
      expect([...listed].sort()).toEqual(open.sort());
      for (const [head = [], ...rows] of tables) {
        const places = rows.map((row) => order.indexOf(row[head.indexOf('Feature')] ?? '')).filter((place) => place >= 0);
        expect(places).toEqual(places.toSorted((left, right) => left - right));
      }
    };
    fc.assert(fc.property(fc.array(feature, { maxLength: 6 }), fc.constantFrom(...groupings), property), { numRuns: 60 });
  });

  it('says why a feature stands where it stands', () => {
    const text = backlogOf([
      { id: 'a', title: 'A', tally: mustBe, dependsOn: ['b', 'c'] },
      { id: 'b', title: 'B', tally: indifferent },
      { id: 'c', title: 'C', tally: indifferent, status: 'rejected' },
    ]);
    expect(cell(text, 'A', 'Note')).toBe('needs “B”; needs “C”, which is rejected');
    expect(cell(text, 'B', 'Note')).toBe('needed by “A”');
    expect(buildOrderIn(text)).toEqual(['B · Indifferent', 'A · Must-be']);
  });

  it('says what each persona says where they differ significantly, and nothing where chance may be the reason', () => {
    const tallies = (guest: object, member: object) => [
      { persona: 'guest', counts: guest },
      { persona: 'member', counts: member },
    ];
    const features = [
      { id: 'a', title: 'A', tallies: tallies(mustBe, indifferent) },
      { id: 'b', title: 'B', tallies: tallies({ M: 6, I: 4 }, { M: 4, I: 6 }) },
    ];
    const text = backlogOf(features, { personas: [{ id: 'guest', name: 'Guest' }, { id: 'member' }] });
    expect(cell(text, 'A', 'Note')).toContain('Guest: Must-be, member: Indifferent');
    expect(cell(text, 'B', 'Note') ?? '').not.toContain('Guest');
  });

  it('gives what to build one after the other, without what nobody asks for, unless that is needed', () => {
    const features = [
      { id: 'm', title: 'M', tally: mustBe, dependsOn: ['r'] },
      { id: 'a', title: 'A', assumed: 'A' },
      { id: 'r', title: 'R', tally: { R: 90, I: 10 } },
      { id: 'other-r', title: 'Other R', tally: { R: 90, I: 10 } },
      { id: 'none', title: 'None' },
      { id: 'error', title: 'Error', tally: { M: -1 } },
      { id: 'gone', title: 'Gone', tally: mustBe, status: 'rejected' },
    ];
    expect(buildOrderIn(backlogOf(features))).toEqual(['R · Reverse', 'M · Must-be', 'A · Attractive? (assumed)']);
    expect(headingsIn(parseMarkdown(backlogOf(features.slice(3))))).not.toContain('Build order');
    const broken = [{ id: 'm', title: 'M', tally: mustBe, dependsOn: ['error'] }, ...features.slice(5, 6)];
    expect(buildOrderIn(backlogOf(broken))).toEqual(['Error · tally has an error, not counted', 'M · Must-be']);
    const odd = { id: 'odd', title: '1. # - <b>*x*</b>', tally: mustBe };
    expect(buildOrderIn(backlogOf([odd]))).toEqual(['1. # - <b>*x*</b> · Must-be']);
  });

  it('changes the lines of a feature when one is added, and no others but for the sums that were asked for', () => {
    const count = (seed: number) => ({ M: 40 + 3 * seed, O: 10, A: 9, I: 8 });
    const features = Array.from({ length: 12 }, (_, index) => ({ id: `f${index}`, title: `Feature ${index}`, tally: count(index) }));
    const rest = { touchpoints: [{ id: 't', name: 'T' }] };
    const linesOf = (kept: readonly Written[], totals: boolean) => backlogOf(kept, rest, { totals }).split('\n');
    const difference = (totals: boolean) => {
      const [before, after] = [
        linesOf(
          features.filter((_, index) => index !== 6),
          totals,
        ),
        linesOf(features, totals),
      ];
      return [before.filter((line) => !after.includes(line)), after.filter((line) => !before.includes(line))];
    };
    // In the chart, in the build order and in its table.
    const own = [expect.stringMatching(/^ {2}"f6": /), '1. Feature 6 · Must-be', expect.stringMatching(/^\| Feature 6 \|/)];
    expect(difference(false)).toEqual([[], own]);
    expect(difference(true)).toEqual([['11 open features of 11: 11 Must-be'], ['12 open features of 12: 12 Must-be', ...own]]);
  });

  it('counts in its summary what the rows call undecided', () => {
    const close = { R: 52, I: 48 };
    const features = [
      { id: 'a', title: 'A', tally: close },
      { id: 'b', title: 'B', tally: { I: 52, A: 48 } },
      { id: 'c', title: 'C', tally: indifferent },
      { id: 'd', title: 'D', assumed: 'I' },
    ];
    const text = backlogOf(features, {}, { totals: true });
    expect(text).toContain('4 open features of 4: 3 Indifferent (1 assumed, 1 undecided) and 1 Reverse (undecided)\n');
    expect([cell(text, 'A', 'Note'), cell(text, 'B', 'Note'), cell(text, 'C', 'Note')]).toEqual([
      'Reverse or Indifferent; Indifferent by lead rule',
      'Indifferent or Attractive; Attractive by lead rule',
      '',
    ]);
    expect(backlogOf([...features.slice(1, 3)], {}, { totals: true })).toContain('2 Indifferent (1 undecided)\n');
  });

  it('tells answers from assumptions, few from many, and errors from both', () => {
    const features = [
      { id: 'many', title: 'many', tally: mustBe },
      { id: 'few', title: 'few', tally: { M: 9, I: 5 } },
      { id: 'assumed', title: 'assumed', assumed: 'M' },
      { id: 'none', title: 'none' },
      { id: 'error', title: 'error', tally: { M: -1 } },
      { id: 'both', title: 'both', tally: { M: -1 }, assumed: 'M' },
    ];
    const text = backlogOf(features);
    const error = 'tally has an error, not counted';
    expect(['many', 'few', 'assumed', 'none', 'error', 'both'].map((title) => cell(text, title, 'Answers'))).toEqual([
      '60% of 100',
      '9 of 14',
      'assumed',
      'none',
      error,
      'assumed',
    ]);
    expect(cell(text, 'both', 'Note')).toBe(error);
    expect(text).toContain('- Tally with an error, not counted: “error”\n- Tally with an error, not counted: “both”\n');
    expect(backlogOf(features, {}, { totals: true })).toContain(
      '6 open features of 6: 4 Must-be (2 assumed), 1 Not surveyed and 1 with an error in the tally\n',
    );
  });

  it('shows where rules, personas and surveys disagree', () => {
    const rest = {
      personas: [
        { id: 'x', name: 'X', share: 0.9 },
        { id: 'y', name: 'Y', share: 0.1 },
      ],
      surveys: [
        { id: 's1', date: '2025-01-01', title: 'First' },
        { id: 's2', date: '2026-01-01', title: 'Second' },
      ],
    };
    const text = backlogOf(
      [
        { id: 'rules', title: 'rules', tally: { M: 32, O: 90, A: 88, I: 105, R: 15, Q: 28 } },
        {
          id: 'weighted',
          title: 'weighted',
          tallies: [
            { survey: 's2', persona: 'x', counts: { A: 30, I: 10 } },
            { survey: 's2', persona: 'y', counts: { M: 80, I: 10 } },
          ],
        },
        {
          id: 'drift',
          title: 'drift',
          tallies: [
            { survey: 's1', counts: { A: 80, M: 10, I: 10 } },
            { survey: 's2', counts: mustBe },
          ],
        },
      ],
      rest,
    );
    expect(cell(text, 'rules', 'Note')).toBe('Indifferent or One-dimensional; One-dimensional by Berger’s rule and lead rule');
    expect(cell(text, 'weighted', 'Note')).toBe('Attractive weighted by market share; X: Attractive, Y: Must-be');
    expect(cell(text, 'drift', 'Note')).toBe('was Attractive in s1');
    expect(text).toContain('- Survey: Second (2026-01-01)\n- Survey: tallies without a survey\n');
  });

  it('shows importance where that was asked, and with totals its class, which other features can change, and where the classes are cut', () => {
    const asked = (id: string, counts: object, importance: number): Written => ({ id, title: id, tallies: [{ counts, importance }] });
    const features = [asked('a', mustBe, 8.5), asked('b', indifferent, 4), { id: 'c', title: 'c', tally: mustBe }];
    const markdown = backlogOf(features, {}, { totals: true });
    expect(['a', 'b', 'c'].map((title) => cell(markdown, title, 'Note') ?? '')).toEqual([
      'critical by importance',
      'care-free by importance',
      '',
    ]);
    expect(markdown.match(/cut at the mean of the features’ stated importance, 6\.25$/gm)).toHaveLength(1);
    const lasting = backlogOf(features);
    expect(['a', 'b', 'c'].map((title) => cell(lasting, title, 'Importance'))).toEqual(['8.5', '4', '']);
    expect(lasting).not.toContain('importance');
    expect(backlogOf([{ id: 'c', title: 'c', tally: mustBe }])).not.toContain('mportance');
  });

  it('says how sure a category is, but not of few answers', () => {
    const text = backlogOf([
      { id: 'sure', title: 'sure', tally: mustBe },
      { id: 'unsure', title: 'unsure', tally: { M: 32, O: 90, A: 88, I: 105, R: 15, Q: 28 } },
      { id: 'few', title: 'few', tally: { M: 9, I: 5 } },
    ]);
    expect(['sure', 'unsure'].map((title) => cell(text, title, 'Stability'))).toEqual(['100%', '78%']);
    expect(cell(text, 'few', 'Stability')).toBe('');
    expect(cell(text, 'few', 'Id')).toBe('few');
  });

  it('keeps apart what nobody was asked about, what to ask again and what not to build', () => {
    const features = [
      { id: 'm', title: 'M', touchpoints: ['home'], tally: mustBe },
      { id: 'q', title: 'Q', touchpoints: ['home'], tally: { M: 10, Q: 90 } },
      { id: 'r', title: 'R', touchpoints: ['home'], tally: { M: 10, R: 90 } },
      { id: 'n', title: 'N', touchpoints: ['home'] },
    ];
    const rest = { touchpoints: [{ id: 'home', name: 'Home' }] };
    const markdown = backlogOf(features, rest, { groupBy: 'touchpoint' });
    expect(headingsIn(parseMarkdown(markdown)).slice(1)).toEqual([
      'Prioritisation matrix',
      'Build order',
      'Home',
      'Not surveyed: ask before deciding',
      'Questionable: ask again',
      'Reverse: do not build',
      'Touchpoints',
    ]);
    expect(markdown.match(/^ {2}"\w+": \[.*$/gm)).toEqual(['  "m": [0.70, 0.20]']);
  });

  it('changes its own lines for a feature that changes: its row, its place in the order, its point', () => {
    const features = Array.from({ length: 6 }, (_, index) => ({
      id: `f${index}`,
      title: `F${index}`,
      tally: { M: 90 - 10 * index, I: 10 + 5 * index },
    }));
    const lines = (changed: object) => backlogOf(features.map((each, index) => (index === 2 ? { ...each, ...changed } : each))).split('\n');
    const before = lines({});
    const differing = (after: readonly string[]) => after.filter((line) => !before.includes(line));
    expect(differing(lines({ title: 'A much longer title | than before' }))).toHaveLength(2);
    expect(differing(lines({ tally: { M: 71, I: 23 } }))).toHaveLength(2);
  });

  it('links to a picture instead of drawing one', () => {
    const markdown = backlogOf([{ id: 'a', title: 'A', tally: mustBe }], {}, { matrixUrl: 'docs/my%20matrix.svg' });
    expect(markdown).toContain('## Prioritisation matrix\n\n![Prioritisation matrix of P by Better and |Worse|](docs/my%20matrix.svg)\n');
    expect(markdown).not.toContain('mermaid');
  });

  it('names the open must-be features of each touchpoint, a line each, in the order of the file', () => {
    const touchpoints = ['home', 'shop', 'desk'].map((id) => ({ id, name: id }));
    const at = (id: string, places: readonly string[], more: object): Written => ({
      id,
      title: id.toUpperCase(),
      touchpoints: places,
      ...more,
    });
    const features = [
      at('a', ['shop'], { tally: mustBe }),
      at('b', ['shop', 'home'], { tally: { ...mustBe, M: 90 } }),
      at('c', ['home'], { tally: mustBe, status: 'shipped' }),
      at('d', ['home'], { assumed: 'M' }),
    ];
    const table = tablesIn(parseMarkdown(backlogOf(features, { touchpoints }))).find(([head]) => head?.[1] === 'Missing: Must-be');
    expect(table?.slice(1)).toEqual([
      ['home', 'B'],
      ['shop', 'B'],
      ['shop', 'A'],
    ]);
  });

  it('shows the metrics, and with totals the touchpoints by urgency', () => {
    const rest = {
      touchpoints: [
        { id: 'home', name: 'Home' },
        { id: 'shop', name: 'Shop' },
      ],
      metrics: [{ id: 'm', name: 'Sales', better: 'higher', target: 9, readings: [{ date: '2026-01-01', value: 3 }] }],
    };
    const tables = (totals: boolean) =>
      tablesIn(parseMarkdown(backlogOf([{ id: 'a', title: 'A', touchpoints: ['shop'], tally: mustBe }], rest, { totals }))).slice(1);
    const metrics = [
      ['Metrics', 'First', 'Newest', 'Change', 'Verdict', 'Target'],
      ['Sales', '3', '3', '–', '', '9'],
    ];
    const missing = [
      ['Touchpoints', 'Missing: Must-be'],
      ['Shop', 'A'],
    ];
    expect(tables(false)).toEqual([missing, metrics]);
    expect(tables(true)).toEqual([
      [
        ['Rank', 'Touchpoints', 'Must-be gaps', 'Risk', 'Opportunity'],
        ['1', 'Shop', '1', '0.70', '0.00'],
        ['2', 'Home', '0', '0.00', '0.00'],
      ],
      missing,
      metrics,
    ]);
  });

  it('says what it leaves out, and lists them apart when asked', () => {
    const features = [
      { id: 'a', title: 'A', status: 'shipped', tally: mustBe },
      { id: 'b', title: 'B', status: 'rejected' },
    ];
    expect(backlogOf(features)).toContain('- Left out: what is shipped or rejected\n\nAll features are shipped or rejected.\n');
    expect(backlogOf(features, {}, { totals: true })).toContain(
      '- Left out: 1 shipped and 1 rejected\n\nAll features are shipped or rejected.\n',
    );
    const all = backlogOf(features, {}, { all: true });
    expect(headingsIn(parseMarkdown(all))).toEqual(['Backlog: P', 'Shipped', 'Rejected']);
    expect([cell(all, 'A', 'Category'), all.includes('Left out')]).toEqual(['Must-be', false]);
    expect(backlogOf([])).toContain('This product has no features yet.');
  });

  it('takes the first of two definitions with the same id, wherever it names them', () => {
    const twice = (list: string, first: object, second: object) => ({ [list]: [first, second].map((each) => ({ id: 'x', ...each })) });
    const rest = {
      ...twice('touchpoints', { name: 'First place', stage: 'x' }, { name: 'Second place' }),
      ...twice('stages', { name: 'First stage' }, { name: 'Second stage' }),
      ...twice('metrics', { name: 'First metric', better: 'higher', target: 1 }, { name: 'Second metric', better: 'higher', target: 2 }),
    };
    const features = [{ id: 'a', title: 'A', touchpoints: ['x'], tally: mustBe }];
    const table = analysisTable([analysed(stringify({ kano: 1, product: 'P', ...rest, features }))]);
    const texts = [table, ...groupings.map((groupBy) => backlogOf(features, rest, { groupBy }))];
    for (const text of texts) expect(text).toContain('First place');
    for (const text of texts) expect(text).not.toContain('Second');
  });

  it('names a feature without a title by its id, and one without either by its line', () => {
    const { product, analysis } = analysed('kano: 1\nproduct: P\nfeatures:\n  - id: only-id\n  - status: idea\n');
    const markdown = backlogMarkdown(product, analysis);
    expect([cell(markdown, 'only-id', 'Answers'), cell(markdown, 'untitled, line 5', 'Answers')]).toEqual(['none', 'none']);
  });

  it('speaks the language in use', () => {
    const text = inLanguage('zh-cn', () => backlogOf([{ id: 'a', title: 'A', tally: mustBe }]));
    expect(headingsIn(parseMarkdown(text))).toEqual(['待办列表：P', '优先级矩阵', '实施顺序', '必备型：优先做']);
    expect(text).not.toMatch(/open feature|Computed|Build/);
  });
});
