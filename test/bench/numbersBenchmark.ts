import { analyseProduct } from '../../src/analysis/productAnalysis.ts';
import { stability } from '../../src/analysis/stability.ts';
import { defaultAnalysisSettings, type Feature } from '../../src/document/format/model.ts';
import { readModel } from '../../src/document/readModel.ts';
import { kanoFile } from './kanoFile.ts';
import { measure } from './measure.ts';
import type { Row } from './row.ts';

/** What the numbers cost: the stability of one feature, and everything else of a whole product. */
export async function numbersBenchmark(): Promise<readonly Row[]> {
  const features = readModel('file:///a.kano.yaml', kanoFile(10_000))
    .list('features')
    .map(({ value }) => value);
  const row = (work: string, size: number | null, figure: Row['figure']): Row => {
    return { group: 'numbers', work, by: 'Kano', features: size, unit: 'ms', figure };
  };
  return [
    row('stability of a feature, n = 100', null, await stabilityOf(100)),
    row('stability of a feature, n = 10,000', null, await stabilityOf(10_000)),
    row('stability of a feature, n = 10⁹', null, await stabilityOf(1_000_000_000)),
    row('all numbers but stability', 10_000, await measure(5, 2, () => features.map((feature) => ({ ...feature })), analyseAll)),
  ];
}

/** Counts differ from run to run, because equal ones are remembered. */
function stabilityOf(n: number): Promise<Row['figure']> {
  return measure(
    40,
    10,
    (run) => ({
      M: Math.floor(n * 0.3) - run,
      O: Math.floor(n * 0.25) + run,
      A: Math.floor(n * 0.2),
      I: Math.floor(n * 0.2),
      R: Math.floor(n * 0.03),
      Q: Math.floor(n * 0.02),
    }),
    (counts) => stability(counts, 'mode', 0.06),
  );
}

function analyseAll(features: readonly Feature[]): number {
  const context = {
    settings: defaultAnalysisSettings,
    surveys: [{ id: '2026-q3', date: '2026-09-15' }],
    shares: new Map([
      ['member', 0.4],
      ['guest', 0.6],
    ]),
  };
  const analysis = analyseProduct({ context, features, touchpoints: [], stages: [], metrics: [] });
  let read = analysis.buildOrder.length + analysis.touchpoints.length;
  for (const feature of features) {
    const { fong, weighted, continuous, personas, history, drift } = analysis.featureAnalysis(feature);
    read += [fong, weighted, continuous, personas, history, drift, analysis.personasTest(feature)].length;
  }
  return read;
}
