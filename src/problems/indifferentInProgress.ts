import * as l10n from '@vscode/l10n';
import { customers } from './customers.ts';
import { statusFixes } from './fix.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const indifferentInProgress = {
  code: 'kano/indifferent-in-progress',
  severity: 'info',
  title: 'Indifferent feature in progress',
  description: 'Customers do not mind either way (category I), and the feature is in progress.',
  findInFeature(item, { category, counts, n }) {
    if (category !== 'I' || item.value.status !== 'in-progress') return [];
    const message = l10n.t(
      '{customers} do not mind either way (Indifferent), and this is in progress. Consider spending the effort elsewhere.',
      { customers: customers(counts.I, n) },
    );
    return [{ range: item.rangeOfId, message, fixes: statusFixes(item, ['idea', 'rejected']) }];
  },
} satisfies ProblemDefinition;
