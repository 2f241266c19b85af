import type { RootContent } from 'mdast';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { Feature } from '../../document/format/model.ts';
import type { Product } from '../../document/product.ts';
import { standingLabel } from '../../terms/featureSentences.ts';
import { definitionHeading } from '../../terms/labels.ts';
import { bulletList, heading, markdownText, numberedList, paragraph, table } from '../../terms/markdown.ts';
import {
  answersWords,
  backlogTitle,
  buildOrderTitle,
  closedHeadings,
  groupOfProduct,
  matrixTitle,
  nothingToBuildSentence,
  severalBacklogsTitle,
} from '../../wording/backlogWording.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { metricTable, type ReportTable, touchpointTable } from '../analysis/journeyTables.ts';
import { isRankUnknown } from '../featureColumns.ts';
import { type FeatureRow, featureRows } from '../featureRows.ts';
import type { BacklogGrouping } from './backlogGroups.ts';
import { backlogGroups, standsApart } from './backlogGroups.ts';
import { backlogMatrix } from './backlogMatrix.ts';
import { type BacklogContext, backlogCounts, backlogFacts } from './backlogSummary.ts';
import { backlogTable } from './backlogTable.ts';
import { notesPlace } from './keepNotes.ts';

export interface BacklogOptions {
  /** Default: by category. */
  readonly groupBy?: BacklogGrouping;
  /** Lists shipped and rejected features too, apart; otherwise it says how many were left out. */
  readonly all?: boolean;
  /** Where the picture of the matrix is, seen from the backlog; without it, Mermaid draws one. */
  readonly matrixUrl?: string;
}

/** One of several products in a backlog. */
export interface BacklogSection {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
  /** Tells products apart that have no name, or the same. */
  readonly path: string;
  readonly faulty: readonly FaultyFile[];
}

/**
 * The prioritised backlog of a product as GitHub Markdown, in the current language. Ends with a line break.
 * @param faulty the files of the product that have errors, of which it says that something may be missing
 */
export function backlogMarkdown(
  product: Product,
  analysis: ProductAnalysis,
  options: BacklogOptions = {},
  faulty: readonly FaultyFile[] = [],
): string {
  const name = product.opened.header.product;
  const title = name === undefined ? severalBacklogsTitle() : backlogTitle(name);
  return markdownText([heading(1, title), notesPlace(), ...sectionNodes(product, analysis, faulty, options, (group) => heading(2, group))]);
}

/** The backlogs of several products in one text, a section each, in the order given. */
export function backlogsMarkdown(sections: readonly BacklogSection[], options: BacklogOptions = {}): string {
  const names = sections.map(({ product }) => product.opened.header.product);
  const body = sections.flatMap(({ product, analysis, path, faulty }, index) => {
    const own = names[index];
    const name = own === undefined ? path : names.filter((other) => other === own).length > 1 ? `${own} (${path})` : own;
    // The product's name makes every heading one of its own, so that each can be linked to.
    return [heading(2, name), ...sectionNodes(product, analysis, faulty, options, (group) => heading(3, groupOfProduct(name, group)))];
  });
  return markdownText([heading(1, severalBacklogsTitle()), notesPlace(), ...body]);
}

function sectionNodes(
  product: Product,
  analysis: ProductAnalysis,
  faulty: readonly FaultyFile[],
  { groupBy = 'category', all = false, matrixUrl }: BacklogOptions,
  groupHeading: (text: string) => RootContent,
): readonly RootContent[] {
  const rows = featureRows(product, analysis);
  const byFeature = new Map(rows.map((row) => [row.feature, row]));
  const rowsOf = (features: readonly Feature[]) => features.flatMap((feature) => byFeature.get(feature) ?? []);
  const context: BacklogContext = { product, analysis, rows, buildOrder: rowsOf(analysis.buildOrder) };
  const groups = backlogGroups(product, analysis, groupBy).flatMap((group) => [
    groupHeading(group.heading),
    ...(group.introduction === null ? [] : [paragraph(group.introduction)]),
    backlogTable(rowsOf(group.features), groupBy !== 'category'),
  ]);
  return [
    paragraph(backlogCounts(context)),
    bulletList(backlogFacts(context, faulty, all)),
    ...underHeading(groupHeading(matrixTitle()), backlogMatrix(context, matrixUrl)),
    ...underHeading(groupHeading(buildOrderTitle()), buildOrderNodes(context)),
    ...(groups.length === 0 ? [paragraph(nothingToBuildSentence(rows.length > 0))] : groups),
    ...(all ? closedNodes(rows, groupHeading) : []),
    ...underHeading(groupHeading(definitionHeading('touchpoints')), tableNodes(touchpointTable(product, analysis))),
    ...underHeading(groupHeading(definitionHeading('metrics')), tableNodes(metricTable(product, analysis))),
  ];
}

/**
 * What to build first, one line a feature with its category: the place in the list is its rank. It ends where only features follow that are to
 * be asked about, asked about again, or not to be built, unless others in it need them.
 */
function buildOrderNodes({ analysis, buildOrder }: BacklogContext): readonly RootContent[] {
  const last = buildOrder.findLastIndex(({ feature }) => !standsApart(feature, analysis));
  const lines = buildOrder.slice(0, last + 1).map((row) => {
    // An error in a tally does not mean that nobody was asked.
    const standing = isRankUnknown(row) ? answersWords().unreadable : standingLabel(row.feature.assumed ?? null, row.numbers.category);
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

function closedNodes(rows: readonly FeatureRow[], groupHeading: (text: string) => RootContent): readonly RootContent[] {
  return (['shipped', 'rejected'] as const).flatMap((status) => {
    const among = rows.filter(({ feature }) => feature.status === status);
    return among.length === 0 ? [] : [groupHeading(closedHeadings()[status]), backlogTable(among, true)];
  });
}
