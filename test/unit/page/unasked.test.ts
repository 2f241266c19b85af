import { expect, it } from 'vitest';
import { readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { contentInSteps } from '../../../src/page/state/contentInSteps.ts';
import { sortRows } from '../../../src/page/state/featureTable.ts';
import { groupBySection } from '../../../src/page/state/listGroups.ts';
import { noFilters } from '../../../src/page/state/pageState.ts';
import { visibleRows } from '../../../src/page/state/visibleRows.ts';

const text = `kano: 1
product: P
surveys: [{ id: s, title: Spring, date: 2026-03-01, invited: 400 }]
personas: [{ id: guest, name: Guest }, { id: member, name: Member }]
touchpoints: [{ id: till, name: Till }, { id: door, name: Door }]
features:
  - { id: all, title: All, touchpoints: [till], assumed: A, tallies: [{ survey: s, counts: { M: 300, I: 71 } }] }
  - { id: both, title: Both, touchpoints: [door], tallies: [{ survey: s, persona: guest, counts: { A: 60, I: 20 } }, { survey: s, persona: member, counts: { M: 60 } }] }
  - { id: one, title: One, touchpoints: [door], tallies: [{ survey: s, persona: member, counts: { M: 60 } }] }
  - { id: nobody, title: Nobody }
  - { id: broken, title: Broken, tally: { M: some } }
  - { id: against, title: Against, tally: { R: 50, I: 5 } }
`;

async function contentFor(persona: string | null) {
  const source = { resolve: async () => ({ reason: 'not-found' as const }), open: async () => undefined };
  const product = await readProduct(readModel('file:///p.kano.yaml', text), source);
  const steps = contentInSteps({ products: [product], answers: { persona, survey: null } });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

it('says of a persona that it was not asked, not that nobody was, and gives no sums of what is not known', async () => {
  const { rows, lists, footer } = await contentFor('guest');
  const all = rows.find(({ key }) => key === 'all');
  expect(all).toMatchObject({ section: 'unasked', category: null, categoryText: 'Guest was not asked', why: 'Guest was not asked' });
  expect(rows.find(({ key }) => key === 'nobody')).toMatchObject({ section: 'not-surveyed', categoryText: 'Not surveyed' });
  expect(lists.touchpoints.map(({ key, unasked }) => [key, unasked])).toEqual([
    ['till', { features: 1, of: 1 }],
    ['door', { features: 1, of: 2 }],
  ]);
  expect(footer.join()).not.toContain('invited');
  const shown = visibleRows(rows, { ...noFilters, hidden: ['unasked', 'uncounted'] }, lists).map(({ key }) => key);
  expect(shown).toEqual(['both', 'nobody']);
});

it('says the same of everybody as before', async () => {
  const { rows, lists, footer } = await contentFor(null);
  expect(rows.find(({ key }) => key === 'all')).toMatchObject({ section: 'ranked', category: 'M', isUnasked: false });
  expect(lists.touchpoints.map(({ unasked }) => unasked)).toEqual([null, null]);
  expect(footer.join()).toContain('400 invited, 371 at most answered');
});

it('gives what cannot be counted its name, its reason and its place, the same in list and backlog', async () => {
  const { rows, lists } = await contentFor(null);
  expect(rows.find(({ key }) => key === 'broken')).toMatchObject({
    section: 'cannot-be-counted',
    categoryText: 'Cannot be counted',
    why: 'tally has an error, not counted',
  });
  const listed = groupBySection(rows).flatMap((group) => group.rows.map(({ key }) => key));
  expect(listed.slice(-3)).toEqual(['against', 'nobody', 'broken']);
  expect(sortRows(rows, { column: 'rank', descending: false }, []).map(({ key }) => key)).toEqual(listed);
  expect(visibleRows(rows, { ...noFilters, hidden: ['none'] }, lists).map(({ key }) => key)).toContain('broken');
});

it('says in the reason what to do about answers that contradict each other, and about what customers reject', async () => {
  const { rows } = await contentFor(null);
  expect(rows.find(({ key }) => key === 'against')?.why).toContain('do not build');
});
