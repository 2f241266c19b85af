import * as l10n from '@vscode/l10n';

/** The template of a tally by category. */
export function newCountsLabel(): string {
  return l10n.t('Tally: answers by category');
}

/** The template of a tally of answer pairs. */
export function newAnswersLabel(): string {
  return l10n.t('Tally: 5×5 answer pairs');
}

/** The template of a whole file. */
export function starterLabel(): string {
  return l10n.t('A first Kano file, with examples and explanations');
}

/** What a suppression comment does, by its name. */
export function suppressionDetail(directive: 'next-line' | 'line' | 'file'): string {
  switch (directive) {
    case 'next-line':
      return l10n.t('Silences a problem on the next line');
    case 'line':
      return l10n.t('Silences a problem on this line');
    case 'file':
      return l10n.t('Silences a problem in this file');
  }
}
