import { expect, test } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import { inBoth } from '../terms/speak.ts';

function messages(features: string): readonly string[] {
  const product = singleFileProduct(readModel('shop.kano.yaml', `kano: 1\nproduct: Shop\nfeatures:\n${features}`));
  return checkDocument(product, analysisOfProduct(product)).map(({ message }) => message);
}

test('what the numbers of a feature say begins with its title, as lists of problems show nothing else', () => {
  const said = inBoth(() => messages('  - { id: quiet, title: Quiet checkout, tally: { M: 60, Q: 40 } }\n')[0]);
  expect(said).toEqual([
    'Quiet checkout: 40% of 100 answers contradict themselves: the question was probably misunderstood. Reword it and ask again.',
    'Quiet checkout：100 份回答中有 40% 自相矛盾：问题很可能被误解了。请改写问题并重新询问。',
  ]);
});

test('what the numbers of all features together say begins with it too', () => {
  const drifted = '    tallies: [{ counts: { A: 60, I: 20 } }, { survey: s, counts: { M: 60, I: 20 } }]\n';
  const differing = `    tallies: [{ survey: s, persona: a, counts: { A: 60 } }, { survey: s, persona: b, counts: { M: 60 } }]\n`;
  const found = messages(
    `  - id: a\n    title: Pay later\n${drifted}  - id: b\n    title: Loan\n${differing}surveys: [{ id: s, date: 2026-01-01 }]\npersonas: [{ id: a }, { id: b }]\n`,
  );
  expect(found).toContainEqual(expect.stringMatching(/^Pay later: Attractive → Must-be since/));
  expect(found).toContainEqual(expect.stringMatching(/^Loan: Personas see this differently/));
});

test('a feature that needs a rejected one is named', () => {
  const features =
    '  - { id: a, title: Pay later, dependsOn: [b], tally: { M: 90 } }\n  - { id: b, title: Loan, status: rejected, tally: { I: 90 } }\n';
  expect(messages(features)).toEqual([expect.stringMatching(/^Pay later: This needs “b”, which is rejected/)]);
});

test('without a title the id names it, a long title is cut off and a title over lines is one line', () => {
  const named = (title: string) =>
    messages(`  - { id: quiet, ${title} tally: { M: 60, Q: 40 } }\n`).find((message) => message.includes('40%'));
  expect(named('')).toMatch(/^quiet: 40% of/);
  expect(named(`title: "${'long '.repeat(30)}",`)).toMatch(/^(long ){11}long…: 40% of/);
  expect(named('title: "two\\nlines",')).toMatch(/^two lines: 40% of/);
});
