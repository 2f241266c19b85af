import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareProducts } from '../../../src/analysis/comparison/compareProducts.ts';
import type { FeatureChange, FeatureState, ProductComparison } from '../../../src/analysis/comparison/productComparison.ts';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { countChanges, countConditions } from '../../../src/report/diff/diff.ts';

const head = 'kano: 1\nproduct: Shop\n';
const mustBe = '{ M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }';
const attractive = '{ M: 4, O: 22, A: 61, I: 10, R: 1, Q: 2 }';

function feature(id: string, rest = '', title = `Title of ${id}`): string {
  return `  - id: ${id}\n    title: ${title}\n${rest === '' ? '' : `    ${rest}\n`}`;
}

function side(text: string) {
  const product = singleFileProduct(readModel('shop.kano.yaml', text));
  return { product, analysis: analysisOfProduct(product) };
}

function compare(before: string, after: string): ProductComparison {
  return compareProducts(side(before), side(after));
}

function featuresOf(before: readonly string[], after: readonly string[], top = head): ProductComparison {
  const text = (features: readonly string[]) => `${top}features:\n${features.join('')}`;
  return compare(text(before), text(after));
}

/** A change in a line. */
function shown({ before, after, isRenamed, isRetitled, category, better, worse, status, assumption, rank }: FeatureChange): string {
  const id = (state: FeatureChange['before']) => state?.item.value.id ?? '?';
  const letter = ({ category, isAssumed, isUncounted }: NonNullable<FeatureChange['before']>['standing']) =>
    `${category ?? '-'}${isAssumed ? '?' : ''}${isUncounted ? '!' : ''}`;
  if (!before || !after) return before ? `removed ${id(before)}` : `added ${id(after)}`;
  return [
    isRenamed ? `${id(before)} → ${id(after)}` : id(after),
    ...(isRetitled ? ['retitled'] : []),
    ...(category ? [`${letter(category.before)}→${letter(category.after)} ${category.kind ?? ''}`.trim()] : []),
    ...(better ? [`better ${better.before.toFixed(3)}→${better.after.toFixed(3)}`] : []),
    ...(worse ? [`worse ${worse.before.toFixed(3)}→${worse.after.toFixed(3)}`] : []),
    ...(status ? [`${status.before}→${status.after}`] : []),
    ...(assumption ? [assumption] : []),
    ...(rank ? [`rank ${rank.before}→${rank.after}`] : []),
  ].join(', ');
}

const changes = (comparison: ProductComparison) => comparison.features.map(shown);

test('comments, layout, order and the words around the numbers change nothing', () => {
  const before = `${head}features:\n${feature('a', `tally: ${mustBe}`)}${feature('b', 'owner: me')}`;
  const after = `# new\n${head}features:\n${feature('b', 'owner: me')}  # why\n  - { title: Title of   a, tally: { Q: 2, M: 61, O: 22, A: 4, I: 10, R: 1 }, id: a }\n`;
  const journey = { readings: [], emotions: [], wants: [], evidence: [], shipped: [] };
  expect(compare(before, after)).toEqual({ settings: null, features: [], gaps: [], rewritten: [], journey, edits: [] });
});

test('every other edit is counted: features by key, lists, and the head of the file', () => {
  const file = (product: string, lists: string, effort: number, answers: number, owner: string) =>
    `kano: 1\nproduct: ${product}\n${lists}features:\n  - { id: a, title: A, effort: ${effort}, tally: { M: ${100 * answers}, O: ${68 * answers} } }\n  - { id: b, title: B, effort: ${effort}, owner: ${owner} }\n`;
  const [before, after] = [file('Shop', '', 1, 1, 'me'), file('New shop', 'personas: [{ id: p, name: P }]\n', 2, 100, 'you')];
  expect(compare(before, after).edits).toEqual([
    { of: 'features', key: 'effort', count: 2, answers: null },
    { of: 'features', key: 'answers', count: 1, answers: { before: 168, after: 16_800 } },
    { of: 'features', key: 'owner', count: 1, answers: null },
    { of: 'list', key: 'personas', count: 1, answers: null },
    { of: 'file', key: 'product', count: 1, answers: null },
  ]);
});

test('every key of the head of every file is an edit, and so is the order of stages and touchpoints', () => {
  const product = (top: string, journey: string) => {
    const [opened, used] = [
      readModel('shop.kano.yaml', `kano: 1\n${top}features: []\n`),
      readModel('journey.kano.yaml', `kano: 1\n${journey}`),
    ];
    const both = { ...singleFileProduct(opened), models: [opened, used] };
    return { product: both, analysis: analysisOfProduct(both) };
  };
  const lists = (stages: readonly string[], points: readonly string[]) =>
    `stages: [${stages.map((id) => `{ id: ${id}, name: ${id} }`)}]\ntouchpoints:\n${points.map((id) => `  - { id: ${id}, name: ${id} }\n`).join('')}`;
  const editsOf = (before: ReturnType<typeof product>, after: ReturnType<typeof product>) =>
    compareProducts(before, after).edits.map(({ of, key, count }) => `${of} ${key} ${count}`);
  const before = product(
    'product: P\nx-team: { name: a }\nanalysis: { lead: 0.1 }\n',
    `description: D\n${lists(['a', 'b', 'c'], ['s', 't', 'u'])}`,
  );
  const after = product(
    'product: P\nx-team: { name: b }\n$schema: "https://example.org"\nanalysis: { lead: 0.2 }\n',
    `description: E\nx-team: 1\n${lists(['c', 'a', 'b'], ['s', 'new', 'u', 't'])}`,
  );
  expect(editsOf(before, after)).toEqual([
    'list touchpoints 1',
    'order stages 1',
    'order touchpoints 1',
    'file x-team 2',
    'file analysis 1',
    'file $schema 1',
    'file description 1',
  ]);
  const [mode, berger] = [product('product: P\n', ''), product('product: P\nanalysis: { rule: berger }\n', '')];
  expect([editsOf(before, before), editsOf(mode, berger)]).toEqual([[], []]);
});

test('results of earlier surveys that were rewritten or removed are told, whatever else changed', () => {
  const surveys = 'surveys: [{ id: s1, date: 2025-01-01 }, { id: s2, date: 2026-01-01 }, { id: s3, date: 2026-06-01 }]\n';
  const file = (...tallies: readonly string[]) =>
    `${head}${surveys}features:\n  - { id: a, title: A, tallies: [${tallies.map((tally) => `{ ${tally} }`).join(', ')}] }\n`;
  const rewritten = (before: readonly string[], after: readonly string[]) =>
    compare(file(...before), file(...after)).rewritten.map(
      ({ after, survey, answers, category }) =>
        `${after.item.value.id} ${survey} ${category.before}→${category.after} ${answers.before}→${answers.after}`,
    );
  const [first, second] = ['survey: s1, counts: { A: 60 }', 'survey: s2, counts: { M: 60 }'];
  expect(rewritten([first, second], ['survey: s1, counts: { I: 55 }', second])).toEqual(['a s1 A→I 60→55']);
  expect(rewritten([first, second], ['survey: s1, counts: { I: 55 }', 'survey: s2, counts: { O: 60 }'])).toEqual(['a s1 A→I 60→55']);
  expect(rewritten([first, second], [second])).toEqual(['a s1 A→null 60→0']);
  // What was the current survey is an earlier one now.
  expect(rewritten([first], ['survey: s1, counts: { M: 60 }', second])).toEqual(['a s1 A→M 60→60']);
  expect(rewritten(['counts: { A: 5 }', second], ['counts: { A: 4 }', second])).toEqual(['a null A→A 5→4']);
  // The current survey is told as the change of the feature, and a new one rewrites nothing.
  expect(rewritten([first, second], [first, 'survey: s2, counts: { O: 60 }'])).toEqual([]);
  expect(rewritten([first, second], [second, first, 'survey: s3, counts: { O: 60 }'])).toEqual([]);
});

test('added and removed features, the added in the order of the file', () => {
  expect(changes(featuresOf([feature('gone'), feature('a')], [feature('z'), feature('a'), feature('b')]))).toEqual([
    'added z',
    'added b',
    'removed gone',
  ]);
});

test.each([
  ['A→M decay', attractive, mustBe],
  ['M→A reversal', mustBe, attractive],
  ['I→M emerging', '{ I: 80, M: 20 }', mustBe],
  ['A→R rejection', attractive, '{ A: 20, R: 60, I: 20 }'],
])('a category that moved: %s, with what the numbers did', (expected, before, after) => {
  const [change] = changes(featuresOf([feature('a', `tally: ${before}`)], [feature('a', `tally: ${after}`)]));
  expect(change).toContain(`a, ${expected}, better`);
});

test('a category can move although the numbers stay within their intervals, and the other way round', () => {
  expect(changes(featuresOf([feature('a', 'tally: { M: 50, O: 49 }')], [feature('a', 'tally: { M: 49, O: 50 }')]))).toEqual([
    'a, M→O reversal',
  ]);
  expect(changes(featuresOf([feature('a', 'tally: { M: 60, I: 30 }')], [feature('a', 'tally: { M: 60, I: 50 }')]))).toEqual([
    'a, worse -0.667→-0.545',
  ]);
});

test('status, and titles', () => {
  const after = [feature('a', 'status: shipped'), feature('b', '', 'Other words')];
  expect(changes(featuresOf([feature('a'), feature('b')], after))).toEqual(['a, idea→shipped', 'b, retitled']);
});

test('a first survey confirms a guess or contradicts it; a mended tally does neither', () => {
  const before = [feature('a', 'assumed: M'), feature('b', 'assumed: M'), feature('c', 'assumed: M\n    tally: { M: many }'), feature('d')];
  const after = ['a', 'b', 'c', 'd'].map((id) => feature(id, `tally: ${id === 'b' ? attractive : mustBe}`));
  const found = changes(featuresOf(before, after)).map((text) => text.replace(/, rank.*/, ''));
  expect(found).toEqual(['a, M?→M, confirmed', 'b, M?→A, contradicted', 'c, M?!→M', 'd, -→M']);
});

test('a tally that became unreadable is said to be so, and closes no must-be gap', () => {
  const comparison = featuresOf([feature('a', `tally: ${mustBe}`)], [feature('a', 'tally: { M: 61, O: x }')]);
  expect(changes(comparison)).toEqual(['a, M→-!']);
  expect(comparison.gaps).toEqual([]);
});

test('another id with the same title, or the same tally of 30 or more answers, is a renamed feature', () => {
  const renamed = (before: string, after: string) => changes(featuresOf([before, feature('x')], [feature('x'), after]));
  expect(renamed(feature('a', '', 'Search'), feature('b', '', ' Search '))).toEqual(['a → b']);
  expect(renamed(feature('a', `tally: ${mustBe}`), feature('b', `tally: ${mustBe}`))).toEqual(['a → b, retitled']);
  expect(renamed(feature('a', 'tally: { A: 3 }'), feature('b', 'tally: { A: 3 }'))).toEqual(['added b', 'removed a']);
});

test('where two could be the renamed one nothing is guessed', () => {
  const before = [feature('a', '', 'Search'), feature('b', '', 'Search')];
  expect(changes(featuresOf(before, [feature('c', '', 'Search')]))).toEqual(['added c', 'removed a', 'removed b']);
});

test('features without an id are known by their title; repeated ids first with first', () => {
  const untitled = '  - { title: Search, status: idea }\n';
  expect(changes(featuresOf([untitled], [untitled.replace('idea', 'planned')]))).toEqual(['?, idea→planned']);
  const twice = (first: string, second: string) => [feature('a', `status: ${first}`), feature('a', `status: ${second}`)];
  expect(changes(featuresOf(twice('idea', 'planned'), twice('idea', 'shipped')))).toEqual(['a, planned→shipped']);
});

test('ranks: one that jumps the queue moved, those that make room did not', () => {
  const tally = (M: number) => `tally: { M: ${M}, I: ${100 - M} }`;
  const before = ['a', 'b', 'c', 'd', 'e'].map((id, index) => feature(id, tally(90 - index)));
  const after = before.map((text, index) => (index === 4 ? feature('e', tally(91)) : text));
  expect(changes(featuresOf(before, after))).toEqual(['e, rank 5→1']);
});

test('ranks: of two that changed places the one that was touched moved', () => {
  const effort = (id: string, value: number) => feature(id, `{ effort: ${value} }`.slice(2, -2));
  const top = `${head}analysis: { order: value-per-effort }\n`;
  const before = [effort('a', 1), effort('b', 2)].map((text) => `${text}    tally: ${mustBe}\n`);
  const slower = [`${effort('a', 4)}    tally: ${mustBe}\n`, before[1] ?? ''];
  const faster = [before[0] ?? '', `${effort('b', 0.5)}    tally: ${mustBe}\n`];
  expect(changes(featuresOf(before, slower, top))).toEqual(['a, rank 1→2']);
  expect(changes(featuresOf(before, faster, top))).toEqual(['b, rank 2→1']);
});

test('ranks: who moved past another and keeps the number, because one above went, is not listed', () => {
  const before = ['a', 'b', 'c', 'd'].map((id) => feature(id));
  const after = [feature('a', 'status: shipped'), feature('b'), feature('c', 'dependsOn: [d]'), feature('d')];
  expect(changes(featuresOf(before, after)).filter((text) => text.includes('rank'))).toEqual([]);
});

test('must-be gaps open and close, by touchpoint and elsewhere', () => {
  const top = `${head}touchpoints: [{ id: shop, name: Shop }, { id: desk, name: Desk }]\n`;
  const at = (id: string, touchpoints: string, tally: string, status = 'idea') =>
    feature(id, `touchpoints: [${touchpoints}]\n    status: ${status}\n    tally: ${tally}`);
  const before = [at('a', 'shop', attractive), at('b', 'shop, desk', mustBe), at('c', 'desk', mustBe), at('d', 'nowhere', attractive)];
  const after = [at('a', 'shop', mustBe), at('b', 'shop, desk', mustBe, 'shipped'), at('c', 'desk', mustBe), at('d', 'nowhere', mustBe)];
  const gaps = featuresOf(before, after, top).gaps.map(({ before, after, gaps, opened, closed }) => {
    const ids = (states: typeof opened) => states.map(({ item }) => item.value.id).join();
    return `${before?.id} ${after?.id} ${gaps.before}→${gaps.after} +${ids(opened)} -${ids(closed)}`;
  });
  expect(gaps).toEqual(['shop shop 1→1 +a -b', 'desk desk 2→1 + -b', 'undefined undefined 0→1 +d -']);
});

test('a gap that closed because its feature left the touchpoint is told apart from one that is met', () => {
  const top = `${head}touchpoints: [{ id: shop, name: Shop }, { id: desk, name: Desk }]\n`;
  const at = (id: string, touchpoints: string, status = 'idea') =>
    feature(id, `touchpoints: [${touchpoints}]\n    status: ${status}\n    tally: ${mustBe}`);
  const before = [at('a', 'shop'), at('b', 'shop'), at('c', 'shop'), at('d', 'shop, desk')];
  const after = [at('a', 'desk'), at('b', 'shop', 'shipped'), at('c', ''), at('d', 'desk')];
  const ids = (states: readonly FeatureState[]) => states.map(({ item }) => item.value.id).join();
  const gaps = featuresOf(before, after, top).gaps.map(({ after, closed, left }) => `${after?.id} -${ids(closed)} left ${ids(left)}`);
  expect(gaps).toEqual(['shop -a,b,c,d left a,c,d', 'desk - left ', 'undefined - left ']);
});

test('a touchpoint with another id and the same name is the same', () => {
  const features = (touchpoint: string) => `features:\n${feature('a', `touchpoints: [${touchpoint}]\n    tally: ${mustBe}`)}`;
  const top = (id: string) => `${head}touchpoints: [{ id: ${id}, name: Shop }]\n`;
  expect(compare(top('shop') + features('shop'), top('store') + features('store')).gaps).toEqual([]);
  expect(compare(top('shop') + features('shop'), head + features('shop')).gaps.map(({ gaps }) => gaps)).toEqual([
    { before: 1, after: 0 },
    { before: 0, after: 1 },
  ]);
});

test('another rule moves categories without a change of any answer, and is named', () => {
  const text = (rule: string) =>
    `${head}analysis: { rule: ${rule} }\nfeatures:\n${feature('a', 'tally: { M: 32, O: 90, A: 88, I: 105, R: 15, Q: 28 }')}`;
  const comparison = compare(text('mode'), text('berger'));
  expect(changes(comparison)).toEqual(['a, I→O emerging']);
  expect([comparison.settings?.before.rule, comparison.settings?.after.rule]).toEqual(['mode', 'berger']);
});

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
const written = (features: readonly (readonly [string, number])[]) => features.map(([id, M]) => feature(id, `tally: { M: ${M}, I: 40 }`));

test('whatever changes: a product compared with itself has no change, and there and back are the same features', () => {
  const product = ids.chain((all) => fc.tuple(...all.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 0, max: 90 })))));
  fc.assert(
    fc.property(product, product, (before, after) => {
      expect(featuresOf(written(before), written(before)).features).toEqual([]);
      const there = featuresOf(written(before), written(after)).features;
      const back = featuresOf(written(after), written(before)).features;
      const names = (found: readonly FeatureChange[], without: 'before' | 'after') =>
        found
          .filter((change) => change[without] === null)
          .map(({ before, after }) => (before ?? after)?.item.value.id)
          .sort();
      expect(names(there, 'before')).toEqual(names(back, 'after'));
      expect(names(there, 'after')).toEqual(names(back, 'before'));
    }),
    { numRuns: 60 },
  );
});

test('ranks: what did not move past others keeps its order, and no smaller set would do', () => {
  const orders = fc.integer({ min: 2, max: 7 }).chain((length) => fc.tuple(shuffled(length), shuffled(length)));
  fc.assert(
    fc.property(orders, ([before, after]) => {
      const features = (places: readonly number[]) =>
        places.map((place, index) => feature(`f${index}`, `tally: { M: ${50 + place * 3}, I: 40 }`));
      const found = featuresOf(features(before), features(after)).features.filter(({ rank }) => rank !== null);
      const kept = before
        .map((_, index) => index)
        .filter((index) => !found.some(({ after: state }) => state?.item.value.id === `f${index}`));
      const inOrder = kept.toSorted((a, b) => (before[a] ?? 0) - (before[b] ?? 0));
      expect(inOrder).toEqual(kept.toSorted((a, b) => (after[a] ?? 0) - (after[b] ?? 0)));
      const untouched = before.map((_, index) => index).filter((index) => before[index] === after[index]);
      expect(
        longestIncreasing(untouched.toSorted((a, b) => (before[a] ?? 0) - (before[b] ?? 0)).map((index) => after[index] ?? 0)),
      ).toBeLessThanOrEqual(kept.length);
    }),
    { numRuns: 100 },
  );
});

function shuffled(length: number) {
  const places = Array.from({ length }, (_, index) => index);
  return fc.shuffledSubarray(places, { minLength: length, maxLength: length });
}

function longestIncreasing(values: readonly number[]): number {
  const lengths: number[] = [];
  values.forEach((value, index) => {
    lengths.push(1 + Math.max(0, ...values.slice(0, index).map((other, place) => (other < value ? (lengths[place] ?? 0) : 0))));
  });
  return Math.max(0, ...lengths);
}

test('10,000 features with one change', () => {
  const features = Array.from({ length: 10_000 }, (_, index) =>
    feature(`f${index}`, `tally: { M: ${index % 97}, A: ${index % 89}, I: 40 }`),
  );
  const before = side(`${head}features:\n${features.join('')}`);
  const after = side(`${head}features:\n${features.with(5_000, feature('f5000', `tally: ${mustBe}`)).join('')}`);
  expect(compareProducts(before, after).features.map(({ after }) => after?.item.value.id)).toEqual(['f5000']);
});

test('older readings, other words of a need, and a note that was given an id are edits; removed metrics and touchpoints take readings and emotions away', () => {
  const file = (need: string, older: number, pain: string, gone: string) =>
    `${head}personas: [{ id: p, name: P, needs: [{ id: n, need: ${need} }] }]\ntouchpoints:\n  - { id: t, name: T, pains: [${pain}] }\n${gone === '' ? '' : '  - { id: u, name: U, emotion: 1 }\n'}metrics:\n  - { id: m, name: M, kind: retention, readings: [{ date: 2026-01-31, value: ${older} }, { date: 2026-02-28, value: 70 }] }\n${gone}`;
  const gone = '  - { id: w, name: W, kind: retention, readings: [{ date: 2026-02-28, value: 5 }] }\n';
  const edited = compare(file('early', 60, 'slow', ''), file('sooner', 61, '{ id: x, pain: slow }', ''));
  expect(edited.journey).toEqual({ readings: [], emotions: [], wants: [], evidence: [], shipped: [] });
  expect(edited.edits.map(({ key, count }) => `${key} ${count}`)).toEqual(['personas 1', 'touchpoints 1', 'metrics 1']);
  const removed = compare(file('early', 60, 'slow', gone), file('early', 60, 'slow', ''));
  expect(removed.journey.readings.map(({ metric, before, after }) => [metric.id, before?.value, after])).toEqual([['w', 5, null]]);
  expect(removed.journey.emotions.map(({ touchpoint, emotion }) => [touchpoint.id, emotion])).toEqual([['u', { before: 1, after: null }]]);
  const back = compare(file('early', 60, '{ id: x, pain: slow }', ''), file('early', 60, 'slow', ''));
  expect(back.journey.wants).toEqual([]);
  const another = compare(file('early', 60, 'slow', ''), file('early', 60, 'slow, dear', ''));
  expect(another.journey.wants.map(({ phrase, state }) => [phrase, state.before, state.after])).toEqual([['dear', null, 'open']]);
});

test('an emotion moved only where the same people were asked; touchpoints and metrics with another id and the same name are the same', () => {
  const journeyOf = (before: string, after: string) => compare(`${head}${before}`, `${head}${after}`);
  const felt = (emotions: string, id = 't') => `touchpoints: [{ id: ${id}, name: Till, pains: [slow], ${emotions} }]\n`;
  const emotions = (...each: string[]) => `emotions: [${each.map((one) => `{ date: 2026-01-01, ${one} }`)}]`;
  const guest = emotions('value: 2, persona: guest');
  const both = emotions('value: 2, persona: guest', 'value: -2, persona: member');
  const come = journeyOf(felt(guest), felt(both));
  expect(come.journey.emotions.map(({ persona, emotion }) => [persona, emotion])).toEqual([['member', { before: null, after: -2 }]]);
  expect(countChanges([come])).toMatchObject({ emotionsFallen: 0, emotionsRisen: 0 });
  expect(countChanges([journeyOf(felt('weight: 1'), felt('emotion: -1'))])).toMatchObject({ emotionsFallen: 0 });
  expect(countChanges([journeyOf(felt('emotion: 1', 'old'), felt('emotion: -1', 'new'))])).toMatchObject({
    emotionsFallen: 1,
    painsNew: 0,
    wantsGone: 0,
  });
  const metric = (id: string, value: number) =>
    `metrics: [{ id: ${id}, name: M, kind: retention, readings: [{ date: 2026-0${value}-01, value: ${value} }] }]\n`;
  expect(journeyOf(metric('old', 2), metric('new', 3)).journey.readings.map(({ before, after }) => [before?.value, after?.value])).toEqual([
    [2, 3],
  ]);
});

test('a lean that changed because the base did is told', () => {
  const evidence = (id: string, complaints: number, compliments: number) =>
    `  - { id: ${id}, title: ${id}, evidence: [{ source: s, complaints: ${complaints}, compliments: ${compliments} }] }\n`;
  const text = (praise: number) => `${head}features:\n${evidence('a', 40, 60)}${evidence('b', 50, 50)}${evidence('c', 50, praise)}`;
  const { journey, edits } = compare(text(50), text(5_000));
  expect(journey.evidence.map(({ after, lean }) => [after.item.value.id, lean.before, lean.after])).toEqual([
    ['a', 'both', 'complaint-led'],
    ['b', 'both', 'complaint-led'],
    ['c', 'both', 'praise-led'],
  ]);
  expect(edits).toEqual([]);
});

test('shipping, readings and notes: what came is told, what was corrected is not told as new', () => {
  const metrics = (readings: string) => `metrics: [{ id: m, name: M, kind: retention, readings: [${readings}] }]\n`;
  const shipped = (day: string) => `features:\n  - { id: f, title: F, status: shipped, shipped: ${day}, moves: [m] }\n`;
  const added = compare(`${head}${metrics('')}`, `${head}${shipped('2026-02-01')}${metrics('')}`);
  expect(added.journey.shipped.map(({ day, metrics: [metric] }) => [day, metric?.id])).toEqual([['2026-02-01', 'm']]);
  const corrected = compare(`${head}${shipped('2026-02-01')}`, `${head}${shipped('2026-02-02')}`);
  expect([corrected.journey.shipped, corrected.edits.map(({ key }) => key)]).toEqual([[], ['shipped']]);

  const [one, two, three] = ['{ date: 2026-01-01, value: 24 }', '{ date: 2026-02-01, value: 30 }', '{ date: 2026-03-01, value: 28 }'];
  const readings = (before: string, after: string) =>
    compare(`${head}${metrics(before)}`, `${head}${metrics(after)}`).journey.readings.map((each) => [
      each.before?.value,
      each.after?.value,
      each.improved,
    ]);
  expect(readings(`${one}`, `${one}, ${two}, ${three}`)).toEqual([[30, 28, false]]);
  expect(readings(`${one}, ${two}`, `${one}`)).toEqual([[30, 24, null]]);

  const pains = (words: string) => `${head}touchpoints: [{ id: t, name: T, pains: [${words}] }]\n`;
  const typo = compare(pains('the code dose not come'), pains('the code does not come'));
  expect([typo.journey.wants, typo.edits.map(({ key }) => key)]).toEqual([[], ['touchpoints']]);
  for (const [before, after, come] of [
    ['太贵', '太慢', 1],
    ['slow', 'flow', 1],
    ['slow', 'Slow.', 0],
    ['check-out', 'Check out', 0],
    ['太贵', '太贵。', 0],
    ['“?”', '“!”', 1],
  ] as const)
    expect(countConditions([compare(pains(before), pains(after))])['new-pain'], after).toBe(come);
});
