import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import type { ComparisonBase } from '../analysis/compareProductsBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Entry } from '../document/entry.ts';
import { schemaAt } from '../document/formatSchema.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { entryOf } from '../document/node.ts';
import { type Position, type Range, rangeContains } from '../document/position.ts';
import type { Product } from '../document/product.ts';
import { keyMarkdown } from '../wording/keyWording.ts';
import { definitionHover } from './definitionHover.ts';
import { featureHover } from './featureHover.ts';
import { mentionAt } from './mentions.ts';
import { rangeOfSpan, spotAt } from './spot.ts';

/** A box with Markdown in it. */
export interface MarkdownHover extends Hover {
  contents: MarkupContent;
}

/**
 * What the box over a place in the opened file says, as Markdown: over a feature's id, its assumption and all of its tallies what its
 * numbers mean and what changed since `base`, over an id what it refers to, over a key what the format says of it. `null` where there is nothing to say.
 */
export function hover(product: Product, analysis: ProductAnalysis, position: Position, base?: ComparisonBase): MarkdownHover | null {
  const numbers = numbersBox(product, analysis, position, base);
  const word = referenceBox(product, analysis, position) ?? keyBox(product.opened, position);
  // Within a tally the word under the pointer is asked for; on the feature's own keys its numbers are.
  const boxes = (numbers?.range ? [numbers, word] : [word, numbers]).filter((box) => box !== undefined);
  const [first] = boxes;
  if (!first) return null;
  const value = boxes.map((box) => box.value).join('\n---\n\n');
  return { contents: { kind: 'markdown', value }, ...(first.range ? { range: first.range } : {}) };
}

interface Box {
  readonly value: string;
  readonly range?: Range;
}

function numbersBox(product: Product, analysis: ProductAnalysis, position: Position, base?: ComparisonBase): Box | undefined {
  for (const entry of featuresNear(product.opened, position)) {
    const place = hoverPlace(product.opened, entry, position);
    if (place) return { value: featureHover(entry, product, analysis, base), ...place };
  }
  return undefined;
}

function referenceBox(product: Product, analysis: ProductAnalysis, position: Position): Box | undefined {
  const document = product.opened;
  const mention = mentionAt(document, position);
  const value = mention && !mention.isDefinition ? definitionHover(mention, product, analysis) : undefined;
  return mention && value !== undefined ? { value, range: rangeOfSpan(document, mention.entry.part, mention.span) } : undefined;
}

function keyBox(document: KanoDocument, position: Position): Box | undefined {
  const { part, list, path, on, around } = spotAt(document, position);
  const schema = on === 'key' ? schemaAt(list, path) : undefined;
  const span = around.at(-1);
  return schema && span && { value: keyMarkdown(String(path.at(-1)), schema), range: rangeOfSpan(document, part, span) };
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
