import { metricResults } from '../../analysis/metrics.ts';
import type { MetricResult } from '../../analysis/results.ts';
import { compareText } from '../../base/compareText.ts';
import type { Metric, Reading } from '../../document/format/model.ts';
import type { PanelMetric } from '../../page/protocol.ts';
import { measure, noNumber, signedShare } from '../../terms/numbers.ts';
import { targetSentence } from '../../wording/panelWording.ts';
import type { Definitions } from './panelDefinitions.ts';

/** The metrics of all products, in words and numbers. */
export function panelMetrics(definitions: Definitions): readonly PanelMetric[] {
  return [...definitions.metrics.values()].flatMap(({ key, value, of }) => {
    const [result] = metricResults([value]);
    if (!result) return [];
    const touchpoint = value.touchpoint === undefined ? null : definitions.keyOf('touchpoints', of, value.touchpoint);
    return [metricOf(key, value, result, touchpoint === null ? '' : (definitions.touchpoints.get(touchpoint)?.value.name ?? touchpoint))];
  });
}

function metricOf(key: string, metric: Metric, result: MetricResult, touchpoint: string): PanelMetric {
  const { name, id, unit, target, readings = [] } = metric;
  const { first, newest, change, relativeChange, improved, toTarget } = result;
  const text = (value: number | null) => withUnit(measure(value), unit);
  return {
    key,
    name: name ?? id ?? key,
    touchpoint,
    first: text(first),
    newest: text(newest),
    change: change === null ? noNumber : changeText(change, relativeChange),
    improved,
    target: target === undefined ? noNumber : text(target),
    toTarget: toTarget === null ? noNumber : targetSentence(toTarget > 0 ? text(toTarget) : null),
    reached: toTarget === null ? null : toTarget <= 0,
    readings: readings
      .filter(isComplete)
      .sort((a, b) => compareText(a.date, b.date))
      .map(({ date, value }) => ({ date, value, text: text(value) })),
    targetValue: target ?? null,
  };
}

function isComplete(reading: Reading): reading is Required<Reading> {
  return reading.date !== undefined && Number.isFinite(reading.value);
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined || text === noNumber ? text : `${text} ${unit}`;
}

/** Without the unit: of percents the difference is no percentage. */
function changeText(change: number, relative: number | null): string {
  const absolute = change > 0 ? `+${measure(change)}` : measure(change);
  return relative === null ? absolute : `${absolute} (${signedShare(relative)})`;
}
