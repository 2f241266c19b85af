import * as l10n from '@vscode/l10n';
import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { oncePerObject } from '../base/once.ts';
import { type ListKey, listKeys } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import { below, type KanoModel } from '../document/kanoModel.ts';
import { linesInPart } from '../document/yaml/localRange.ts';
import { positionInPart } from '../document/yaml/part.ts';
import { comparePositions } from '../document/yaml/position.ts';
import { featureDetail } from '../terms/featureSentences.ts';
import { activityLabel, definitionHeading, definitionNoun } from '../terms/labels.ts';
import { currentLanguage, type Language } from '../terms/language.ts';
import { oneLine } from '../terms/markdown.ts';
import { count } from '../terms/numbers.ts';
import { itemOffsets, itemRange, joined, keyRange, listRange, wholeRange } from './ranges.ts';

/** `SymbolKind`: the package of the protocol is not bundled. */
const symbolKinds: Readonly<Record<ListKey, SymbolKind>> = {
  personas: 5,
  stages: 22,
  touchpoints: 11,
  valueChain: 12,
  surveys: 24,
  features: 8,
  metrics: 16,
};
const [productKind, listKind] = [4, 18] as const;

/** The outline of a file: the product, its lists, their items. Broken items are included as far as their names can be read. */
export function documentSymbols(model: KanoModel, analysis: ProductAnalysis): readonly DocumentSymbol[] {
  const lists = listKeys.flatMap((key) => listSymbol(model, key, analysis) ?? []);
  if (model.frame.root?.kind !== 'map' && lists.length === 0) return [];
  const name = symbolName(model.header.product) ?? l10n.t('(product without a name)');
  const selectionRange = model.locate(model.rangeOf(['product']));
  const children = lists.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return [{ name, kind: productKind, range: wholeRange(model), selectionRange, children }];
}

/** The name of an item in outlines and searches: its title or name, else its id. */
export function itemName({ list, value }: Item): string {
  if ('activity' in value && value.activity !== undefined) return activityLabel(value.activity);
  const title = 'title' in value ? value.title : 'name' in value ? value.name : undefined;
  return symbolName(title) ?? symbolName(value.id) ?? l10n.t('({noun} without a name)', { noun: definitionNoun(list) });
}

/** Longer names fit nowhere, and cost as much as they are long. */
const longestName = 200;

function symbolName(text: string | undefined): string | undefined {
  const name = oneLine((text ?? '').slice(0, longestName));
  return name === '' ? undefined : name;
}

/**
 * Of a longer list, the outline shows only the number of items: VS Code takes over all symbols after every pause in typing, also for breadcrumbs
 * and sticky scroll, and becomes slow. The workspace search still finds the items.
 */
const outlinedItems = 2_000;

function listSymbol(model: KanoModel, key: ListKey, analysis: ProductAnalysis): DocumentSymbol | undefined {
  const items = model.list(key) as readonly Item[];
  const children = items.length > outlinedItems ? [] : items.map((item) => itemSymbol(model, item, analysis));
  const selectionRange = keyRange(model, key) ?? children[0]?.selectionRange;
  if (!selectionRange) return undefined;
  const range = children.reduce((sum, child) => joined(sum, child.range), listRange(model, key) ?? selectionRange);
  return { name: definitionHeading(key), detail: count(items.length), kind: listKind, range, selectionRange, children };
}

function itemSymbol(model: KanoModel, item: Item, analysis: ProductAnalysis): DocumentSymbol {
  const { name, detail } = labelOf(item, analysis);
  const kind = symbolKinds[item.list];
  if (item.ownsPart) {
    const { range, selectionRange } = rangesInPart(item);
    const lines = model.beginningOf(item).start.line - item.beginning.start.line;
    return { name, detail, kind, range: below(range, lines), selectionRange: below(selectionRange, lines) };
  }
  // Each end is located by itself: within an item of the frame there may be lines that were cut out of it.
  const selectionRange = model.locate(item.rangeOfId);
  return { name, detail, kind, range: joined(itemRange(model, item), selectionRange), selectionRange };
}

/** The ranges of an item with a part of its own, as lines of that part: no edit elsewhere changes them. */
const rangesInPart = oncePerObject((item: Item) => {
  const { start, end } = itemOffsets(item);
  const selectionRange = linesInPart(item.rangeOfId);
  const range = joined({ start: positionInPart(item.part, start), end: positionInPart(item.part, end) }, selectionRange);
  return { range, selectionRange };
});

interface ItemLabel {
  readonly name: string;
  readonly detail: string;
  readonly language: Language;
  readonly numbers: FeatureAnalysis | undefined;
}

const labels = new WeakMap<Item, ItemLabel>();

/** What the outline shows of an item. Kept until its numbers or the language change. */
function labelOf(item: Item, analysis: ProductAnalysis): ItemLabel {
  const numbers = isFeature(item) ? analysis.featureAnalysis(item.value) : undefined;
  const language = currentLanguage();
  const known = labels.get(item);
  if (known && known.numbers === numbers && known.language === language) return known;
  const name = itemName(item);
  const { id = '' } = item.value;
  const detail = numbers && isFeature(item) ? featureDetail(item.value, numbers, item) : id === name ? '' : id;
  const label = { name, detail, language, numbers };
  labels.set(item, label);
  return label;
}

function isFeature(item: Item): item is Item<'features'> {
  return item.list === 'features';
}

/**
 * The items of all files whose name or id matches a query: first those that contain it, then those that contain its characters in this order.
 * Case and spaces do not matter; an empty query matches all.
 *
 * @param limit the largest number of symbols
 */
export function workspaceSymbols(models: readonly KanoModel[], query: string, limit: number): readonly SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const [close, loose]: [Found[], Found[]] = [[], []];
  for (const model of models) {
    for (const list of listKeys) {
      for (const item of model.list(list) as readonly Item[]) {
        if (close.length >= limit) break;
        const name = searchedName(item);
        const text = name.toLowerCase().replace(/\s+/g, '');
        if (text.includes(wanted)) close.push({ model, item, name });
        else if (loose.length < limit && holdsInOrder(text, wanted)) loose.push({ model, item, name });
      }
    }
  }
  return [...close, ...loose].slice(0, limit).map(({ model, item, name }) => ({
    name,
    kind: symbolKinds[item.list],
    containerName: model.header.product ?? '',
    location: { uri: model.uri, range: model.locate(item.rangeOfId) },
  }));
}

interface Found {
  readonly model: KanoModel;
  readonly item: Item;
  readonly name: string;
}

/** Name and id: the editor filters by this name once more. */
function searchedName(item: Item): string {
  const { id } = item.value;
  const name = itemName(item);
  return id === undefined || id === name ? name : `${name} · ${id}`;
}

function holdsInOrder(text: string, wanted: string): boolean {
  let from = 0;
  return [...wanted].every((character) => {
    const found = text.indexOf(character, from);
    from = found + character.length;
    return found !== -1;
  });
}
