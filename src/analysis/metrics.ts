import { betterOf, hasRelativeChange } from '../document/format/metricKinds.ts';
import type { Metric } from '../document/format/model.ts';
import { negative } from './coefficients.ts';
import { readingsByDate } from './outcomes.ts';
import type { MetricResult } from './results.ts';

/**
 * How each metric with an id changed from its first to its newest reading by date (equal dates in the order of the list). Readings without
 * a date or value are left out. Undefined results are `null`: a change with a single reading, a relative change from 0 or of a
 * score between limits, an improvement without change.
 *
 * `relativeChange` is relative to the absolute value of the first reading, so it has the sign of the change. `toTarget` is the distance to
 * the target in the `better` direction, 0 or less when the target is reached.
 */
export function metricResults(metrics: readonly Metric[]): readonly MetricResult[] {
  return metrics.flatMap((metric) => (metric.id === undefined ? [] : [metricResult(metric.id, metric)]));
}

function metricResult(id: string, metric: Metric): MetricResult {
  const { target } = metric;
  const better = betterOf(metric);
  const values = readingsByDate(metric).map(({ value }) => value);
  const first = values.at(0) ?? null;
  const newest = values.at(-1) ?? null;
  const change = first === null || newest === null || values.length < 2 ? null : finite(newest - first);
  const direction = better === undefined ? null : better === 'higher' ? 1 : -1;
  return {
    id,
    first,
    newest,
    change,
    relativeChange: change === null || first === null || !hasRelativeChange(metric) ? null : finite(change / Math.abs(first)),
    improved: change === null || direction === null || change === 0 ? null : change * direction > 0,
    toTarget: target === undefined || newest === null || direction === null ? null : missing(target - newest, direction),
  };
}

function missing(distance: number, direction: 1 | -1): number | null {
  return finite(direction === 1 ? distance : negative(distance));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
