import { createRequire } from 'node:module';
import { parseDocument } from 'yaml';
import { analysisOfProduct } from '../../src/analysis/productAnalysis.ts';
import { definitionIndex } from '../../src/document/definitionIndex.ts';
import { singleFileProduct } from '../../src/document/product.ts';
import { readModelInSteps } from '../../src/document/readModel.ts';
import { codeLenses } from '../../src/languageFeatures/codeLenses.ts';
import { DocumentChecker } from '../../src/problems/checkDocument.ts';
import { kanoFile } from './kanoFile.ts';
import { measure, summary } from './measure.ts';
import type { Row } from './row.ts';

const warmUp = 2;

/** Opening a file, stage by stage until problems and lenses can be shown, beside the parse of the `yaml` library. */
export async function coldBenchmark(features: number): Promise<readonly Row[]> {
  const text = kanoFile(features);
  const runs = features >= 10_000 ? 5 : 15;
  const { version } = createRequire(import.meta.url)('yaml/package.json') as { version: string };
  const row = (work: string, by: string, figure: Row['figure']): Row => ({ group: 'cold', work, by, features, unit: 'ms', figure });
  const library = await measure(runs, warmUp, () => text, parseDocument);
  const times = new Map<string, number[]>();
  for (let run = 0; run < warmUp + runs; run++) {
    for (const [stage, time] of Object.entries(open(text))) {
      if (run >= warmUp) times.set(stage, [...(times.get(stage) ?? []), time]);
    }
  }
  return [
    row('open: parse the whole', `yaml ${version}`, library),
    ...[...times].map(([stage, measured]) => row(`open: ${stage}`, 'Kano', summary(measured))),
  ];
}

/** Milliseconds of each stage. */
function open(text: string): Readonly<Record<string, number>> {
  const start = performance.now();
  const { model, longestStep } = read(text);
  const afterReading = performance.now();
  for (const { value } of model.list('features')) value.id;
  definitionIndex(model);
  const afterIndex = performance.now();
  const product = singleFileProduct(model);
  const analysis = analysisOfProduct(product);
  for (const { value } of model.list('features')) analysis.featureAnalysis(value);
  const afterNumbers = performance.now();
  new DocumentChecker().check(product, analysis, 1000);
  const afterProblems = performance.now();
  codeLenses(model);
  const end = performance.now();
  return {
    read: afterReading - start,
    'read, longest step': longestStep,
    'values, schema, ids': afterIndex - afterReading,
    numbers: afterNumbers - afterIndex,
    problems: afterProblems - afterNumbers,
    'lens places': end - afterProblems,
    'all of it': end - start,
  };
}

function read(text: string) {
  const steps = readModelInSteps('file:///a.kano.yaml', text);
  for (let longestStep = 0; ; ) {
    const start = performance.now();
    const step = steps.next();
    longestStep = Math.max(longestStep, performance.now() - start);
    if (step.done) return { model: step.value, longestStep };
  }
}
