import { expect, it } from 'vitest';
import { allAnswers } from '../../../src/analysis/answerFilter.ts';
import { finish } from '../../../src/base/steps.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { contentInSteps } from '../../../src/page/state/contentInSteps.ts';

const text = `kano: 1
product: Shop
touchpoints:
  - { id: till, name: Checkout, referral: true, emotion: 1, pains: [{ id: x, pain: slow }, { id: y, pain: dear }] }
features:
  - { id: late, title: Later, status: shipped, shipped: 2026-08-01, moves: [m] }
  - { id: a, title: Guests, status: shipped, shipped: 2026-06-01, relieves: [x], moves: [m], touchpoints: [till] }
  - { id: b, title: Not yet, moves: [m] }
metrics:
  - { id: m, name: M, kind: retention, readings: [{ date: 2026-03-31, value: 50 }, { date: 2026-09-30, value: 60 }] }
`;

it('knows what shipped to move a metric, oldest first, and what still hurts at a touchpoint', () => {
  const products = [singleFileProduct(readModel('shop.kano.yaml', text))];
  const { metrics, touchpoints } = finish(contentInSteps({ products, answers: allAnswers })).lists;
  expect(metrics[0]?.shipped).toEqual([
    { date: '2026-06-01', text: 'Guests: 50% → 60% (+20%), better' },
    { date: '2026-08-01', text: 'Later: 50% → 60% (+20%), better' },
  ]);
  const journey = touchpoints[0]?.journey;
  expect([journey?.openPains.map(({ id }) => id), journey?.relievedPains.map(({ id }) => id), journey?.referral]).toEqual([
    ['y'],
    ['x'],
    'ready',
  ]);
});
