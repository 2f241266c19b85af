import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { definitionsById } from '../document/definitionsById.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { featureSentence } from '../terms/featureSentences.ts';
import { markdownText, paragraph } from '../terms/markdown.ts';
import { count, share } from '../terms/numbers.ts';
import * as wording from '../wording/definitionHoverWording.ts';
import { itemName } from './documentSymbols.ts';
import { fileName } from './fileName.ts';
import { type Id, mentionsIn } from './mentions.ts';

/** What an id refers to, as Markdown: its name and what there is to know of it; `undefined` where it is nowhere defined. */
export function definitionHover(sought: Id, product: Product, analysis: ProductAnalysis): string | undefined {
  for (const model of product.models) {
    const found = mentionsIn(model, sought).find(({ isDefinition }) => isDefinition);
    if (found) return describe(found.item, sought, model, product, analysis);
  }
  return undefined;
}

function describe(item: Item, { list, id }: Id, model: KanoModel, product: Product, analysis: ProductAnalysis): string {
  const { description } = item.value as { readonly description?: string };
  const facts = [wording.kindSentence(list, id), ...factsOf(item, product, analysis)];
  return markdownText([
    paragraph({ strong: itemName(item) }, ` · ${facts.join(' · ')}`),
    ...(description === undefined ? [] : [paragraph(description.slice(0, longestDescription))]),
    ...(model === product.opened ? [] : [paragraph(wording.definedInSentence(fileName(model.uri)))]),
  ]);
}

/** The box shows no more of it at a glance. */
const longestDescription = 600;

function factsOf(item: Item, product: Product, analysis: ProductAnalysis): readonly string[] {
  if (isOf('features', item)) return [featureSentence(item.value, analysis.featureAnalysis(item.value), item)];
  if (isOf('touchpoints', item) && item.value.stage !== undefined) {
    const stage = definitionsById(product, 'stages').get(item.value.stage);
    return [wording.stageSentence(stage?.name ?? item.value.stage)];
  }
  if (isOf('surveys', item)) {
    const { date, invited } = item.value;
    return [...(date === undefined ? [] : [date]), ...(invited === undefined ? [] : [wording.invitedSentence(count(invited))])];
  }
  if (isOf('personas', item) && item.value.share !== undefined) return [wording.marketShareSentence(share(item.value.share))];
  return [];
}

function isOf<K extends Item['list']>(list: K, item: Item): item is Item<K> {
  return item.list === list;
}
