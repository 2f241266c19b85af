import type { SelectionRange } from 'vscode-languageserver-types';
import { type ListKey, listKeys } from '../document/format/model.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { type Position, type Range, rangeContains } from '../document/yaml/position.ts';
import { type AtPosition, findAtPosition, rangeOfOffsets, withoutQuotes, writtenOffsets } from './atPosition.ts';
import { itemRange, listRange, wholeRange } from './ranges.ts';

/** The ranges that a growing selection takes in: text, value, key with value, item, list, file. */
export function selectionRange(model: KanoModel, position: Position): SelectionRange {
  const found = findAtPosition(model, position);
  const { part, around } = found;
  const item = model.segments[model.segmentAt(position.line)]?.item;
  const list = listOf(found);
  const inner = around.map((offsets) => writtenOffsets(part, offsets));
  const text = inner.slice(-1).map((offsets) => withoutQuotes(part.text, offsets));
  const ranges = [
    list && listRange(model, list),
    item && itemRange(model, item),
    ...[...inner, ...text].map((offsets) => rangeOfOffsets(model, part, offsets)),
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
