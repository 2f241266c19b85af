import type { FeatureChange, FeatureState, ProductComparison } from '../../analysis/comparison/productComparison.ts';
import type { Touchpoint } from '../../document/format/model.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import { statusLabel } from '../../terms/labels.ts';
import type { Column } from '../../terms/markdown.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { backlogColumns, closedHeadings, quotedName } from '../../wording/backlogWording.ts';
import { categoryChange, coefficientStep, diffColumns, diffHeadings, signedStanding } from '../../wording/diffWording.ts';
import { featureName } from '../featureRows.ts';

/** One kind of change. */
export interface DiffTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The changes of a product as tables, what weighs most first; kinds of which there is none are left out.
 * @param product the one after the change, or before where there is none after
 */
export function diffTables({ features, gaps }: ProductComparison, product: Product): readonly DiffTable[] {
  const titles = diffHeadings();
  const words = { ...backlogColumns(), ...diffColumns() };
  const changed = features.flatMap((change) => (change.before && change.after ? [change as ChangedFeature] : []));
  const added = features.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  const removed = features.flatMap(({ before, after }) => (after === null && before ? [before] : []));
  const tables: readonly DiffTable[] = [
    {
      title: titles.categories,
      columns: columns([words.feature, words.before, words.after, words.change], [words.better, words.worse]),
      rows: changed
        .filter(({ category }) => category !== null)
        .map((change) => [
          featureName(change.after),
          signedStanding(change.before.standing),
          signedStanding(change.after.standing),
          categoryChange(change),
          ...coefficientCells(change),
        ]),
    },
    {
      title: titles.numbers,
      columns: columns([words.feature, words.category], [words.better, words.worse]),
      rows: changed
        .filter(({ category, better, worse }) => category === null && (better !== null || worse !== null))
        .map((change) => [featureName(change.after), signedStanding(change.after.standing), ...coefficientCells(change)]),
    },
    {
      title: titles.gaps,
      columns: columns([words.touchpoint, words.opened, words.closed], [words.before, words.after]),
      rows: gaps.map((gap) => [
        touchpointName(gap.after ?? gap.before),
        namesOf(gap.opened),
        namesOf(gap.closed),
        count(gap.gaps.before),
        count(gap.gaps.after),
      ]),
    },
    {
      title: titles.added,
      columns: columns([words.feature, words.category, words.status, words.touchpoints], [words.rank]),
      rows: added.map((state) => [...stateCells(state), touchpointsOf(state, product), rankText(state.rank)]),
    },
    {
      title: titles.removed,
      columns: columns([words.feature, words.category, words.status], [words.rank]),
      rows: removed.map((state) => [...stateCells(state), rankText(state.rank)]),
    },
    {
      title: titles.renamed,
      columns: columns([words.before, words.after, words.id], []),
      rows: changed
        .filter(({ isRenamed, isRetitled }) => isRenamed || isRetitled)
        .map(({ before, after }) => [featureName(before), featureName(after), ids(before, after)]),
    },
    {
      title: titles.statuses,
      columns: columns([words.feature, words.before, words.after], []),
      rows: changed.flatMap(({ after, status }) =>
        status ? [[featureName(after), statusLabel(status.before), statusLabel(status.after)]] : [],
      ),
    },
    {
      title: titles.ranks,
      columns: columns([words.feature, words.category], [words.before, words.after]),
      rows: changed
        .flatMap(({ after, rank }) => (rank ? [{ after, rank }] : []))
        .sort((left, right) => left.rank.after - right.rank.after)
        .map(({ after, rank }) => [featureName(after), signedStanding(after.standing), count(rank.before), count(rank.after)]),
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

function stateCells(state: FeatureState): readonly string[] {
  return [featureName(state), signedStanding(state.standing), statusLabel(state.status)];
}

function touchpointsOf({ item }: FeatureState, product: Product): string {
  const touchpoints = definitionsById(product, 'touchpoints');
  return (item.value.touchpoints ?? []).map((id) => touchpoints.get(id)?.name ?? id).join(', ');
}

function touchpointName(touchpoint: Touchpoint | null): string {
  return touchpoint?.name ?? touchpoint?.id ?? closedHeadings().withoutTouchpoint;
}

function namesOf(states: readonly FeatureState[]): string {
  return states.length === 0 ? '' : nameList(states.map((state) => quotedName(featureName(state))));
}

function ids(before: FeatureState, after: FeatureState): string {
  const [old, now] = [before.item.value.id ?? '', after.item.value.id ?? ''];
  return old === now ? now : `${old} → ${now}`;
}

function rankText(rank: number | null): string {
  return rank === null ? '' : count(rank);
}
