import * as l10n from '@vscode/l10n';
import type { ListKey } from '../document/format/model.ts';

/** What one entry of a list is called within a sentence: `touchpoint`. */
export function definitionNoun(list: ListKey): string {
  switch (list) {
    case 'personas':
      return l10n.t({ message: 'persona', comment: 'One entry, within a sentence' });
    case 'stages':
      return l10n.t({ message: 'stage', comment: 'One entry, within a sentence' });
    case 'touchpoints':
      return l10n.t({ message: 'touchpoint', comment: 'One entry, within a sentence' });
    case 'surveys':
      return l10n.t({ message: 'survey', comment: 'One entry, within a sentence' });
    case 'features':
      return l10n.t({ message: 'feature', comment: 'One entry, within a sentence' });
    case 'metrics':
      return l10n.t({ message: 'metric', comment: 'One entry, within a sentence' });
  }
}

/** The heading over such entries: `Touchpoints`. */
export function definitionHeading(list: ListKey): string {
  switch (list) {
    case 'personas':
      return l10n.t('Personas');
    case 'stages':
      return l10n.t('Stages');
    case 'touchpoints':
      return l10n.t('Touchpoints');
    case 'surveys':
      return l10n.t('Surveys');
    case 'features':
      return l10n.t('Features');
    case 'metrics':
      return l10n.t('Metrics');
  }
}
