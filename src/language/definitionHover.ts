import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { definitionsById } from '../document/definitionsById.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Product } from '../document/product.ts';
import * as wording from '../wording/definitionHoverWording.ts';
import { featureSentence } from '../wording/featureSentences.ts';
import { markdownText, paragraph } from '../wording/markdown.ts';
import { count, share } from '../wording/numbers.ts';
import { itemName } from './documentSymbols.ts';
import { fileName } from './fileName.ts';
import { type Id, mentionsIn } from './mentions.ts';

/** What an id refers to, as Markdown: its name and what there is to know of it; `undefined` where it is nowhere defined. */
export function definitionHover(sought: Id, product: Product, analysis: ProductAnalysis): string | undefined {
  for (const document of product.documents) {
    const found = mentionsIn(document, sought).find(({ isDefinition }) => isDefinition);
    if (found) return describe(found.entry, sought, document, product, analysis);
  }
  return undefined;
}

function describe(entry: Entry, { list, id }: Id, document: KanoDocument, product: Product, analysis: ProductAnalysis): string {
  const { description } = entry.value as { readonly description?: string };
  const facts = [wording.kindSentence(list, id), ...factsOf(entry, product, analysis)];
  return markdownText([
    paragraph({ strong: itemName(entry) }, ` · ${facts.join(' · ')}`),
    ...(description === undefined ? [] : [paragraph(description.slice(0, longestDescription))]),
    ...(document === product.opened ? [] : [paragraph(wording.definedInSentence(fileName(document.uri)))]),
  ]);
}

/** The box shows no more of it at a glance. */
const longestDescription = 600;

function factsOf(entry: Entry, product: Product, analysis: ProductAnalysis): readonly string[] {
  if (isOf('features', entry)) return [featureSentence(entry.value, analysis.featureAnalysis(entry.value), entry)];
  if (isOf('touchpoints', entry) && entry.value.stage !== undefined) {
    const stage = definitionsById(product, 'stages').get(entry.value.stage);
    return [wording.stageSentence(stage?.name ?? entry.value.stage)];
  }
  if (isOf('surveys', entry)) {
    const { date, invited } = entry.value;
    return [...(date === undefined ? [] : [date]), ...(invited === undefined ? [] : [wording.invitedSentence(count(invited))])];
  }
  if (isOf('personas', entry) && entry.value.share !== undefined) return [wording.marketShareSentence(share(entry.value.share))];
  return [];
}

function isOf<K extends Entry['list']>(list: K, entry: Entry): entry is Entry<K> {
  return entry.list === list;
}
