import { layoutMatrix } from '../../src/matrix/layoutMatrix.ts';
import { matrixSvg } from '../../src/matrix/matrixSvg.ts';
import { matrixTexts } from '../../src/matrix/matrixTexts.ts';
import { palettes } from '../../src/matrix/palette.ts';
import { pictureSize } from '../../src/matrix/plotArea.ts';
import { inventedPoints } from './inventedPoints.ts';
import { measure } from './measure.ts';
import type { Row } from './row.ts';

/** What the picture costs: placing all symbols and labels, the same for a part of it that is looked at closely, and the SVG text. */
export async function pictureBenchmark(features: number): Promise<readonly Row[]> {
  const points = inventedPoints(features);
  const texts = matrixTexts('Benchmark', points);
  const row = (work: string, figure: Row['figure']): Row => ({ group: 'picture', work, by: 'Kano', features, unit: 'ms', figure });
  const place = (scale: number) => layoutMatrix(points, pictureSize, { texts, zoom: { scale, x: 0.7, y: 0.7 } });
  const whole = place(1);
  return [
    row('place symbols and labels', await measure(15, 5, () => 1, place)),
    row('place symbols and labels, four times as close', await measure(15, 5, () => 4, place)),
    row(
      'write SVG',
      await measure(
        15,
        5,
        () => whole,
        (layout) => matrixSvg(layout, palettes.light),
      ),
    ),
  ];
}
