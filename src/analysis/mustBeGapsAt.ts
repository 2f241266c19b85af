import { oncePerObject } from '../base/once.ts';
import { type Item, isFeature } from '../document/item.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
import { isOpen } from './buildOrder.ts';
import { analyseFeature } from './featureAnalysis.ts';
import type { AnalysisContext } from './results.ts';

type Gaps = Map<string, Set<Item<'features'>>>;

/** The open must-be features by the id of each of their touchpoints, in a version of a file. Costs what changed since the version before. */
export const mustBeGapsAt: (context: AnalysisContext) => IndexByVersion<ReadonlyMap<string, ReadonlySet<Item<'features'>>>> = oncePerObject(
  (context: AnalysisContext) =>
    indexByVersion<Gaps>(
      () => new Map(),
      (gaps, item, by) => {
        if (!isFeature(item) || !item.value.touchpoints || !isOpen(item.value)) return;
        if (analyseFeature(item.value, context).category !== 'M') return;
        for (const id of item.value.touchpoints) {
          const here = gaps.get(id) ?? new Set();
          gaps.set(id, here);
          if (by === 1) here.add(item);
          else here.delete(item);
        }
      },
    ),
);
