import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import type { ComparisonBase } from '../analysis/comparison/compareProductsBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { schemaAt } from '../document/format/formatSchema.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { entryOf } from '../document/yaml/node.ts';
import { type Position, type Range, rangeContains } from '../document/yaml/position.ts';
import { keyMarkdown } from '../wording/keyWording.ts';
import { findAtPosition, rangeOfSpan } from './atPosition.ts';
import { definitionHover } from './definitionHover.ts';
import { featureHover } from './featureHover.ts';
import { mentionAt } from './mentions.ts';

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
  for (const item of featuresNear(product.opened, position)) {
    const place = hoverPlace(product.opened, item, position);
    if (place) return { value: featureHover(item, product, analysis, base), ...place };
  }
  return undefined;
}

function referenceBox(product: Product, analysis: ProductAnalysis, position: Position): Box | undefined {
  const model = product.opened;
  const mention = mentionAt(model, position);
  const value = mention && !mention.isDefinition ? definitionHover(mention, product, analysis) : undefined;
  return mention && value !== undefined ? { value, range: rangeOfSpan(model, mention.item.part, mention.span) } : undefined;
}

function keyBox(model: KanoModel, position: Position): Box | undefined {
  const { part, list, path, on, around } = findAtPosition(model, position);
  const schema = on === 'key' ? schemaAt(list, path) : undefined;
  const span = around.at(-1);
  return schema && span && { value: keyMarkdown(String(path.at(-1)), schema), range: rangeOfSpan(model, part, span) };
}

/** The feature that was read from this line alone, or those that were read with the rest of the file. */
function featuresNear(model: KanoModel, { line }: Position): readonly Item<'features'>[] {
  const own = model.segments[model.segmentAt(line)]?.item;
  return model.list('features').filter((item) => (own ? item === own : item.part === model.frame));
}

const keys = ['tally', 'tallies', 'assumed'] as const;

/** Whether a box opens at the position, and over which range; within a tally over the word that the editor finds. */
function hoverPlace(model: KanoModel, item: Item<'features'>, position: Position): { readonly range?: Range } | undefined {
  const id = model.locate(item.rangeOfId);
  if (item.value.id !== undefined && rangeContains(id, position)) return { range: id };
  for (const name of keys) {
    if (!entryOf(item.node, name)) continue;
    const key = model.locate(item.rangeOfKey([name]));
    if (rangeContains(key, position)) return { range: key };
    if (rangeContains({ start: key.start, end: endOf(model, item, name) ?? key.end }, position)) return {};
  }
  return undefined;
}

/** Where the value behind a key ends; `undefined` where an alias stands for it. */
function endOf(model: KanoModel, { node, part }: Item, key: string) {
  const found = entryOf(node, key);
  if (!node || !found || found.value.start < found.key.end || found.value.end > node.end) return undefined;
  return model.locate({ part, start: found.value.end, end: found.value.end }).start;
}
