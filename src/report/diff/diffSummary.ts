import * as l10n from '@vscode/l10n';
import { count, nameList } from '../../terms/numbers.ts';
import type { DiffCounts } from './diff.ts';

/** `2 categories moved, 1 feature added and 1 must-be gap opened`; empty if all counts are 0. */
export function diffSummary(counts: DiffCounts): string {
  const parts = (Object.keys(counts) as (keyof DiffCounts)[]).flatMap((name) => (counts[name] === 0 ? [] : [countOf(name, counts[name])]));
  return parts.length === 0 ? '' : nameList(parts);
}

function countOf(name: keyof DiffCounts, number: number): string {
  const values = { count: count(number) };
  const isOne = number === 1;
  switch (name) {
    case 'categories':
      return isOne ? l10n.t('1 category moved') : l10n.t('{count} categories moved', values);
    case 'confirmed':
      return isOne ? l10n.t('1 assumption confirmed') : l10n.t('{count} assumptions confirmed', values);
    case 'contradicted':
      return isOne ? l10n.t('1 assumption contradicted') : l10n.t('{count} assumptions contradicted', values);
    case 'surveyed':
      return isOne ? l10n.t('1 feature surveyed for the first time') : l10n.t('{count} features surveyed for the first time', values);
    case 'numbers':
      return isOne ? l10n.t('Better or Worse of 1 feature moved') : l10n.t('Better or Worse of {count} features moved', values);
    case 'gapsOpened':
      return isOne ? l10n.t('1 must-be gap opened') : l10n.t('{count} must-be gaps opened', values);
    case 'gapsClosed':
      return isOne ? l10n.t('1 must-be gap closed') : l10n.t('{count} must-be gaps closed', values);
    case 'added':
      return isOne ? l10n.t('1 feature added') : l10n.t('{count} features added', values);
    case 'removed':
      return isOne ? l10n.t('1 feature removed') : l10n.t('{count} features removed', values);
    case 'renamed':
      return isOne ? l10n.t('1 feature renamed') : l10n.t('{count} features renamed', values);
    case 'statuses':
      return isOne ? l10n.t('1 status changed') : l10n.t('{count} statuses changed', values);
    case 'ranks':
      return isOne ? l10n.t('1 rank moved') : l10n.t('{count} ranks moved', values);
    case 'metricsWorse':
      return isOne ? l10n.t('1 metric worse') : l10n.t('{count} metrics worse', values);
    case 'metricsBetter':
      return isOne ? l10n.t('1 metric better') : l10n.t('{count} metrics better', values);
    case 'emotionsFallen':
      return isOne ? l10n.t('1 emotion fell') : l10n.t('{count} emotions fell', values);
    case 'emotionsRisen':
      return isOne ? l10n.t('1 emotion rose') : l10n.t('{count} emotions rose', values);
    case 'painsNew':
      return isOne ? l10n.t('1 new pain') : l10n.t('{count} new pains', values);
    case 'painsRelieved':
      return isOne ? l10n.t('1 pain relieved') : l10n.t('{count} pains relieved', values);
    case 'needsNew':
      return isOne ? l10n.t('1 new need') : l10n.t('{count} new needs', values);
    case 'needsServed':
      return isOne ? l10n.t('1 need served') : l10n.t('{count} needs served', values);
    case 'wantsGone':
      return isOne ? l10n.t('1 need or pain removed') : l10n.t('{count} needs or pains removed', values);
    case 'evidence':
      return isOne ? l10n.t('evidence of 1 feature changed') : l10n.t('evidence of {count} features changed', values);
    case 'rewritten':
      return isOne ? l10n.t('1 earlier result rewritten') : l10n.t('{count} earlier results rewritten', values);
    case 'shipped':
      return isOne ? l10n.t('1 feature shipped') : l10n.t('{count} features shipped', values);
  }
}
