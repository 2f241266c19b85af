import * as l10n from '@vscode/l10n';
import { count } from './numbers.ts';

export type PanelTab = 'matrix' | 'backlog' | 'touchpoints' | 'trend' | 'personas' | 'metrics';

export function tabLabel(tab: PanelTab): string {
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

/** `Kano: Web shop` */
export function panelTitle(product: string): string {
  return l10n.t('Kano: {product}', { product });
}

/** Words of the row of filters. */
export function filterWords() {
  return {
    file: l10n.t('File'),
    persona: l10n.t('Persona'),
    survey: l10n.t('Survey'),
    stage: l10n.t('Stage'),
    status: l10n.t('Status'),
    all: l10n.t('all'),
    search: l10n.t('search…'),
    export: l10n.t('export'),
  };
}

/** Headings of the list beside the matrix, and of what follows below it. */
export function buildOrderHeadings() {
  return {
    buildOrder: l10n.t('Build order'),
    askAgain: l10n.t('ask again'),
    doNotBuild: l10n.t('do not build'),
    notSurveyed: l10n.t('not surveyed'),
    closed: l10n.t('shipped and rejected'),
  };
}

/** Words of the panel's page. `{0}` and `{1}` stay as they are: the page fills them in. */
export function panelWords() {
  return {
    legend: l10n.t('Legend: show or hide categories'),
    search: l10n.t('Search features'),
    shown: l10n.t('{0} of {1} features'),
    showAll: l10n.t('Show all'),
    selectHint: l10n.t('Select a feature to see its numbers; Enter goes to its place in the file.'),
    noFile: l10n.t('No file is shown here. Choose a *.kano.yaml file, or open one and use its matrix button.'),
    chooseFile: l10n.t('Choose a file'),
    stale: l10n.t('The file cannot be read at the moment: this is the last picture before.'),
  };
}

/** What the strip under the matrix says of a feature's numbers, after its category. */
export function detailSentences(n: number, better: string, worse: string): readonly string[] {
  return [l10n.t('n {n}', { n: count(n) }), l10n.t('Better {value}', { value: better }), l10n.t('Worse {value}', { value: worse })];
}

/** `effort 3` */
export function effortSentence(effort: string): string {
  return l10n.t('effort {effort}', { effort });
}

/** The last part of the foot: `2 surveys · 400 invited, 371 at most answered`. `invited` is `null` where nobody wrote it down. */
export function surveyedSentence(surveys: number, invited: number | null, answered: number): string {
  const surveyCount = surveys === 1 ? l10n.t('1 survey') : l10n.t('{count} surveys', { count: count(surveys) });
  const people =
    invited === null
      ? l10n.t('{answered} at most answered', { answered: count(answered) })
      : l10n.t('{invited} invited, {answered} at most answered', { invited: count(invited), answered: count(answered) });
  return `${surveyCount} · ${people}`;
}

/** What the panel says where it has nothing to show. */
export function emptyPanelSentences() {
  return {
    noFeatures: l10n.t('This product has no features yet. Add one under “features”.'),
    noMatches: l10n.t('No feature matches these filters.'),
    noAnswers: l10n.t('No feature has been surveyed yet: nothing can be placed.'),
    oneSurvey: l10n.t('A trend needs answers from two surveys.'),
    onePersona: l10n.t('A comparison needs answers from two personas.'),
    noMetrics: l10n.t('This product has no metrics yet. Add one under “metrics”.'),
    noTouchpoints: l10n.t('This product has no touchpoints yet. Add one under “touchpoints”.'),
  };
}
