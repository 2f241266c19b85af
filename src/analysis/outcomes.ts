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

/** The same, where of several readings on one day the last one counts. */
export function readingsByDay(metric: Metric): readonly CompleteReading[] {
  return readingsByDate(metric).filter(({ date }, index, readings) => date !== readings[index + 1]?.date);
}

/** Whether `to` is better than `from`; `null` where they are equal, or where nothing says which way is better. */
export function isBetter(metric: Metric, from: number, to: number): boolean | null {
  const better = betterOf(metric);
  return better === undefined || from === to ? null : to > from === (better === 'higher');
}

/** Whether the newest two readings, of two days, are both worse than the one before them. One bad reading may be chance. */
export function hasWorsened(metric: Metric): boolean {
  const [before, ...newest] = readingsByDay(metric).slice(-3);
  return before !== undefined && newest.length === 2 && newest.every(({ value }) => isBetter(metric, before.value, value) === false);
}

/** How a metric moved from one reading to another, whether a feature shipped in between or not. */
export type Movement = Pick<Outcome, 'before' | 'after' | 'change' | 'relativeChange' | 'improved'>;

/** How a metric moved with its newest reading; `null` where it did not, or where nothing says which way is better. */
export function newestMovement(metric: Metric): Movement | null {
  const [before, after] = readingsByDay(metric).slice(-2);
  const movement = before && after ? movementBetween(metric, before, after) : null;
  return movement?.improved === null ? null : movement;
}

function changeAround(metric: Metric, day: string): Movement {
  const readings = readingsByDate(metric);
  const before = readings.findLast(({ date }) => date < day) ?? null;
  const newest = readings.at(-1);
  const after = newest && newest.date > day ? newest : null;
  return before && after ? movementBetween(metric, before, after) : { before, after, change: null, relativeChange: null, improved: null };
}

function movementBetween(metric: Metric, before: CompleteReading, after: CompleteReading): Movement {
  const change = after.value - before.value;
  const relativeChange = before.value === 0 || !hasRelativeChange(metric) ? null : change / Math.abs(before.value);
  return { before, after, change, relativeChange, improved: isBetter(metric, before.value, after.value) };
}
