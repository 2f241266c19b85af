import * as l10n from '@vscode/l10n';
import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import type { ComparisonBase } from '../analysis/comparison/comparisonBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { partWords } from '../document/definitionIndex.ts';
import { schemaAt } from '../document/format/formatSchema.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { entryOf } from '../document/yaml/node.ts';
import { type Position, type Range, rangeContains } from '../document/yaml/position.ts';
import { featureSentence } from '../terms/featureSentences.ts';
import { definitionNoun, nounIn } from '../terms/labels.ts';
import { markdownText, paragraph } from '../terms/markdown.ts';
import { count, share } from '../terms/numbers.ts';
import { findAtPosition, rangeOfOffsets, withoutQuotes, writtenOffsets } from './atPosition.ts';
import { sentenceOptions } from './codeLenses.ts';
import { featureHover } from './featureHover.ts';
import { metricFacts, stageFact, touchpointFacts, wantFacts } from './hoverJourney.ts';
import { keyMarkdown } from './keyMarkdown.ts';
import { definitionsIn, fileName, type Mention, mentionAt } from './mentions.ts';
import { itemName } from './symbols.ts';
import { valueMeaning } from './valueMeanings.ts';

interface MarkdownHover extends Hover {
  contents: MarkupContent;
}

/**
 * The hover at a position of the opened file, as Markdown. On a feature's id, assumption and tallies: what its numbers mean and what changed
 * since `base`. On a reference: what the id refers to. On a key: what the format says of it. `null` elsewhere.
 */
export function hover(product: Product, analysis: ProductAnalysis, position: Position, base?: ComparisonBase): MarkdownHover | null {
  const numbers = numbersHover(product, analysis, position, base);
  const word = referenceHover(product, analysis, position) ?? keyHover(product.opened, position) ?? valueHover(product.opened, position);
  // Within a tally the reader asks for the word under the pointer; on the feature's own keys, for its numbers.
  const sections = (numbers?.range ? [numbers, word] : [word, numbers]).filter((section) => section !== undefined);
  const [first] = sections;
  if (!first) return null;
  const value = sections.map((section) => section.value).join('\n---\n\n');
  return { contents: { kind: 'markdown', value }, ...(first.range ? { range: first.range } : {}) };
}

interface Section {
  readonly value: string;
  readonly range?: Range;
}

function numbersHover(product: Product, analysis: ProductAnalysis, position: Position, base?: ComparisonBase): Section | undefined {
  for (const item of featuresNear(product.opened, position)) {
    const found = numbersRange(product.opened, item, position);
    if (found) return { value: featureHover(item, product, analysis, base), ...found };
  }
  return undefined;
}

function referenceHover(product: Product, analysis: ProductAnalysis, position: Position): Section | undefined {
  const mention = mentionAt(product.opened, position);
  // On its own id a need, a pain, a metric or a touchpoint says what others make of it; the other definitions say nothing that is not written there.
  if (!mention || (mention.isDefinition && !['needs', 'pains', 'metrics', 'touchpoints'].includes(mention.list))) return undefined;
  const [first] = product.models.flatMap((model) => definitionsIn(model, mention).map((found) => ({ found, model })));
  if (!first) return undefined;
  const range = rangeOfOffsets(product.opened, mention.item.part, mention.offsets);
  return { value: describe(mention, first.found, first.model, product, analysis), range };
}

function keyHover(model: KanoModel, position: Position): Section | undefined {
  const { part, list, path, on, around } = findAtPosition(model, position);
  const schema = on === 'key' ? schemaAt(list, path) : undefined;
  const offsets = around.at(-1);
  return schema && offsets && { value: keyMarkdown(String(path.at(-1)), schema), range: rangeOfOffsets(model, part, offsets) };
}

/** On a value of the journey's own words: what it means. */
function valueHover(model: KanoModel, position: Position): Section | undefined {
  const { part, list, path, on, around } = findAtPosition(model, position);
  const offsets = around.at(-1);
  const key = String(typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1));
  if (on !== 'value' || !offsets || !['moment', 'kind', 'activity', 'activities'].includes(key)) return undefined;
  const { start, end } = withoutQuotes(part.text, writtenOffsets(part, offsets));
  const value = part.text.slice(start, end);
  if (!schemaAt(list, path)?.enum?.includes(value)) return undefined;
  const meaning = valueMeaning(key, value);
  const text = meaning && [`**${meaning.detail}**`, meaning.documentation].filter(Boolean).join(' · ');
  return text === undefined ? undefined : { value: text, range: rangeOfOffsets(model, part, { start, end }) };
}

/** The feature that was read from this line alone, or those that were read with the rest of the file. */
function featuresNear(model: KanoModel, { line }: Position): readonly Item<'features'>[] {
  const own = model.segments[model.segmentAt(line)]?.item;
  return model.list('features').filter((item) => (own ? item === own : item.part === model.frame));
}

/** The range of the numbers hover; `undefined` where it does not open. Within a tally it has no range, and the editor takes the word. */
function numbersRange(model: KanoModel, item: Item<'features'>, position: Position): { readonly range?: Range } | undefined {
  const id = model.locate(item.rangeOfId);
  if (item.value.id !== undefined && rangeContains(id, position)) return { range: id };
  for (const name of ['tally', 'tallies', 'assumed']) {
    if (!entryOf(item.node, name)) continue;
    const key = model.locate(item.rangeOfKey([name]));
    if (rangeContains(key, position)) return { range: key };
    if (rangeContains({ start: key.start, end: endOf(model, item, name) ?? key.end }, position)) return {};
  }
  return undefined;
}

/** Where the value of a key ends; `undefined` where the value is an alias. */
function endOf(model: KanoModel, { node, part }: Item, key: string): Position | undefined {
  const found = entryOf(node, key);
  if (!node || !found || found.value.start < found.key.end || found.value.end > node.end) return undefined;
  return model.locate({ part, start: found.value.end, end: found.value.end }).start;
}

/** More of a description does not fit a hover. */
const longestDescription = 600;

/** What an id refers to: its name and the facts about it. */
function describe(mention: Mention, { item, isPart }: Mention, model: KanoModel, product: Product, analysis: ProductAnalysis): string {
  const { list, id } = mention;
  const { description } = isPart ? {} : (item.value as { readonly description?: string });
  const want = isPart ? analysis.wants.find((each) => each.id === id && (each.kind === 'need') === (list === 'needs')) : undefined;
  const holder = isPart ? [l10n.t('{noun}: {name}', { noun: definitionNoun(item.list), name: itemName(item) })] : [];
  const facts = [
    l10n.t('{noun} · {id}', { noun: nounIn(item.list, list), id }),
    ...(isPart ? [...holder, ...(want ? wantFacts(want) : [])] : factsOf(item, product, analysis)),
  ];
  const name = (isPart && partWords(item, id)) || itemName(item);
  const file = model === product.opened ? undefined : l10n.t('Defined in {file}.', { file: fileName(model.uri) });
  return markdownText([
    paragraph({ strong: name }, ` · ${facts.join(' · ')}`),
    ...(description === undefined ? [] : [paragraph(description.slice(0, longestDescription))]),
    ...(file === undefined ? [] : [paragraph(file)]),
  ]);
}

function factsOf(item: Item, product: Product, analysis: ProductAnalysis): readonly string[] {
  if (isOf('features', item)) return [featureSentence(item.value, analysis.featureAnalysis(item.value), sentenceOptions(item, analysis))];
  if (isOf('touchpoints', item)) return [...stageFact(item.value, product), ...touchpointFacts(item.value, analysis)];
  if (isOf('metrics', item)) return metricFacts(item.value, analysis);
  if (isOf('surveys', item)) {
    const { date, invited } = item.value;
    return [date ?? [], invited === undefined ? [] : l10n.t('{count} invited', { count: count(invited) })].flat();
  }
  if (isOf('personas', item) && item.value.share !== undefined)
    return [l10n.t('{share} of the market', { share: share(item.value.share) })];
  return [];
}

function isOf<K extends Item['list']>(list: K, item: Item): item is Item<K> {
  return item.list === list;
}
