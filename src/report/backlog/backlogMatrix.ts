import type { RootContent } from 'mdast';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { quadrantLabel } from '../../terms/categoryLabels.ts';
import { matrixDescription } from '../../terms/featureSentences.ts';
import { codeBlock, paragraph, picture } from '../../terms/markdown.ts';
import { axisEnds, chartShareSentence } from '../../wording/backlogWording.ts';
import type { FeatureRow } from '../featureRows.ts';
import type { BacklogContext } from './backlogSummary.ts';
import { type ChartPoint, quadrantChart } from './quadrantChart.ts';

/** More labels than this cover each other. */
const mostPoints = 40;

/**
 * The open features that somebody was asked about, by Better and |Worse|: a chart that GitHub draws, or a link to the picture of `kano matrix`.
 * Empty where there is none. Features that customers do not want, or whose answers contradict each other, have no place in it.
 * @param pictureUrl where the picture is, seen from the backlog
 */
export function backlogMatrix({ product, buildOrder }: BacklogContext, pictureUrl?: string): readonly RootContent[] {
  const points = buildOrder.flatMap(pointOf);
  if (points.length === 0) return [];
  if (pictureUrl !== undefined) {
    const name = product.opened.header.product ?? '';
    return [picture(pictureUrl, matrixDescription(name, points.length))];
  }
  const shown = points.slice(0, mostPoints);
  const quadrants = { O: quadrantLabel('O'), A: quadrantLabel('A'), I: quadrantLabel('I'), M: quadrantLabel('M') };
  return [
    codeBlock('mermaid', quadrantChart(shown, { ...axisEnds(), quadrants })),
    ...(shown.length < points.length ? [paragraph(chartShareSentence(shown.length, points.length))] : []),
  ];
}

function pointOf({ feature, numbers, name }: FeatureRow): readonly ChartPoint[] {
  const { category } = effectiveCategory(feature, numbers);
  if (numbers.better === null || numbers.worse === null || category === 'R' || category === 'Q') return [];
  return [{ label: feature.id ?? name, x: -numbers.worse, y: numbers.better }];
}
