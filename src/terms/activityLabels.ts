import * as l10n from '@vscode/l10n';
import type { Activity } from '../document/format/model.ts';

/** What an activity of Porter's value chain is called, in the current language. */
export function activityLabel(activity: Activity): string {
  switch (activity) {
    case 'inbound-logistics':
      return l10n.t('Inbound logistics');
    case 'operations':
      return l10n.t('Operations');
    case 'outbound-logistics':
      return l10n.t('Outbound logistics');
    case 'marketing-sales':
      return l10n.t('Marketing and sales');
    case 'service':
      return l10n.t('Service');
    case 'procurement':
      return l10n.t('Procurement');
    case 'technology':
      return l10n.t('Technology development');
    case 'human-resources':
      return l10n.t('Human resource management');
    case 'infrastructure':
      return l10n.t('Firm infrastructure');
  }
}
