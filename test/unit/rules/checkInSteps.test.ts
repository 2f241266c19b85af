import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/analysisOfProduct.ts';
import type { KanoDocument } from '../../../src/document/kanoDocument.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readDocument } from '../../../src/document/readDocument.ts';
import { updateDocument } from '../../../src/document/updateDocument.ts';
import { checkDocument, DocumentChecker } from '../../../src/rules/checkDocument.ts';
import type { Problem } from '../../../src/rules/problem.ts';
import { kanoFile } from '../../bench/kanoFile.ts';

const faulty = kanoFile(200).replaceAll('status: planned', 'status: plant').replace('[search]', '[serch]');

describe('a check in steps', () => {
  it('finds what a check at once finds', () => {
    const { pauses, problems } = finished(stepsOf(new DocumentChecker(), read(faulty)));
    expect(pauses).toBe(4);
    expect(problems).toHaveLength(201);
    expect(problems).toEqual(allProblems(read(faulty)));
  });

  it('may be dropped half-way for another version', () => {
    const checker = new DocumentChecker();
    const first = read(faulty);
    const position = { line: 14, character: 0 };
    const second = updateDocument(first, [{ range: { start: position, end: { line: 22, character: 0 } }, text: '' }]);
    expect(second.list('features')).toHaveLength(199);
    const dropped = stepsOf(checker, first);
    dropped.next();
    dropped.next();
    expect(finished(stepsOf(checker, second)).problems).toEqual(allProblems(second));
    expect(finished(stepsOf(checker, second))).toEqual({ pauses: 0, problems: allProblems(second) });
  });
});

function read(text: string): KanoDocument {
  return readDocument('file:///shop.kano.yaml', text);
}

function stepsOf(checker: DocumentChecker, document: KanoDocument) {
  const product = singleFileProduct(document);
  return checker.checkInSteps(product, analysisOfProduct(product));
}

function allProblems(document: KanoDocument) {
  const product = singleFileProduct(document);
  return checkDocument(product, analysisOfProduct(product)).map(seen);
}

function finished(steps: ReturnType<typeof stepsOf>) {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { pauses, problems: step.value.map(seen) };
  }
}

/** Without the fixes, which are functions. */
function seen({ code, severity, message, range }: Problem) {
  return { code, severity, message, range };
}
