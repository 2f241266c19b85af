import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import { type ComparisonBase, countCameAndWent } from '../analysis/comparison/compareProductsBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { entryOf } from '../document/yaml/node.ts';
import { lensTitle } from '../terms/featureSentences.ts';
import { cameAndWent } from '../wording/diffWording.ts';
import { changeSince } from './changeSince.ts';

/** A line above a feature, or above the list of them. Its title is made when it comes into view: see `codeLensTitle`. */
export interface FeatureLens {
  readonly range: Range;
  /** The feature that the lens speaks of; the lens on the list of features has none. */
  readonly item: Item<'features'> | undefined;
}

/** Lines of a file, both ends among them. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A file with no more lines than this is small: all of it is near. */
const smallFile = 5_000;

/** Lines above and below the view that are near: some ten screens. */
const margin = 500;

/** The lines whose lenses are worth placing before somebody scrolls. */
export function linesNear(view: Lines, lineCount: number): Lines {
  return lineCount > smallFile ? { first: view.first - margin, last: view.last + margin } : { first: 0, last: lineCount };
}

/**
 * Where lenses stand: one on the `features` key, which opens the matrix, and one on the first line of every feature, or of
 * those that begin on `lines`: of a large file no more is worth the work than what is near the eye.
 */
export function codeLenses(model: KanoModel, lines: Lines = { first: 0, last: Number.POSITIVE_INFINITY }): readonly FeatureLens[] {
  const list = entryOf(model.frame.root, 'features')?.key;
  const onList: FeatureLens[] = list ? [{ range: model.locate(model.rangeOfKey(['features'])), item: undefined }] : [];
  const onFeatures = model.beginningsWithin('features', lines.first, lines.last);
  return [...onList, ...onFeatures];
}

/** What a lens says, in one line with an icon in `$()`; with a base also what changed in the product since. */
export function codeLensTitle({ item }: FeatureLens, analysis: ProductAnalysis, compared?: Compared): string {
  if (!item) return [`$(graph-scatter) ${l10n.t('Open prioritisation matrix')}`, ...(compared ? listChange(compared) : [])].join(' · ');
  const since = compared && changeSince(compared.base, item, analysis);
  const options = { talliesUnreadable: item.talliesUnreadable, ...(since ? { since } : {}) };
  return lensTitle(item.value, analysis.featureAnalysis(item.value), options);
}

interface Compared {
  readonly base: ComparisonBase;
  readonly product: Product;
}

function listChange({ base, product }: Compared): readonly string[] {
  const { added, removed } = countCameAndWent(base, product);
  return added + removed === 0 ? [] : [cameAndWent(added, removed, base.name)];
}
