import { compareText } from '../base/compareText.ts';
import { oncePerObject } from '../base/once.ts';
import { betterOf, hasRelativeChange } from '../document/format/metricKinds.ts';
import type { Feature, Metric, Reading } from '../document/format/model.ts';
import { shippedOn } from './wants.ts';

export type CompleteReading = Reading & Required<Pick<Reading, 'date' | 'value'>>;

/** How a metric moved since a feature shipped that is meant to move it. It does not say why. */
export interface Outcome {
  /** Ids. */
  readonly metric: string;
  readonly feature: string;
  readonly shipped: string;
  /** The last reading before the day of shipping; `null` where there is none. */
  readonly before: CompleteReading | null;
  /** The newest reading after that day; `null` where there is none yet. */
  readonly after: CompleteReading | null;
  readonly change: number | null;
  /** Relative to the size of the reading before; `null` from 0, and for scores between limits. */
  readonly relativeChange: number | null;
  /** `null` without a change, or where nothing says which way is better. */
  readonly improved: boolean | null;
}

/** The outcomes of a product, by metric, then by the order of the features. Features that did not ship, or on no known day, have none. */
export function outcomesOf(metrics: readonly Metric[], features: readonly Feature[]): readonly Outcome[] {
  const movers = features.filter((feature) => feature.moves !== undefined && shippedOn(feature) !== null);
  return metrics.flatMap((metric) =>
    movers.flatMap((feature) => {
      const shipped = shippedOn(feature);
      const { id: moved } = metric;
      if (moved === undefined || feature.id === undefined || shipped === null || !feature.moves?.includes(moved)) return [];
      return [{ metric: moved, feature: feature.id, shipped, ...changeAround(metric, shipped) }];
    }),
  );
}

/** The readings of a metric with date and value, by date; equal dates in the order of the list. */
export const readingsByDate: (metric: Metric) => readonly CompleteReading[] = oncePerObject(({ readings = [] }: Metric) =>
  readings
    .filter((reading): reading is CompleteReading => reading.date !== undefined && Number.isFinite(reading.value))
    .sort((left, right) => compareText(left.date, right.date)),
);

/** Whether `to` is better than `from`; `null` where they are equal, or where nothing says which way is better. */
export function isBetter(metric: Metric, from: number, to: number): boolean | null {
  const better = betterOf(metric);
  return better === undefined || from === to ? null : to > from === (better === 'higher');
}

/** Whether the newest two readings are both worse than the one before them. One bad reading may be chance. */
export function hasWorsened(metric: Metric): boolean {
  const [before, ...newest] = readingsByDate(metric).slice(-3);
  return before !== undefined && newest.length === 2 && newest.every(({ value }) => isBetter(metric, before.value, value) === false);
}

function changeAround(metric: Metric, day: string): Pick<Outcome, 'before' | 'after' | 'change' | 'relativeChange' | 'improved'> {
  const readings = readingsByDate(metric);
  const before = readings.findLast(({ date }) => date < day) ?? null;
  const newest = readings.at(-1);
  const after = newest && newest.date > day ? newest : null;
  if (!before || !after) return { before, after, change: null, relativeChange: null, improved: null };
  const change = after.value - before.value;
  const relativeChange = before.value === 0 || !hasRelativeChange(metric) ? null : change / Math.abs(before.value);
  return { before, after, change, relativeChange, improved: isBetter(metric, before.value, after.value) };
}
