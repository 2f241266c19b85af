import type { AnswerFilter } from '../../analysis/answerFilter.ts';
import type { Item } from '../../document/item.ts';
import type { Product } from '../../document/product.ts';
import type { ItemAddress } from '../protocol.ts';
import type { ProductLists } from './lists.ts';
import type { PanelRow, RowContext } from './rows.ts';
import type { ShownFeature, ShownProduct } from './shownFeatures.ts';

/** What the content is made from. */
export interface Question {
  /** The one of the opened file first. */
  readonly products: readonly Product[];
  readonly answers: AnswerFilter;
}

/** All that the page shows of the files, in words and numbers of the interface's language. */
export interface Content extends RowContext {
  readonly question: Question;
  readonly shown: readonly ShownProduct[];
  readonly features: ReadonlyMap<string, ShownFeature>;
  /** The names of the products. */
  readonly name: string;
  /** What the numbers rest on: evaluation table, rule, surveys, how many people were invited and answered. */
  readonly footer: readonly string[];
  /** The day of the newest survey; `null` where none has one. */
  readonly newestSurvey: string | null;
  readonly lists: ProductLists;
  /** In build order, then the closed features. */
  readonly rows: readonly PanelRow[];
}

/** The address of an item in the files of the content, for the host. */
export function addressOf({ question }: Content, { uri, item }: { readonly uri: string; readonly item: Item }): ItemAddress | null {
  const models = question.products.flatMap((product) => product.models);
  const model = models.find((each) => each.uri === uri && each.list(item.list).includes(item));
  const { id = '' } = item.value;
  const alike = model?.list(item.list).filter(({ value }) => (value.id ?? '') === id);
  return alike ? { uri, list: item.list, id, occurrence: (alike as readonly Item[]).indexOf(item) } : null;
}

/** The key of the feature that an address leads to; `null` when it is not shown. */
export function keyAt(content: Content, { id, uri, occurrence }: Partial<ItemAddress> & Pick<ItemAddress, 'id'>): string | null {
  if (uri === undefined) return content.features.has(id) ? id : null;
  const models = content.question.products.flatMap((product) => product.models);
  const alike = models
    .find((model) => model.uri === uri)
    ?.list('features')
    .filter(({ value }) => (value.id ?? '') === id);
  const item = alike?.[occurrence ?? 0];
  for (const shown of content.features.values()) if (shown.item === item) return shown.key;
  return null;
}
