import { describe, expect, it } from 'vitest';
import type { FeatureAnalysis } from '../../../src/analysis/results.ts';
import { type Category, categories, type Feature, listKeys } from '../../../src/document/format/model.ts';
import { type Example, readExample, valuesOf } from './readExample.ts';

const english = await readExample('web-shop/shop.kano.yaml');
const chinese = await readExample('web-shop-zh/shop.kano.yaml');
const tickets = await readExample('multi-file/tickets/tickets.kano.yaml');
const service = await readExample('multi-file/service/service.kano.yaml');
const journey = await readExample('multi-file/journey.kano.yaml');

const examples: readonly (readonly [string, Example])[] = [
  ['web-shop', english],
  ['web-shop-zh', chinese],
  ['multi-file/tickets', tickets],
  ['multi-file/service', service],
  ['multi-file/journey', journey],
];

describe.each(examples)('%s', (_name, { product, analysis }) => {
  it('is read without a fault', () => {
    for (const model of product.models) {
      expect(model.syntaxFindings).toEqual([]);
      expect(model.frameFindings).toEqual([]);
      for (const key of listKeys) expect(model.list(key).flatMap((item) => item.schemaFindings)).toEqual([]);
    }
    expect(product.unresolvedUses).toEqual([]);
  });

  it('refers to nothing that is not there, and defines nothing that is not used', () => {
    const ids = (key: 'personas' | 'stages' | 'touchpoints' | 'surveys' | 'features') =>
      valuesOf(product, key).flatMap(({ id }) => id ?? []);
    const features = valuesOf(product, 'features');
    const tallies = features.flatMap(({ tallies = [] }) => tallies);
    const referred = {
      personas: tallies.flatMap(({ persona }) => persona ?? []),
      surveys: tallies.flatMap(({ survey }) => survey ?? []),
      stages: valuesOf(product, 'touchpoints').flatMap(({ stage }) => stage ?? []),
      touchpoints: [
        ...features.flatMap(({ touchpoints = [] }) => touchpoints),
        ...valuesOf(product, 'metrics').flatMap(({ touchpoint }) => touchpoint ?? []),
      ],
    };
    for (const key of ['personas', 'surveys', 'stages', 'touchpoints'] as const) {
      expect(ids(key)).toEqual(expect.arrayContaining(referred[key]));
      expect(new Set(ids(key)).size).toBe(ids(key).length);
      // Only files with features are asked whether all that they define is used.
      if (product.models.length === 1 && features.length > 0) expect(referred[key]).toEqual(expect.arrayContaining(ids(key)));
    }
    expect(ids('features')).toEqual(expect.arrayContaining(features.flatMap(({ dependsOn = [] }) => dependsOn)));
    expect(analysis.dependencies.cycles).toEqual([]);
    expect(analysis.rejectedDependencies).toEqual([]);
  });

  it('has no empty list and no tally that counts nobody', () => {
    for (const key of listKeys) {
      for (const model of product.models) expect(model.text.includes(`\n${key}:`)).toBe(model.list(key).length > 0);
    }
    for (const feature of valuesOf(product, 'features').filter(({ tally, tallies }) => tally || tallies)) {
      expect(analysis.featureAnalysis(feature).n, feature.id).toBeGreaterThan(0);
    }
  });
});

describe('the web shop', () => {
  const features = new Map(valuesOf(english.product, 'features').map((feature) => [feature.id ?? '', feature]));
  const of = (id: string): FeatureAnalysis => english.analysis.featureAnalysis(features.get(id) as Feature);
  const where = (test: (analysis: FeatureAnalysis, feature: Feature) => boolean) =>
    [...features].filter(([id, feature]) => test(of(id), feature)).map(([id]) => id);

  it('is of a size to try things on', () => {
    expect(features.size).toBe(31);
    expect(valuesOf(english.product, 'touchpoints').length).toBe(9);
    expect(valuesOf(english.product, 'stages').length).toBe(6);
    expect(new Set(valuesOf(english.product, 'features').map(({ status = 'idea' }) => status)).size).toBe(5);
  });

  it.each<[Category, string[]]>([
    ['M', ['accurate-description', 'delivery-date', 'guest-checkout', 'payment-choices', 'delivery-time', 'easy-returns']],
    ['O', ['typo-tolerant-search', 'customer-reviews', 'size-advisor', 'discounts', 'parcel-tracking', 'after-sales-service']],
    ['A', ['image-search', 'personal-recommendations', 'room-preview', 'delivery-slot', 'reorder', 'member-offers']],
    ['I', ['voice-search', 'dark-mode', 'product-video', 'social-sharing']],
    ['R', ['chatbot-first', 'advertising-pushes']],
    ['Q', ['quiet-checkout']],
  ])('%s', (category, ids) => {
    expect(where((analysis) => analysis.category === category)).toEqual(ids);
  });

  it('shows every category, and features that were assumed or not asked about', () => {
    expect(new Set(where(() => true).map((id) => of(id).category))).toEqual(new Set([...categories, null]));
    expect(where(({ n }, { assumed }) => n === 0 && assumed !== undefined)).toEqual([
      'catalogue-import',
      'plastic-free-packaging',
      'repair-service',
      'purchase-history',
    ]);
    expect(where(({ n }, { assumed }) => n === 0 && assumed === undefined)).toEqual(['gift-wrapping', 'shared-wish-lists']);
  });

  it('has the figures of the design’s picture', () => {
    expect(of('accurate-description')).toMatchObject({ better: expect.closeTo(0.27, 2), worse: expect.closeTo(-0.86, 2) });
    expect(of('delivery-time').worse).toBeCloseTo(-0.81, 2);
    expect(of('discounts')).toMatchObject({ better: expect.closeTo(0.71, 2), worse: expect.closeTo(-0.68, 2) });
    expect(Math.max(...where(({ survey }) => survey === '2026-q3').map((id) => of(id).n))).toBe(371);
  });

  it('shows what has changed since the survey before', () => {
    expect(where(({ drift }) => drift?.kind === 'decay')).toEqual(['delivery-date']);
    expect(where(({ drift }) => drift?.kind === 'emerging')).toEqual(['reorder']);
    expect(where(({ drift }) => drift?.kind === 'reversal' || drift?.kind === 'other')).toEqual([]);
    expect(of('delivery-date').drift).toMatchObject({ from: '2025-q3', to: '2026-q3', categories: ['A', 'M'] });
    expect(Math.abs(of('delivery-date').drift?.worseZ ?? 0)).toBeGreaterThan(1.96);
    expect(Math.abs(of('reorder').drift?.betterZ ?? 0)).toBeGreaterThan(1.96);
  });

  it('has one ambiguous category, one small sample, and personas that disagree on one', () => {
    expect(where(({ rival }) => rival !== null)).toEqual(['size-advisor']);
    expect(where(({ n }) => n > 0 && n < 30)).toEqual(['image-search']);
    expect(where((_, feature) => english.analysis.personasTest(feature)?.disagree === true)).toEqual(['guest-checkout']);
  });

  it('has answers and not only counts', () => {
    expect(where(({ continuous }) => continuous !== null)).toEqual(['payment-choices', 'delivery-time']);
  });

  it('breaks no rule that warns, but for the two that are there to be seen', () => {
    const status = ({ status = 'idea' }: Feature) => status;
    expect(where(({ category }, feature) => category === 'R' && ['planned', 'in-progress'].includes(status(feature)))).toEqual([
      'advertising-pushes',
    ]);
    expect(where(({ n, counts }) => n >= 30 && counts.Q > n / 10)).toEqual(['quiet-checkout']);
    expect(where(({ n, counts, category }) => n >= 30 && counts.R > n / 5 && category !== 'R')).toEqual([]);
    expect(where(({ category }, feature) => category === 'M' && status(feature) === 'rejected')).toEqual([]);
    expect(where(({ category }, { assumed }) => category !== null && assumed !== undefined)).toEqual([]);
    expect(where(({ categories: rules }) => new Set(Object.values(rules)).size > 1)).toEqual([]);
    expect(where(({ category }, feature) => category === 'I' && status(feature) === 'in-progress')).toEqual(['dark-mode']);
  });

  it('tells what moved since features shipped: satisfaction +15%, repeat purchase +20%, revenue +25%, and answers that take longer', () => {
    const moved = english.analysis.outcomes.map(
      ({ metric, relativeChange, improved }) => `${metric} ${Math.round(100 * (relativeChange ?? 0))}% ${improved ? 'better' : 'worse'}`,
    );
    expect([...new Set(moved)]).toEqual([
      'satisfaction 15% better',
      'repeat-purchase 20% better',
      'revenue 25% better',
      'referral-conversion 27% better',
      'return-rate -8% better',
      'first-answer 66% worse',
    ]);
    expect(new Set(english.analysis.outcomes.map(({ feature }) => feature))).toEqual(
      new Set(where((_, { status }) => status === 'shipped')),
    );
  });

  it('has people speak up in every way, and once against what is assumed', () => {
    const lean = (id: string) => english.analysis.evidence(features.get(id) as Feature)?.lean;
    const leaning = (wanted: unknown) => [...features.keys()].filter((id) => lean(id) === wanted);
    expect(leaning('praise-led')).toEqual(['customer-reviews', 'discounts', 'parcel-tracking']);
    expect(leaning('both')).toEqual(['personal-recommendations', 'payment-choices', 'easy-returns']);
    expect(leaning(null)).toEqual(['repair-service']);
    expect(leaning('complaint-led').length).toBeGreaterThan(5);
    expect(features.get('plastic-free-packaging')?.assumed).toBe('A');
    expect(lean('plastic-free-packaging')).toBe('complaint-led');
  });

  it('has needs and pains that nobody works on, that are under way, and that are gone', () => {
    const of = (wanted: string) => english.analysis.wants.filter(({ state }) => state === wanted).map(({ id }) => id);
    expect(of('open')).toEqual(['try-first', 'colours-differ']);
    expect(of('met')).toEqual(['find-again', 'wrong-sizes', 'unknown-place', 'printed-labels', 'typed-by-hand']);
    expect(of('under-way')).toHaveLength(10);
  });

  it('has touchpoints where customers feel better, worse and the same, and where they can be asked to recommend the shop', () => {
    const change = new Map(english.analysis.journey.map(({ id, emotion }) => [id, emotion?.change ?? null]));
    expect(Object.fromEntries(change)).toMatchObject({ delivery: 1.5, returns: 2, checkout: 0, 'customer-service': -1, search: null });
    const referrals = english.analysis.journey.flatMap(({ id, referral }) => (referral === null ? [] : [`${id} ${referral}`]));
    expect(referrals).toEqual(['product-page fix-first', 'delivery fix-first', 'customer-service fix-first', 'member-area ready']);
  });

  it('names teams, no persons', () => {
    const owners = valuesOf(english.product, 'features').flatMap(({ owner }) => owner ?? []);
    expect(owners.filter((owner) => !/^@[a-z]+-team$/.test(owner))).toEqual([]);
  });
});

describe('the Chinese web shop', () => {
  const texts = [
    ...['title', 'name', 'note', 'source', 'quote', 'functional', 'dysfunctional', 'channel', 'product', 'description'],
    ...['need', 'needs', 'pain', 'pains', 'bottleneck', 'bottlenecks'],
  ];
  /** Their entries are phrases, or mappings with one. */
  const phrases = ['needs', 'pains', 'bottlenecks'];

  it('is the English one but for its texts', () => {
    for (const key of listKeys) {
      const [en, zh] = [english, chinese].map(({ product }) => withoutTexts(valuesOf(product, key)));
      expect(zh).toEqual(en);
    }
  });

  it('is Chinese in all its texts', () => {
    const untranslated = textsOf(listKeys.map((key) => valuesOf(chinese.product, key))).filter((text) => !/\p{Script=Han}/u.test(text));
    expect(untranslated).toEqual([]);
  });

  function withoutTexts(value: unknown): unknown {
    return JSON.parse(
      JSON.stringify(value, (key, item) => {
        if (phrases.includes(key)) return item.map((entry: unknown) => (typeof entry === 'string' ? '…' : entry));
        return texts.includes(key) || (key === 'unit' && item !== '%') ? '…' : item;
      }),
    );
  }

  function textsOf(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(textsOf);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) =>
      texts.includes(key) ? [item].flat().flatMap((each) => (typeof each === 'string' ? [each] : textsOf(each))) : textsOf(item),
    );
  }
});

describe('the multi-file product', () => {
  it('shares personas, surveys and the journey between two teams', () => {
    for (const { product } of [tickets, service]) expect(product.models.length).toBe(2);
    expect(tickets.analysis.buildOrder.map(({ id }) => id)).toEqual(['ticket-offline', 'best-price', 'ticket-gift']);
    expect(service.analysis.buildOrder.map(({ id }) => id)).toEqual(['delay-alerts', 'refund-in-app', 'crowding-forecast']);
  });

  it('defines nothing in vain: what one team leaves, the other uses', () => {
    const used = [tickets, service].flatMap(({ product }) => valuesOf(product, 'features').flatMap(({ touchpoints = [] }) => touchpoints));
    expect(used).toEqual(expect.arrayContaining(valuesOf(journey.product, 'touchpoints').map(({ id }) => id)));
  });
});
