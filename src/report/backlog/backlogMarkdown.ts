import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import type { AnalysedProduct, ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { Feature } from '../../document/format/model.ts';
import type { Product } from '../../document/product.ts';
import { answersWords, standingLabel } from '../../terms/featureSentences.ts';
import { definitionHeading, statusLabel } from '../../terms/labels.ts';
import { bulletList, groupList, heading, markdownText, numberedList, paragraph, table } from '../../terms/markdown.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { feltTable, metricTable, missingTable, type ReportTable, touchpointTable } from '../analysis/journeyTables.ts';
import { outcomeTable, valueChainTable, wantGroups, wantTable } from '../analysis/wantTables.ts';
import { readableColumns } from '../featureColumns.ts';
import { type FeatureRow, featureRows, isRankUnknown } from '../featureRows.ts';
import { headingWithin, productHeading } from '../productNames.ts';
import { type BacklogGrouping, backlogGroups, standsApart } from './backlogGroups.ts';
import { emotionChart, linkList } from './backlogJourney.ts';
import { backlogMatrix } from './backlogMatrix.ts';
import { type BacklogContext, backlogCounts, backlogFacts } from './backlogSummary.ts';
import { notesPlace } from './keepNotes.ts';

export interface BacklogOptions {
  /** Default: by category. */
  readonly groupBy?: BacklogGrouping;
  /** Lists shipped and rejected features too, in tables of their own; without it, the backlog says how many were left out. */
  readonly all?: boolean;
  /** Where the picture of the matrix is, seen from the backlog; without it, Mermaid draws one. */
  readonly matrixUrl?: string;
  /** Says sums as well: features by category, risk and opportunity of touchpoints, gaps along the value chain. They change with almost every feature. */
  readonly totals?: boolean;
}

/** One of several products in a backlog. */
interface BacklogSection extends AnalysedProduct {
  /** Tells apart products without a name or with the same name. */
  readonly path: string;
  readonly faulty: readonly FaultyFile[];
}

/**
 * The prioritised backlog of a product as GitHub Markdown, in the current language. Ends with a line break.
 * @param faulty the files of the product that have errors; the backlog warns that something may be missing because of them
 */
export function backlogMarkdown(
  product: Product,
  analysis: ProductAnalysis,
  options: BacklogOptions = {},
  faulty: readonly FaultyFile[] = [],
): string {
  const name = product.opened.header.product;
  const title = name === undefined ? l10n.t('Backlog') : l10n.t('Backlog: {product}', { product: name });
  return markdownText([heading(1, title), notesPlace(), ...sectionNodes(product, analysis, faulty, options, (group) => heading(2, group))]);
}

/** The backlogs of several products in one text, a section each, in the order given. */
export function backlogsMarkdown(sections: readonly BacklogSection[], options: BacklogOptions = {}): string {
  const names = sections.map(({ product }) => product.opened.header.product);
  const body = sections.flatMap(({ product, analysis, path, faulty }, index) => {
    const name = productHeading(names[index], path, names);
    return [heading(2, name), ...sectionNodes(product, analysis, faulty, options, (group) => heading(3, headingWithin(name, group)))];
  });
  return markdownText([heading(1, l10n.t('Backlog')), notesPlace(), ...body]);
}

function sectionNodes(
  product: Product,
  analysis: ProductAnalysis,
  faulty: readonly FaultyFile[],
  { groupBy = 'category', all = false, matrixUrl, totals = false }: BacklogOptions,
  groupHeading: (text: string) => RootContent,
): readonly RootContent[] {
  const rows = featureRows(product, analysis, { withImportanceClass: totals });
  const byFeature = new Map(rows.map((row) => [row.feature, row]));
  const rowsOf = (features: readonly Feature[]) => features.flatMap((feature) => byFeature.get(feature) ?? []);
  const context: BacklogContext = { product, analysis, rows, buildOrder: rowsOf(analysis.buildOrder) };
  const columns = backlogColumns(all ? rows : context.buildOrder);
  const groups = backlogGroups(product, analysis, groupBy).flatMap((group) => [
    groupHeading(group.heading),
    ...(group.introduction === null || !totals ? [] : [paragraph(group.introduction)]),
    backlogTable(rowsOf(group.features), columns, { withCategory: groupBy !== 'category', withAnswers: group.hasAnswers }),
  ]);
  return [
    ...(totals ? [paragraph(backlogCounts(context))] : []),
    bulletList(backlogFacts(context, faulty, { all, totals })),
    ...underHeading(groupHeading(l10n.t('Prioritisation matrix')), backlogMatrix(context, matrixUrl)),
    ...underHeading(groupHeading(l10n.t('Build order')), buildOrderNodes(context)),
    ...(groups.length === 0 ? [paragraph(nothingToBuild(rows.length > 0))] : groups),
    ...(all ? closedNodes(rows, columns, groupHeading) : []),
    ...underHeading(groupHeading(l10n.t('Links')), linkList(all ? rows : context.buildOrder)),
    ...underHeading(groupHeading(definitionHeading('touchpoints')), [
      ...tableNodes(totals ? touchpointTable(product, analysis) : feltTable(product, analysis)),
      ...tableNodes(missingTable(product, analysis)),
      ...emotionChart(product, analysis),
    ]),
    ...underHeading(
      groupHeading(l10n.t('Needs and pains')),
      totals ? tableNodes(wantTable(product, analysis)) : wantNodes(product, analysis),
    ),
    ...underHeading(groupHeading(definitionHeading('valueChain')), tableNodes(valueChainTable(product, analysis, totals))),
    ...underHeading(groupHeading(definitionHeading('metrics')), tableNodes(metricTable(product, analysis))),
    ...underHeading(groupHeading(l10n.t('Since it shipped')), tableNodes(outcomeTable(product, analysis))),
  ];
}

/**
 * What to build first, a line for each feature with its category; its position in the list is its rank. The list ends with the last feature
 * that is not kept apart.
 */
function buildOrderNodes({ analysis, buildOrder }: BacklogContext): readonly RootContent[] {
  const last = buildOrder.findLastIndex(({ feature }) => !standsApart(feature, analysis));
  const lines = buildOrder.slice(0, last + 1).map((row) => {
    // An error in a tally does not mean that nobody was asked.
    const { category, rival } = row.numbers;
    const standing = isRankUnknown(row) ? answersWords().unreadable : standingLabel(row.feature.assumed ?? null, category, rival);
    return `${row.name} · ${standing}`;
  });
  return lines.length === 0 ? [] : [numberedList(lines)];
}

function underHeading(title: RootContent, nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.length === 0 ? [] : [title, ...nodes];
}

function tableNodes(rows: ReportTable | undefined): readonly RootContent[] {
  return rows === undefined ? [] : [table(rows.columns, rows.rows)];
}

function wantNodes(product: Product, analysis: ProductAnalysis): readonly RootContent[] {
  const groups = wantGroups(product, analysis);
  if (groups.length === 0) return [];
  return [paragraph(l10n.t('With what is there for each. Nobody works on what has no feature below it.')), groupList(groups)];
}

function closedNodes(
  rows: readonly FeatureRow[],
  columns: readonly BacklogColumn[],
  groupHeading: (text: string) => RootContent,
): readonly RootContent[] {
  return (['shipped', 'rejected'] as const).flatMap((status) => {
    const among = rows.filter(({ feature }) => feature.status === status);
    const given = { withCategory: true, withAnswers: true };
    return among.length === 0 ? [] : [groupHeading(statusLabel(status)), backlogTable(among, columns, given)];
  });
}

/** The sentence in place of tables for a product without features, or without open ones. */
function nothingToBuild(hasFeatures: boolean): string {
  return hasFeatures ? l10n.t('All features are shipped or rejected.') : l10n.t('This product has no features yet.');
}

type BacklogColumn = ReturnType<typeof readableColumns>[number];

/** The columns that say something of any of the features: so a table keeps its columns, and its rows, whatever feature it gets or loses. */
function backlogColumns(rows: readonly FeatureRow[]): readonly BacklogColumn[] {
  return readableColumns('backlog').filter(({ text }) => rows.some((row) => text(row) !== ''));
}

/** The features in the order given. Ranks are left out: one more feature would change every row after it. */
function backlogTable(
  rows: readonly FeatureRow[],
  columns: readonly BacklogColumn[],
  { withCategory, withAnswers }: { readonly withCategory: boolean; readonly withAnswers: boolean },
): RootContent {
  const shown = columns.filter(({ key }) => (withCategory || key !== 'category') && (withAnswers || !ofAnswers.includes(key)));
  return table(
    shown.map((column) => ({ ...column, heading: column.heading() })),
    rows.map((row) => shown.map(({ text, placeholder = '' }) => text(row) || placeholder)),
  );
}

/** Empty for features that nobody was asked about. */
const ofAnswers: readonly string[] = ['stability', 'better', 'worse', 'statedImportance'];
