import type { RootContent } from 'mdast';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { FeatureAnalysis } from '../../analysis/results.ts';
import { definitionsById } from '../../document/definitionsById.ts';
import { defaultStatus, type Feature } from '../../document/format/model.ts';
import { certainty } from '../../terms/certainty.ts';
import { standingLabel } from '../../terms/featureSentences.ts';
import { type Column, table } from '../../terms/markdown.ts';
import { numberLabel } from '../../terms/numberLabels.ts';
import { coefficient, measure, noNumber, share } from '../../terms/numbers.ts';
import { statusLabel } from '../../terms/statusLabels.ts';
import { answersSentence, answersWords, backlogColumns } from '../../wording/backlogWording.ts';
import { backlogNotes, type NotesContext } from './backlogNotes.ts';

interface BacklogColumn extends Column {
  readonly cell: (feature: Feature) => string;
  /** Whether the column is left out where no feature has anything in it. */
  readonly optional?: boolean;
}

/**
 * The features as a table, in the order given, without the columns in which none of them has anything, and without their ranks: one feature
 * more would change the rows of all behind it.
 */
export function backlogTable(features: readonly Feature[], context: NotesContext, withCategory: boolean): RootContent {
  const columns = allColumns(context, withCategory)
    .map((column) => ({ ...column, cells: features.map(column.cell) }))
    .filter(({ cells, optional }) => !optional || cells.some((cell) => cell !== '' && cell !== noNumber));
  const rows = features.map((_, row) => columns.map(({ cells }) => cells[row] ?? ''));
  return table(columns, rows);
}

function allColumns(context: NotesContext, withCategory: boolean): readonly BacklogColumn[] {
  const { analysis, nameOf, product } = context;
  const words = backlogColumns();
  const numbersOf = analysis.featureAnalysis;
  const touchpoints = definitionsById(product, 'touchpoints');
  const category: BacklogColumn = {
    heading: words.category,
    align: 'left',
    cell: (feature) => standingLabel(feature.assumed ?? null, numbersOf(feature).category),
  };
  return [
    { heading: words.feature, align: 'left', cell: nameOf },
    { heading: words.id, align: 'left', cell: ({ id }) => id ?? '', optional: true },
    ...(withCategory ? [category] : []),
    { heading: words.answers, align: 'right', cell: (feature) => answersText(feature, context) },
    { heading: numberLabel('stability'), align: 'right', cell: (feature) => stabilityText(numbersOf(feature)), optional: true },
    { heading: words.better, align: 'right', cell: (feature) => coefficient(numbersOf(feature).better), optional: true },
    { heading: words.worse, align: 'right', cell: (feature) => coefficient(numbersOf(feature).worse), optional: true },
    { heading: words.status, align: 'left', cell: statusText, optional: true },
    { heading: words.effort, align: 'right', cell: ({ effort }) => (effort === undefined ? '' : measure(effort)), optional: true },
    { heading: words.owner, align: 'left', cell: ({ owner }) => owner ?? '', optional: true },
    {
      heading: words.touchpoints,
      align: 'left',
      cell: (feature) => (feature.touchpoints ?? []).map((id) => touchpoints.get(id)?.name ?? id).join(', '),
      optional: true,
    },
    { heading: words.note, align: 'left', cell: (feature) => backlogNotes(feature, context), optional: true },
  ];
}

function answersText(feature: Feature, { analysis, talliesUnreadable }: NotesContext): string {
  const numbers = analysis.featureAnalysis(feature);
  if (numbers.category !== null) return answersSentence(numbers.counts[numbers.category], numbers.n, certainty(numbers) === 'few');
  if (effectiveCategory(feature, numbers).isAssumed) return answersWords().assumed;
  return talliesUnreadable(feature) ? answersWords().unreadable : answersWords().none;
}

/** Of few answers it says how few they are, not how sure. */
function stabilityText(numbers: FeatureAnalysis): string {
  return ['none', 'few'].includes(certainty(numbers)) ? '' : share(numbers.stability);
}

/** Everything is an idea at first: only what is more than that is worth a word. */
function statusText({ status = defaultStatus }: Feature): string {
  return status === 'idea' || status === 'shipped' || status === 'rejected' ? '' : statusLabel(status);
}
