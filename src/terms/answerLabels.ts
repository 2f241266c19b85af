import * as l10n from '@vscode/l10n';

/** The five answers to either question, in the order of rows and columns of `answers`. */
export const answerKeys = ['like', 'must-be', 'neutral', 'live-with', 'dislike'] as const;
export type AnswerKey = (typeof answerKeys)[number];

/** Short name of an answer, for the edges of the 5×5 table. */
export function answerLabel(answer: AnswerKey): string {
  switch (answer) {
    case 'like':
      return l10n.t('Like');
    case 'must-be':
      return l10n.t({ message: 'Must be', comment: 'An answer: it must be that way' });
    case 'neutral':
      return l10n.t('Neutral');
    case 'live-with':
      return l10n.t('Live with');
    case 'dislike':
      return l10n.t('Dislike');
  }
}

/** Names of the two questions. */
export function questionLabels(): { readonly functional: string; readonly dysfunctional: string } {
  return { functional: l10n.t('Functional question'), dysfunctional: l10n.t('Dysfunctional question') };
}

/** An answer as respondents read and choose it. */
export function answerText(answer: AnswerKey): string {
  switch (answer) {
    case 'like':
      return l10n.t('I like it that way');
    case 'must-be':
      return l10n.t('It must be that way');
    case 'neutral':
      return l10n.t('I am neutral');
    case 'live-with':
      return l10n.t('I can live with it that way');
    case 'dislike':
      return l10n.t('I dislike it that way');
  }
}

/** What choosing an answer means, for respondents. */
export function answerMeaning(answer: AnswerKey): string {
  switch (answer) {
    case 'like':
      return l10n.t('It would please you.');
    case 'must-be':
      return l10n.t('You expect it and take it for granted.');
    case 'neutral':
      return l10n.t('It makes no difference to you.');
    case 'live-with':
      return l10n.t('You do not care for it, but you put up with it.');
    case 'dislike':
      return l10n.t('It would bother you.');
  }
}
