import * as l10n from '@vscode/l10n';
import type { Activity, IdKind, ListKey, Status } from '../document/format/model.ts';
import { labelsBy, languageRecord } from './language.ts';
import type { AnswerKey } from './languages/languageRecord.ts';

export const statusLabel = labelsBy<Status>({
  idea: () => l10n.t('Idea'),
  planned: () => l10n.t('Planned'),
  'in-progress': () => l10n.t('In progress'),
  shipped: () => l10n.t('Shipped'),
  rejected: () => l10n.t('Rejected'),
});

/** An activity of Porter's value chain. */
export const activityLabel = labelsBy<Activity>({
  'inbound-logistics': () => l10n.t('Inbound logistics'),
  operations: () => l10n.t('Operations'),
  'outbound-logistics': () => l10n.t('Outbound logistics'),
  'marketing-sales': () => l10n.t('Marketing and sales'),
  service: () => l10n.t('Service'),
  procurement: () => l10n.t('Procurement'),
  technology: () => l10n.t('Technology development'),
  'human-resources': () => l10n.t('Human resource management'),
  infrastructure: () => l10n.t('Firm infrastructure'),
});

/** One of a list, or of what has an id, within a sentence: `touchpoint`. */
export const definitionNoun = labelsBy<ListKey | IdKind>({
  personas: () => l10n.t({ message: 'persona', comment: 'One entry, within a sentence' }),
  stages: () => l10n.t({ message: 'stage', comment: 'One entry, within a sentence' }),
  touchpoints: () => l10n.t({ message: 'touchpoint', comment: 'One entry, within a sentence' }),
  surveys: () => l10n.t({ message: 'survey', comment: 'One entry, within a sentence' }),
  features: () => l10n.t({ message: 'feature', comment: 'One entry, within a sentence' }),
  metrics: () => l10n.t({ message: 'metric', comment: 'One entry, within a sentence' }),
  valueChain: () => l10n.t({ message: 'activity', comment: 'One entry, within a sentence' }),
  needs: () => l10n.t({ message: 'need', comment: 'One entry, within a sentence' }),
  pains: () => l10n.t({ message: 'pain', comment: 'One entry, within a sentence' }),
});

/** The same, by the list of the item that holds it: bottlenecks share their ids with pains, and are called otherwise. */
export function nounIn(holder: ListKey, kind: ListKey | IdKind): string {
  if (kind === 'pains' && holder === 'valueChain') return l10n.t({ message: 'bottleneck', comment: 'One entry, within a sentence' });
  return definitionNoun(kind);
}

/** The heading of a list: `Touchpoints`. */
export const definitionHeading = labelsBy<ListKey>({
  personas: () => l10n.t('Personas'),
  stages: () => l10n.t('Stages'),
  touchpoints: () => l10n.t('Touchpoints'),
  valueChain: () => l10n.t('Value chain'),
  surveys: () => l10n.t('Surveys'),
  features: () => l10n.t('Features'),
  metrics: () => l10n.t('Metrics'),
});

/** Short name of an answer, for the edges of the 5×5 table. */
export function answerLabel(answer: AnswerKey): string {
  return languageRecord().answers[answer].label;
}

/** An answer as respondents read and choose it. */
export function answerText(answer: AnswerKey): string {
  return languageRecord().answers[answer].text;
}

const numberLabels = {
  better: () => l10n.t('Better'),
  worse: () => l10n.t('Worse'),
  n: () => l10n.t('Answers'),
  fong: () => l10n.t('Fong test'),
  z: () => l10n.t('Multinomial z'),
  stability: () => l10n.t('Stability'),
  importance: () => l10n.t('Stated importance'),
  refinedClass: () => l10n.t('Refined class'),
  continuous: () => l10n.t('Continuous analysis'),
  rank: () => l10n.t('Rank'),
  effort: () => l10n.t('Effort'),
  mustBeGaps: () => l10n.t('Must-be gaps'),
  risk: () => l10n.t('Risk'),
  opportunity: () => l10n.t('Opportunity'),
};

export type NumberName = keyof typeof numberLabels;

/** The name of a number in headings and hovers. */
export const numberLabel = labelsBy(numberLabels);

/** The heading over features that belong to no touchpoint, or to no stage. */
export function unplacedHeading(grouping: 'touchpoint' | 'stage'): string {
  return grouping === 'touchpoint' ? l10n.t('At no touchpoint') : l10n.t('At no stage');
}

/** A survey by its title and date. */
export function surveyName(title: string, date: string | null): string {
  return date === null ? title : l10n.t('{title} ({date})', { title, date });
}

export function undatedSurvey(): string {
  return l10n.t('tallies without a survey');
}

/** A name within a sentence. */
export function quotedName(name: string): string {
  return languageRecord().quote(name);
}

/** The notes on one feature in a row. */
export function joinNotes(notes: readonly string[]): string {
  return notes.join(languageRecord().noteSeparator);
}
