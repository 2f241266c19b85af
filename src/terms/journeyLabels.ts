import * as l10n from '@vscode/l10n';
import type { EmotionResult } from '../analysis/emotions.ts';
import type { EvidenceResult, Lean } from '../analysis/evidence.ts';
import type { Movement } from '../analysis/outcomes.ts';
import type { ReferralReadiness } from '../analysis/touchpointJourney.ts';
import type { Want } from '../analysis/wants.ts';
import type { Moment } from '../document/format/model.ts';
import { labelsBy } from './language.ts';
import { count, itemList, measure, noNumber, share, signedShare } from './numbers.ts';

/** Which way people speak up, in a word. */
export const leanLabel = labelsBy<Lean>({
  'complaint-led': () => l10n.t('complaint-led'),
  'praise-led': () => l10n.t('praise-led'),
  both: () => l10n.t('complaints and praise'),
});

/** What that reminds of, which is no category. */
export const leanMeaning = labelsBy<Lean>({
  'complaint-led': () => l10n.t('people speak up when it fails, as with a must-be'),
  'praise-led': () => l10n.t('people speak up when it delights, as with an attractive one'),
  both: () => l10n.t('people speak up both ways'),
});

export const wantStateLabel = labelsBy<Want['state']>({
  open: () => l10n.t('open'),
  'under-way': () => l10n.t('under way'),
  met: () => l10n.t('shipped'),
});

/** What customers do at a moment of truth. */
export const momentLabel = labelsBy<Moment>({
  researching: () => l10n.t('researching'),
  choosing: () => l10n.t('choosing'),
  using: () => l10n.t('using'),
  recommending: () => l10n.t('recommending'),
});

/** What is decided at a moment of truth, in a sentence without a full stop. */
export const momentMeaning = labelsBy<Moment>({
  researching: () => l10n.t('they learn what there is, and whether it is worth a closer look'),
  choosing: () => l10n.t('they decide whether to buy, and from whom'),
  using: () => l10n.t('they find out whether it keeps its promise'),
  recommending: () => l10n.t('they decide what to tell others about it'),
});

/** A reading with its unit: `24%`, `18 EUR`. */
export function readingText(value: number, unit: string | undefined): string {
  if (unit === undefined) return measure(value);
  return unit === '%' ? `${measure(value)}%` : `${measure(value)} ${unit}`;
}

/** How a metric changed: `+5 percentage points (+21%)`, `+120 thousand EUR (+25%)`, `+1.7 (+3%)`. */
export function readingChangeText(change: number, relative: number | null, unit: string | undefined): string {
  const signed = change > 0 ? `+${measure(change)}` : measure(change);
  const absolute = unit === '%' ? percentagePoints(signed) : unit === undefined ? signed : `${signed} ${unit}`;
  return relative === null ? absolute : `${absolute} (${signedShare(relative)})`;
}

/** The distance between two readings with its unit: `2.2 percentage points`, `9 EUR`. */
export function distanceText(distance: number, unit: string | undefined): string {
  return unit === '%' ? percentagePoints(measure(distance)) : readingText(distance, unit);
}

function percentagePoints(change: string): string {
  return l10n.t('{change} percentage points', { change });
}

/** An emotion with its sign: `+1`, `−2`. */
export function emotionText(emotion: number | null): string {
  if (emotion === null) return noNumber;
  return emotion > 0 ? `+${measure(emotion)}` : measure(emotion);
}

/** The newest emotion with its change, where there is one: `−1 (+1)`. */
export function emotionWithChange({ newest, change }: EmotionResult): string {
  return change ? `${emotionText(newest)} (${emotionText(change)})` : emotionText(newest);
}

interface Mentions {
  readonly complaints: number;
  readonly compliments: number;
  readonly neutral: number;
}

/** `412 mentions` */
export function mentionsText({ complaints, compliments, neutral }: Mentions): string {
  const number = complaints + compliments + neutral;
  return number === 1 ? l10n.t('1 mention') : l10n.t('{count} mentions', { count: count(number) });
}

/** `380 complaints, 20 compliments, 12 neutral` */
export function mentionCounts({ complaints, compliments, neutral }: Mentions): string {
  return l10n.t('{complaints}, {compliments}, {neutral}', {
    complaints: complaints === 1 ? l10n.t('1 complaint') : l10n.t('{count} complaints', { count: count(complaints) }),
    compliments: compliments === 1 ? l10n.t('1 compliment') : l10n.t('{count} compliments', { count: count(compliments) }),
    neutral: l10n.t('{count} neutral', { count: count(neutral) }),
  });
}

/** For a line about a feature that was not surveyed: `412 mentions, complaint-led`. */
export function evidenceInShort(evidence: Mentions & Pick<EvidenceResult, 'lean'>): string {
  const { lean } = evidence;
  const mentions = mentionsText(evidence);
  return lean === null ? mentions : l10n.t('{mentions}, {lean}', { mentions, lean: leanLabel(lean) });
}

/** The praise share beside that of the product: `5% praise (95%: 3%–8%), 81% over all features`; empty without either. */
export function praiseText({ praise, praiseInterval, base }: EvidenceResult): string {
  if (praise === null) return '';
  const values = {
    praise: share(praise),
    interval: praiseInterval === null ? noNumber : praiseInterval.map(share).join('–'),
    base: share(base),
  };
  return l10n.t('{praise} praise (95%: {interval}), {base} over all features', values);
}

export const referralLabel = labelsBy<ReferralReadiness>({
  'fix-first': () => l10n.t('fix first'),
  possible: () => l10n.t('possible'),
  ready: () => l10n.t('ready'),
});

/** Whether a metric got better or worse; empty where it did not change, or where nothing says which way is better. */
export function verdictText(improved: boolean | null): string {
  return improved === null ? '' : improved ? l10n.t('better') : l10n.t('worse');
}

/** `24% → 29% (+21%), better`, or which of the two readings is missing. */
export function outcomeText({ before, after, relativeChange, improved }: Movement, unit: string | undefined): string {
  if (!before) return l10n.t('no reading before it');
  if (!after) return l10n.t('no reading since');
  const step = `${readingText(before.value, unit)} → ${readingText(after.value, unit)}`;
  const relative = relativeChange === null ? '' : ` (${signedShare(relativeChange)})`;
  const outcome = step + relative;
  return improved === null ? outcome : l10n.t('{outcome}, {verdict}', { outcome, verdict: verdictText(improved) });
}

/** `2 open, 1 relieved`; empty without any. */
export function painCounts(open: number, relieved: number): string {
  return itemList([
    ...(open > 0 ? [l10n.t('{count} open', { count: count(open) })] : []),
    ...(relieved > 0 ? [l10n.t('{count} relieved', { count: count(relieved) })] : []),
  ]);
}
