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
