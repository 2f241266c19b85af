import * as l10n from '@vscode/l10n';
import { isOpen, isWorthBuilding } from '../../analysis/buildOrder.ts';
import { effectiveCategory, hasUncountedAnswers } from '../../analysis/featureAnalysis.ts';
import { smallestSample } from '../../analysis/leadingPair.ts';
import type { DriftKind, FeatureAnalysis, PersonaResult, PersonasTest, SurveyResult } from '../../analysis/results.ts';
import { type Category, defaultStatus, type Feature, type Status } from '../../document/format/model.ts';
import { ticketsOf } from '../../document/format/trackers.ts';
import type { FormerStanding } from '../../matrix/matrixPoint.ts';
import { formerStanding } from '../../matrix/matrixPoint.ts';
import { backlogNotes } from '../../report/backlog/backlogNotes.ts';
import { answersNeededSentence } from '../../terms/ambiguitySentences.ts';
import {
  answersSentence,
  eitherSentence,
  featureSentence,
  neededBySentence,
  personasVerdict,
  personasVerdictInShort,
  rankedListText,
  rankReason,
  standingLabel,
  uncountedLabel,
  uncountedReason,
} from '../../terms/featureSentences.ts';
import { joinNotes } from '../../terms/labels.ts';
import { oneLine } from '../../terms/markdown.ts';
import { coefficient, interval, measure, share } from '../../terms/numbers.ts';
import { importanceText, refinedClassSentence } from '../../terms/refinedClassLabels.ts';
import type { Definitions } from './definitions.ts';
import { isUnasked, type ShownFeature } from './shownFeatures.ts';

/** The parts of the list beside the matrix: first what answers say, then what nobody knows yet. */
export const listSections = [
  ...(['ranked', 'save-the-effort', 'ask-again', 'do-not-build'] as const),
  ...(['unasked', 'not-surveyed', 'cannot-be-counted', 'closed'] as const),
] as const;
export type ListSection = (typeof listSections)[number];

/** One feature as the page shows it. The same object for as long as nothing in it changes. */
export interface PanelRow {
  /** Stays the same while the file is edited. */
  readonly key: string;
  readonly id: string;
  /** The title, or the id while there is no title; cut off after 300 characters. */
  readonly title: string;
  /** In build order, from 1; `null` for closed features, and for those at its end that are not to be built as they are. */
  readonly rank: number | null;
  /** The file it is in, where another file has a feature with the same id; else `null`. */
  readonly file: string | null;
  readonly section: ListSection;
  readonly feature: Feature;
  readonly numbers: FeatureAnalysis;
  /** The surveyed category, or the assumed one. */
  readonly category: Category | null;
  readonly assumed: boolean;
  /** `Must-be`, `Must-be? (assumed)`, `Not surveyed`, `Cannot be counted`, `Guest was not asked`. */
  readonly categoryText: string;
  /** What the feature is ranked by: `−0.86`. */
  readonly listText: string;
  /** What the strip under the tabs says of it, most important first: `Must-be 61% of 100`, `Better 0.27 (0.19–0.36)`. */
  readonly details: readonly string[];
  readonly status: Status;
  /** Keys of `ProductLists.touchpoints`, without undefined ones. */
  readonly touchpoints: readonly string[];
  /** The ids of the features that need it first. */
  readonly neededBy: readonly string[];
  /** Its class by importance, with the cut; `null` without one. */
  readonly refined: string | null;
  /** The importance behind that class, and the mean at which classes are cut; `null` without a class. */
  readonly importance: string | null;
  /** Whether it has answers that are not counted because of an error. */
  readonly isUncounted: boolean;
  /** Whether it has answers, but none of the persona or the survey that is chosen. */
  readonly isUnasked: boolean;
  /** Why it has its rank, and what makes its category less than sure: `missed: −0.86; needed by “Search”`. */
  readonly why: string;
  /** The surveys with answers, oldest first. */
  readonly history: readonly SurveyResult[];
  /** What the survey before that can be compared said; `null` without one. */
  readonly before: FormerStanding | null;
  /** How the category changed since the survey before, where that is more than chance; else `null`. */
  readonly drift: DriftKind | null;
  /** The personas in the newest survey. */
  readonly personas: readonly PersonaResult[];
  /** Whether the personas differ, as a sentence; `null` with fewer than two. */
  readonly verdict: string | null;
  /** The same in a word, with Cramér’s V. */
  readonly verdictInShort: string | null;
  /** Cramér’s V; `null` with fewer than two personas, or too few answers. */
  readonly personasDifference: number | null;
  readonly personasDisagree: boolean;
}

/** What rows need of their surroundings. */
export interface RowContext {
  readonly definitions: Definitions;
  /** Whether there are several personas to compare. */
  readonly comparesPersonas: boolean;
  /** What is said of features without answers of the chosen persona or survey: `Guest was not asked`; `null` where all answers count. */
  readonly unasked: string | null;
}

type Place = Pick<PanelRow, 'rank' | 'file'>;

/** The row of a feature: the row of before where nothing in it changed. */
export function panelRow(shown: ShownFeature, { rank, file }: Place, { definitions, comparesPersonas, unasked }: RowContext): PanelRow {
  const { key, item, numbers, tested, of } = shown;
  const test = comparesPersonas ? of.allPersonas.personasTest(tested) : null;
  const touchpoints = definitions.touchpointsOf(item.value, of.product);
  const known = rows.get(numbers);
  // The correction for the number of tests moves with every edit of a tally, and what is said of it seldom does.
  const p = test?.pAdjusted;
  const { verdict, verdictInShort } = known && known.p === p ? known.row : verdictsOf(shown, test);
  const needs = needsOf(shown);
  const { drift: change } = of.analysis.featureAnalysis(shown.overTime);
  // Which features have drifted depends on all of them.
  const drift = of.allSurveys.hasDrifted(change) ? change.kind : null;
  const given = { key, rank, file, touchpoints, verdict, verdictInShort, drift, ...differenceOf(test), ...refinedOf(shown) };
  const isSame =
    known?.needs === needs &&
    known.unasked === unasked &&
    (Object.keys(given) as (keyof typeof given)[]).every((part) => known.row[part] === given[part]);
  const row = isSame ? known.row : { ...given, ...ownParts(shown, given, unasked) };
  if (!isSame || known.p !== p) rows.set(numbers, { row, p, needs, unasked });
  return row;
}

/** The row that the numbers of a feature led to, with what it depends on beside them and its own content. */
const rows = new WeakMap<
  FeatureAnalysis,
  { readonly row: PanelRow; readonly p: number | undefined; readonly needs: string; readonly unasked: string | null }
>();

/** All that a row says of other features; empty for most features. */
function needsOf({ feature, of: { analysis } }: ShownFeature): string {
  const needs = analysis.dependencies.needs(feature);
  const { neededBy } = analysis.priority(feature);
  if (needs.length === 0 && neededBy.length === 0) return '';
  const nameOf = (id: string) => analysis.dependencies.resolve(id)?.title;
  const isInCycle = (need: Feature) => analysis.dependencies.isInCycle(feature, need);
  return JSON.stringify([needs.map((need) => [need.title, need.id, need.status, isInCycle(need)]), neededBy.map((id) => [id, nameOf(id)])]);
}

function verdictsOf({ byPersona, of }: ShownFeature, test: PersonasTest | null): Pick<PanelRow, 'verdict' | 'verdictInShort'> {
  const labelled = of.analysis.featureAnalysis(byPersona).personas.filter(({ persona }) => persona !== null);
  if (labelled.length < 2) return { verdict: null, verdictInShort: null };
  return { verdict: personasVerdict(test), verdictInShort: personasVerdictInShort(test) };
}

function differenceOf(test: PersonasTest | null): Pick<PanelRow, 'personasDisagree' | 'personasDifference'> {
  return { personasDisagree: test?.disagree === true, personasDifference: test?.cramersV ?? null };
}

/** Depends on the importance of all features. */
function refinedOf({ feature, numbers, of: { analysis } }: ShownFeature): Pick<PanelRow, 'refined' | 'importance'> {
  const refined = analysis.refinedClass(feature);
  if (refined === null) return { refined: null, importance: null };
  const values = { importance: importanceText(numbers.importance), mean: importanceText(analysis.meanImportance) };
  return {
    refined: refinedClassSentence(refined, analysis.meanImportance),
    importance: l10n.t('importance {importance}, on average {mean}', values),
  };
}

type GivenPart =
  | 'key'
  | 'rank'
  | 'file'
  | 'touchpoints'
  | 'verdict'
  | 'verdictInShort'
  | 'personasDisagree'
  | 'personasDifference'
  | 'drift'
  | 'refined'
  | 'importance';

function ownParts(
  shown: ShownFeature,
  { rank, personasDisagree }: Pick<PanelRow, 'rank' | 'personasDisagree'>,
  unasked: string | null,
): Omit<PanelRow, GivenPart> {
  const { item, feature, numbers, of } = shown;
  const { featureAnalysis } = of.analysis;
  const { category, isAssumed } = effectiveCategory(feature, numbers);
  const overTime = featureAnalysis(shown.overTime);
  const isUncounted = hasUncountedAnswers(item, numbers);
  const noAnswers = isUnasked(shown) ? unasked : null;
  // Of one chosen persona there is nothing to compare.
  const disagree = () => personasDisagree && numbers.personas.length > 1;
  const isFirst = rank === 1 && of.analysis.context.settings.order === 'kano';
  return {
    id: feature.id ?? '',
    title: shortened(feature.title ?? '') || (feature.id ?? ''),
    section: sectionOf(feature, { category, isUncounted, hasNoneOfChosen: noAnswers !== null, isSpared: isSpared(shown) }),
    feature,
    numbers,
    category,
    assumed: isAssumed,
    categoryText:
      noAnswers ??
      (isUncounted && category === null ? uncountedLabel() : standingLabel(feature.assumed ?? null, numbers.category, numbers.rival)),
    listText: rankedListText(numbers),
    details: detailsOf(shown),
    status: feature.status ?? defaultStatus,
    neededBy: of.analysis.priority(feature).neededBy,
    isUncounted,
    isUnasked: noAnswers !== null,
    why: joinNotes(
      [
        isUncounted && category === null ? uncountedReason(numbers) : '',
        isOpen(feature) && !isUncounted ? (noAnswers ?? rankReason(numbers, { isAssumed, isFirst })) : '',
        isOpen(feature) && category === 'Q' ? l10n.t('ask again') : '',
        isOpen(feature) && category === 'R' ? l10n.t('do not build') : '',
        backlogNotes(feature, { ...of, nameOf: ({ title, id }) => title ?? id ?? '', talliesUnreadable: () => isUncounted, disagree }),
      ].filter(Boolean),
    ),
    history: overTime.history,
    before: formerStanding(overTime, of.allSurveys),
    personas: featureAnalysis(shown.byPersona).personas,
  };
}

/**
 * Nothing on the page shows more, and to lay out a title of a hundred thousand letters takes seconds. Marks that turn the direction of writing are left
 * out, as in all texts: a title reads the same everywhere.
 */
export function shortened(title: string): string {
  return oneLine(title.length > 300 ? `${title.slice(0, 300)}…` : title);
}

interface Standing {
  readonly category: Category | null;
  readonly isUncounted: boolean;
  readonly hasNoneOfChosen: boolean;
  readonly isSpared: boolean;
}

function sectionOf(feature: Feature, { category, isUncounted, hasNoneOfChosen, isSpared }: Standing): ListSection {
  if (!isOpen(feature)) return 'closed';
  if (hasNoneOfChosen) return 'unasked';
  if (category === null) return isUncounted ? 'cannot-be-counted' : 'not-surveyed';
  if (category === 'Q') return 'ask-again';
  if (category === 'R') return 'do-not-build';
  return isSpared ? 'save-the-effort' : 'ranked';
}

/** Whether nobody minds either way, the answers allow nothing else that one would build, and no feature needs it. */
function isSpared({ feature, numbers, of: { analysis } }: ShownFeature): boolean {
  const { category } = effectiveCategory(feature, numbers);
  return category === 'I' && !isWorthBuilding(numbers.rival) && analysis.priority(feature).neededBy.length === 0;
}

function detailsOf({ item, feature, numbers, of: { analysis } }: ShownFeature): readonly string[] {
  const { category, counts, n, rival, better, worse, betterInterval, worseInterval } = numbers;
  const neededBy = analysis.priority(feature).neededBy.join(', ');
  const standing =
    category === null
      ? [featureSentence(feature, numbers, item)]
      : [
          ...(rival === null
            ? [`${standingLabel(null, category)} ${answersSentence(counts[category], n, n < smallestSample)}`]
            : [
                eitherSentence(category, rival),
                `${share(counts[category] / n)} / ${answersSentence(counts[rival], n, false)}`,
                answersNeededSentence(numbers, analysis.context.settings),
              ]),
          l10n.t('Better {value}', { value: `${coefficient(better)} (${interval(betterInterval)})` }),
          l10n.t('Worse {value}', { value: `${coefficient(worse)} (${interval(worseInterval)})` }),
        ];
  return [
    ...standing,
    ...(feature.effort === undefined ? [] : [l10n.t('effort {effort}', { effort: measure(feature.effort) })]),
    ...(feature.owner === undefined ? [] : [feature.owner]),
    ...ticketsOf(feature).map(({ key }) => key),
    ...(neededBy === '' ? [] : [neededBySentence(neededBy)]),
  ];
}
