import * as l10n from '@vscode/l10n';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import { definitionHeading, numberLabel } from '../../terms/labels.ts';
import type { Column } from '../../terms/markdown.ts';
import { coefficient, count, measure, signedChange } from '../../terms/numbers.ts';

/** A table before it is known what it is written as: in a terminal, or in Markdown. */
export interface ReportTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** The touchpoints, the most urgent first; `undefined` where there is none. */
export function touchpointTable(product: Product, { touchpoints }: ProductAnalysis): ReportTable | undefined {
  if (touchpoints.length === 0) return undefined;
  const names = definitionsById(product, 'touchpoints');
  return {
    columns: [
      { heading: numberLabel('rank'), align: 'right' },
      { heading: definitionHeading('touchpoints'), align: 'left' },
      { heading: numberLabel('mustBeGaps'), align: 'right' },
      { heading: numberLabel('risk'), align: 'right' },
      { heading: numberLabel('opportunity'), align: 'right' },
    ],
    rows: touchpoints.map(({ id, rank, mustBeGaps, risk, opportunity }) => [
      count(rank),
      names.get(id)?.name ?? id,
      count(mustBeGaps),
      coefficient(risk),
      coefficient(opportunity),
    ]),
  };
}

/** The metrics with their readings; `undefined` where there is none. */
export function metricTable(product: Product, analysis: ProductAnalysis): ReportTable | undefined {
  if (analysis.metrics.length === 0) return undefined;
  const metrics = definitionsById(product, 'metrics');
  const headings = [l10n.t('First'), l10n.t('Newest'), l10n.t('Change'), l10n.t('Target')];
  return {
    columns: [
      { heading: definitionHeading('metrics'), align: 'left' },
      ...headings.map((heading) => ({ heading, align: 'right' }) as const),
    ],
    rows: analysis.metrics.map(({ id, first, newest, change }) => [
      metrics.get(id)?.name ?? id,
      measure(first),
      measure(newest),
      signedChange(change),
      measure(metrics.get(id)?.target ?? null),
    ]),
  };
}
