import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionAt } from '../../../src/analysis/emotions.ts';
import { hasWorsened } from '../../../src/analysis/outcomes.ts';
import { analyseProduct, analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { touchpointJourneys } from '../../../src/analysis/touchpointJourney.ts';
import type { Evidence, Feature, Metric } from '../../../src/document/format/model.ts';
import { productList, singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { contextWith } from './product.ts';

function analysed(features: readonly Feature[], rest: Partial<Parameters<typeof analyseProduct>[0]> = {}) {
  return analyseProduct({ context: contextWith(), features, touchpoints: [], stages: [], metrics: [], ...rest });
}

/** The 300 labelled restaurant reviews: 18 aspects, each praised (1), neutral (0), complained about (−1) or not mentioned (−2). */
function asapFeatures(): readonly Feature[] {
  const folder = new URL('../../fixtures/feedback/asap/', import.meta.url);
  const rows = ['dev', 'test', 'train'].flatMap((name) => {
    const [header = '', ...lines] = readFileSync(new URL(`${name}_sample.csv`, folder), 'utf8')
      .trim()
      .split(/\r?\n(?=\d+,)/);
    return lines.map((line) => ({ names: header.split(',').slice(3), labels: line.split(',').slice(-18).map(Number) }));
  });
  return (rows[0]?.names ?? []).map((name, index) => {
    const of = (label: number) => rows.filter(({ labels }) => labels[index] === label).length;
    return { id: name.trim(), title: name, evidence: [{ source: 'reviews', complaints: of(-1), compliments: of(1), neutral: of(0) }] };
  });
}

describe('counted evidence', () => {
  it('gives what is published of the 300 reviews', () => {
    const features = asapFeatures();
    const analysis = analysed(features);
    const results = features.map((feature) => ({ id: feature.id ?? '', ...analysis.evidence(feature) }));
    const sum = (key: 'complaints' | 'compliments' | 'neutral') => results.reduce((total, each) => total + (each[key] ?? 0), 0);
    expect([features.length, sum('compliments'), sum('complaints'), sum('neutral')]).toEqual([18, 1109, 254, 446]);
    expect(results[0]?.base).toBeCloseTo(0.814, 3);
    const leaning = (lean: string | null) =>
      Object.fromEntries(results.filter((each) => each.lean === lean).map(({ id, praise }) => [id, Number(praise?.toFixed(3))]));
    expect(leaning('complaint-led')).toEqual({
      service_wait_time: 0.419,
      service_serving_speed: 0.556,
      price_level: 0.568,
      location_easy_to_find: 0.615,
      service_waiters_attitude: 0.737,
    });
    expect(leaning('praise-led')).toEqual({
      dish_taste: 0.931,
      environment_decoration: 0.938,
      location_distance_from_business_district: 0.978,
      location_traffic: 0.918,
    });
    expect(Object.keys(leaning(null))).toEqual(['service_parking_convenience']);
    expect(Object.keys(leaning('both'))).toHaveLength(8);
  });

  it('is the same with other sums, and in any order of edits', () => {
    const count = fc.option(fc.nat(200), { nil: undefined });
    const evidence = fc.array(fc.record({ source: fc.constantFrom('a', 'b'), complaints: count, compliments: count, neutral: count }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 6 }), (lists) => {
        const features = lists.map((list, index): Feature => ({ id: `f${index}`, title: 'x', evidence: list as Evidence[] }));
        const analysis = analysed(features);
        const all = (list: readonly { complaints?: number | undefined; compliments?: number | undefined }[]) => ({
          c: list.reduce((sum, { complaints = 0 }) => sum + complaints, 0),
          p: list.reduce((sum, { compliments = 0 }) => sum + compliments, 0),
        });
        const total = all(lists.flat());
        const base = total.p / (total.c + total.p);
        const comparable = lists.filter((list) => all(list).c + all(list).p >= 30).length;
        for (const [index, feature] of features.entries()) {
          const result = analysis.evidence(feature);
          const { c, p } = all(lists[index] ?? []);
          const isCounted = (lists[index] ?? []).some((each) =>
            [each.complaints, each.compliments, each.neutral].some((x) => x !== undefined),
          );
          expect(result === null).toBe(!isCounted);
          if (!result) continue;
          expect([result.complaints, result.compliments]).toEqual([c, p]);
          if (c + p < 30 || comparable < 3) expect(result.lean).toBe(null);
          // Wilson by its definition: shares whose distance from p/n is 1.96 standard errors at that share.
          else {
            const n = c + p;
            const within = Math.abs(p / n - base) <= 1.959964 * Math.sqrt((base * (1 - base)) / n) + 1e-12;
            expect(result.lean).toBe(within ? 'both' : p / n < base ? 'complaint-led' : 'praise-led');
          }
        }
      }),
    );
  });
});

const shop = `kano: 1
product: Shop
personas:
  - { id: guest, name: Guest, needs: [a note, { id: no-account, need: orders without signing up }, { id: cheap, need: cheap }] }
  - { id: member, name: Member }
stages:
  - { id: buy, name: Buy }
touchpoints:
  - id: checkout
    name: Checkout
    stage: buy
    activities: [operations]
    referral: true
    moment: choosing
    emotions: [{ date: 2026-03-31, value: -2, persona: guest }, { date: 2026-09-30, value: 1, persona: guest }, { date: 2026-09-30, value: 2, persona: member }]
    pains: [a note, { id: forced-account, pain: an account is required, persona: guest }, { id: slow, pain: slow }]
  - { id: thanks, name: Thanks, referral: true, emotion: 0, personas: [member] }
valueChain:
  - { activity: operations, owner: "@ops", bottlenecks: [one night shift, { id: one-carrier, bottleneck: one carrier only }] }
features:
  - { id: a, title: A, status: shipped, shipped: 2026-06-01, serves: [no-account], relieves: [forced-account, one-carrier], moves: [m] }
  - { id: b, title: B, status: shipped, shipped: 2026-05-01, relieves: [forced-account] }
  - { id: c, title: C, status: rejected, serves: [cheap] }
  - { id: d, title: D, status: planned, relieves: [slow], touchpoints: [checkout], tally: { M: 80, O: 20 }, evidence: [{ source: r, complaints: 4, touchpoint: thanks }, { source: r, compliments: 2, persona: guest }] }
metrics:
  - { id: m, name: M, kind: effort-score, readings: [{ date: 2026-05-31, value: 4 }, { date: 2026-06-01, value: 7 }, { date: 2026-09-01, value: 3 }, { date: 2026-07-01, value: 5 }] }
`;

describe('the journey', () => {
  const product = singleFileProduct(readModel('shop.kano.yaml', shop));
  const analysis = analysisOfProduct(product);

  it('knows what serves needs, and what relieves pains and bottlenecks, since when', () => {
    expect(analysis.wants.map(({ kind, id, of, persona, state, metSince }) => [kind, id, of, persona, state, metSince])).toEqual([
      ['need', 'no-account', 'guest', 'guest', 'met', '2026-06-01'],
      ['need', 'cheap', 'guest', 'guest', 'open', null],
      ['pain', 'forced-account', 'checkout', 'guest', 'met', '2026-05-01'],
      ['pain', 'slow', 'checkout', null, 'under-way', null],
      ['bottleneck', 'one-carrier', 'operations', null, 'met', '2026-06-01'],
    ]);
  });

  it('is told by touchpoint, for everybody and for a persona', () => {
    const shown = (journey: typeof analysis.journey) =>
      journey.map(({ id, emotion, openPains, relievedPains, notedPains, mentions, referral }) => [
        id,
        emotion?.newest ?? null,
        emotion?.change ?? null,
        openPains.map((pain) => pain.id).join(),
        relievedPains.map((pain) => pain.id).join(),
        notedPains,
        Object.values(mentions).join(),
        referral,
      ]);
    expect(shown(analysis.journey)).toEqual([
      ['checkout', 1.5, null, 'slow', 'forced-account', 1, '0,2,0', 'fix-first'],
      ['thanks', 0, null, '', '', 0, '4,0,0', 'possible'],
    ]);
    expect(shown(analysis.journeyOf('guest'))).toEqual([['checkout', 1, 3, 'slow', 'forced-account', 1, '0,2,0', 'fix-first']]);
    expect(shown(analysis.journeyOf('member'))).toEqual([
      ['checkout', 2, null, 'slow', '', 1, '0,0,0', 'fix-first'],
      ['thanks', null, null, '', '', 0, '0,0,0', 'possible'],
    ]);
  });

  it('is told by stage: as bad as its worst touchpoint, each pain and each mention once', () => {
    const withReturns = shop
      .replace('stage: buy\n', 'stage: buy\n    emotion: 1\n')
      .replace(/ {4}emotions: .*\n/, '')
      .replace('- { id: thanks, name: Thanks,', '- { id: thanks, name: Thanks, stage: buy, moment: using, pains: [long],')
      .replace('touchpoints: [checkout], tally', 'touchpoints: [checkout, thanks], tally');
    const [stage, ...none] = analysisOfProduct(singleFileProduct(readModel('shop.kano.yaml', withReturns))).stageJourneys;
    expect(none).toEqual([]);
    expect(stage).toMatchObject({ id: 'buy', emotion: { touchpoint: 'thanks', newest: 0, change: null }, notedPains: 2 });
    expect([stage?.openPains, stage?.relievedPains].map((pains) => pains?.map(({ id }) => id))).toEqual([['slow'], ['forced-account']]);
    expect([stage?.moments, stage?.mentions]).toEqual([['checkout', 'thanks'], { complaints: 4, compliments: 2, neutral: 0 }]);
  });

  it('is ready for referrals without gaps, where customers are happy', () => {
    const ready = analysed([], { touchpoints: [{ id: 't', name: 'T', referral: true, emotion: 1 }] }).journey;
    const unhappy = analysed([], { touchpoints: [{ id: 't', name: 'T', referral: true, emotion: -0.1 }] }).journey;
    expect([ready[0]?.referral, unhappy[0]?.referral]).toEqual(['ready', 'fix-first']);
  });

  it('has the value chain behind it', () => {
    const [operations] = analysis.valueChain;
    expect([operations?.owner, operations?.openBottlenecks.length, operations?.relievedBottlenecks.length]).toEqual(['@ops', 0, 1]);
    expect(operations?.gapsByStage).toEqual([{ stage: 'buy', mustBeGaps: 1 }]);
    expect(operations?.notedBottlenecks).toEqual(['one night shift']);
  });

  it('tells how metrics moved since a feature shipped, and nothing of the day itself', () => {
    const [outcome, ...none] = analysis.outcomes;
    expect(none).toEqual([]);
    expect([outcome?.metric, outcome?.feature, outcome?.before?.value, outcome?.after?.value]).toEqual(['m', 'a', 4, 3]);
    expect([outcome?.change, outcome?.relativeChange, outcome?.improved]).toEqual([-1, null, true]);
  });

  it('takes the emotion without a date as the one of today', () => {
    expect(emotionAt({ emotion: -1 })).toEqual({ newest: -1, date: null, change: null });
    expect(
      emotionAt({
        emotions: [
          { date: '2026-02-01', value: 1 },
          { date: '2026-01-01', value: -1 },
        ],
      })?.change,
    ).toBe(2);
    expect(emotionAt({})).toBe(null);
  });

  it('compares means over personas only where the same personas were asked', () => {
    const felt = (date: string, value: number, persona: string) => ({ date, value, persona });
    const emotions = [felt('2026-09-01', 1, 'guest'), felt('2026-09-01', 2, 'member')];
    expect(emotionAt({ emotions: [felt('2026-06-01', -2, 'guest'), ...emotions] })).toEqual({
      newest: 1.5,
      date: '2026-09-01',
      change: null,
    });
    const before = [felt('2026-03-01', -1, 'member'), felt('2026-03-01', -2, 'guest'), felt('2026-06-01', -2, 'guest')];
    expect(emotionAt({ emotions: [...before, ...emotions] })?.change).toBe(3);
  });

  it('counts of several readings of one day the last one', () => {
    const readings = [
      ['2026-01-01', 5],
      ['2026-02-01', 3],
      ['2026-02-01', 4],
    ].map(([date, value]) => ({ date, value }) as { date: string; value: number });
    expect(hasWorsened({ id: 'm', kind: 'revenue', readings })).toBe(false);
    expect(hasWorsened({ id: 'm', kind: 'revenue', readings: [...readings, { date: '2026-03-01', value: 4.5 }] })).toBe(true);
  });

  it('asks nobody to recommend where any persona is unhappy, whenever it was asked', () => {
    const felt = (date: string, value: number, persona: string) => ({ date, value, persona });
    const readiness = (...emotions: ReturnType<typeof felt>[]) =>
      touchpointJourneys({ features: [], touchpoints: [{ id: 't', referral: true, emotions }], wants: [], sums: [] })[0]?.referral;
    const happy = felt('2026-09-02', 2, 'member');
    expect(readiness(felt('2026-09-01', -2, 'guest'), happy)).toBe('fix-first');
    expect(readiness(felt('2026-09-01', -2, 'guest'), felt('2026-09-02', 1, 'guest'), happy)).toBe('ready');
  });

  it('calls a metric worse after two worse readings, not after one', () => {
    const metric = (...values: number[]): Metric => ({
      id: 'm',
      kind: 'revenue',
      readings: values.map((value, index) => ({ date: `2026-0${index + 1}-01`, value })),
    });
    expect([metric(5, 4), metric(5, 4, 3), metric(5, 4, 5), metric(1, 5, 4, 4.5), metric(5, 6, 4)].map(hasWorsened)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('no key of the journey', () => {
  const letters = fc.constantFrom('M', 'O', 'A', 'I', 'R', 'Q');
  const feature = fc.record({
    tally: fc.dictionary(letters, fc.nat(200)),
    keys: fc.record(
      {
        serves: fc.array(fc.constantFrom('n1', 'n2')),
        relieves: fc.array(fc.constantFrom('p1', 'b1')),
        moves: fc.constant(['m']),
        evidence: fc.array(fc.record({ source: fc.constant('r'), complaints: fc.nat(500), compliments: fc.nat(500) })),
      },
      { requiredKeys: [] },
    ),
  });

  it('changes a tally, a category, a stability or a rank', () => {
    fc.assert(
      fc.property(fc.array(feature, { minLength: 1, maxLength: 8 }), (features) => {
        const text = (withKeys: boolean) =>
          JSON.stringify({
            kano: 1,
            product: 'Shop',
            ...(withKeys
              ? {
                  personas: [{ id: 'p', name: 'P', needs: [{ id: 'n1', need: 'x' }] }],
                  touchpoints: [
                    {
                      id: 't',
                      name: 'T',
                      moment: 'using',
                      pains: [{ id: 'p1', pain: 'x' }],
                      emotions: [{ date: '2026-01-01', value: -2 }],
                    },
                  ],
                  valueChain: [{ activity: 'service', bottlenecks: [{ id: 'b1', bottleneck: 'x' }] }],
                }
              : { touchpoints: [{ id: 't', name: 'T' }] }),
            features: features.map(({ tally, keys }, index) => ({
              id: `f${index}`,
              title: 'F',
              touchpoints: ['t'],
              tally,
              ...(withKeys ? keys : {}),
            })),
          });
        const numbers = (withKeys: boolean) => {
          const product = singleFileProduct(readModel('a.kano.yaml', text(withKeys)));
          const analysis = analysisOfProduct(product);
          return productList(product, 'features').map(({ item }) => {
            const { counts, n, category, categories, better, worse, stability, rival } = analysis.featureAnalysis(item.value);
            return { counts, n, category, categories, better, worse, stability, rival, rank: analysis.priority(item.value).rank };
          });
        };
        expect(numbers(true)).toEqual(numbers(false));
      }),
      { numRuns: 40 },
    );
  });
});
