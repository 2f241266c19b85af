import { oncePerObject } from '../base/once.ts';
import type { Feature } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
import { analyseFeature } from './featureAnalysis.ts';
import { type UncorrectedTest, uncorrectedTest } from './personasTest.ts';
import type { AnalysisContext, Drift, FeatureAnalysis } from './results.ts';
import type { ContingencyTest } from './statistics/contingencyTest.ts';

/** The tests of one kind over many features, as far as corrections for their number need them. */
interface SmallTests<Tested> {
  /** How many features can be tested. */
  readonly tests: number;
  /** Those whose p-value is small enough to be significant before the correction. */
  readonly small: ReadonlyMap<Feature, Tested>;
}

/** Of one file or a whole product. */
export interface TestIndex {
  readonly personas: SmallTests<UncorrectedTest>;
  readonly drift: SmallTests<Drift>;
}

/** The same of one file, with the items of the features in `small`. */
interface FileTestIndex extends TestIndex {
  readonly items: ReadonlyMap<Feature, Item<'features'>>;
}

/** The index of a version of a file, computed with one context. Costs what changed since the version before. */
export const testIndex: (context: AnalysisContext) => IndexByVersion<FileTestIndex> = oncePerObject((context: AnalysisContext) =>
  indexByVersion(
    () => ({ ...emptyIndex(), items: new Map<Feature, Item<'features'>>() }),
    (index, item, by) => {
      if (!isFeature(item)) return;
      const feature = item.value;
      if (!count(index, feature, analyseFeature(feature, context), by)) return;
      if (by === 1) index.items.set(feature, item);
      else index.items.delete(feature);
    },
  ),
);

/** The index of features that stand in no file. */
export function testsOf(features: readonly Feature[], analysisOf: (feature: Feature) => FeatureAnalysis): TestIndex {
  const index = emptyIndex();
  for (const feature of features) count(index, feature, analysisOf(feature), 1);
  return index;
}

/** The indexes of the files of a product as one. */
export function joinIndexes(indexes: readonly TestIndex[]): TestIndex {
  return { personas: join(indexes.map(({ personas }) => personas)), drift: join(indexes.map(({ drift }) => drift)) };
}

/** Computes what the index will ask of a feature. Gives whether that can have taken milliseconds, for a caller who can pause then. */
export function prepareTests({ personas, drift }: FeatureAnalysis): boolean {
  const tests = [uncorrectedTest(personas), drift].flatMap((tested) => tested?.test ?? []);
  for (const test of tests) if (test.isSignificant) void test.p;
  return tests.some(({ isDrawn }) => isDrawn);
}

function emptyIndex() {
  return {
    personas: { tests: 0, small: new Map<Feature, UncorrectedTest>() },
    drift: { tests: 0, small: new Map<Feature, Drift>() },
  };
}

/** Adds a feature (1) or removes it (−1); whether one of its tests is among the small ones. */
function count(index: ReturnType<typeof emptyIndex>, feature: Feature, analysis: FeatureAnalysis, by: 1 | -1): boolean {
  const disagreeing = countTest(index.personas, feature, uncorrectedTest(analysis.personas), by);
  const drifting = countTest(index.drift, feature, analysis.drift, by);
  return disagreeing || drifting;
}

function countTest<Tested extends { readonly test: ContingencyTest }>(
  of: { tests: number; readonly small: Map<Feature, Tested> },
  feature: Feature,
  tested: Tested | null,
  by: 1 | -1,
): boolean {
  if (tested === null || !tested.test.isTest) return false;
  of.tests += by;
  if (!tested.test.isSignificant) return false;
  if (by === 1) of.small.set(feature, tested);
  else of.small.delete(feature);
  return true;
}

function join<Tested>(parts: readonly SmallTests<Tested>[]): SmallTests<Tested> {
  const small = new Map(parts.flatMap((part) => [...part.small]));
  return { small, tests: parts.reduce((sum, { tests }) => sum + tests, 0) };
}
