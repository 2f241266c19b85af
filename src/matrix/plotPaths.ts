import type { Quadrant } from '../terms/categoryLabels.ts';
import type { PlacedPoint } from './placePoints.ts';
import type { PlotArea } from './plotArea.ts';
import { pixels, type Rectangle } from './rectangle.ts';

/** Path data of the marks at the numbers of both axes. */
export function tickPath({ plot, horizontalTicks, verticalTicks }: PlotArea): string {
  const horizontal = horizontalTicks.map(({ at }) => `M${pixels(at)} ${pixels(plot.bottom)}v4`);
  const vertical = verticalTicks.map(({ at }) => `M${pixels(plot.left)} ${pixels(at)}h-4`);
  return [...horizontal, ...vertical].join('');
}

/** Path data of the thin lines at the numbers between the ends of the axes, except at the cut, which has its own lines. */
export function gridPath({ plot, area, horizontalTicks, verticalTicks }: PlotArea): string {
  const across = horizontalTicks.filter(({ at, isCut }) => !isCut && at > area.left + 1 && at < area.right - 1);
  const down = verticalTicks.filter(({ at, isCut }) => !isCut && at > area.top + 1 && at < area.bottom - 1);
  return [
    ...across.map(({ at }) => `M${pixels(at)} ${pixels(plot.top)}V${pixels(plot.bottom)}`),
    ...down.map(({ at }) => `M${pixels(plot.left)} ${pixels(at)}H${pixels(plot.right)}`),
  ].join('');
}

/** Path data of the lines between the quadrants, if they are in sight. */
export function cutPath({ plot, cut }: PlotArea): string {
  const down = cut.x > plot.left && cut.x < plot.right ? `M${pixels(cut.x)} ${pixels(plot.top)}V${pixels(plot.bottom)}` : '';
  return cut.y > plot.top && cut.y < plot.bottom ? `${down}M${pixels(plot.left)} ${pixels(cut.y)}H${pixels(plot.right)}` : down;
}

/** The part of the plot that each quadrant in sight takes. */
export function quadrantAreas({ shows, plot, cut }: PlotArea): readonly { readonly quadrant: Quadrant; readonly area: Rectangle }[] {
  if (shows !== 'coefficients') return [];
  const x = Math.min(Math.max(cut.x, plot.left), plot.right);
  const y = Math.min(Math.max(cut.y, plot.top), plot.bottom);
  const areas: readonly { readonly quadrant: Quadrant; readonly area: Rectangle }[] = [
    { quadrant: 'A', area: { ...plot, right: x, bottom: y } },
    { quadrant: 'O', area: { ...plot, left: x, bottom: y } },
    { quadrant: 'I', area: { ...plot, right: x, top: y } },
    { quadrant: 'M', area: { ...plot, left: x, top: y } },
  ];
  return areas.filter(({ area }) => area.right > area.left && area.bottom > area.top);
}

/** Path data of the intervals of a point; empty without any. */
export function whiskerPath({ exact, acrossWhisker, upWhisker }: Pick<PlacedPoint, 'exact' | 'acrossWhisker' | 'upWhisker'>): string {
  const across = acrossWhisker ? `M${pixels(acrossWhisker[0])} ${pixels(exact.y)}H${pixels(acrossWhisker[1])}` : '';
  return upWhisker ? `${across}M${pixels(exact.x)} ${pixels(upWhisker[0])}V${pixels(upWhisker[1])}` : across;
}

/** Path data of the lines from a symbol to its exact position and to its label; empty without any. */
export function leaderPath({ moved, exact, center, label }: PlacedPoint): string {
  const toSpot = moved ? `M${pixels(exact.x)} ${pixels(exact.y)}L${pixels(center.x)} ${pixels(center.y)}` : '';
  if (!label?.leader) return toSpot;
  const { from, to } = label.leader;
  return `${toSpot}M${pixels(from.x)} ${pixels(from.y)}L${pixels(to.x)} ${pixels(to.y)}`;
}

/** Path data of points as dots: lines of no length, drawn with round ends. */
export function dotPath(points: readonly PlacedPoint[]): string {
  return points.map(({ center }) => `M${pixels(center.x)} ${pixels(center.y)}h0`).join('');
}
