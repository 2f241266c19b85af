import { oncePerObject } from '../base/once.ts';
import type { Evidence, Feature } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
import { wilsonInterval } from './coefficients.ts';
import { itemsByDay } from './itemsByDay.ts';
import type { Interval } from './results.ts';

/** Which way people speak up about a feature, judged against the base of the product. It is no category. */
export type Lean = 'complaint-led' | 'praise-led' | 'both';

/** The reviews and tickets that were counted for a feature. Never counted as answers. */
export interface CountedEvidence {
  readonly complaints: number;
  readonly compliments: number;
  readonly neutral: number;
  /** The newest date of the evidence; `null` where none has a date. */
  readonly newest: string | null;
  /** In the order of the file, each once. */
  readonly sources: readonly string[];
  /** Compliments / (complaints + compliments), 0 to 1; `null` where there is neither. */
  readonly praise: number | null;
  readonly praiseInterval: Interval | null;
}

export interface EvidenceResult extends CountedEvidence {
  /** The pooled praise share over all features of the product; `null` without complaints and compliments. */
  readonly base: number | null;
  /** `null` where there are too few mentions, or too few other features with as many. */
  readonly lean: Lean | null;
}

/** Fewer complaints and compliments than this say nothing. */
export const fewestMentions = 30;

/** As many features need that many mentions before they can be compared. */
const fewestFeatures = 3;

/** The sums over the features of a file or a product. */
export interface EvidenceTotals {
  readonly complaints: number;
  readonly compliments: number;
  /** The features with at least 30 complaints and compliments. */
  readonly comparable: number;
}

/** Whether evidence was counted, and is not only a note. */
export function isCounted({ complaints, compliments, neutral }: Evidence): boolean {
  return complaints !== undefined || compliments !== undefined || neutral !== undefined;
}

/** The counted evidence of a feature, kept for as long as the feature does not change; `null` where there is none. */
export const allCountedEvidence = oncePerObject(({ evidence = [] }: Feature): CountedEvidence | null => {
  const counted = evidence.filter(isCounted);
  if (counted.length === 0) return null;
  const sum = (key: 'complaints' | 'compliments' | 'neutral') => counted.reduce((total, each) => total + (each[key] ?? 0), 0);
  const [complaints, compliments, neutral] = [sum('complaints'), sum('compliments'), sum('neutral')];
  const judged = complaints + compliments;
  return {
    complaints,
    compliments,
    neutral,
    newest: counted.reduce<string | null>((newest, { date }) => (date !== undefined && date > (newest ?? '') ? date : newest), null),
    sources: [...new Set(counted.flatMap(({ source }) => source ?? []))],
    praise: judged === 0 ? null : compliments / judged,
    praiseInterval: judged === 0 ? null : wilsonInterval(compliments, judged),
  };
});

/** What nobody was asked about, in the order of asking: what most people speak of comes first, and all else keeps its order. No rank follows from it. */
export function inOrderOfAsking<Row>(rows: readonly Row[], featureOf: (row: Row) => Feature): readonly Row[] {
  const mentions = (row: Row) => {
    const { complaints = 0, compliments = 0, neutral = 0 } = allCountedEvidence(featureOf(row)) ?? {};
    return complaints + compliments + neutral;
  };
  return rows.toSorted((left, right) => mentions(right) - mentions(left));
}

/**
 * Sets the evidence of a feature against that of the product. Against the base, because raw shares call almost everything praised: people who
 * write reviews praise more than they complain.
 */
export function evidenceResult(counted: CountedEvidence, { complaints, compliments, comparable }: EvidenceTotals): EvidenceResult {
  const base = complaints + compliments === 0 ? null : compliments / (complaints + compliments);
  const isEnough = counted.complaints + counted.compliments >= fewestMentions && comparable >= fewestFeatures;
  return { ...counted, base, lean: isEnough && base !== null && counted.praiseInterval ? leanOf(counted.praiseInterval, base) : null };
}

function leanOf([low, high]: Interval, base: number): Lean {
  return high < base ? 'complaint-led' : low > base ? 'praise-led' : 'both';
}

/** The totals of features that are in no file. */
export function evidenceTotals(features: Iterable<Feature>): EvidenceTotals {
  const totals = noTotals();
  for (const feature of features) addEvidence(totals, feature, 1);
  return totals;
}

/** The totals of a version of a file. They cost what changed since the version before. */
export const evidenceIndex: IndexByVersion<EvidenceTotals> = indexByVersion(noTotals, (totals, item, by) => {
  if (isFeature(item)) addEvidence(totals, item.value, by);
});

/**
 * The features of a version of a file that have counted evidence with dates, by the newest of these; without rejected ones. Costs what changed
 * since the version before.
 */
export const featuresByNewestEvidence = itemsByDay<Item<'features'>>((item) => {
  if (!isFeature(item) || item.value.evidence === undefined || item.value.status === 'rejected') return null;
  return allCountedEvidence(item.value)?.newest ?? null;
});

export function joinTotals(totals: readonly EvidenceTotals[]): EvidenceTotals {
  const joined = noTotals();
  for (const { complaints, compliments, comparable } of totals) {
    joined.complaints += complaints;
    joined.compliments += compliments;
    joined.comparable += comparable;
  }
  return joined;
}

function noTotals() {
  return { complaints: 0, compliments: 0, comparable: 0 };
}

function addEvidence(totals: ReturnType<typeof noTotals>, feature: Feature, by: 1 | -1): void {
  if (feature.evidence === undefined) return;
  const counted = allCountedEvidence(feature);
  if (!counted) return;
  totals.complaints += by * counted.complaints;
  totals.compliments += by * counted.compliments;
  if (counted.complaints + counted.compliments >= fewestMentions) totals.comparable += by;
}
