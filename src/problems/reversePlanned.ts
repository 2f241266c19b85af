import * as l10n from '@vscode/l10n';
import { statusLabel } from '../terms/labels.ts';
import { customers } from './customers.ts';
import { statusFixes } from './fix.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const reversePlanned = {
  code: 'kano/reverse-planned',
  severity: 'warning',
  title: 'Reverse feature planned',
  description: 'Customers would rather not have the feature (category R), and it is planned or in progress.',
  findInFeature(item, { category, counts, n }) {
    const { status } = item.value;
    if (category !== 'R' || (status !== 'planned' && status !== 'in-progress')) return [];
    const message = l10n.t(
      '{customers} would rather not have this, and it is “{status}”. Reject it, make it optional, or ask who does want it.',
      { customers: customers(counts.R, n), status: statusLabel(status) },
    );
    return [{ range: item.rangeOfId, message, fixes: statusFixes(item, ['idea', 'rejected']) }];
  },
} satisfies ProblemDefinition;
