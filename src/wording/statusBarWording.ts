import * as l10n from '@vscode/l10n';
import type { Category } from '../document/format/model.ts';
import { categoryWording } from '../terms/categoryLabels.ts';
import { count } from '../terms/numbers.ts';

/** The status bar item's text: an icon in `$()` with a number for each category. */
export function statusBarText(shares: readonly { readonly category: Category | null; readonly features: number }[]): string {
  if (shares.length === 0) return l10n.t('$(graph-scatter) no features');
  return shares.map(({ category, features }) => `$(${categoryWording(category).icon}) ${count(features)}`).join(' ');
}

/** What stands over the list when the pointer rests on the item. */
export function statusBarHeading(product: string | undefined): string {
  return product === undefined ? l10n.t('Features of this file') : l10n.t('Features of this file: {product}', { product });
}

/** What a click does. */
export function statusBarAction(): string {
  return l10n.t('Select to open the prioritisation matrix');
}

/** What the item is, for the menu that hides it. */
export function statusBarName(): string {
  return l10n.t('Kano categories');
}
