import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type ListKey, listKeys } from '../document/model.ts';
import { positionInPart } from '../document/part.ts';
import { rangeInPart } from '../document/place.ts';
import { comparePositions, type Range } from '../document/position.ts';
import { definitionHeading } from '../wording/definitionWording.ts';
import { featureDetail } from '../wording/featureSentences.ts';
import { currentLanguage, type Language } from '../wording/language.ts';
import { oneLine } from '../wording/markdown.ts';
import { count } from '../wording/numbers.ts';
import { unnamedItem, unnamedProduct } from '../wording/symbolWording.ts';
import { joined, keyRange, listRange, wholeRange } from './documentRanges.ts';
import { itemSpan } from './itemRange.ts';

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
export function documentSymbols(document: KanoDocument, analysis: ProductAnalysis): readonly DocumentSymbol[] {
  const lists = listKeys.flatMap((key) => listSymbol(document, key, analysis) ?? []);
  if (document.frame.root?.kind !== 'map' && lists.length === 0) return [];
  return [
    {
      name: symbolName(document.header.product) ?? unnamedProduct(),
      kind: symbolKinds.product,
      range: wholeRange(document),
      selectionRange: document.rangeOf(document.placeOf(['product'])),
      children: lists.sort((a, b) => comparePositions(a.range.start, b.range.start)),
    },
  ];
}

/** What an item is called in outlines and searches: its title or name, else its id. */
export function itemName({ list, value }: Entry): string {
  const title = 'title' in value ? value.title : 'name' in value ? value.name : undefined;
  return symbolName(title) ?? symbolName(value.id) ?? unnamedItem(list);
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

function listSymbol(document: KanoDocument, key: ListKey, analysis: ProductAnalysis): DocumentSymbol | undefined {
  const items = document.list(key) as readonly Entry[];
  const children = items.length > outlinedItems ? [] : items.map((entry) => itemSymbol(document, entry, analysis));
  const selectionRange = keyRange(document, key) ?? children[0]?.selectionRange;
  if (!selectionRange) return undefined;
  const range = children.reduce((sum, child) => joined(sum, child.range), listRange(document, key) ?? selectionRange);
  return { name: definitionHeading(key), detail: count(items.length), kind: symbolKinds.list, range, selectionRange, children };
}

/** What an item shows, which stays as it is while lines come and go above it. */
interface ItemLabel {
  readonly name: string;
  readonly detail: string;
  readonly language: Language;
  readonly numbers: FeatureAnalysis | undefined;
  /** In lines of the item's part. */
  readonly range: Range;
  readonly selectionRange: Range;
}

const labels = new WeakMap<Entry, ItemLabel>();

function itemSymbol(document: KanoDocument, entry: Entry, analysis: ProductAnalysis): DocumentSymbol {
  const numbers = isFeature(entry) ? analysis.featureAnalysis(entry.value) : undefined;
  const known = labels.get(entry);
  const isCurrent = known !== undefined && known.numbers === numbers && known.language === currentLanguage();
  const { name, detail, range, selectionRange } = isCurrent ? known : itemLabel(entry, numbers);
  const lines = document.beginningOf(entry).start.line - entry.beginning.start.line;
  return { name, detail, kind: symbolKinds[entry.list], range: shifted(range, lines), selectionRange: shifted(selectionRange, lines) };
}

function itemLabel(entry: Entry, numbers: FeatureAnalysis | undefined): ItemLabel {
  const { start, end } = itemSpan(entry);
  const selectionRange = rangeInPart(entry.placeOfId);
  const range = joined({ start: positionInPart(entry.part, start), end: positionInPart(entry.part, end) }, selectionRange);
  const detail = numbers && isFeature(entry) ? featureDetail(entry.value, numbers, entry) : idDetail(entry);
  const label = { name: itemName(entry), detail, language: currentLanguage(), numbers, range, selectionRange };
  labels.set(entry, label);
  return label;
}

/** The id, where that is not the name already. */
function idDetail(entry: Entry): string {
  const { id } = entry.value;
  return id === undefined || id === itemName(entry) ? '' : id;
}

function isFeature(entry: Entry): entry is Entry<'features'> {
  return entry.list === 'features';
}

function shifted({ start, end }: Range, lines: number): Range {
  return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}
