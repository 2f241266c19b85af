import * as l10n from '@vscode/l10n';
import { count } from '../terms/numbers.ts';

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

/** Words of the row of filters. `{0}` and `{1}` stay as they are, here and below: the page fills them in. */
export function filterWords() {
  return {
    label: l10n.t('Filters'),
    scope: l10n.t('Scope'),
    wholeWorkspace: l10n.t('Whole workspace'),
    otherFile: l10n.t('Another file…'),
    persona: l10n.t('Persona'),
    survey: l10n.t('Survey'),
    touchpoint: l10n.t('Touchpoint'),
    stage: l10n.t('Stage'),
    status: l10n.t('Status'),
    tag: l10n.t('Tag'),
    category: l10n.t('Category'),
    all: l10n.t('all'),
    newest: l10n.t('newest'),
    several: l10n.t('several'),
    search: l10n.t('Search features'),
    shown: l10n.t('{0} of {1} features'),
    answersOf: l10n.t('answers of {0}'),
    clear: l10n.t('Clear filters'),
    legend: l10n.t('Legend: show or hide categories'),
  };
}

/** Words of the form that changes a feature. */
export function editWords() {
  return {
    label: l10n.t('Change “{0}”'),
    status: l10n.t('Status'),
    effort: l10n.t('Effort'),
    owner: l10n.t('Owner'),
    assumed: l10n.t('Assumed'),
    none: l10n.t('none'),
    noEffort: l10n.t('An effort is a number above 0: nothing was changed.'),
    goToSource: l10n.t('Go to its place in the file'),
  };
}

/** What became of an edit from the panel that could not be made. */
export function editSentences() {
  return {
    readOnly: l10n.t('This file cannot be changed here.'),
    gone: l10n.t('The feature is no longer where it was: nothing was changed.'),
    failed: l10n.t('The file could not be changed. Perhaps it is read-only, or it changed at the same moment.'),
    unreadable: l10n.t('The feature is written in a way that cannot be changed safely from here. Change it in the file.'),
  };
}

/** Words of the menu that copies and saves. */
export function takeWords() {
  return {
    button: l10n.t('Copy or save'),
    copyMarkdown: l10n.t('Copy table as Markdown'),
    saveMarkdown: l10n.t('Save table as Markdown…'),
    copyCsv: l10n.t('Copy table as CSV'),
    saveCsv: l10n.t('Save table as CSV…'),
    copySvg: l10n.t('Copy picture as SVG'),
    saveSvg: l10n.t('Save picture as SVG…'),
    copyPng: l10n.t('Copy picture as PNG'),
    savePng: l10n.t('Save picture as PNG…'),
    pictureCopied: l10n.t('The picture was copied.'),
    notCopied: l10n.t('The picture could not be copied. Save it instead.'),
  };
}

/** What became of a copy or a file. */
export function takenSentences() {
  return {
    copied: l10n.t('Copied.'),
    saved: (path: string) => l10n.t('Saved as {path}.', { path }),
    notSaved: (reason: string) => l10n.t('The file could not be written: {reason}', { reason }),
  };
}

/** Words of the matrix's own controls. */
export function viewWords() {
  return {
    label: l10n.t('How the matrix is drawn'),
    size: l10n.t('Size'),
    sizes: { none: l10n.t('all alike'), n: l10n.t('by answers'), importance: l10n.t('by importance'), effort: l10n.t('by effort') },
    cut: l10n.t('Cut'),
    cuts: { half: l10n.t('at 0.5'), mean: l10n.t('at the mean') },
    drift: l10n.t('Change since the survey before'),
    zoomIn: l10n.t('Zoom in'),
    zoomOut: l10n.t('Zoom out'),
    zoomReset: l10n.t('Whole picture'),
  };
}

/** Words of the touchpoint views. */
export function journeyWords() {
  return {
    views: { stages: l10n.t('By stage'), 'value-chain': l10n.t('Value chain') },
    label: l10n.t('Customer journey'),
    withoutStage: l10n.t('At no stage'),
    mustBeGaps: l10n.t('Must-be gaps'),
    risk: l10n.t('Risk'),
    opportunity: l10n.t('Opportunity'),
    emotion: l10n.t('Emotion {0}'),
    emotionCurve: l10n.t('How customers feel, from touchpoint to touchpoint'),
    pains: l10n.t('What hurts: {0}'),
    referral: l10n.t('Customers can recommend us from here'),
    features: l10n.t('Features at {0}'),
    activity: l10n.t('Activity'),
    sums: l10n.t('All stages'),
  };
}

/** Words of the tables by survey, by persona and of metrics. */
export function comparisonWords() {
  return {
    trend: { change: l10n.t('Change'), undated: l10n.t('without a survey'), notAsked: l10n.t('not asked') },
    personas: {
      verdict: l10n.t('Do they differ?'),
      disagree: l10n.t('Features that divide the personas: {0} of {1}'),
      without: l10n.t('without a persona'),
    },
    metrics: {
      metric: l10n.t('Metric'),
      first: l10n.t('First'),
      newest: l10n.t('Newest'),
      change: l10n.t('Change'),
      target: l10n.t('Target'),
      toTarget: l10n.t('To the target'),
      course: l10n.t('Course'),
      better: l10n.t('better'),
      worse: l10n.t('worse'),
    },
  };
}

/** How far a metric is from its target. */
export function targetSentence(missing: string | null): string {
  return missing === null ? l10n.t('reached') : l10n.t('{missing} to go', { missing });
}

/** Heading of a column of reasons. */
export function whyHeading(): string {
  return l10n.t('Why it stands here');
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

/** Words of the panel's page that belong to no part of it. */
export function panelWords() {
  return {
    tabs: l10n.t('Views'),
    selectHint: l10n.t('Select a feature to see its numbers; Enter goes to its place in the file.'),
    stale: l10n.t('The file cannot be read at the moment: this is the last picture before.'),
    gone: l10n.t('The file is no longer there: this is the last picture of it.'),
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

/** What the panel says where it has nothing to show, and what to do about it. */
export function emptyPanelSentences() {
  return {
    nothingMatches: l10n.t('No feature matches these filters.'),
    showAll: l10n.t('Show all'),
    noFeatures: l10n.t('This product has no features yet. Add one under “features”.'),
    noneSurveyed: l10n.t('No feature has been surveyed yet: nothing can be placed. Enter answers under “tally” or “tallies”.'),
    oneSurvey: l10n.t('A trend needs answers from two surveys.'),
    onePersona: l10n.t('A comparison needs answers from two personas.'),
    noMetrics: l10n.t('This product has no metrics yet. Add one under “metrics”.'),
    noTouchpoints: l10n.t('This product has no touchpoints yet. Add one under “touchpoints”.'),
    noActivities: l10n.t('No touchpoint names an activity of the value chain yet. Add “activities” to one.'),
    noFile: l10n.t('No file is shown here. Choose a *.kano.yaml file, or open one and use its matrix button.'),
    chooseFile: l10n.t('Choose a file'),
  };
}
