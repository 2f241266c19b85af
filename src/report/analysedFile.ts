import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Product } from '../document/product.ts';
import type { Problem } from '../problems/problem.ts';

/** A file with problems of level error, because of which numbers may be missing. */
export interface FaultyFile {
  /** As the reader knows it. */
  readonly path: string;
  /** How many problems of level error it has. */
  readonly errors: number;
}

/** A file as reports see it: the product that was opened through it, what its numbers say, and what is wrong in the file itself. */
export interface AnalysedFile {
  /** As the reader knows it: relative to where the command runs, with forward slashes. */
  readonly path: string;
  readonly product: Product;
  readonly analysis: ProductAnalysis;
  readonly problems: readonly Problem[];
  /** The files of the product that have errors, those that are only used among them, the opened one first. */
  readonly faulty: readonly FaultyFile[];
  /** The `.kanorc.yaml` that was used, where there is one. */
  readonly configuration?: AnalysedFile;
}
