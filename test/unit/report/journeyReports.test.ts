import { describe, expect, it } from 'vitest';
import { analysisJson } from '../../../src/report/analysis/analysisJson.ts';
import { analysisCsv, analysisTable } from '../../../src/report/analysis/analysisTable.ts';
import { backlogMarkdown } from '../../../src/report/backlog/backlogMarkdown.ts';
import { inLanguage } from '../terms/speak.ts';
import { analysed } from './analysed.ts';
import { parseMarkdown, tablesIn } from './markdownOf.ts';
import { breaks } from './schema.ts';

/** Invented data with every key of the journey. */
const text = `kano: 1
product: Shop
personas:
  - { id: guest, name: Guest, needs: [a note, { id: no-account, need: orders without signing up }, { id: invoice, need: an invoice }] }
stages: [{ id: choose, name: Choose }, { id: buy, name: "Buy: pay" }]
touchpoints:
  - { id: page, name: Page, stage: choose, activities: [technology], emotion: 1, referral: true }
  - id: checkout
    name: Checkout
    stage: buy
    activities: [outbound-logistics]
    moment: choosing
    emotions: [{ date: 2026-03-31, value: -2 }, { date: 2026-09-30, value: -1 }]
    pains: [a note, { id: forced-account, pain: an account is required }, { id: slow, pain: slow }]
    referral: true
  - { id: lost, name: Nowhere, emotion: 0 }
valueChain: [{ activity: outbound-logistics, owner: "@logistics", bottlenecks: [{ id: one-carrier, bottleneck: one carrier only }] }]
features:
  - id: guest-checkout
    title: Order as a guest
    status: shipped
    shipped: 2026-06-01
    touchpoints: [checkout]
    serves: [no-account]
    relieves: [forced-account]
    moves: [repeat, returns, none]
    evidence: [{ source: reviews, date: 2026-08-31, complaints: 380, compliments: 20, neutral: 12 }]
  - id: price
    title: Total price
    touchpoints: [checkout]
    links: ["https://tracker.example/REQ_1", "https://tracker.example/2"]
    tally: { M: 40, O: 5 }
    evidence: [{ source: reviews, complaints: 10, compliments: 90, link: "https://reviews.example/7" }, { source: calls, note: many, link: shelf 3 }]
  - { id: photos, title: Photos, touchpoints: [page], assumed: A, evidence: [{ source: reviews, complaints: 5, compliments: 95 }] }
metrics:
  - { id: repeat, name: Repeat purchases, kind: repeat-purchase-rate, readings: [{ date: 2026-03-31, value: 24 }, { date: 2026-09-30, value: 29 }] }
  - { id: returns, name: Returns, better: lower, readings: [{ date: 2026-03-31, value: 10 }, { date: 2026-09-30, value: 12 }] }
  - { id: none, name: Referrals, kind: referral-rate }
`;
const file = analysed(text);

describe('the journey in reports', () => {
  it.each(['en', 'zh-cn'] as const)(
    'in the backlog (%s): touchpoints, needs and pains, value chain, outcomes, links, and a chart of the emotions',
    async (language) => {
      const markdown = inLanguage(language, () => backlogMarkdown(file.product, file.analysis, { totals: true }));
      await expect(markdown).toMatchFileSnapshot(`../../fixtures/command/expected/backlog-journey.${language}.md`);
    },
  );

  it('in the table of kano analyze', async () => {
    await expect(analysisTable([file])).toMatchFileSnapshot('../../fixtures/command/expected/analyze-journey.txt');
  });

  it('in JSON that fits its schema', () => {
    const json = JSON.parse(JSON.stringify(analysisJson([file])));
    expect(breaks(json)).toEqual([]);
    const [found] = json.files;
    expect(found.wants.map(({ id, state, features }: Record<string, unknown>) => [id, state, features])).toEqual([
      ['no-account', 'met', ['guest-checkout']],
      ['invoice', 'open', []],
      ['forced-account', 'met', ['guest-checkout']],
      ['slow', 'open', []],
      ['one-carrier', 'open', []],
    ]);
    expect(found.journey[1]).toMatchObject({
      openPains: ['slow'],
      relievedPains: ['forced-account'],
      notedPains: 1,
      referral: 'fix-first',
    });
    expect(found.outcomes.map(({ metric, improved }: Record<string, unknown>) => [metric, improved])).toEqual([
      ['repeat', true],
      ['returns', false],
      ['none', null],
    ]);
    expect(found.features[0].evidence).toMatchObject({ complaints: 380, lean: 'complaint-led', newest: '2026-08-31' });
  });

  it('in CSV, behind the columns that were there before', () => {
    const [head = '', first = ''] = analysisCsv([file]).split('\r\n');
    expect(head).toMatch(
      /,talliesUnreadable,complaints,compliments,neutral,praise,lean,shipped,serves,relieves,moves,surveyAge,evidenceAge$/,
    );
    expect(first).toMatch(/,380,20,12,0\.05,complaint-led,2026-06-01,no-account,forced-account,repeat returns none,,$/);
  });

  it('says nothing of it about files that do not use the keys', () => {
    const bare = analysed('kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, tally: { M: 40 } }]\n');
    const markdown = backlogMarkdown(bare.product, bare.analysis);
    for (const word of ['Evidence', 'Needs', 'Since it shipped', 'Links', 'Value chain', 'journey']) expect(markdown).not.toContain(word);
    expect(analysisTable([bare])).not.toContain('Evidence');
  });

  it('names the features that shipped beside “shipped since”, those under way apart, and none that was rejected', () => {
    const wanted = analysed(`kano: 1
product: P
personas: [{ id: guest, name: Guest, needs: [{ id: fast, need: speed }, { id: calm, need: quiet }] }]
features:
  - { id: b, title: Planned, status: planned, serves: [fast] }
  - { id: c, title: Rejected, status: rejected, serves: [fast, calm] }
  - { id: a, title: Shipped, status: shipped, shipped: 2026-06-01, serves: [fast] }
`);
    const { product, analysis } = wanted;
    const rows = tablesIn(parseMarkdown(backlogMarkdown(product, analysis, { totals: true }))).find(
      ([head]) => head?.[0] === 'Needs and pains',
    );
    expect(rows?.slice(1)).toEqual([
      ['quiet', 'Guest', 'open', ''],
      ['speed', 'Guest', 'shipped since 2026-06-01', 'Shipped; also under way: Planned'],
    ]);
    // Without totals each fact has its line, and the order is that of the file.
    expect(backlogMarkdown(product, analysis)).toContain(
      `
- speed (Guest)
  - Planned · under way
  - Shipped · shipped since 2026-06-01
- quiet (Guest)
`,
    );
  });

  it('says how far a metric moved where a percentage would mislead', () => {
    const readings = (from: number, to: number) => `readings: [{ date: 2026-03-31, value: ${from} }, { date: 2026-09-30, value: ${to} }]`;
    const moved = analysed(`kano: 1
product: P
features: [{ id: a, title: A, status: shipped, shipped: 2026-06-01, moves: [score, repeat] }]
metrics:
  - { id: score, name: Score, kind: net-promoter-score, ${readings(30, 20)} }
  - { id: repeat, name: Repeat, kind: repeat-purchase-rate, ${readings(24, 28.8)} }
`);
    const rows = tablesIn(parseMarkdown(backlogMarkdown(moved.product, moved.analysis))).find(([head]) => head?.[0] === 'Since it shipped');
    expect(rows?.map((row) => row[5])).toEqual(['Change', '−10', '+4.8 percentage points (+20%)']);
  });
});
