import { expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { planImport } from '../../../src/survey/answers/planImport.ts';

const answers = [
  [0, 0, 0, 0, 3],
  [0, 0, 0, 0, 2],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
];
const group = (persona?: string, importance?: number) => ({ persona, n: 5, answers, ...(importance !== undefined && { importance }) });
const tally = (feature: string, ...groups: ReturnType<typeof group>[]) => ({ feature, halves: 0, unanswered: 0, groups });

const model = readModel(
  'shop.kano.yaml',
  `kano: 1
product: Shop
features:
  - { id: new, title: T, tallies: [{ survey: r, counts: { M: 1 } }] }
  - { id: same, title: T, tallies: [{ survey: s, counts: { M: 2, O: 3, I: 0 }, importance: 7 }] }
  - { id: changed, title: T, tallies: [{ survey: s, answers: [[0,0,0,0,3],[0,0,0,0,1],[0,0,0,0,0],[0,0,0,0,0],[0,0,0,0,0]] }] }
  - { id: parts, title: T, tallies: [{ survey: s, persona: p, counts: { M: 2 } }, { survey: s, persona: q, counts: { M: 2 } }] }
  - { id: broken, title: T, tally: { M: -1 } }
  - { id: twice, title: T }
  - { id: twice, title: T }
  - { id: short, title: T, tally: { M: 2, O: 3 } }
`,
);

it('reports what is new, what changes, and what is not possible', () => {
  const plan = planImport(
    model,
    [
      tally('new', group()),
      tally('same', group()),
      tally('changed', group()),
      tally('parts', group('p')),
      tally('broken', group()),
      tally('twice', group()),
    ],
    's',
    'standard',
  );
  expect(plan.tallies.map(({ feature, persona, state }) => [feature, persona, state])).toEqual([
    ['new', undefined, 'added'],
    ['same', undefined, 'same'],
    ['changed', undefined, 'changed'],
    ['parts', 'p', 'changed'],
  ]);
  expect(plan.changes.map(({ feature }) => feature.value.id)).toEqual(['new', 'changed', 'parts']);
  expect(plan.unreadable).toEqual(['broken', 'twice']);
  expect(plan.overlapping).toEqual([]);
  expect(plan.kept).toEqual([{ feature: 'parts', persona: 'q' }]);
});

it('compares numbers of answers where a tally changes', () => {
  const before = (...read: Parameters<typeof planImport>[1]) => planImport(model, read, 's', 'standard').tallies.map((each) => each.before);
  expect(before(tally('new', group()), tally('same', group()), tally('changed', group()))).toEqual([
    undefined,
    undefined,
    { n: 4, isContained: true },
  ]);
  const fewer = { ...group(), n: 1, answers: answers.map((row, index) => (index === 0 ? [0, 0, 0, 0, 1] : row.map(() => 0))) };
  expect(before(tally('changed', fewer))).toEqual([{ n: 4, isContained: false }]);
});

it('reports tallies that would count respondents twice', () => {
  const both = [tally('same', group('p')), tally('parts', group()), tally('new', group('p'))];
  expect(planImport(model, both, 's', 'standard').overlapping).toEqual(['same', 'parts']);
});

it('reads the short form as the tally of no survey, and another importance as a change', () => {
  expect(planImport(model, [tally('short', group())], undefined, 'standard').tallies.map(({ state }) => state)).toEqual(['same']);
  expect(planImport(model, [tally('same', group(undefined, 6))], 's', 'standard').tallies.map(({ state }) => state)).toEqual(['changed']);
});
