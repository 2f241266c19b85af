import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { AnalysisSettings } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import type { Finding } from './problem.ts';

/** What a rule may look at: the product, seen from the file that is checked. */
export interface RuleContext {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
  /** The file whose problems are sought. */
  readonly model: KanoModel;
}

/** A rule that needs one list item only; asked once for as long as the item does not change. */
export type ItemRule = (item: Item) => readonly Finding[];

/** A rule that needs one feature, its numbers and how they were computed; asked again when any of them changes. */
export type FeatureRule = (item: Item<'features'>, analysis: FeatureAnalysis, settings: AnalysisSettings) => readonly Finding[];

/** A rule about the frame of the file, or about items that refer to each other. */
export type ProductRule = (context: RuleContext) => readonly Finding[];
