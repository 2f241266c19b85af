import type { AnalysedProduct } from '../../analysis/productAnalysis.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { separateProducts } from '../analysedFile.ts';
import { hasConflictMarkers } from './conflictMarkers.ts';
import { pairProducts } from './pairProducts.ts';

/** The products of two states that differ, and the files that a merge has left unfinished: no product with one of them is compared. */
export interface DifferingProducts {
  readonly pairs: readonly (readonly [before: AnalysedProduct | null, after: AnalysedProduct | null])[];
  /** The places of these files. */
  readonly conflicts: ReadonlySet<string>;
}

interface Places {
  /** Where a file is: the same for the same file in both states. */
  readonly placeOf: (model: KanoModel) => string;
  /** Places of files that are known to be unfinished, beside those whose text shows it. */
  readonly unmerged?: Iterable<string>;
}

/**
 * What differs between two states of the same files.
 *
 * @param before every file that counts as the product that it opened
 * @param after likewise
 */
export function differingProducts(
  before: readonly AnalysedProduct[],
  after: readonly AnalysedProduct[],
  { placeOf, unmerged = [] }: Places,
): DifferingProducts {
  const conflicts = new Set(unmerged);
  for (const model of new Set([...before, ...after].flatMap(({ product }) => product.models)))
    if (hasConflictMarkers(model.text)) conflicts.add(placeOf(model));
  const isWhole = (side: AnalysedProduct | null) => !side?.product.models.some((model) => conflicts.has(placeOf(model)));
  // Paired first: what is the file before a conflict is not a file that was removed, or renamed to another.
  const pairs = pairProducts(separateProducts(before), separateProducts(after), ({ product }) => placeOf(product.opened));
  return { pairs: pairs.filter(([from, to]) => !isSame(from, to, placeOf) && isWhole(from) && isWhole(to)), conflicts };
}

function isSame(from: AnalysedProduct | null, to: AnalysedProduct | null, placeOf: Places['placeOf']): boolean {
  const [old, now] = [from?.product.models ?? [], to?.product.models ?? []];
  const isSameFile = (model: KanoModel, other: KanoModel | undefined) =>
    model === other || (other !== undefined && placeOf(model) === placeOf(other) && model.text === other.text);
  const isSameFiles = old.length === now.length && old.every((model, index) => isSameFile(model, now[index]));
  // Settings have their keys always in the same order.
  return isSameFiles && JSON.stringify(from?.analysis.context.settings) === JSON.stringify(to?.analysis.context.settings);
}
