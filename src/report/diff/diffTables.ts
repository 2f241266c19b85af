import * as l10n from '@vscode/l10n';
import type { FeatureChange, FeatureState, GapChange, ProductComparison, Standing } from '../../analysis/comparison/productComparison.ts';
import type { Touchpoint } from '../../document/format/model.ts';
import { definitionsById, type Product, type ProductItem } from '../../document/product.ts';
import { assumedCategory, signedCategory } from '../../terms/categoryLabels.ts';
import { categoryChange, coefficientStep } from '../../terms/changeSentences.ts';
import { answersWords } from '../../terms/featureSentences.ts';
import { quotedName, statusLabel, unplacedHeading } from '../../terms/labels.ts';
import type { Cell, Column } from '../../terms/markdown.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { featureName } from '../featureRows.ts';

/** One kind of change. */
export interface DiffTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The cell that names a feature. */
export type NameCell = (feature: ProductItem<'features'>) => Cell;

/**
 * The changes of a product as tables, the most important first, without empty tables.
 * @param product the product after the change, or before it if it was removed
 */
export function diffTables({ features, gaps, rewritten }: ProductComparison, product: Product, nameCell: NameCell): readonly DiffTable[] {
  const [feature, category, status] = [l10n.t('Feature'), l10n.t('Category'), l10n.t('Status')];
  const [before, after, rank] = [l10n.t('Before'), l10n.t('After'), l10n.t('Rank')];
  const coefficients = [l10n.t('Better'), l10n.t('Worse')];
  const changed = features.flatMap((change) => (change.before && change.after ? [change as ChangedFeature] : []));
  const added = features
    .flatMap(({ before, after }) => (before === null && after ? [after] : []))
    .sort((left, right) => (left.rank ?? Number.POSITIVE_INFINITY) - (right.rank ?? Number.POSITIVE_INFINITY) || 0);
  const removed = features.flatMap(({ before, after }) => (after === null && before ? [before] : []));
  const tables: readonly DiffTable[] = [
    {
      title: l10n.t('Categories'),
      columns: columns([feature, before, after, l10n.t('Change')], coefficients),
      rows: changed
        .filter(({ category }) => category !== null)
        .map((change) => [
          nameCell(change.after),
          signedStanding(change.before.standing),
          signedStanding(change.after.standing),
          categoryChange(change),
          ...coefficientCells(change),
        ]),
    },
    {
      title: l10n.t('Better and Worse'),
      columns: columns([feature, category], coefficients),
      rows: changed
        .filter(({ category, better, worse }) => category === null && (better !== null || worse !== null))
        .map((change) => [nameCell(change.after), signedStanding(change.after.standing), ...coefficientCells(change)]),
    },
    {
      title: l10n.t('Must-be gaps'),
      columns: columns([l10n.t('Touchpoint'), l10n.t('Opened'), l10n.t('Closed')], [before, after]),
      rows: gaps.map((gap) => [
        touchpointName(gap.after ?? gap.before),
        namesOf(gap.opened),
        closedNames(gap),
        count(gap.gaps.before),
        count(gap.gaps.after),
      ]),
    },
    {
      title: l10n.t('Earlier surveys'),
      columns: [
        ...columns([feature, l10n.t('Survey'), before, after], []),
        ...columns([], [l10n.t('Answers before'), l10n.t('Answers after')]),
      ],
      rows: rewritten.map(({ after, survey, category, answers }) => [
        nameCell(after),
        survey ?? l10n.t('no survey'),
        signedCategory(category.before),
        answers.after === 0 ? l10n.t('removed') : signedCategory(category.after),
        count(answers.before),
        count(answers.after),
      ]),
    },
    {
      title: l10n.t('Added'),
      columns: columns([feature, category, status, l10n.t('Touchpoints')], [rank]),
      rows: added.map((state) => [...stateCells(state, nameCell), touchpointsOf(state, product), rankText(state.rank)]),
    },
    {
      title: l10n.t('Removed'),
      columns: columns([feature, category, status], [rank]),
      rows: removed.map((state) => [...stateCells(state, nameCell), rankText(state.rank)]),
    },
    {
      title: l10n.t('Renamed'),
      columns: columns([before, after, l10n.t('Id')], []),
      rows: changed
        .filter(({ isRenamed, isRetitled }) => isRenamed || isRetitled)
        .map(({ before, after }) => [featureName(before), nameCell(after), ids(before, after)]),
    },
    {
      title: status,
      columns: columns([feature, before, after], []),
      rows: changed.flatMap(({ after, status }) =>
        status ? [[nameCell(after), statusLabel(status.before), statusLabel(status.after)]] : [],
      ),
    },
    {
      title: l10n.t('Build order'),
      columns: columns([feature, category], [before, after]),
      rows: changed
        .flatMap(({ after, rank }) => (rank ? [{ after, rank }] : []))
        .sort((left, right) => left.rank.after - right.rank.after)
        .map(({ after, rank }) => [nameCell(after), signedStanding(after.standing), count(rank.before), count(rank.after)]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

interface ChangedFeature extends FeatureChange {
  readonly before: FeatureState;
  readonly after: FeatureState;
}

function columns(words: readonly string[], numbers: readonly string[]): readonly Column[] {
  return [
    ...words.map((heading): Column => ({ heading, align: 'left' })),
    ...numbers.map((heading): Column => ({ heading, align: 'right' })),
  ];
}

function coefficientCells({ before: { numbers: old }, after: { numbers: now } }: ChangedFeature): readonly string[] {
  return [coefficientStep({ before: old.better, after: now.better }), coefficientStep({ before: old.worse, after: now.worse })];
}

function stateCells(state: FeatureState, nameCell: NameCell): readonly Cell[] {
  return [nameCell(state), signedStanding(state.standing), statusLabel(state.status)];
}

/** A standing with its sign: `▲ Attractive`, `■ Must-be? (assumed)`. */
function signedStanding({ category, isAssumed, isUncounted }: Standing): string {
  if (isUncounted) return answersWords().unreadable;
  return isAssumed && category !== null ? assumedCategory(category) : signedCategory(category);
}

function touchpointsOf({ item }: FeatureState, product: Product): string {
  const touchpoints = definitionsById(product, 'touchpoints');
  return (item.value.touchpoints ?? []).map((id) => touchpoints.get(id)?.name ?? id).join(', ');
}

function touchpointName(touchpoint: Touchpoint | null): string {
  return touchpoint?.name ?? touchpoint?.id ?? unplacedHeading('touchpoint');
}

function namesOf(states: readonly FeatureState[]): string {
  return states.length === 0 ? '' : nameList(states.map((state) => quotedName(featureName(state))));
}

/**
 * A gap that closed because the feature is met elsewhere now is as open as before, and one whose feature was removed or rejected closed without anything
 * being done for customers.
 */
function closedNames({ closed, left, removed, rejected }: GapChange): string {
  const names = closed.map((state) => {
    const feature = quotedName(featureName(state));
    if (left.includes(state)) return l10n.t('{feature} (still open, no longer here)', { feature });
    if (removed.includes(state)) return l10n.t('{feature} (removed)', { feature });
    return rejected.includes(state) ? l10n.t('{feature} (rejected)', { feature }) : feature;
  });
  return names.length === 0 ? '' : nameList(names);
}

function ids(before: FeatureState, after: FeatureState): string {
  const [old, now] = [before.item.value.id ?? '', after.item.value.id ?? ''];
  return old === now ? now : `${old} → ${now}`;
}

function rankText(rank: number | null): string {
  return rank === null ? '' : count(rank);
}
