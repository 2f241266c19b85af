import * as l10n from '@vscode/l10n';
import { type Tab, tabs } from '../state/pageState.ts';

export function tabLabel(tab: Tab): string {
  switch (tab) {
    case 'matrix':
      return l10n.t('Matrix');
    case 'backlog':
      return l10n.t('Backlog');
    case 'touchpoints':
      return l10n.t('Touchpoints');
    case 'trend':
      return l10n.t('Trend');
    case 'personas':
      return l10n.t('Personas');
    case 'metrics':
      return l10n.t('Metrics');
  }
}

/** The tab that a key leads to, around the ends; `null` for other keys. */
export function tabFrom(tab: Tab, pressed: string): Tab | null {
  const index = tabs.indexOf(tab);
  const next = { ArrowRight: index + 1, ArrowLeft: index - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[pressed];
  return next === undefined ? null : (tabs[next % tabs.length] ?? null);
}
