import { oncePerObject } from '../base/once.ts';
import type { Feature } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
import { analyseFeature } from './featureAnalysis.ts';
import { significantP, type UncorrectedTest, uncorrectedTest } from './personasTest.ts';
import type { AnalysisContext } from './results.ts';

/** The personas tests of the features of one file, as far as the correction for their number needs them. */
export interface PersonasIndex {
  /** How many features can be tested. */
  readonly tests: number;
  /** Those whose p-value is small enough to be significant before the correction. */
  readonly small: ReadonlyMap<Feature, UncorrectedTest>;
}

/** The same of one file, with where the features of `small` stand. */
export interface FilePersonasIndex extends PersonasIndex {
  readonly items: ReadonlyMap<Feature, Item<'features'>>;
}

/** The index of a version of a file, computed with one context. Costs what changed since the version before. */
export const personasIndex: (context: AnalysisContext) => IndexByVersion<FilePersonasIndex> = oncePerObject((context: AnalysisContext) =>
  indexByVersion(
    () => ({ tests: 0, small: new Map<Feature, UncorrectedTest>(), items: new Map<Feature, Item<'features'>>() }),
    (index, item, by) => {
      if (item.list !== 'features') return;
      const feature = (item as Item<'features'>).value;
      const test = uncorrectedTest(analyseFeature(feature, context).personas);
      if (test === null) return;
      index.tests += by;
      if (test.p >= significantP) return;
      if (by === 1) {
        index.small.set(feature, test);
        index.items.set(feature, item as Item<'features'>);
      } else {
        index.small.delete(feature);
        index.items.delete(feature);
      }
    },
  ),
);
