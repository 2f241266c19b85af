import * as l10n from '@vscode/l10n';
import type { AnalysisSettings, BuildOrder, CategoryRule, EvaluationTable } from '../document/format/model.ts';
import { labelsBy } from './language.ts';
import { count, measure } from './numbers.ts';

export function tableLabel(table: EvaluationTable): string {
  return table === 'standard' ? l10n.t('standard table') : l10n.t('Pouliot’s table');
}

export const ruleLabel = labelsBy<CategoryRule>({
  mode: () => l10n.t('mode'),
  berger: () => l10n.t('Berger’s rule'),
  lead: () => l10n.t('lead rule'),
});

/** How a rule decides, in one sentence. */
export const ruleMeaning = labelsBy<CategoryRule>({
  mode: () => l10n.t('The category most answers fall into'),
  berger: () =>
    l10n.t('The largest of Must-be, One-dimensional and Attractive where they outnumber the other three, else the largest of those'),
  lead: () => l10n.t('The most pressing of the categories that come close to the largest'),
});

export function orderLabel(order: BuildOrder): string {
  return order === 'kano' ? l10n.t('Kano order') : l10n.t('value per effort');
}

/** How numbers were computed, for the foot of every output: `standard table · mode`. */
export function settingsSentence({ table, rule, lead, order }: AnalysisSettings): string {
  const ruleName = rule === 'lead' ? l10n.t('lead rule {lead}', { lead: measure(lead) }) : ruleLabel(rule);
  return [tableLabel(table), ruleName, ...(order === 'kano' ? [] : [orderLabel(order)])].join(' · ');
}

/** What the numbers rest on: `2 surveys · 400 invited, 371 at most answered`. `invited` is `null` where it is not known. */
export function surveyedSentence(surveys: number, invited: number | null, answered: number): string {
  const surveyCount = surveys === 1 ? l10n.t('1 survey') : l10n.t('{count} surveys', { count: count(surveys) });
  const people =
    invited === null
      ? l10n.t('{answered} at most answered', { answered: count(answered) })
      : l10n.t('{invited} invited, {answered} at most answered', { invited: count(invited), answered: count(answered) });
  // Answers without a survey are not from no survey.
  return surveys === 0 && answered > 0 ? people : `${surveyCount} · ${people}`;
}

/** `Computed with: standard table · mode` */
export function computedSentence(settings: AnalysisSettings): string {
  return l10n.t('Computed with: {settings}', { settings: settingsSentence(settings) });
}
