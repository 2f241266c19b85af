import { expect, it } from 'vitest';
import { allAnswers } from '../../../src/analysis/answerFilter.ts';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { finish } from '../../../src/base/steps.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { contentInSteps } from '../../../src/page/state/contentInSteps.ts';
import { pointsFrom, shownArrows } from '../../../src/page/state/shownArrows.ts';

const product = (features: string) => singleFileProduct(readModel('file:///shop.kano.yaml', `kano: 1\nfeatures:\n${features}`));
const baseOf = (features: string) => {
  const before = product(features);
  return { name: 'main', product: before, analysis: analysisOfProduct(before) };
};
const contentOf = (features: string) => finish(contentInSteps({ products: [product(features)], answers: allAnswers }));

const now = `  - { id: moved, tally: { M: 70, O: 10, I: 20 } }
  - { id: same, tally: { M: 10, O: 70, I: 20 } }
  - { id: nudged, tally: { M: 52, O: 10, I: 38 } }
  - { id: new, tally: { A: 80, I: 20 } }
  - { id: first-asked, tally: { A: 80, I: 20 } }
`;
const before = `  - { id: moved, tally: { A: 70, O: 10, I: 20 } }
  - { id: same, tally: { M: 10, O: 70, I: 20 } }
  - { id: nudged, tally: { M: 50, O: 10, I: 40 } }
  - { id: first-asked, assumed: A }
`;

it('leads arrows from where features were in the version in Git, and from nowhere where they were not', () => {
  const content = contentOf(now);
  const points = pointsFrom(content.rows, content, baseOf(before));
  const former = Object.fromEntries(points.map(({ key, before }) => [key, before]));
  expect(former.moved).toEqual({ category: 'A', better: 0.8, worse: -0.1, significant: true });
  // What stayed within its interval may be chance.
  expect(former.nudged).toEqual({ category: 'M', better: 0.1, worse: -0.6, significant: false });
  expect(former.same).toMatchObject({ better: 0.7, worse: -0.8, significant: false });
  expect([former.new, former['first-asked']]).toEqual([null, null]);
  expect(points.find(({ key }) => key === 'moved')).toMatchObject({ category: 'M', better: 0.1 });
});

it('takes the same points again while nothing changes, so that the picture stays as it is', () => {
  const content = contentOf(now);
  const base = baseOf(before);
  expect(pointsFrom(content.rows, content, base)).toEqual(pointsFrom(content.rows, content, base));
  expect(pointsFrom(content.rows, content, null)[0]).toBe(pointsFrom(content.rows, content, null)[0]);
});

it('shows no arrows where there is nothing to come from, and those that were chosen once there is', () => {
  const content = contentOf(now);
  expect(shownArrows('base', { content, base: null })).toBe('none');
  expect(shownArrows('base', { content, base: baseOf(before) })).toBe('base');
  expect(shownArrows('survey', { content, base: null })).toBe('none');
  expect(shownArrows('none', { content, base: baseOf(before) })).toBe('none');
});
