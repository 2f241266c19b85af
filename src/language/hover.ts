import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { entryOf } from '../document/node.ts';
import { type Position, type Range, rangeContains } from '../document/position.ts';
import type { Product } from '../document/product.ts';
import { featureHover } from './featureHover.ts';

/** A box with Markdown in it. */
export interface MarkdownHover extends Hover {
  contents: MarkupContent;
}

/**
 * What the box over a place in the opened file says, as Markdown: over a feature's id, its assumption and all of its tallies what its
 * numbers mean. `null` where there is nothing to say.
 */
export function hover(product: Product, analysis: ProductAnalysis, position: Position): MarkdownHover | null {
  const document = product.opened;
  for (const entry of featuresNear(document, position)) {
    const place = hoverPlace(document, entry, position);
    if (place) return { contents: { kind: 'markdown', value: featureHover(entry, product, analysis) }, ...place };
  }
  return null;
}

/** The feature that was read from this line alone, or those that were read with the rest of the file. */
function featuresNear(document: KanoDocument, { line }: Position): readonly Entry<'features'>[] {
  const own = document.segments[document.segmentAt(line)]?.entry;
  return document.list('features').filter((entry) => (own ? entry === own : entry.part === document.frame));
}

const keys = ['tally', 'tallies', 'assumed'] as const;

/** Whether a box opens at the position, and over which range; within a tally over the word that the editor finds. */
function hoverPlace(document: KanoDocument, entry: Entry<'features'>, position: Position): { readonly range?: Range } | undefined {
  const id = document.rangeOf(entry.placeOfId);
  if (entry.value.id !== undefined && rangeContains(id, position)) return { range: id };
  for (const name of keys) {
    if (!entryOf(entry.node, name)) continue;
    const key = document.rangeOf(entry.placeOfKey([name]));
    if (rangeContains(key, position)) return { range: key };
    if (rangeContains({ start: key.start, end: endOf(document, entry, name) ?? key.end }, position)) return {};
  }
  return undefined;
}

/** Where the value behind a key ends; `undefined` where an alias stands for it. */
function endOf(document: KanoDocument, { node, part }: Entry, key: string) {
  const found = entryOf(node, key);
  if (!node || !found || found.value.start < found.key.end || found.value.end > node.end) return undefined;
  return document.rangeOf({ part, start: found.value.end, end: found.value.end }).start;
}
