import type { SelectionRange } from 'vscode-languageserver-types';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type ListKey, listKeys } from '../document/model.ts';
import { type Position, type Range, rangeContains } from '../document/position.ts';
import { listRange, wholeRange } from './documentRanges.ts';
import { itemRange } from './itemRange.ts';
import { rangeOfSpan, type Spot, spotAt, withoutQuotes, writtenSpan } from './spot.ts';

/** What a growing selection takes in, step by step: text, value, key with value, item, list, file. */
export function selectionRange(document: KanoDocument, position: Position): SelectionRange {
  const spot = spotAt(document, position);
  const { part, around } = spot;
  const item = document.segments[document.segmentAt(position.line)]?.entry;
  const list = listOf(spot);
  const inner = around.map((span) => writtenSpan(part, span));
  const text = inner.slice(-1).map((span) => withoutQuotes(part.text, span));
  const ranges = [
    list && listRange(document, list),
    item && itemRange(document, item),
    ...[...inner, ...text].map((span) => rangeOfSpan(document, part, span)),
  ];
  let chain: SelectionRange = { range: wholeRange(document) };
  for (const range of ranges) {
    if (range && rangeContains(range, position) && isSmaller(range, chain.range)) chain = { range, parent: chain };
  }
  return chain;
}

function listOf({ list, path: [key] }: Spot): ListKey | undefined {
  return list ?? listKeys.find((list) => list === key);
}

function isSmaller(inner: Range, outer: Range): boolean {
  const isSame = rangeContains(inner, outer.start) && rangeContains(inner, outer.end);
  return !isSame && rangeContains(outer, inner.start) && rangeContains(outer, inner.end);
}
