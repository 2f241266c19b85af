import * as l10n from '@vscode/l10n';
import { isOpen } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { CsvCell } from '../base/csv.ts';
import { categories, defaultStatus, statuses } from '../document/format/model.ts';
import { ticketsOf } from '../document/format/trackers.ts';
import { answersNeededText } from '../terms/ambiguitySentences.ts';
import { answersSentence, answersWords, certainty, rankReason, standingLabel } from '../terms/featureSentences.ts';
import { evidenceInShort } from '../terms/journeyLabels.ts';
import { numberLabel, statusLabel } from '../terms/labels.ts';
import { coefficient, count, measure, noNumber, share } from '../terms/numbers.ts';
import { importanceText } from '../terms/refinedClassLabels.ts';
import { type FeatureRow, isRankUnknown, rowCertainty } from './featureRows.ts';

// Everything that is shown of a feature in a table. A new column is an entry in one of the two tables and its key in the lists of `outputs`.

/** A column for machines: the same in every language. */
interface MachineColumn {
  /** The name of the column, if it is not the key. */
  readonly name?: string;
  /** Unrounded; `null` where it is undefined. */
  readonly value: (row: FeatureRow) => CsvCell;
}

/** A column that people read. */
interface ReadableColumn extends MachineColumn {
  /** In the language of the interface. */
  readonly heading: () => string;
  /** Empty where there is nothing to say. */
  readonly text: (row: FeatureRow) => string;
  readonly align: 'left' | 'right';
  /** What the rows are sorted by; the value by default. */
  readonly sort?: (row: FeatureRow) => string | number | null;
  /** What reports put into an empty cell, for numbers that a reader would miss. */
  readonly placeholder?: string;
}

const readable = {
  rank: { heading: () => l10n.t('Rank'), ...number(({ rank }) => rank, count) },
  /** The rank, unless answers that are not counted could change it: it would look like a recommendation. So would one of what is not to be built. */
  knownRank: {
    heading: () => l10n.t('Rank'),
    name: 'rank',
    ...number((row) => (isRankUnknown(row) ? null : row.rank), count),
    text: (row) => (row.rank === null || !row.isRankShown || isRankUnknown(row) ? '' : count(row.rank)),
    placeholder: noNumber,
  },
  title: {
    heading: () => l10n.t('Feature'),
    ...words(({ name }) => name),
    text: ({ name, file }) => (file === null ? name : `${name} (${file})`),
  },
  id: { heading: () => l10n.t('Id'), ...words(({ feature }) => feature.id) },
  /** Both categories where the answers cannot tell them apart: `Must-be or Attractive`. */
  category: {
    heading: () => l10n.t('Category'),
    ...words(({ numbers }) => numbers.category),
    text: ({ feature, numbers }) => standingLabel(feature.assumed ?? null, numbers.category, numbers.rival),
    sort: ({ feature, numbers }) => {
      const { category } = effectiveCategory(feature, numbers);
      return category === null ? null : categories.indexOf(category);
    },
  },
  /** The same, or that a tally has an error. */
  possibleCategories: {
    heading: () => l10n.t('Category'),
    ...words(({ numbers }) => numbers.category),
    text: possibleCategories,
  },
  /** How many answers agree with the category: `61% of 100`. */
  answers: {
    heading: () => l10n.t('Answers'),
    name: 'n',
    ...number(({ numbers }) => (numbers.better === null ? null : numbers.n), count),
    text: (row) => agreement(row) ?? (row.isUncounted ? answersWords().unreadable : ''),
  },
  /** The same, or why there are no answers. */
  answersOrReason: {
    heading: () => l10n.t('Answers'),
    ...number(({ numbers }) => numbers.n, count),
    text: (row) => agreement(row) ?? reasonForNoAnswers(row),
  },
  /** `61%`, `41% / 38%` */
  share: {
    heading: () => l10n.t('Share'),
    ...number(({ numbers: { category, counts, n } }) => (category === null ? null : counts[category] / n), share),
    text: shares,
    placeholder: noNumber,
  },
  n: { heading: () => l10n.t('Answers'), ...number(({ numbers }) => numbers.n, count) },
  stability: {
    heading: () => numberLabel('stability'),
    ...number(({ numbers }) => numbers.stability, share),
    // The column before it says how few answers there are.
    text: ({ numbers }) => (['none', 'few'].includes(certainty(numbers)) ? '' : share(numbers.stability)),
  },
  /** How many answers would tell the two possible categories apart: `≈ 260`; nothing where the category is clear. */
  answersNeeded: {
    heading: () => l10n.t({ message: 'Needs', comment: 'The heading of a column: how many answers it takes' }),
    ...number(({ numbers }) => numbers.answersNeeded, count),
    text: ({ numbers }) => (numbers.rival === null ? '' : neededShort(answersNeededText(numbers))),
  },
  better: { heading: () => l10n.t('Better'), ...number(({ numbers }) => numbers.better, coefficient), placeholder: noNumber },
  worse: { heading: () => l10n.t('Worse'), ...number(({ numbers }) => numbers.worse, coefficient), placeholder: noNumber },
  /** As customers stated it, from 1 to 9. */
  statedImportance: { heading: () => l10n.t('Importance'), ...number(({ numbers }) => numbers.importance, importanceText) },
  status: {
    heading: () => l10n.t('Status'),
    ...words(statusOf),
    text: (row) => statusLabel(statusOf(row)),
    sort: (row) => statuses.indexOf(statusOf(row)),
  },
  /** The status where it is news: every feature starts as an idea, and closed features have tables of their own. */
  progress: {
    heading: () => l10n.t('Status'),
    ...words(statusOf),
    text: (row) => (['idea', 'shipped', 'rejected'].includes(statusOf(row)) ? '' : statusLabel(statusOf(row))),
  },
  effort: { heading: () => l10n.t('Effort'), ...number(({ feature }) => feature.effort, measure) },
  owner: { heading: () => l10n.t('Owner'), ...words(({ feature }) => feature.owner) },
  tracker: {
    heading: () => l10n.t('Tracker'),
    ...words(
      ({ feature }) =>
        ticketsOf(feature)
          .map(({ key }) => key)
          .join(', ') || null,
    ),
  },
  touchpoints: {
    heading: () => l10n.t('Touchpoints'),
    ...words(({ touchpoints }) => touchpoints.map(({ name }) => name).join('; ')),
    text: ({ touchpoints }) => touchpoints.map(({ name }) => name).join(', '),
    // By the journey, not by the alphabet.
    sort: ({ touchpoints }) =>
      touchpoints.reduce<number | null>((first, { place }) => (place === null ? first : Math.min(first ?? place, place)), null),
  },
  /** What people wrote: `412 mentions, complaint-led`. */
  evidence: {
    heading: () => l10n.t('Evidence'),
    ...number(({ evidence }) => evidence && evidence.complaints + evidence.compliments + evidence.neutral, count),
    text: ({ evidence }) => (evidence ? evidenceInShort(evidence) : ''),
    align: 'left',
  },
  note: { heading: () => l10n.t('Note'), ...words(({ notes }) => notes || null) },
  /** The note under the heading of the panel, where it explains the order. */
  why: { heading: () => l10n.t('Why it stands here'), ...words(({ notes }) => notes || null) },
} satisfies Record<string, ReadableColumn>;

const machineOnly = {
  file: { value: ({ file }) => file },
  titleInFile: { name: 'title', value: ({ feature }) => feature.title ?? null },
  tags: { value: ({ feature }) => (feature.tags ?? []).join('; ') },
  touchpointIds: { name: 'touchpoints', value: ({ feature }) => (feature.touchpoints ?? []).join(' ') },
  assumed: { value: ({ feature }) => feature.assumed ?? null },
  survey: { value: ({ numbers }) => numbers.survey },
  importance: { value: ({ numbers }) => numbers.importance },
  certainty: { value: rowCertainty },
  /** Why an open feature is where it is in the build order. */
  reason: {
    value: (row) =>
      isOpen(row.feature) && !isRankUnknown(row) ? rankReason(row.numbers, effectiveCategory(row.feature, row.numbers)) : null,
  },
  M: { value: ({ numbers }) => numbers.counts.M },
  O: { value: ({ numbers }) => numbers.counts.O },
  A: { value: ({ numbers }) => numbers.counts.A },
  I: { value: ({ numbers }) => numbers.counts.I },
  R: { value: ({ numbers }) => numbers.counts.R },
  Q: { value: ({ numbers }) => numbers.counts.Q },
  mode: { value: ({ numbers }) => numbers.categories.mode },
  berger: { value: ({ numbers }) => numbers.categories.berger },
  lead: { value: ({ numbers }) => numbers.categories.lead },
  betterLow: { value: ({ numbers }) => numbers.betterInterval?.[0] ?? null },
  betterHigh: { value: ({ numbers }) => numbers.betterInterval?.[1] ?? null },
  worseLow: { value: ({ numbers }) => numbers.worseInterval?.[0] ?? null },
  worseHigh: { value: ({ numbers }) => numbers.worseInterval?.[1] ?? null },
  quadrant: { value: ({ numbers }) => numbers.quadrant },
  totalStrength: { value: ({ numbers }) => numbers.totalStrength },
  categoryStrength: { value: ({ numbers }) => numbers.categoryStrength },
  z: { value: ({ numbers }) => numbers.z },
  runnerUp: { value: ({ numbers }) => numbers.runnerUp },
  rival: { value: ({ numbers }) => numbers.rival },
  driftFrom: { value: ({ drift }) => drift?.from ?? null },
  drift: { value: ({ drift }) => drift?.kind ?? null },
  neededBy: { value: ({ neededBy }) => neededBy.join(' ') },
  talliesUnreadable: { value: ({ isUncounted }) => isUncounted },
  complaints: { value: ({ evidence }) => evidence?.complaints ?? null },
  compliments: { value: ({ evidence }) => evidence?.compliments ?? null },
  neutral: { value: ({ evidence }) => evidence?.neutral ?? null },
  praise: { value: ({ evidence }) => evidence?.praise ?? null },
  lean: { value: ({ evidence }) => evidence?.lean ?? null },
  shipped: { value: ({ feature }) => feature.shipped ?? null },
  serves: { value: ({ feature }) => (feature.serves ?? []).join(' ') },
  relieves: { value: ({ feature }) => (feature.relieves ?? []).join(' ') },
  moves: { value: ({ feature }) => (feature.moves ?? []).join(' ') },
  /** Days, at the day of `--as-of`. */
  surveyAge: { value: ({ ages }) => ages?.survey?.days ?? null },
  evidenceAge: { value: ({ ages }) => ages?.evidence?.days ?? null },
} satisfies Record<string, MachineColumn>;

type ReadableKey = keyof typeof readable;

/** The columns of each output, in their order. */
const readableOutputs = {
  backlog: [
    ...(['title', 'id', 'category', 'answersOrReason', 'stability', 'better', 'worse', 'statedImportance', 'progress'] as const),
    ...(['effort', 'owner', 'tracker', 'touchpoints', 'evidence', 'note'] as const),
  ],
  analyzeTable: ['knownRank', 'title', 'possibleCategories', 'share', 'n', 'answersNeeded', 'better', 'worse', 'evidence', 'status'],
  panel: ['rank', 'title', 'category', 'answers', 'better', 'worse', 'why', 'effort', 'status', 'owner', 'tracker', 'touchpoints'],
  panelMarkdown: ['rank', 'title', 'category', 'answers', 'better', 'worse', 'status', 'effort', 'owner', 'touchpoints', 'why'],
} as const satisfies Record<string, readonly ReadableKey[]>;

const afterRank = [
  ...(['id', 'titleInFile', 'status', 'touchpointIds', 'effort', 'assumed', 'survey', 'importance', 'n'] as const),
  ...categories,
  ...(['category', 'mode', 'berger', 'lead', 'better', 'betterLow', 'betterHigh', 'worse', 'worseLow', 'worseHigh'] as const),
  ...(['quadrant', 'totalStrength', 'categoryStrength', 'z', 'runnerUp', 'stability', 'rival', 'answersNeeded'] as const),
  ...(['driftFrom', 'drift', 'neededBy', 'talliesUnreadable'] as const),
  ...([
    'complaints',
    'compliments',
    'neutral',
    'praise',
    'lean',
    'shipped',
    'serves',
    'relieves',
    'moves',
    'surveyAge',
    'evidenceAge',
  ] as const),
] as const;

const machineOutputs = {
  analyzeCsv: ['rank', ...afterRank],
  /** What can be asked for by name. */
  fields: ['knownRank', ...afterRank, 'certainty', 'reason', 'note', 'owner', 'tags'],
  panelCsv: [
    ...(['rank', 'id', 'title', 'file', 'category', 'assumed', 'answers', 'better', 'worse'] as const),
    ...(['status', 'effort', 'owner', 'touchpoints', 'tags', 'note'] as const),
  ],
} as const satisfies Record<string, readonly MachineKey[]>;

/** A key of the columns of a readable output. */
export type ColumnKey<Output extends keyof typeof readableOutputs> = (typeof readableOutputs)[Output][number];

/** The columns of an output for people, with their keys. */
export function readableColumns<Output extends keyof typeof readableOutputs>(
  output: Output,
): readonly (ReadableColumn & { readonly key: ColumnKey<Output> })[] {
  const keys: readonly ColumnKey<Output>[] = readableOutputs[output];
  return keys.map((key) => ({ key, ...readable[key] }));
}

/** The names of all columns for machines, which can be asked for one by one. */
export const fieldNames: readonly string[] = machineOutputs.fields.map(nameOf);

/** The cells of rows for machines, of the columns with these names. */
export function fieldCells(names: readonly string[], rows: readonly FeatureRow[]): readonly (readonly CsvCell[])[] {
  const columns = names.map((name) => columnOf(machineOutputs.fields.find((key) => nameOf(key) === name) ?? 'id'));
  return rows.map((row) => columns.map(({ value }) => value(row)));
}

/** The cells of rows for machines, under the names of the columns. */
export function machineTable(
  output: keyof typeof machineOutputs,
  rows: readonly FeatureRow[],
): { readonly names: readonly string[]; readonly cells: readonly (readonly CsvCell[])[] } {
  const columns = machineOutputs[output].map(columnOf);
  return { names: machineOutputs[output].map(nameOf), cells: rows.map((row) => columns.map(({ value }) => value(row))) };
}

type MachineKey = ReadableKey | keyof typeof machineOnly;

function columnOf(key: MachineKey): MachineColumn {
  return { ...readable, ...machineOnly }[key];
}

function nameOf(key: MachineKey): string {
  return columnOf(key).name ?? key;
}

type Value<Cell> = (row: FeatureRow) => Cell | undefined;

function words(value: Value<string | null>) {
  return { value: (row: FeatureRow) => value(row) ?? null, text: (row: FeatureRow) => value(row) ?? '', align: 'left' as const };
}

function number(value: Value<number | null>, format: (value: number) => string) {
  const text = (row: FeatureRow) => {
    const found = value(row) ?? null;
    return found === null ? '' : format(found);
  };
  return { value: (row: FeatureRow) => value(row) ?? null, text, align: 'right' as const };
}

function statusOf({ feature }: FeatureRow) {
  return feature.status ?? defaultStatus;
}

function possibleCategories({ feature, numbers, isUncounted }: FeatureRow): string {
  if (isUncounted) return l10n.t('tally has an error');
  return standingLabel(feature.assumed ?? null, numbers.category, numbers.rival);
}

/** Of few answers their number instead of a share: `9 of 14`. */
function shares({ numbers }: FeatureRow): string {
  const { category, counts, n, rival } = numbers;
  if (category === null) return '';
  if (certainty(numbers) === 'few') return answersSentence(counts[category], n, true);
  return [category, ...(rival === null ? [] : [rival])].map((each) => share(counts[each] / n)).join(' / ');
}

function neededShort(needed: string | null): string {
  return needed === null ? l10n.t('tied') : `≈ ${needed}`;
}

function agreement({ numbers }: FeatureRow): string | null {
  const { category, counts, n } = numbers;
  return category === null ? null : answersSentence(counts[category], n, certainty(numbers) === 'few');
}

function reasonForNoAnswers({ feature, numbers, isUncounted }: FeatureRow): string {
  const { assumed, unreadable, none } = answersWords();
  if (effectiveCategory(feature, numbers).isAssumed) return assumed;
  return isUncounted ? unreadable : none;
}
