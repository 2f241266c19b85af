import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { AnalysisSettings } from '../document/model.ts';
import type { Product } from '../document/product.ts';
import type { Finding } from './problem.ts';

/** What a rule may look at: the product, seen from the file that is checked. */
export interface RuleContext {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
  /** The file whose problems are sought. */
  readonly document: KanoDocument;
}

/** A rule that needs one list item only; asked once for as long as the item does not change. */
export type ItemRule = (entry: Entry) => readonly Finding[];

/** A rule that needs one feature, its numbers and how they were computed; asked again when any of them changes. */
export type FeatureRule = (entry: Entry<'features'>, analysis: FeatureAnalysis, settings: AnalysisSettings) => readonly Finding[];

/** A rule about the frame of the file, or about items that refer to each other. */
export type ProductRule = (context: RuleContext) => readonly Finding[];
