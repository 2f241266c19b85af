import { oncePerObject } from '../base/once.ts';
import { isFeature } from '../document/item.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
import { analyseFeature } from './featureAnalysis.ts';
import type { AnalysisContext } from './results.ts';

/** How many categories rest on each survey, in a version of a file. Rejected features do not count. Costs what changed since the version before. */
export const surveysBehind: (context: AnalysisContext) => IndexByVersion<ReadonlyMap<string, number>> = oncePerObject(
  (context: AnalysisContext) =>
    indexByVersion(
      () => new Map<string, number>(),
      (index, item, by) => {
        if (!isFeature(item) || item.value.status === 'rejected') return;
        const { survey, category } = analyseFeature(item.value, context);
        if (survey !== null && category !== null) index.set(survey, (index.get(survey) ?? 0) + by);
      },
    ),
);
