import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { readExample } from './readExample.ts';

describe.each(['web-shop', 'web-shop-zh'])('the problems of %s', (folder) => {
  it('are the warnings that are there to be seen', async () => {
    const { problems, idAt } = await problemsOf(`${folder}/shop.kano.yaml`);
    const serious = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(serious.map((problem) => `${problem.severity} ${problem.code} ${idAt(problem)}`)).toEqual([
      'warning kano/moment-at-risk choosing',
      'warning kano/moment-at-risk using',
      'warning kano/questionable-answers quiet-checkout',
      'warning kano/reverse-planned advertising-pushes',
      'warning kano/metric-worsened first-answer',
    ]);
  });

  it('show one of each finding, and a hint for what nobody was asked', async () => {
    const { problems, idAt } = await problemsOf(`${folder}/shop.kano.yaml`);
    const others = problems.filter(({ severity }) => severity === 'info' || severity === 'hint');
    expect(others.map((problem) => `${problem.code} ${idAt(problem)}`)).toEqual([
      'kano/unserved-need try-first',
      'kano/unrelieved-pain colours-differ',
      'kano/not-surveyed catalogue-import',
      'kano/small-sample image-search',
      'kano/indifferent-in-progress dark-mode',
      'kano/category-drift delivery-date',
      'kano/ambiguous-category size-advisor',
      'kano/personas-disagree guest-checkout',
      'kano/not-surveyed gift-wrapping',
      'kano/not-surveyed plastic-free-packaging',
      'kano/evidence-contradicts evidence',
      'kano/not-surveyed repair-service',
      'kano/not-surveyed purchase-history',
      'kano/category-drift reorder',
      'kano/not-surveyed shared-wish-lists',
    ]);
  });
});

describe('the problems of the multi-file product', () => {
  it.each(['tickets/tickets', 'service/service', 'journey'])('of %s are neither errors nor warnings', async (name) => {
    const { problems } = await problemsOf(`multi-file/${name}.kano.yaml`);
    expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });
});

async function problemsOf(path: string) {
  const { product, analysis } = await readExample(path);
  const lines = product.opened.text.split('\n');
  const idAt = ({ range: { start, end } }: Problem) => lines[start.line]?.slice(start.character, end.character);
  return { problems: checkDocument(product, analysis), idAt };
}
