import { activities, statuses } from '../../document/format/model.ts';
import { matrixTexts } from '../../matrix/matrixTexts.ts';
import { type PanelTexts, tabs } from '../../page/protocol.ts';
import { driftLabel } from '../../terms/categoryLabels.ts';
import { activityLabel, statusLabel } from '../../terms/labels.ts';
import { currentLanguage } from '../../terms/language.ts';
import { backlogColumns } from '../../wording/backlogWording.ts';
import {
  buildOrderHeadings,
  comparisonWords,
  editWords,
  emptyPanelSentences,
  filterWords,
  journeyWords,
  panelWords,
  tabLabel,
  takeWords,
  viewWords,
  whyHeading,
} from '../../wording/panelWording.ts';

/** The words of the panel's page in the language of the interface. */
export function panelTexts(): PanelTexts {
  const { title, description, ...matrix } = matrixTexts('', 0);
  const headings = buildOrderHeadings();
  const words = panelWords();
  const { note: _, feature, ...columns } = backlogColumns();
  return {
    language: currentLanguage(),
    matrix,
    matrixLabel: matrix.better,
    places: {
      ranked: headings.buildOrder,
      'ask-again': headings.askAgain,
      'do-not-build': headings.doNotBuild,
      'not-surveyed': headings.notSurveyed,
      closed: headings.closed,
    },
    tabs: labels(tabs, tabLabel),
    tabsLabel: words.tabs,
    columns: { ...columns, title: feature, why: whyHeading() },
    statuses: labels(statuses, statusLabel),
    drifts: labels(['decay', 'emerging', 'reversal', 'other'], driftLabel),
    activities: labels(activities, activityLabel),
    filter: filterWords(),
    edit: editWords(),
    take: takeWords(),
    view: viewWords(),
    journey: journeyWords(),
    ...comparisonWords(),
    empty: emptyPanelSentences(),
    selectHint: words.selectHint,
  };
}

function labels<Key extends string>(keys: readonly Key[], label: (key: Key) => string): Readonly<Record<Key, string>> {
  return Object.fromEntries(keys.map((key) => [key, label(key)])) as Record<Key, string>;
}
