import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { matchesPath } from '../../../src/base/pathPattern.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import { idOfName } from '../../../src/problems/schema/idFixes.ts';
import { keepNotes } from '../../../src/report/backlog/keepNotes.ts';
import { alignColumns } from '../../../src/report/plainText.ts';

// Quadratic work on this many characters takes longer than the time-out of a test, linear work less than a second.
const size = 1_000_000;
const head = 'kano: 1\nproduct: P\nfeatures:\n';
const long = (run: string, characters = size) => run.repeat(Math.floor(characters / run.length));

describe('text made to take long', () => {
  it('reads and checks a title of many escaped backslashes', () => {
    const [double, single] = [
      `${head}  - &a\n    id: a\n    title: "${long('\\\\')}x"\n`,
      `${head}  - &a\n    id: a\n    title: '${long("''")}x'\n`,
    ];
    for (const text of [double, single]) {
      const product = singleFileProduct(readModel('file:///a.kano.yaml', text));
      expect(product.opened.list('features')[0]?.value.title).toHaveLength(size / 2 + 1);
      expect(checkDocument(product, analysisOfProduct(product)).map(({ code }) => code)).not.toContain('kano/syntax');
    }
  });

  it('keeps no notes beside a comment of blanks', () => {
    for (const run of [' ', '\t', '/', ' /', '-->', ' -->', '<!--'])
      expect(keepNotes('', `# B\n<!--${long(run)}x\n`), run).toBe('no-place');
  });

  it('makes an id of a name of dots and dashes', () => {
    for (const run of ['.', '-', '_', '.-', ' .']) expect(idOfName(`a${long(run)}é!b${long(run)}`), run).toMatch(/^a[^a]*b$/);
  });

  it('compares a path with a pattern of slashes', () => {
    for (const run of ['/', './', '*/', '**/', '?/'])
      for (const pattern of [`a${long(run)}b`, `${long(run)}b`, `a${long(run)}`]) expect(matchesPath(pattern, 'c/d'), run).toBe(false);
  });

  it('aligns more rows than a function takes arguments', () => {
    const rows = Array.from({ length: size }, () => ['a']);
    expect(alignColumns(rows, ['left'])).toHaveLength(size);
  });
});
