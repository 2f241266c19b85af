import * as l10n from '@vscode/l10n';
import { smallestSample } from '../../analysis/leadingPair.ts';
import type { Category } from '../../document/format/model.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { statusLabel } from '../../terms/labels.ts';
import { count, share } from '../../terms/numbers.ts';

// Messages about features whose status, or whose assumption, does not go with what customers answered.

/** How many of `n` answers a category got. */
export interface Support {
  readonly count: number;
  readonly n: number;
}

/** `kano/reverse-planned` */
export function reversePlanned(status: 'planned' | 'in-progress', support: Support): string {
  return l10n.t('{customers} would rather not have this, and it is “{status}”. Reject it, make it optional, or ask who does want it.', {
    customers: customers(support),
    status: statusLabel(status),
  });
}

/** `kano/must-be-rejected`, on a rejected feature that customers expect. */
export function mustBeRejected(support: Support): string {
  return l10n.t('{customers} expect this (Must-be) and will miss it, and it is rejected. Build it well enough, or note why not.', {
    customers: customers(support),
  });
}

/** `kano/must-be-rejected`, on an open feature that needs a rejected one. */
export function dependsOnRejected(dependency: string): string {
  return l10n.t(
    'This needs “{dependency}”, which is rejected, so it cannot be finished. Drop the dependency, or take “{dependency}” up again.',
    { dependency },
  );
}

/** `kano/assumption-contradicted` */
export function assumptionContradicted(assumed: Category, surveyed: Category, support: Support): string {
  return l10n.t('{customers} say {surveyed}, and assumed was {assumed}. Remove “assumed”, the survey has answered it.', {
    customers: customers(support),
    assumed: categoryLabel(assumed),
    surveyed: categoryLabel(surveyed),
  });
}

/** `kano/indifferent-in-progress` */
export function indifferentInProgress(support: Support): string {
  return l10n.t('{customers} do not mind either way (Indifferent), and this is in progress. Consider spending the effort elsewhere.', {
    customers: customers(support),
  });
}

// As in the lens: a share of a few answers would look like more than it is.
function customers(support: Support): string {
  const values = { share: share(support.count / support.n), count: count(support.count), n: count(support.n) };
  return support.n < smallestSample ? l10n.t('{count} of {n} customers', values) : l10n.t('{share} of {n} customers', values);
}
