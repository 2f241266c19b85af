import { expect, it } from 'vitest';
import { allAnswers } from '../../../src/analysis/answerFilter.ts';
import { finish } from '../../../src/base/steps.ts';
import { contentInSteps } from '../../../src/page/state/contentInSteps.ts';
import { groupBySection } from '../../../src/page/state/listGroups.ts';
import { analysisTable } from '../../../src/report/analysis/analysisTable.ts';
import { backlogGroups } from '../../../src/report/backlog/backlogGroups.ts';
import { decisionsOf } from '../../../src/report/decisions/decisions.ts';
import { analysed } from './analysed.ts';

const shop = analysed(`kano: 1
product: Shop
features:
  - { id: a, title: A }
  - { id: b, title: B, evidence: [{ source: r, complaints: 2, compliments: 1, neutral: 4 }, { source: t, note: many }] }
  - { id: c, title: C, evidence: [{ source: r, complaints: 300 }, { source: t, complaints: 5 }] }
  - { id: d, title: D, tally: { M: 60 } }
  - { id: e, title: E }
  - { id: f, title: F, assumed: M, evidence: [{ source: r, complaints: 900 }] }
`);
const { product, analysis } = shop;

it('asks first about what most people speak of, and changes no rank', () => {
  const [last] = backlogGroups(product, analysis, 'category').slice(-1);
  expect(last?.features.map(({ id }) => id)).toEqual(['c', 'b', 'a', 'e']);
  const { rows } = finish(contentInSteps({ products: [product], answers: allAnswers }));
  const inList = groupBySection(rows).find(({ section }) => section === 'not-surveyed');
  expect(inList?.rows.map(({ key }) => key)).toEqual(['c', 'b', 'a', 'e']);
  // The report names those with an assumption as well.
  expect(decisionsOf(shop, null).find(({ key }) => key === 'unsure')?.note).toBe(
    'Nobody was asked about F, C, B, A and E: ask at least 30 customers.',
  );
  const table = analysisTable([shop]).split('\n').slice(3);
  expect(table.slice(0, 6).map((line) => line.trim().split(/ {2,}/).slice(0, 2).join(' '))).toEqual([
    '1 D',
    '2 F',
    '– C',
    '– B',
    '– A',
    '– E',
  ]);
  expect(analysis.buildOrder.map(({ id }) => id)).toEqual(['d', 'f', 'a', 'b', 'c', 'e']);
});

it('keeps what nobody was asked about at its place in the table where something to build needs it', () => {
  const needed = analysed(`kano: 1
product: Shop
features:
  - { id: a, title: A, evidence: [{ source: r, complaints: 300 }] }
  - { id: b, title: B }
  - { id: c, title: C, tally: { M: 60 }, dependsOn: [b] }
  - { id: d, title: D, tally: { R: 60 } }
`);
  const table = analysisTable([needed]).split('\n').slice(3, 7);
  expect(table.map((line) => line.trim().split(/ {2,}/).slice(0, 2).join(' '))).toEqual(['1 B', '2 C', '– A', '– D']);
});
