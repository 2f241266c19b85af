import * as l10n from '@vscode/l10n';
import type { Status } from '../document/format/model.ts';

/** What a status is called, in the current language. */
export function statusLabel(status: Status): string {
  switch (status) {
    case 'idea':
      return l10n.t('Idea');
    case 'planned':
      return l10n.t('Planned');
    case 'in-progress':
      return l10n.t('In progress');
    case 'shipped':
      return l10n.t('Shipped');
    case 'rejected':
      return l10n.t('Rejected');
  }
}
