import { isOpen } from '../../analysis/buildOrder.ts';
import { isSignificantDrift } from '../../analysis/drift.ts';
import { effectiveCategory, hasUncountedAnswers } from '../../analysis/featureAnalysis.ts';
import type { FeatureAnalysis, PersonasTest } from '../../analysis/results.ts';
import { defaultStatus, type Feature } from '../../document/format/model.ts';
import { formerStanding } from '../../matrix/matrixPoint.ts';
import type { PanelCoefficients, PanelPlace, PanelResult, PanelRow } from '../../page/protocol.ts';
import { backlogNotes } from '../../report/backlog/backlogNotes.ts';
import { certainty, featureSentence, personasVerdict, rankedListText, standingLabel } from '../../terms/featureSentences.ts';
import { coefficient, interval, measure, share } from '../../terms/numbers.ts';
import { answersSentence, answersWords, neededBySentence } from '../../wording/backlogWording.ts';
import { detailSentences, effortSentence } from '../../wording/panelWording.ts';
import type { Definitions } from './panelDefinitions.ts';
import type { PanelItem } from './panelItems.ts';

/** What rows need of their surroundings. */
export interface RowContext {
  readonly definitions: Definitions;
  /** Whether there are several personas to compare. */
  readonly comparesPersonas: boolean;
}

/**
 * The row of a feature: the same object for as long as nothing in it changes.
 *
 * @param file its name, where another file has the same id
 */
export function panelRow(panelItem: PanelItem, file: string | null, { definitions, comparesPersonas }: RowContext): PanelRow {
  const { key, item, numbers, tested, of } = panelItem;
  const test = comparesPersonas ? of.allPersonas.personasTest(tested) : null;
  const touchpoints = definitions.touchpointsOf(item.value, of.product);
  const known = rows.get(numbers);
  // The correction for the number of tests moves with every edit of a tally, and what is said of it seldom does.
  const p = test?.pAdjusted;
  const verdict = known && known.p === p ? known.row.verdict : verdictOf(panelItem, test);
  const needs = needsOf(panelItem);
  const isSame =
    known?.row.key === key &&
    known.row.file === file &&
    known.row.touchpoints === touchpoints &&
    known.row.verdict === verdict &&
    known.row.personasDisagree === (test?.disagree === true) &&
    known.needs === needs;
  const row = isSame ? known.row : makeRow(panelItem, { file, touchpoints, verdict, personasDisagree: test?.disagree === true });
  if (!isSame || known.p !== p) rows.set(numbers, { row, p, needs });
  return row;
}

/** What the numbers of a feature led to, with what the row depends on beside them and its own content. */
const rows = new WeakMap<FeatureAnalysis, { readonly row: PanelRow; readonly p: number | undefined; readonly needs: string }>();

/** All that a row says of other features; empty for most, which stand alone. */
function needsOf({ feature, of: { analysis } }: PanelItem): string {
  const needs = analysis.dependencies.needs(feature);
  const { neededBy } = analysis.priority(feature);
  if (needs.length === 0 && neededBy.length === 0) return '';
  const nameOf = (id: string) => analysis.dependencies.resolve(id)?.title;
  const isInCycle = (need: Feature) => analysis.dependencies.isInCycle(feature, need);
  return JSON.stringify([needs.map((need) => [need.title, need.id, need.status, isInCycle(need)]), neededBy.map((id) => [id, nameOf(id)])]);
}

function verdictOf({ byPersona, of }: PanelItem, test: PersonasTest | null): string | null {
  const labelled = of.analysis.featureAnalysis(byPersona).personas.filter(({ persona }) => persona !== null);
  return labelled.length < 2 ? null : personasVerdict(test, new Set(labelled.map(({ category }) => category)).size === 1);
}

function makeRow(panelItem: PanelItem, given: Pick<PanelRow, 'file' | 'touchpoints' | 'verdict' | 'personasDisagree'>): PanelRow {
  const { key, item, feature, numbers, of } = panelItem;
  const { featureAnalysis } = of.analysis;
  const { category, isAssumed } = effectiveCategory(feature, numbers);
  const { history, drift } = featureAnalysis(panelItem.overTime);
  const { personas } = featureAnalysis(panelItem.byPersona);
  return {
    key,
    id: feature.id ?? '',
    title: feature.title ?? feature.id ?? '',
    place: placeOf(feature, category),
    category,
    assumed: isAssumed,
    categoryText: standingLabel(feature.assumed ?? null, numbers.category),
    listText: rankedListText(numbers),
    answers: answersText(panelItem),
    details: detailsOf(panelItem),
    coefficients: coefficientsOf(numbers),
    importance: numbers.importance,
    status: feature.status ?? defaultStatus,
    effort: feature.effort ?? null,
    owner: feature.owner ?? null,
    tags: feature.tags ?? [],
    assumption: feature.assumed ?? null,
    why: backlogNotes(feature, {
      ...of,
      nameOf: ({ title, id }) => title ?? id ?? '',
      talliesUnreadable: () => hasUncountedAnswers(item, numbers),
    }),
    history: history.map(({ survey, ...result }) => resultOf(survey, result)),
    before: formerStanding(featureAnalysis(panelItem.overTime)),
    drift: drift !== null && isSignificantDrift(drift) ? drift.kind : null,
    personas: personas.map(({ persona, ...result }) => resultOf(persona, result)),
    ...given,
  };
}

function resultOf(of: string | null, { category, better, worse }: Omit<PanelResult, 'of'>): PanelResult {
  return { of, category, better, worse };
}

function placeOf(feature: Feature, category: PanelRow['category']): PanelPlace {
  if (!isOpen(feature)) return 'closed';
  if (category === null) return 'not-surveyed';
  if (category === 'Q') return 'ask-again';
  return category === 'R' ? 'do-not-build' : 'ranked';
}

function answersText({ item, numbers }: PanelItem): string {
  const { category, counts, n } = numbers;
  if (category !== null) return answersSentence(counts[category], n, certainty(numbers) === 'few');
  return hasUncountedAnswers(item, numbers) ? answersWords().unreadable : '';
}

function detailsOf({ item, feature, numbers, of: { analysis } }: PanelItem): readonly string[] {
  const { category, counts, n, better, worse, betterInterval, worseInterval } = numbers;
  const neededBy = analysis.priority(feature).neededBy.join(', ');
  const standing =
    category === null
      ? [featureSentence(feature, numbers, item)]
      : [
          `${standingLabel(null, category)} ${share(counts[category] / n)}`,
          ...detailSentences(
            n,
            `${coefficient(better)} (${interval(betterInterval)})`,
            `${coefficient(worse)} (${interval(worseInterval)})`,
          ),
        ];
  return [
    ...standing,
    ...(feature.effort === undefined ? [] : [effortSentence(measure(feature.effort))]),
    ...(feature.owner === undefined ? [] : [feature.owner]),
    ...(neededBy === '' ? [] : [neededBySentence(neededBy)]),
  ];
}

function coefficientsOf({ better, worse, betterInterval, worseInterval, n }: FeatureAnalysis): PanelCoefficients | null {
  return better === null || worse === null ? null : { better, worse, betterInterval, worseInterval, n };
}
