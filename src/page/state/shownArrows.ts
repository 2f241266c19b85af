import { type ComparisonBase, differenceFrom, featureBefore } from '../../analysis/comparison/comparisonBase.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { oncePerObject } from '../../base/once.ts';
import type { FormerStanding, MatrixPoint } from '../../matrix/matrixPoint.ts';
import type { Content } from './content.ts';
import type { ArrowOrigin } from './pageState.ts';
import type { PanelRow } from './rows.ts';
import type { ShownFeature } from './shownFeatures.ts';
import { toPoints } from './visibleRows.ts';

/** What the picture shows, which is not what the reader chose where there is nothing to compare with. */
export function shownArrows(
  chosen: ArrowOrigin,
  { content, base }: { readonly content: Content; readonly base: ComparisonBase | null },
): ArrowOrigin {
  if (chosen === 'base') return base === null ? 'none' : 'base';
  return chosen === 'survey' && !hasSurveyBefore(content.rows) ? 'none' : chosen;
}

/** Whether any feature has a survey before that it can be compared with. */
export const hasSurveyBefore = oncePerObject((rows: readonly PanelRow[]): boolean =>
  rows.some(({ before }) => before !== null && before.better !== null),
);

/** The points of rows; with `base`, each comes from where it was in that version, those of other products from nowhere. */
export function pointsFrom(rows: readonly PanelRow[], content: Content | null, base: ComparisonBase | null): readonly MatrixPoint[] {
  const points = toPoints(rows);
  if (base === null || content === null) return points;
  return points.map((point) => {
    const shown = content.features.get(point.key);
    return { ...point, before: shown && shown.of === content.shown[0] ? standingIn(base)(shown) : null };
  });
}

const standingIn = oncePerObject((base: ComparisonBase) =>
  oncePerObject(({ item, of }: ShownFeature): FormerStanding | null => {
    const before = featureBefore(base, item);
    if (!before) return null;
    const numbers = base.analysis.featureAnalysis(before.value);
    const { better, worse } = numbers;
    if (better === null || worse === null) return null;
    const difference = differenceFrom(base, item, of.analysis);
    const significant = difference !== null && (difference.better !== null || difference.worse !== null);
    return { category: effectiveCategory(before.value, numbers).category, better, worse, significant };
  }),
);
