import type { SelectionRange } from 'vscode-languageserver-types';
import { type ListKey, listKeys } from '../document/format/model.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { type Position, type Range, rangeContains } from '../document/yaml/position.ts';
import { type AtPosition, findAtPosition, rangeOfSpan, withoutQuotes, writtenSpan } from './atPosition.ts';
import { listRange, wholeRange } from './documentRanges.ts';
import { itemRange } from './itemRange.ts';

/** What a growing selection takes in, step by step: text, value, key with value, item, list, file. */
export function selectionRange(model: KanoModel, position: Position): SelectionRange {
  const spot = findAtPosition(model, position);
  const { part, around } = spot;
  const item = model.segments[model.segmentAt(position.line)]?.item;
  const list = listOf(spot);
  const inner = around.map((span) => writtenSpan(part, span));
  const text = inner.slice(-1).map((span) => withoutQuotes(part.text, span));
  const ranges = [
    list && listRange(model, list),
    item && itemRange(model, item),
    ...[...inner, ...text].map((span) => rangeOfSpan(model, part, span)),
  ];
  let chain: SelectionRange = { range: wholeRange(model) };
  for (const range of ranges) {
    if (range && rangeContains(range, position) && isSmaller(range, chain.range)) chain = { range, parent: chain };
  }
  return chain;
}

function listOf({ list, path: [key] }: AtPosition): ListKey | undefined {
  return list ?? listKeys.find((list) => list === key);
}

function isSmaller(inner: Range, outer: Range): boolean {
  const isSame = rangeContains(inner, outer.start) && rangeContains(inner, outer.end);
  return !isSame && rangeContains(outer, inner.start) && rangeContains(outer, inner.end);
}
