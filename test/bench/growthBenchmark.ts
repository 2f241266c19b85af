import { analysisOfProduct } from '../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../src/document/product.ts';
import { readModel } from '../../src/document/readModel.ts';
import { updateModel } from '../../src/document/versions/updateModel.ts';
import { layoutMatrix } from '../../src/matrix/layoutMatrix.ts';
import { matrixSvg } from '../../src/matrix/matrixSvg.ts';
import { matrixTexts } from '../../src/matrix/matrixTexts.ts';
import { palettes } from '../../src/matrix/palette.ts';
import { pictureSize } from '../../src/matrix/plotArea.ts';
import { DocumentChecker } from '../../src/problems/checkDocument.ts';
import { backlogMarkdown } from '../../src/report/backlog/backlogMarkdown.ts';
import { finishedWork } from './finishedWork.ts';
import { inventedPoints } from './inventedPoints.ts';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

/**
 * How the cost of a work grows with the number of features: processor time, so that other programs on the machine matter little. Features of one line,
 * because files of more than 10 million characters are not analysed.
 */
export async function growthBenchmark(features: number): Promise<readonly Row[]> {
  const text = shortFile(features);
  const runs = Math.max(1, Math.min(15, Math.round(100_000 / features)));
  const row = (work: string, times: readonly number[]): Row => ({
    group: 'growth',
    work,
    by: 'Kano',
    features,
    unit: 'ms',
    figure: summary(times),
  });
  const repeat = (work: () => unknown) => Array.from({ length: runs }, () => processorTime(work));
  const open = () => {
    const model = readModel('file:///a.kano.yaml', text);
    const checker = new DocumentChecker();
    finishedWork(model, checker, 0);
    return { model, checker };
  };
  open();
  const opening = repeat(open);
  let { model, checker } = open();
  const middle = { line: 3 + (features >> 1), character: '  - { id: f'.length };
  const keys = Array.from({ length: 40 }, () =>
    processorTime(() => {
      model = updateModel(model, [{ range: { start: middle, end: middle }, text: '1' }]);
      finishedWork(model, checker, middle.line);
    }),
  );
  const write = () => {
    const product = singleFileProduct(readModel('file:///a.kano.yaml', text));
    return backlogMarkdown(product, analysisOfProduct(product));
  };
  const points = inventedPoints(features);
  const texts = matrixTexts('Growth', points);
  return [
    row('open: problems and lenses', opening),
    row('a key', keys),
    row('write the backlog', repeat(write)),
    row(
      'draw the picture',
      repeat(() => matrixSvg(layoutMatrix(points, pictureSize, { texts }), palettes.light)),
    ),
  ];
}

/** Every feature with counts of its own. Invented numbers. */
function shortFile(features: number): string {
  const lines = Array.from({ length: features }, (_, seed) => {
    // Sizes without a common divisor: millions of features until a tally comes again.
    const [M, O, A, I] = [41, 43, 47, 53].map((size) => 5 + (seed % size));
    return `  - { id: f${seed}, title: F ${seed}, tally: { M: ${M}, O: ${O}, A: ${A}, I: ${I} } }\n`;
  });
  return `kano: 1\nproduct: Growth\nfeatures:\n${lines.join('')}`;
}

/** Milliseconds. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
