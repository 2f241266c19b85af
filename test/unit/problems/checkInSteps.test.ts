import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import type { Feature } from '../../../src/document/format/model.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { checkDocument, DocumentChecker } from '../../../src/problems/checkDocument.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { kanoFile, linesPerFeature } from '../../bench/kanoFile.ts';

const faulty = kanoFile(200).replaceAll('status: planned', 'status: plant').replace('[search]', '[serch]');

describe('a check in steps', () => {
  it('finds what a check at once finds', () => {
    const { looked, problems } = finished(new DocumentChecker(), read(faulty));
    expect(problems).toHaveLength(201);
    expect(problems).toEqual(allProblems(read(faulty)));
    // Seven other items, and the numbers of all features, of no more than fifty items between two pauses; the checks of the whole product ask for hardly any again.
    expect(looked.slice(0, 4)).toEqual([43, 50, 50, 50]);
    expect(looked.reduce((sum, count) => sum + count)).toBe(200);
  });

  it('looks through comments and brings items into indexes a few at a time', () => {
    const model = read(kanoFile(1200));
    const product = singleFileProduct(model);
    const steps = new DocumentChecker().checkInSteps(product, analysisOfProduct(product));
    let [pauses, pausesWithIndexes] = [0, 0];
    for (; !steps.next().done; pauses++) if (pauses >= 24) pausesWithIndexes++;
    // 1,207 items make six steps in each of three indexes, 1,211 segments two more; then comes a pause after each of the sixteen problems that look at the product.
    expect(pausesWithIndexes).toBe(6 + 6 + 6 + 2 + 16);
  });

  it('pauses after every feature whose tests take draws', () => {
    const feature = (index: number) =>
      `  - { id: f${index}, title: T, tallies: [{ persona: m, counts: { M: ${30 + index}, A: 2 } }, { persona: g, counts: { M: 2, A: 30 } }] }\n`;
    const text = `kano: 1\nproduct: P\npersonas: [{ id: m, name: M }, { id: g, name: G }]\nfeatures:\n`;
    const pausesIn = (file: string) => {
      const product = singleFileProduct(read(file));
      const steps = new DocumentChecker().checkInSteps(product, analysisOfProduct(product));
      let pauses = 0;
      while (!steps.next().done) pauses++;
      return pauses;
    };
    const drawn = Array.from({ length: 20 }, (_, index) => feature(index)).join('');
    expect(pausesIn(text + drawn.replaceAll('A: 2 ', 'A: 4, I: 1 ')) - pausesIn(text + drawn)).toBe(20);
  });

  it('may be dropped half-way for another version', () => {
    const checker = new DocumentChecker();
    const first = read(faulty);
    const position = { line: 14, character: 0 };
    const second = updateModel(first, [{ range: { start: position, end: { line: 14 + linesPerFeature, character: 0 } }, text: '' }]);
    expect(second.list('features')).toHaveLength(199);
    const product = singleFileProduct(first);
    const dropped = checker.checkInSteps(product, analysisOfProduct(product));
    dropped.next();
    dropped.next();
    expect(finished(checker, second).problems).toEqual(allProblems(second));
    const again = finished(checker, second);
    expect(again.problems).toEqual(allProblems(second));
    expect(again.looked.every((count) => count === 0)).toBe(true);
  });
});

function read(text: string): KanoModel {
  return readModel('file:///shop.kano.yaml', text);
}

function allProblems(model: KanoModel) {
  const product = singleFileProduct(model);
  return checkDocument(product, analysisOfProduct(product)).map(seen);
}

/** The problems, and how many features were analysed before each pause and after the last. */
function finished(checker: DocumentChecker, model: KanoModel) {
  const product = singleFileProduct(model);
  const analysis = analysisOfProduct(product);
  const looked: number[] = [0];
  const featureAnalysis = (feature: Feature) => {
    looked.push((looked.pop() ?? 0) + 1);
    return analysis.featureAnalysis(feature);
  };
  const steps = checker.checkInSteps(product, Object.create(analysis, { featureAnalysis: { value: featureAnalysis } }));
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { looked, problems: step.value.map(seen) };
    looked.push(0);
  }
}

/** Without the fixes, which are functions. */
function seen({ code, severity, message, range }: Problem) {
  return { code, severity, message, range };
}
