import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { codeLenses, codeLensTitle } from '../../../src/languageFeatures/codeLenses.ts';
import { hover } from '../../../src/languageFeatures/hover.ts';
import { inLanguage } from '../terms/speak.ts';

const text = `kano: 1
product: Shop
personas: [{ id: guest, name: Guest, needs: [{ id: no-account, need: orders without signing up }] }]
touchpoints:
  - { id: checkout, name: Checkout, moment: choosing, referral: true, emotions: [{ date: 2026-03-31, value: -2 }, { date: 2026-09-30, value: -1 }], pains: [{ id: forced-account, pain: an account is required }] }
valueChain: [{ activity: service, bottlenecks: [{ id: slow-desk, bottleneck: one person answers }] }]
features:
  - id: guest-checkout
    title: Order as a guest
    status: shipped
    shipped: 2026-06-01
    assumed: M
    touchpoints: [checkout]
    serves: [no-account]
    relieves: [forced-account]
    tracker: [PROJ-12, team/shop#7]
    moves: [repeat]
    evidence:
      - { source: app reviews, date: 2026-08-31, complaints: 380, compliments: 20, neutral: 12 }
      - { source: tickets, note: not counted, link: "https://desk.example/31" }
      - { source: calls, date: 2026-07-01, quote: I gave up }
  - { id: b, title: B, evidence: [{ source: reviews, complaints: 10, compliments: 90 }] }
  - { id: c, title: C, tally: { A: 40 }, evidence: [{ source: reviews, complaints: 10, compliments: 90 }] }
  - { id: pay, title: Pay, touchpoints: [checkout], tally: { M: 40 } }
metrics:
  - { id: repeat, name: Repeat purchases, kind: repeat-purchase-rate, readings: [{ date: 2026-03-31, value: 24 }, { date: 2026-09-30, value: 29 }] }
`;
const product = singleFileProduct(readModel('shop.kano.yaml', text));
const analysis = analysisOfProduct(product);

/** The hover on a word in a piece of a line. */
function hoverOn(word: string, piece: string): string | undefined {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes(piece));
  const character = (lines[line]?.indexOf(piece) ?? 0) + piece.lastIndexOf(word);
  return hover(product, analysis, { line, character })?.contents.value;
}

describe('lenses of features that nobody was asked about', () => {
  const titles = () =>
    codeLenses(product.opened)
      .filter(({ item, ticket }) => item && !ticket)
      .map((lens) => codeLensTitle(lens, analysis));

  it('say what people wrote, and nothing of it beside a survey', () => {
    expect(titles()).toEqual([
      '■\u00a0Must-be? · 412 mentions, complaint-led · not surveyed',
      '○\u00a0100 mentions, praise-led · not surveyed',
      '▲\u00a0Attractive · 100% of 40 · Better 1.00 · Worse 0.00',
      '■\u00a0Must-be · 100% of 40 · Better 0.00 · Worse −1.00',
    ]);
    expect(inLanguage('zh-cn', titles)[0]).toBe('■\u00a0必备型？ · 412 次提及，以抱怨为主 · 未调查');
  });
});

describe('hovers of the journey', () => {
  it('on a feature: evidence against the base, needs, pains, and metrics since it shipped', () => {
    const found = hoverOn('guest-checkout', 'id: guest-checkout') ?? '';
    expect(found).toContain(
      '**Evidence** 412 mentions, complaint-led · 380 complaints, 20 compliments, 12 neutral · 5% praise (95%: 3%–8%), 33% over all features · people speak up when it fails, as with a must-be · app reviews · 2026-08-31',
    );
    expect(found).toContain('**Tracker** PROJ-12, [team/shop#7](https://github.com/team/shop/issues/7)');
    expect(found).toContain('**Quote** “I gave up” (calls, 2026-07-01)');
    expect(found).toContain('**Note** not counted (tickets) <https://desk.example/31>');
    expect(found).toContain('**Serves** “orders without signing up”');
    expect(found).toContain('**Relieves** “an account is required”');
    expect(found).toContain('**Since it shipped (2026-06-01)** Repeat purchases: 24% → 29% (+21%), better');
  });

  it('on a surveyed feature: evidence too', () => {
    expect(hoverOn('c', 'id: c,')).toContain('**Evidence** 100 mentions, praise-led');
  });

  it.each(['serves: [no-account]', 'id: no-account'])('on a need (%s): who serves it', (line) => {
    expect(hoverOn('no-account', line)).toContain(
      '**orders without signing up** · need · no-account · persona: Guest · shipped since 2026-06-01 · “Order as a guest” (Shipped)',
    );
  });

  it.each(['touchpoints: [checkout]', 'id: checkout'])(
    'on a touchpoint (%s): its moment, emotion, pains, mentions, gaps and referrals',
    (piece) => {
      expect(hoverOn('checkout', piece)).toContain(
        'moment of truth: choosing · Emotion −1 (+1) · Pains: 1 relieved · 380 complaints, 20 compliments, 12 neutral · Must-be gaps: 1 · referrals: fix first',
      );
    },
  );

  it.each([
    ['choosing', 'moment: choosing', '**choosing** · they decide whether to buy, and from whom.'],
    ['repeat-purchase-rate', 'kind: repeat-purchase-rate', '**Repeat purchase rate** · buyers with two or more purchases / buyers.'],
    ['service', 'activity: service', '**Service**'],
  ])('on a value (%s): its meaning', (word, piece, meaning) => {
    expect(hoverOn(word, piece)).toBe(meaning);
  });

  it('calls a bottleneck by its name', () => {
    expect(hoverOn('slow-desk', 'id: slow-desk')).toContain('**one person answers** · bottleneck · slow-desk · activity:');
  });

  it.each(['moves: [repeat]', 'id: repeat'])('on a metric (%s): its newest reading and the formula of its kind', (piece) => {
    expect(hoverOn('repeat', piece)).toContain(
      '29% · Repeat purchase rate · = buyers with two or more purchases / buyers · since “Order as a guest” shipped (2026-06-01): 24% → 29% (+21%), better',
    );
  });
});
