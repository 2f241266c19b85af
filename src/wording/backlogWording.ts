import * as l10n from '@vscode/l10n';
import { type CategoryOrNone, categoryLabel } from './categoryWording.ts';
import { count } from './numbers.ts';

/** `Backlog: Web shop` */
export function backlogTitle(product: string): string {
  return l10n.t('Backlog: {product}', { product });
}

/** Heading over the features of one category, with what to do about them. */
export function backlogHeading(category: CategoryOrNone): string {
  return l10n.t('{category}: {action}', { category: categoryLabel(category), action: backlogAction(category) });
}

/** Heading over features that are done or given up. */
export function closedHeadings() {
  return {
    shipped: l10n.t('Shipped'),
    rejected: l10n.t('Rejected'),
    withoutTouchpoint: l10n.t('At no touchpoint'),
    withoutStage: l10n.t('At no stage'),
  };
}

/** Column headings. */
export function backlogColumns() {
  return {
    rank: l10n.t('Rank'),
    feature: l10n.t('Feature'),
    category: l10n.t('Category'),
    better: l10n.t('Better'),
    worse: l10n.t('Worse'),
    answers: l10n.t('Answers'),
    status: l10n.t('Status'),
    effort: l10n.t('Effort'),
    owner: l10n.t('Owner'),
    touchpoints: l10n.t('Touchpoints'),
    note: l10n.t('Note'),
  };
}

/** Why a feature stands earlier than its own value would put it. */
export function neededBySentence(ids: string): string {
  return l10n.t('needed by {features}', { features: ids });
}

/** `12 open features of 30` */
export function openFeaturesSentence(open: number, all: number): string {
  return l10n.t('{open} open features of {all}', { open: count(open), all: count(all) });
}

function backlogAction(category: CategoryOrNone): string {
  switch (category) {
    case 'M':
      return l10n.t('do first');
    case 'O':
      return l10n.t('compete here');
    case 'A':
      return l10n.t('choose a few');
    case 'I':
      return l10n.t('save the effort');
    case 'R':
      return l10n.t('do not build');
    case 'Q':
      return l10n.t('ask again');
    case null:
      return l10n.t('ask before deciding');
  }
}
