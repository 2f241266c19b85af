import type { Category } from '../../document/format/model.ts';
import type { PanelRow } from './rows.ts';

/** The names that categories have in filters, in the order of the legend. */
export const categoryNames = ['M', 'O', 'A', 'I', 'R', 'Q', 'none', 'unasked', 'uncounted'] as const satisfies readonly (
  | Category
  | 'none'
  | 'unasked'
  | 'uncounted'
)[];
export type CategoryName = (typeof categoryNames)[number];

/** What filters and the legend call the category of a row. */
export function categoryName({ category, isUncounted, isUnasked }: Pick<PanelRow, 'category' | 'isUncounted' | 'isUnasked'>): CategoryName {
  if (category !== null) return category;
  if (isUnasked) return 'unasked';
  return isUncounted ? 'uncounted' : 'none';
}
