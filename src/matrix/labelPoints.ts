import { compareText } from '../document/compareText.ts';
import type { PlacedPoint } from './layoutMatrix.ts';
import type { MatrixFrame } from './matrixFrame.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import { type PlacedLabel, placeLabels } from './placeLabels.ts';
import type { Segment } from './rectangle.ts';
import type { Measure } from './textWidth.ts';

/** Up to this many points in sight, a label that finds no place beside its symbol is put farther away or shortened; beyond, it is left out. */
export const thoroughUpTo = 80;

type Unlabelled = Omit<PlacedPoint, 'label'>;

/** The labels of the points, in their order; the most urgent ones are served first. */
export function labelPoints(
  placed: readonly Unlabelled[],
  { plot, quadrantNames }: MatrixFrame,
  fontSize: number,
  measure: Measure,
): readonly (PlacedLabel | null)[] {
  const order = placed.map((_, index) => index).filter((index) => !placed[index]?.isDot);
  order.sort((a, b) => byUrgency(placed[a]?.point, placed[b]?.point));
  const labels = placeLabels(
    order.map((index) => {
      const { point, center, radius } = placed[index] as Unlabelled;
      return { text: point.title, center, radius };
    }),
    {
      bounds: { left: plot.left + 2, top: plot.top + 2, right: plot.right - 2, bottom: plot.bottom - 2 },
      obstacles: quadrantNames.map(({ box }) => box),
      lines: placed.flatMap(linesOf),
      fontSize,
      measure,
      maximalWidth: Math.min(Math.max((plot.right - plot.left) * 0.36, fontSize * 8), fontSize * 17),
      thorough: order.length <= thoroughUpTo,
    },
  );
  const byIndex: (PlacedLabel | null)[] = placed.map(() => null);
  order.forEach((index, place) => {
    byIndex[index] = labels[place] ?? null;
  });
  return byIndex;
}

/** What is to be built first comes first; what is not to be built comes last. */
export function byUrgency(a: MatrixPoint | undefined, b: MatrixPoint | undefined): number {
  return (a?.rank ?? Number.MAX_SAFE_INTEGER) - (b?.rank ?? Number.MAX_SAFE_INTEGER) || compareText(a?.key ?? '', b?.key ?? '');
}

/** What a label had better not lie on: arrows. */
function linesOf({ arrow }: Unlabelled): readonly Segment[] {
  return arrow ? [{ from: arrow.from, to: arrow.to }] : [];
}
