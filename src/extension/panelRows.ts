import { isOpen } from '../analysis/buildOrder.ts';
import { isSignificantDrift } from '../analysis/drift.ts';
import { effectiveCategory, hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import type { FeatureAnalysis, PersonasTest } from '../analysis/results.ts';
import { defaultStatus, type Feature } from '../document/model.ts';
import { formerStanding } from '../matrix/matrixPoints.ts';
import { backlogNotes } from '../report/backlogNotes.ts';
import type { PanelCoefficients, PanelPlace, PanelResult, PanelRow } from '../webview/protocol.ts';
import { answersSentence, answersWords, neededBySentence } from '../wording/backlogWording.ts';
import { certainty } from '../wording/certainty.ts';
import { featureSentence, rankedListText, standingLabel } from '../wording/featureSentences.ts';
import { personasVerdict } from '../wording/hoverWording.ts';
import { coefficient, interval, measure, share } from '../wording/numbers.ts';
import { detailSentences, effortSentence } from '../wording/panelWording.ts';
import type { PanelItem } from './panelItems.ts';

/** What a row needs of its surroundings. */
export interface RowContext {
  /** The feature as several surveys, and as several personas see it: all surveys of the persona looked at, and the other way round. */
  readonly overTime: Feature;
  readonly byPersona: Feature;
  /** `null` where there is nothing to compare. */
  readonly test: PersonasTest | null;
  /** The file's name where another file has the same id. */
  readonly file: string | null;
  readonly touchpoints: readonly string[];
}

/** The row of a feature: the same object for as long as nothing in it changes. */
export function panelRow(item: PanelItem, context: RowContext): PanelRow {
  const numbers = item.of.analysis.featureAnalysis(item.feature);
  const witnesses = witnessesOf(item, context);
  const known = rows.get(numbers);
  if (known && isSame(known.witnesses, witnesses)) return known.row;
  const row = makeRow(item, numbers, context);
  rows.set(numbers, { row, witnesses });
  return row;
}

type Witnesses = readonly unknown[];

const rows = new WeakMap<FeatureAnalysis, { readonly row: PanelRow; readonly witnesses: Witnesses }>();

/** All that a row depends on beside the analysis of its own feature, quicker to compare than the row is to make. */
function witnessesOf({ key, entry, feature, of: { analysis } }: PanelItem, context: RowContext): Witnesses {
  const { test, file, touchpoints, overTime, byPersona } = context;
  const own = [key, entry, file, overTime, byPersona, touchpoints, test?.pAdjusted, test?.disagree] as const;
  const needs = analysis.dependencies.needs(feature);
  const { neededBy } = analysis.priority(feature);
  // Most features stand alone.
  if (needs.length === 0 && neededBy.length === 0) return own;
  const needed = needs.map(({ title, id, status }) => `${title ?? id}\u0000${status ?? ''}`);
  return [...own, ...needed, null, ...neededBy.map((id) => analysis.dependencies.resolve(id)?.title ?? id)];
}

function isSame(before: Witnesses, after: Witnesses): boolean {
  return before.length === after.length && before.every((witness, index) => witness === after[index]);
}

function makeRow(item: PanelItem, numbers: FeatureAnalysis, context: RowContext): PanelRow {
  const { key, entry, feature, of } = item;
  const { featureAnalysis } = of.analysis;
  const { category, isAssumed } = effectiveCategory(feature, numbers);
  const { history, drift } = featureAnalysis(context.overTime);
  const { personas } = featureAnalysis(context.byPersona);
  const labelled = personas.filter(({ persona }) => persona !== null);
  return {
    key,
    id: feature.id ?? '',
    title: feature.title ?? feature.id ?? '',
    file: context.file,
    place: placeOf(feature, category),
    category,
    assumed: isAssumed,
    categoryText: standingLabel(feature.assumed ?? null, numbers.category),
    listText: rankedListText(numbers),
    answers: answersText(item, numbers),
    details: detailsOf(item, numbers),
    coefficients: coefficientsOf(numbers),
    importance: numbers.importance,
    status: feature.status ?? defaultStatus,
    effort: feature.effort ?? null,
    owner: feature.owner ?? null,
    tags: feature.tags ?? [],
    touchpoints: context.touchpoints,
    assumption: feature.assumed ?? null,
    why: backlogNotes(feature, {
      ...of,
      nameOf: ({ title, id }) => title ?? id ?? '',
      talliesUnreadable: () => hasUncountedAnswers(entry, numbers),
    }),
    history: history.map(({ survey, ...result }) => resultOf(survey, result)),
    before: formerStanding(featureAnalysis(context.overTime)),
    drift: drift !== null && isSignificantDrift(drift) ? drift.kind : null,
    personas: personas.map(({ persona, ...result }) => resultOf(persona, result)),
    verdict: labelled.length < 2 ? null : personasVerdict(context.test, new Set(labelled.map(({ category: letter }) => letter)).size === 1),
    personasDisagree: context.test?.disagree === true,
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

function answersText({ entry }: PanelItem, numbers: FeatureAnalysis): string {
  const { category, counts, n } = numbers;
  if (category !== null) return answersSentence(counts[category], n, certainty(numbers) === 'few');
  return hasUncountedAnswers(entry, numbers) ? answersWords().unreadable : '';
}

function detailsOf({ entry, feature, of: { analysis } }: PanelItem, numbers: FeatureAnalysis): readonly string[] {
  const { category, counts, n, better, worse, betterInterval, worseInterval } = numbers;
  const neededBy = analysis.priority(feature).neededBy.join(', ');
  const standing =
    category === null
      ? [featureSentence(feature, numbers, entry)]
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
