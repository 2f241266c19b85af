import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../../../src/analysis/results.ts';
import type { Feature } from '../../../src/document/format/model.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import type { ProductLists, TouchpointRow } from '../../../src/page/state/lists.ts';
import type { PanelRow } from '../../../src/page/state/rows.ts';
import { withComputed } from '../analysis/arbitraries.ts';

const nothing = analysisOfProduct(singleFileProduct(readModel('x', 'kano: 1\n'))).featureAnalysis({});

/** Numbers of a feature without answers. */
export const noNumbers = withComputed(nothing) as unknown as FeatureAnalysis;

const numbers: FeatureAnalysis = {
  ...noNumbers,
  ...{
    category: 'O',
    n: 100,
    counts: { ...noNumbers.counts, O: 60, A: 40 },
    better: 0.6,
    worse: -0.5,
    betterInterval: [0.5, 0.7],
    worseInterval: [-0.6, -0.4],
  },
};

/** A row that is complete but for what a test is about. */
export function panelRow({
  key,
  feature = {},
  ...given
}: { key: string; feature?: Feature } & Partial<Omit<PanelRow, 'feature'>>): PanelRow {
  const title = given.title ?? `Title of ${key}`;
  return {
    ...{ key, id: key, title, rank: 1, file: null, section: 'ranked', category: 'O', assumed: false },
    numbers: { ...numbers, category: given.category === undefined ? 'O' : given.category },
    feature: { id: key, title, ...feature },
    categoryText: 'One-dimensional',
    listText: '0.60 / −0.50',
    neededBy: [],
    isUncounted: false,
    isUnasked: false,
    details: ['One-dimensional', 'n 100'],
    status: feature.status ?? 'idea',
    ...{
      touchpoints: [],
      why: '',
      history: [],
      before: null,
      drift: null,
      personas: [],
      verdict: null,
      verdictInShort: null,
      personasDifference: null,
      personasDisagree: false,
      refined: null,
      importance: null,
    },
    ...given,
  };
}

export const noLists: ProductLists = { personas: [], needs: [], surveys: [], stages: [], touchpoints: [], activities: [], metrics: [] };

const sums = { mustBeGaps: 0, risk: 0, opportunity: 0 };

export function touchpointRow(key: string, name: string, stage: string | null = null): TouchpointRow {
  return { key, name, value: { id: key, name }, stage, sums, unasked: null, journey: null };
}

export function stageRow(key: string, name: string): ProductLists['stages'][number] {
  return { key, name, sums, unasked: null };
}
