import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { quadrantLabel } from '../../terms/categoryLabels.ts';
import { codeBlock, paragraph, picture } from '../../terms/markdown.ts';
import { count } from '../../terms/numbers.ts';
import type { FeatureRow } from '../featureRows.ts';
import type { BacklogContext } from './backlogSummary.ts';

/** More labels than this cover each other. */
const mostPoints = 40;

/**
 * The open features that somebody was asked about, by Better and |Worse|: a chart that GitHub draws, or a link to the picture of `kano matrix`.
 * Empty if there are none. Features that customers do not want, or whose answers contradict each other, are left out.
 * @param pictureUrl where the picture is, relative to the backlog
 */
export function backlogMatrix({ product, buildOrder }: BacklogContext, pictureUrl?: string): readonly RootContent[] {
  const plotted = buildOrder.filter(isPlotted);
  if (plotted.length === 0) return [];
  if (pictureUrl !== undefined) {
    // Without their number: the line would change with every feature.
    const values = { product: product.opened.header.product ?? '' };
    return [picture(pictureUrl, l10n.t('Prioritisation matrix of {product} by Better and |Worse|', values))];
  }
  const shown = plotted.slice(0, mostPoints).map(pointOf);
  return [
    codeBlock('mermaid', quadrantChart(shown)),
    ...(shown.length < plotted.length
      ? [paragraph(l10n.t('The {count} features to build first are shown.', { count: count(shown.length) }))]
      : []),
  ];
}

function isPlotted({ feature, numbers }: FeatureRow): boolean {
  const { category } = effectiveCategory(feature, numbers);
  return numbers.better !== null && numbers.worse !== null && category !== 'R' && category !== 'Q';
}

function pointOf({ feature, numbers: { better, worse }, name }: FeatureRow): ChartPoint {
  return { label: feature.id ?? name, x: -(worse ?? 0), y: better ?? 0 };
}

/** A feature in a chart: `x` is |Worse|, `y` Better, both 0 to 1. */
export interface ChartPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/**
 * A Mermaid `quadrantChart`. Each position has one line; features with equal coordinates (in two decimals) share a point. The lines are in the order of
 * the points, that of the tables, so that two branches that meet in a merge meet in one place, or in none.
 */
export function quadrantChart(points: readonly ChartPoint[]): string {
  const labels = new Map<string, string[]>();
  for (const { label, x, y } of points) {
    const position = `[${coordinate(x)}, ${coordinate(y)}]`;
    labels.set(position, [...(labels.get(position) ?? []), label].sort());
  }
  const lines = [...labels].map(([position, names]) => `  ${quoted(names.join(', '))}: ${position}`);
  return [
    // Room for the labels of many features; Mermaid does not move them apart.
    '%%{init: {"quadrantChart": {"chartWidth": 900, "chartHeight": 640, "pointLabelFontSize": 11, "pointRadius": 4}}}%%',
    'quadrantChart',
    `  x-axis ${quoted(l10n.t('low |Worse|'))} --> ${quoted(l10n.t('high |Worse|'))}`,
    `  y-axis ${quoted(l10n.t('low Better'))} --> ${quoted(l10n.t('high Better'))}`,
    ...(['O', 'A', 'I', 'M'] as const).map((quadrant, index) => `  quadrant-${index + 1} ${quoted(quadrantLabel(quadrant))}`),
    ...lines,
  ].join('\n');
}

/** Mermaid reads `1`, and `0` with or without decimals. */
function coordinate(value: number): string {
  const text = Math.min(1, Math.max(0, value)).toFixed(2);
  return text === '1.00' ? '1' : text;
}

/**
 * Text in quotes. Characters that Mermaid could read as a quote, a comment, a directive, Markdown or the end of the block become character
 * codes, which Mermaid turns back.
 */
function quoted(text: string): string {
  const safe = text
    .replace(/\s+|\p{Cc}|\p{Cs}/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N} ,.|/()_-]/gu, (character) => `#${character.codePointAt(0)};`);
  return `"${safe}"`;
}
