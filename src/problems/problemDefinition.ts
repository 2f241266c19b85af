import type { AnalysedProduct } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { AnalysisSettings } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { LocalRange } from '../document/yaml/localRange.ts';
import type { FixMaker } from './fix.ts';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** One place with the problem, in a range that moves with the text around it. */
export interface Occurrence {
  readonly range: LocalRange;
  readonly message: string;
  /** Absent where no fix is safe. */
  readonly fixes?: FixMaker | undefined;
}

/** The product, seen from the file that is checked. */
export interface ProblemContext extends AnalysedProduct {
  /** The file that is checked. */
  readonly model: KanoModel;
}

/** One kind of problem. It looks at items, at features or at the whole product, and a few look at two of these. */
export interface ProblemDefinition {
  /** Users write it in comments and settings: it never changes. */
  readonly code: `kano/${string}`;
  /** The default, which `.kanorc.yaml` can override. */
  readonly severity: Severity;
  /** Title and description, in English, for the schema of `.kanorc.yaml` and for docs/method.md, which are generated from them. */
  readonly title: string;
  /** When the problem is reported, in one sentence. */
  readonly description: string;
  /** Looks at one list item. Called once for as long as the item does not change. */
  readonly findInItem?: (item: Item) => readonly Occurrence[];
  /** Looks at one feature, its numbers and the settings behind them. Called again when any of them changes. The title goes before its messages. */
  readonly findInFeature?: (item: Item<'features'>, analysis: FeatureAnalysis, settings: AnalysisSettings) => readonly Occurrence[];
  /** Looks at the frame of the file, or at items that refer to each other. Called for every version of the file. */
  readonly findInProduct?: (context: ProblemContext) => readonly Occurrence[];
}
