import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import type { LocalRange } from '../../../src/document/yaml/localRange.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';

export function read(text: string): KanoModel {
  return readModel('file:///shop.kano.yaml', text);
}

/** `line:from-to text` of a place, lines and characters counted from 0. */
export function shown(model: KanoModel, range: LocalRange): string {
  const { start, end } = model.locate(range);
  const line = model.text.split('\n')[start.line] ?? '';
  return `${start.line}:${start.character}-${end.line === start.line ? '' : `${end.line}:`}${end.character} ${line.slice(start.character, end.character)}`;
}

/** `code line text` of every error: of what is wrong with the text, whatever the numbers say. */
export function problemsIn(model: KanoModel): readonly string[] {
  const product = singleFileProduct(model);
  const lines = model.text.split('\n');
  const errors = checkDocument(product, analysisOfProduct(product)).filter(({ severity }) => severity === 'error');
  return errors.map(
    ({ code, range: { start, end } }) => `${code} ${start.line} ${lines[start.line]?.slice(start.character, end.character)}`,
  );
}
