import * as l10n from '@vscode/l10n';
import { joinNotes } from '../../terms/labels.ts';
import { count, measure } from '../../terms/numbers.ts';
import { someNames } from '../answers/shownTexts.ts';
import type { FeedbackMeaning } from './feedbackColumns.ts';
import type { Way } from './feedbackMap.ts';
import type { PlannedEvidence } from './planFeedback.ts';

/** What a column holds. */
export function meaningText(meaning: FeedbackMeaning | undefined): string {
  const text = kindText(meaning);
  const scale = meaning !== undefined && 'scale' in meaning ? meaning.scale : undefined;
  if (!scale) return text;
  const [complaints, compliments] = [measure(scale.complaints), measure(scale.compliments)];
  return joinNotes([text, l10n.t('up to {complaints} complaint, from {compliments} on praise', { complaints, compliments })]);
}

function kindText(meaning: FeedbackMeaning | undefined): string {
  switch (meaning?.kind) {
    case 'aspect':
      return l10n.t('which way it speaks of {feature}', { feature: meaning.feature });
    case 'ambiguous':
      return l10n.t('unclear, not counted: {features}', { features: someNames(meaning.features) });
    case 'labels':
      return l10n.t('labels: which features, which way');
    case 'text':
      return l10n.t('text');
    case 'stars':
      return l10n.t('stars: which way');
    case 'sentiment':
      return l10n.t('sentiment: which way');
    case 'date':
      return l10n.t('date');
    case 'persona':
      return l10n.t('Persona');
    case 'scale':
      return l10n.t('numbers up to {highest}, not counted', { highest: count(meaning.highest) });
    case 'numbers':
      return l10n.t('numbers that may mean anything, not counted');
    default:
      return l10n.t('not counted');
  }
}

/** One row. */
export function wayText(way: Way): string {
  switch (way) {
    case 'complaints':
      return l10n.t('complaint');
    case 'compliments':
      return l10n.t('praise');
    case 'neutral':
      return l10n.t('neutral');
  }
}

/** What happens to an entry of evidence, with the numbers that it had. */
export function stateText({ state, before }: PlannedEvidence): string {
  switch (state) {
    case 'added':
      return l10n.t('new');
    case 'same':
      return l10n.t('as before');
    case 'removed':
      return l10n.t('goes, was {numbers}', { numbers: numbersText(before) });
    case 'changed':
      return l10n.t('changed, was {numbers}', { numbers: numbersText(before) });
  }
}

function numbersText(before: PlannedEvidence['before']): string {
  return before === undefined ? '' : [before.complaints, before.compliments, before.neutral].map(count).join(' / ');
}
