import type { Metric, MetricKind } from './model.ts';

/** What follows from the kind of a metric where the file does not say it. */
export interface KindOfMetric {
  /** `undefined` for `other`, whose files have to say it. */
  readonly better: 'higher' | 'lower' | undefined;
  readonly unit: string | undefined;
  /** The smallest and the largest value; a value beyond breaks the schema, which has the same limits. */
  readonly range: readonly [number, number] | undefined;
}

const percentage: KindOfMetric = { better: 'higher', unit: '%', range: [0, 100] };
const amount: KindOfMetric = { better: 'higher', unit: undefined, range: undefined };

export const kindsOfMetrics: Readonly<Record<MetricKind, KindOfMetric>> = {
  satisfaction: percentage,
  'net-promoter-score': { better: 'higher', unit: undefined, range: [-100, 100] },
  // Dixon 2010 asks how much effort it took. On the later scale, where customers agree that it was easy, higher is better: such files say so.
  'effort-score': { better: 'lower', unit: undefined, range: [1, 7] },
  'repeat-purchase-rate': percentage,
  retention: percentage,
  'lifetime-value': amount,
  'referral-rate': percentage,
  'referral-conversion': percentage,
  revenue: amount,
  other: { better: undefined, unit: undefined, range: undefined },
};

/** Whether shares of a value mean something. Those of a score between limits do not: a net promoter score from 10 to 20 has not doubled. */
export function hasRelativeChange({ kind }: Metric): boolean {
  return kind !== 'net-promoter-score' && kind !== 'effort-score';
}

/** Which way is better for a metric, as written or by its kind; `undefined` where nothing says it. */
export function betterOf({ better, kind }: Metric): 'higher' | 'lower' | undefined {
  return better ?? (kind && kindsOfMetrics[kind].better);
}

/** The unit of a metric, as written or by its kind; `undefined` without one. */
export function unitOf({ unit, kind }: Metric): string | undefined {
  return unit ?? (kind && kindsOfMetrics[kind].unit);
}
