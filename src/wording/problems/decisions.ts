import * as l10n from '@vscode/l10n';
import type { Category } from '../../document/model.ts';
import { categoryLabel } from '../categoryWording.ts';
import { count, share } from '../numbers.ts';
import { statusLabel } from '../statusWording.ts';

// Messages about features whose status, or whose assumption, does not go with what customers answered.

/** How many of `n` answers a category got. */
export interface Support {
  readonly count: number;
  readonly n: number;
}

/** `kano/reverse-planned` */
export function reversePlanned(status: 'planned' | 'in-progress', support: Support): string {
  return l10n.t(
    '{share} of {n} customers would rather not have this, and it is “{status}”. Reject it, make it optional, or ask who does want it.',
    {
      ...values(support),
      status: statusLabel(status),
    },
  );
}

/** `kano/must-be-rejected`, on a rejected feature that customers expect. */
export function mustBeRejected(support: Support): string {
  return l10n.t(
    'This is rejected, and {share} of {n} customers expect it (Must-be): they will miss it. Build it well enough, or note why not.',
    values(support),
  );
}

/** `kano/must-be-rejected`, on an open feature that needs a rejected one. */
export function dependsOnRejected(dependency: string): string {
  return l10n.t(
    'This needs “{dependency}”, which is rejected, so it cannot be finished. Drop the dependency, or take “{dependency}” up again.',
    {
      dependency,
    },
  );
}

/** `kano/assumption-contradicted` */
export function assumptionContradicted(assumed: Category, surveyed: Category, support: Support): string {
  return l10n.t('Assumed was {assumed}; {share} of {n} answers say {surveyed}. Remove “assumed”, the survey has answered it.', {
    ...values(support),
    assumed: categoryLabel(assumed),
    surveyed: categoryLabel(surveyed),
  });
}

/** `kano/indifferent-in-progress` */
export function indifferentInProgress(support: Support): string {
  return l10n.t(
    'This is in progress, and {share} of {n} customers do not mind either way (Indifferent). Consider spending the effort elsewhere.',
    values(support),
  );
}

function values(support: Support) {
  return { share: share(support.count / support.n), n: count(support.n) };
}
