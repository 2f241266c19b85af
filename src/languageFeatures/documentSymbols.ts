import * as l10n from '@vscode/l10n';
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { type ListKey, listKeys } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { linesInPart } from '../document/yaml/localRange.ts';
import { positionInPart } from '../document/yaml/part.ts';
import { comparePositions, type Range } from '../document/yaml/position.ts';
import { featureDetail } from '../terms/featureSentences.ts';
import { definitionHeading, definitionNoun } from '../terms/labels.ts';
import { currentLanguage, type Language } from '../terms/language.ts';
import { oneLine } from '../terms/markdown.ts';
import { count } from '../terms/numbers.ts';
import { joined, keyRange, listRange, wholeRange } from './documentRanges.ts';
import { itemRange, itemSpan } from './itemRange.ts';

/** `SymbolKind` of the protocol, whose package is not bundled. */
export const symbolKinds = {
  product: 4,
  list: 18,
  personas: 5,
  stages: 22,
  touchpoints: 11,
  surveys: 24,
  features: 8,
  metrics: 16,
} as const satisfies Record<ListKey | 'product' | 'list', SymbolKind>;

/** The outline of a file: the product, in it the lists, in these their items. What cannot be read is in it as far as its name is known. */
export function documentSymbols(model: KanoModel, analysis: ProductAnalysis): readonly DocumentSymbol[] {
  const lists = listKeys.flatMap((key) => listSymbol(model, key, analysis) ?? []);
  if (model.frame.root?.kind !== 'map' && lists.length === 0) return [];
  return [
    {
      name: symbolName(model.header.product) ?? l10n.t('(product without a name)'),
      kind: symbolKinds.product,
      range: wholeRange(model),
      selectionRange: model.locate(model.rangeOf(['product'])),
      children: lists.sort((a, b) => comparePositions(a.range.start, b.range.start)),
    },
  ];
}

/** What an item is called in outlines and searches: its title or name, else its id. */
export function itemName({ list, value }: Item): string {
  const title = 'title' in value ? value.title : 'name' in value ? value.name : undefined;
  return symbolName(title) ?? symbolName(value.id) ?? l10n.t('({noun} without a name)', { noun: definitionNoun(list) });
}

/** Longer ones show nowhere, and cost as much as they are long. */
const longestName = 200;

function symbolName(text: string | undefined): string | undefined {
  const name = oneLine((text ?? '').slice(0, longestName));
  return name === '' ? undefined : name;
}

/**
 * Of a list with more items the outline names the number only: VS Code takes all of them over after every pause in the typing, for
 * breadcrumbs and sticky lines too, and becomes slow. The search over the workspace finds them.
 */
const outlinedItems = 2_000;

function listSymbol(model: KanoModel, key: ListKey, analysis: ProductAnalysis): DocumentSymbol | undefined {
  const items = model.list(key) as readonly Item[];
  const children = items.length > outlinedItems ? [] : items.map((item) => itemSymbol(model, item, analysis));
  const selectionRange = keyRange(model, key) ?? children[0]?.selectionRange;
  if (!selectionRange) return undefined;
  const range = children.reduce((sum, child) => joined(sum, child.range), listRange(model, key) ?? selectionRange);
  return { name: definitionHeading(key), detail: count(items.length), kind: symbolKinds.list, range, selectionRange, children };
}

/** What an item shows. Kept as long as its numbers and the language stay the same. */
interface ItemLabel {
  readonly name: string;
  readonly detail: string;
  readonly language: Language;
  readonly numbers: FeatureAnalysis | undefined;
}

const labels = new WeakMap<Item, ItemLabel>();

function itemSymbol(model: KanoModel, item: Item, analysis: ProductAnalysis): DocumentSymbol {
  const numbers = isFeature(item) ? analysis.featureAnalysis(item.value) : undefined;
  const known = labels.get(item);
  const isCurrent = known !== undefined && known.numbers === numbers && known.language === currentLanguage();
  const { name, detail } = isCurrent ? known : itemLabel(item, numbers);
  return { name, detail, kind: symbolKinds[item.list], ...itemRanges(model, item) };
}

function itemLabel(item: Item, numbers: FeatureAnalysis | undefined): ItemLabel {
  const detail = numbers && isFeature(item) ? featureDetail(item.value, numbers, item) : idDetail(item);
  const label = { name: itemName(item), detail, language: currentLanguage(), numbers };
  labels.set(item, label);
  return label;
}

type SymbolRanges = Pick<DocumentSymbol, 'range' | 'selectionRange'>;

/** Ranges of items that own their part, in lines of that part: they stay the same while lines come and go above. */
const rangesInPart = new WeakMap<Item, SymbolRanges>();

function itemRanges(model: KanoModel, item: Item): SymbolRanges {
  if (!item.ownsPart) {
    // Between the lines of a frame item there may be items that were cut out, so each end is located by itself.
    const selectionRange = model.locate(item.rangeOfId);
    return { range: joined(itemRange(model, item), selectionRange), selectionRange };
  }
  const { range, selectionRange } = rangesInPart.get(item) ?? readRangesInPart(item);
  const lines = model.beginningOf(item).start.line - item.beginning.start.line;
  return { range: shifted(range, lines), selectionRange: shifted(selectionRange, lines) };
}

function readRangesInPart(item: Item): SymbolRanges {
  const { start, end } = itemSpan(item);
  const selectionRange = linesInPart(item.rangeOfId);
  const range = joined({ start: positionInPart(item.part, start), end: positionInPart(item.part, end) }, selectionRange);
  const ranges = { range, selectionRange };
  rangesInPart.set(item, ranges);
  return ranges;
}

/** The id, where that is not the name already. */
function idDetail(item: Item): string {
  const { id } = item.value;
  return id === undefined || id === itemName(item) ? '' : id;
}

function isFeature(item: Item): item is Item<'features'> {
  return item.list === 'features';
}

function shifted({ start, end }: Range, lines: number): Range {
  return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}
