import * as l10n from '@vscode/l10n';
import type { EvidenceResult } from '../analysis/evidence.ts';
import { hasWorsened } from '../analysis/outcomes.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { newestSaid, type Said } from '../analysis/saidOf.ts';
import type { Want } from '../analysis/wants.ts';
import { unitOf } from '../document/format/metricKinds.ts';
import type { Feature, Metric, Touchpoint } from '../document/format/model.ts';
import { defaultStatus } from '../document/format/model.ts';
import { ticketsOf } from '../document/format/trackers.ts';
import { definitionsById, type Product } from '../document/product.ts';
import {
  emotionWithChange,
  evidenceInShort,
  leanMeaning,
  mentionCounts,
  momentLabel,
  outcomeText,
  painCounts,
  praiseText,
  readingText,
  referralLabel,
  wantStateLabel,
} from '../terms/journeyLabels.ts';
import { quotedName, statusLabel } from '../terms/labels.ts';
import type { Phrase } from '../terms/markdown.ts';
import { metricKindFormula, metricKindLabel } from '../terms/metricKindLabels.ts';
import { count, itemList, nameList } from '../terms/numbers.ts';
import type { HoverSubject } from './hoverComparisons.ts';

type Line = readonly Phrase[];

/** What the journey says of a feature: evidence, whom it serves, what it relieves, and how metrics moved since it shipped. */
export function journeyLines({ item, product, analysis }: HoverSubject): readonly Line[] {
  const { id, serves = [], relieves = [] } = item.value;
  const evidence = analysis.evidence(item.value);
  const wants = serves.length + relieves.length === 0 ? [] : analysis.wants;
  const phrases = (ids: readonly string[], isNeed: boolean) =>
    nameList(ids.map((each) => quotedName(wants.find((want) => want.id === each && (want.kind === 'need') === isNeed)?.phrase || each)));
  const outcomes = item.value.moves === undefined ? [] : analysis.outcomes.filter(({ feature }) => feature === id);
  const metrics = definitionsById(product, 'metrics');
  return [
    ...trackerLine(item.value),
    ...(evidence === null ? [] : [labelled(l10n.t('Evidence'), evidenceText(evidence))]),
    ...newestSaid(item.value).map(saidLine),
    ...(serves.length === 0 ? [] : [labelled(l10n.t('Serves'), phrases(serves, true))]),
    ...(relieves.length === 0 ? [] : [labelled(l10n.t('Relieves'), phrases(relieves, false))]),
    ...outcomes.map((outcome) => {
      const metric = metrics.get(outcome.metric);
      const text = outcomeText(outcome, metric && unitOf(metric));
      return labelled(l10n.t('Since it shipped ({date})', { date: outcome.shipped }), `${metric?.name ?? outcome.metric}: ${text}`);
    }),
  ];
}

/** The tickets of a feature, with links to those whose address is known. */
function trackerLine(feature: Feature): readonly Line[] {
  const tickets = ticketsOf(feature);
  if (tickets.length === 0) return [];
  const phrases = tickets.map(({ key, url }): Phrase => (url === null ? key : { link: url, text: key }));
  return [[{ strong: l10n.t('Tracker') }, ' ', ...phrases.flatMap((each, index) => (index === 0 ? [each] : [', ', each]))]];
}

/** `Quote “I gave up at the form” (app reviews, 2026-08-31) https://…`; a link that is no web address shows as it was written. */
function saidLine({ quote, note, link, source, date }: Said): Line {
  const label = quote !== null ? l10n.t('Quote') : note !== null ? l10n.t('Note') : l10n.t('Link');
  const from = itemList([source, date].filter((text) => text !== null));
  const words = [quote === null ? null : quotedName(quote), note, from === '' ? null : `(${from})`].filter((text) => text !== null);
  const target: Phrase | null = link !== null && /^https?:\/\//i.test(link) ? { link } : link;
  return [{ strong: label }, ' ', words.join(' '), ...(target === null ? [] : [' ', target])];
}

function evidenceText(evidence: EvidenceResult): string {
  const { lean, newest, sources } = evidence;
  return [
    evidenceInShort(evidence),
    mentionCounts(evidence),
    praiseText(evidence),
    ...(lean === null ? [] : [leanMeaning(lean)]),
    ...(sources.length === 0 ? [] : [nameList(sources)]),
    ...(newest === null ? [] : [newest]),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** Who serves a need, or relieves a pain: `shipped since 2026-06-01 · “Guest checkout” (Shipped)`. */
export function wantFacts({ state, metSince, features }: Want): readonly string[] {
  const standing =
    metSince === null ? wantStateLabel(state) : l10n.t('{state} since {date}', { state: wantStateLabel(state), date: metSince });
  const names = features.map(({ title, id, status = defaultStatus }) => `${quotedName(title ?? id ?? '')} (${statusLabel(status)})`);
  return [standing, ...(names.length === 0 ? [l10n.t('no feature for it')] : [nameList(names)])];
}

/** The newest reading, how the metric is computed, whether it worsened, and how it moved since what is meant to move it shipped. */
export function metricFacts(metric: Metric, { metrics, outcomes, dependencies }: ProductAnalysis): readonly string[] {
  const { kind } = metric;
  const newest = metrics.find(({ id }) => id === metric.id)?.newest ?? null;
  const formula = kind === undefined ? '' : metricKindFormula(kind);
  return [
    ...(newest === null ? [] : [readingText(newest, unitOf(metric))]),
    ...(kind === undefined || kind === 'other' ? [] : [metricKindLabel(kind)]),
    ...(formula === '' ? [] : [`= ${formula}`]),
    ...(hasWorsened(metric) ? [l10n.t('the newest two readings are worse')] : []),
    ...outcomes
      .filter((outcome) => outcome.metric === metric.id)
      .map((outcome) => {
        const name = quotedName(dependencies.resolve(outcome.feature)?.title ?? outcome.feature);
        const values = { feature: name, date: outcome.shipped, outcome: outcomeText(outcome, unitOf(metric)) };
        return l10n.t('since {feature} shipped ({date}): {outcome}', values);
      }),
  ];
}

/** The moment of truth, the emotion, what hurts, what people write, what is missing, and whether customers can be asked to recommend us. */
export function touchpointFacts({ id, moment }: Touchpoint, { journey, touchpoints }: ProductAnalysis): readonly string[] {
  const found = journey.find((each) => each.id === id);
  const gaps = touchpoints.find((each) => each.id === id)?.mustBeGaps ?? 0;
  const pains = found ? painCounts(found.openPains.length + found.notedPains, found.relievedPains.length) : '';
  const isMentioned = found !== undefined && found.mentions.complaints + found.mentions.compliments + found.mentions.neutral > 0;
  return [
    ...(moment === undefined ? [] : [l10n.t('moment of truth: {moment}', { moment: momentLabel(moment) })]),
    ...(found?.emotion ? [l10n.t('Emotion {0}', emotionWithChange(found.emotion))] : []),
    ...(pains === '' ? [] : [l10n.t('Pains: {count}', { count: pains })]),
    ...(isMentioned ? [mentionCounts(found.mentions)] : []),
    ...(gaps === 0 ? [] : [`${l10n.t('Must-be gaps')}: ${count(gaps)}`]),
    ...(found?.referral ? [l10n.t('referrals: {readiness}', { readiness: referralLabel(found.referral) })] : []),
  ];
}

/** The name of the stage, where a touchpoint has one. */
export function stageFact({ stage }: Touchpoint, product: Product): readonly string[] {
  if (stage === undefined) return [];
  return [l10n.t('Stage: {stage}', { stage: definitionsById(product, 'stages').get(stage)?.name ?? stage })];
}

function labelled(label: string, text: string): Line {
  return [{ strong: label }, ` ${text}`];
}
