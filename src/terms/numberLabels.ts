import * as l10n from '@vscode/l10n';

/** What a number of the analysis is called, for table headings and hovers. */
export type NumberName =
  | 'better'
  | 'worse'
  | 'n'
  | 'category'
  | 'interval'
  | 'totalStrength'
  | 'categoryStrength'
  | 'fong'
  | 'z'
  | 'stability'
  | 'importance'
  | 'weighted'
  | 'continuous'
  | 'rank'
  | 'effort'
  | 'mustBeGaps'
  | 'risk'
  | 'opportunity';

export function numberLabel(name: NumberName): string {
  return labels()[name];
}

/** What the number says: one sentence, with its range where it has one. */
export function numberMeaning(name: NumberName): string {
  return meanings()[name];
}

function labels(): Readonly<Record<NumberName, string>> {
  return {
    better: l10n.t('Better'),
    worse: l10n.t('Worse'),
    n: l10n.t('Answers'),
    category: l10n.t('Category'),
    interval: l10n.t('95 % interval'),
    totalStrength: l10n.t('Total strength'),
    categoryStrength: l10n.t('Category strength'),
    fong: l10n.t('Fong test'),
    z: l10n.t('Multinomial z'),
    stability: l10n.t('Stability'),
    importance: l10n.t('Stated importance'),
    weighted: l10n.t('Weighted by market share'),
    continuous: l10n.t('Continuous analysis'),
    rank: l10n.t('Rank'),
    effort: l10n.t('Effort'),
    mustBeGaps: l10n.t('Must-be gaps'),
    risk: l10n.t('Risk'),
    opportunity: l10n.t('Opportunity'),
  };
}

function meanings(): Readonly<Record<NumberName, string>> {
  return {
    better: l10n.t('How many customers having it makes more satisfied, 0 to 1'),
    worse: l10n.t('How many customers lacking it makes dissatisfied, 0 to −1'),
    n: l10n.t('How many answer pairs were counted'),
    category: l10n.t('What customers’ answers add up to, by the rule named'),
    interval: l10n.t('Where the value lies with 95 % confidence (Wilson)'),
    totalStrength: l10n.t('Share of answers that are Must-be, One-dimensional or Attractive'),
    categoryStrength: l10n.t('Lead of the largest category over the next, as a share of the answers'),
    fong: l10n.t('Whether the two largest counts differ (Fong 1996), for comparison with other tools'),
    z: l10n.t('How clearly the two largest counts differ: 1.96 or more is significant'),
    stability: l10n.t(
      'How often the same category would come out if other customers had been asked. It does not say that the answer is right',
    ),
    importance: l10n.t('How important customers say it is, 1 to 9, on average'),
    weighted: l10n.t('With every persona counted by its share of the market'),
    continuous: l10n.t('Average of the answers on a scale of −2 to 4, a second opinion'),
    rank: l10n.t('Place in the build order'),
    effort: l10n.t('In the team’s own unit'),
    mustBeGaps: l10n.t('Must-be features that are still open'),
    risk: l10n.t('Dissatisfaction that open features would take away'),
    opportunity: l10n.t('Satisfaction that open features would bring'),
  };
}
