import * as l10n from '@vscode/l10n';
import type { MetricKind } from '../document/format/model.ts';
import { labelsBy } from './language.ts';

export const metricKindLabel = labelsBy<MetricKind>({
  satisfaction: () => l10n.t('Satisfaction (CSAT)'),
  'net-promoter-score': () => l10n.t('Net promoter score (NPS)'),
  'effort-score': () => l10n.t('Effort score (CES)'),
  'repeat-purchase-rate': () => l10n.t('Repeat purchase rate'),
  retention: () => l10n.t('Retention'),
  'lifetime-value': () => l10n.t('Lifetime value'),
  'referral-rate': () => l10n.t('Referral rate'),
  'referral-conversion': () => l10n.t('Referral conversion'),
  revenue: () => l10n.t('Revenue'),
  other: () => l10n.t('Other'),
});

/** How a metric of a kind is computed, with the source where one made it known; empty where nothing follows from the kind. */
export const metricKindFormula = labelsBy<MetricKind>({
  satisfaction: () => l10n.t('the satisfied (top two answers) / answers'),
  'net-promoter-score': () => l10n.t('share of promoters − share of detractors (Reichheld 2003)'),
  'effort-score': () => l10n.t('mean effort on the scale that was asked (Dixon, Freeman, Toman 2010)'),
  'repeat-purchase-rate': () => l10n.t('buyers with two or more purchases / buyers'),
  retention: () => l10n.t('(customers at the end − new ones) / customers at the start'),
  'lifetime-value': () =>
    l10n.t('m · r / (1 + i − r) − cost of acquisition: margin m, retention r, discount rate i; 2.67 m with r = 0.8 and i = 0.1'),
  'referral-rate': () => l10n.t('customers who refer / customers'),
  'referral-conversion': () => l10n.t('referred customers / referred leads'),
  revenue: () => '',
  other: () => '',
});
