import * as l10n from '@vscode/l10n';
import { metricResults } from '../../analysis/metrics.ts';
import { hasWorsened } from '../../analysis/outcomes.ts';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import type { MetricResult } from '../../analysis/results.ts';
import { compareText } from '../../base/compareText.ts';
import { unitOf } from '../../document/format/metricKinds.ts';
import type { Metric, Reading } from '../../document/format/model.ts';
import type { Product } from '../../document/product.ts';
import { distanceText, outcomeText, readingChangeText, readingText } from '../../terms/journeyLabels.ts';
import { noNumber } from '../../terms/numbers.ts';
import type { Definitions } from './definitions.ts';

/** A metric in words and numbers. */
export interface MetricRow {
  readonly key: string;
  readonly name: string;
  /** The name of its touchpoint, empty for the whole product. */
  readonly touchpoint: string;
  /** The name of the persona whose it is, empty for everybody. */
  readonly persona: string;
  readonly first: string;
  readonly newest: string;
  /** `+5 percentage points (+21%)`, `+5 (+21%)` */
  readonly change: string;
  /** `null` without a change, or where the file does not say which way is better. */
  readonly improved: boolean | null;
  readonly isRising: boolean;
  readonly target: string;
  /** What is still missing, or that the target is reached. */
  readonly toTarget: string;
  readonly reached: boolean | null;
  /** By date. */
  readonly readings: readonly { readonly date: string; readonly value: number; readonly text: string }[];
  readonly targetValue: number | null;
  /** What shipped to move it, oldest first: `Order as a guest`, `24% → 29% (+21%), better`. It does not say why the metric moved. */
  readonly shipped: readonly { readonly date: string; readonly feature: string; readonly text: string }[];
  /** Whether the newest two readings are worse than the one before them. */
  readonly hasWorsened: boolean;
}

/** The metrics of all products. */
export function metricRows(definitions: Definitions): readonly MetricRow[] {
  return [...definitions.metrics.values()].flatMap(({ key, value, of }) => {
    const [result] = metricResults([value]);
    if (!result) return [];
    return [{ ...metricRow(key, value, result), ...placeOf(definitions, value, of), shipped: shippedFor(value, of) }];
  });
}

/** The names of touchpoint and persona. */
function placeOf(definitions: Definitions, metric: Metric, product: Product): Pick<MetricRow, 'touchpoint' | 'persona'> {
  const touchpoint = metric.touchpoint === undefined ? null : definitions.keyOf('touchpoints', product, metric.touchpoint);
  const persona = metric.persona === undefined ? null : definitions.keyOf('personas', product, metric.persona);
  return {
    touchpoint: touchpoint === null ? '' : (definitions.touchpoints.get(touchpoint)?.value.name ?? touchpoint),
    persona: persona === null ? '' : (definitions.personas.get(persona)?.value.name ?? persona),
  };
}

function metricRow(key: string, metric: Metric, result: MetricResult): Omit<MetricRow, 'touchpoint' | 'persona' | 'shipped'> {
  const { name, id, target, readings = [] } = metric;
  const unit = unitOf(metric);
  const { first, newest, change, relativeChange, improved, toTarget } = result;
  const text = (value: number | null) => (value === null ? noNumber : readingText(value, unit));
  return {
    key,
    name: name ?? id ?? key,
    first: text(first),
    newest: text(newest),
    change: change === null ? noNumber : readingChangeText(change, relativeChange, unit),
    improved,
    isRising: (change ?? 0) > 0,
    target: target === undefined ? noNumber : text(target),
    toTarget:
      toTarget === null
        ? noNumber
        : toTarget > 0
          ? l10n.t('{missing} to go', { missing: distanceText(toTarget, unit) })
          : l10n.t('reached'),
    reached: toTarget === null ? null : toTarget <= 0,
    readings: readings
      .filter(isComplete)
      .sort((a, b) => compareText(a.date, b.date))
      .map(({ date, value }) => ({ date, value, text: text(value) })),
    targetValue: target ?? null,
    hasWorsened: hasWorsened(metric),
  };
}

/** The features that shipped to move a metric, oldest first. */
function shippedFor(metric: Metric, product: Product): MetricRow['shipped'] {
  const { outcomes, dependencies } = analysisOfProduct(product);
  return outcomes
    .filter((outcome) => outcome.metric === metric.id)
    .map((outcome) => {
      const title = dependencies.resolve(outcome.feature)?.title ?? outcome.feature;
      return { date: outcome.shipped, feature: title, text: outcomeText(outcome, unitOf(metric)) };
    })
    .sort((a, b) => compareText(a.date, b.date));
}

function isComplete(reading: Reading): reading is Required<Reading> {
  return reading.date !== undefined && Number.isFinite(reading.value);
}
