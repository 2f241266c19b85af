import * as l10n from '@vscode/l10n';
import type { DriftKind } from '../analysis/results.ts';

/** What a change of category from one survey to the next is called. */
export function driftLabel(kind: DriftKind): string {
  switch (kind) {
    case 'decay':
      return l10n.t('Decay');
    case 'emerging':
      return l10n.t('Emerging');
    case 'reversal':
      return l10n.t('Reversal');
    case 'other':
      return l10n.t('Other change');
  }
}

/** What such a change tells a product team: one sentence. */
export function driftMeaning(kind: DriftKind): string {
  switch (kind) {
    case 'decay':
      return l10n.t('Yesterday’s delight is becoming an expectation: it wins less, and lacking it costs more');
    case 'emerging':
      return l10n.t('Customers have begun to care about it');
    case 'reversal':
      return l10n.t('Customers expect it less than they did');
    case 'other':
      return l10n.t('Customers have begun or ceased to reject it, or to contradict themselves');
  }
}
