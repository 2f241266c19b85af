import { analysisOfProduct } from '../../../src/analysis/analysisOfProduct.ts';
import type { KanoDocument } from '../../../src/document/kanoDocument.ts';
import type { Place } from '../../../src/document/place.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readDocument } from '../../../src/document/readDocument.ts';
import { checkDocument } from '../../../src/rules/checkDocument.ts';

export function read(text: string): KanoDocument {
  return readDocument('file:///shop.kano.yaml', text);
}

/** `line:from-to text` of a place, lines and characters counted from 0. */
export function shown(document: KanoDocument, place: Place): string {
  const { start, end } = document.rangeOf(place);
  const line = document.text.split('\n')[start.line] ?? '';
  return `${start.line}:${start.character}-${end.line === start.line ? '' : `${end.line}:`}${end.character} ${line.slice(start.character, end.character)}`;
}

/** `code line text` of every error: of what is wrong with the text, whatever the numbers say. */
export function problemsIn(document: KanoDocument): readonly string[] {
  const product = singleFileProduct(document);
  const lines = document.text.split('\n');
  const errors = checkDocument(product, analysisOfProduct(product)).filter(({ severity }) => severity === 'error');
  return errors.map(
    ({ code, range: { start, end } }) => `${code} ${start.line} ${lines[start.line]?.slice(start.character, end.character)}`,
  );
}
