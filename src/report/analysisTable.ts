import { hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import { definitionsById } from '../document/definitionsById.ts';
import { defaultStatus, type Feature } from '../document/model.ts';
import { productList } from '../document/product.ts';
import { backlogColumns } from '../wording/backlogWording.ts';
import { analysisTableWords } from '../wording/commandWording.ts';
import { definitionHeading } from '../wording/definitionWording.ts';
import { coefficient, count, measure, noNumber, signedChange } from '../wording/numbers.ts';
import { numberLabel } from '../wording/numberWording.ts';
import { settingsSentence } from '../wording/settingsWording.ts';
import { statusLabel } from '../wording/statusWording.ts';
import type { AnalysedFile } from './analysedFile.ts';
import { categoryText, shareText } from './certainCategory.ts';
import { featureNames } from './featureNames.ts';
import { alignColumns, singleLine } from './plainText.ts';

/**
 * Categories, coefficients and priorities for a person to read: per file the features by rank, those without one after them in the order
 * of the file, then the touchpoints by urgency and the metrics. Ends with a line break.
 */
export function analysisTable(files: readonly AnalysedFile[]): string {
  return `${files.map((file) => fileText(file).join('\n\n')).join('\n\n\n')}\n`;
}

function fileText(file: AnalysedFile): readonly string[] {
  const { header, settings } = file.product.opened;
  const title = [header.product, file.path, settingsSentence(settings)].filter((text) => text !== undefined);
  const tables = [featureTable(file), touchpointTable(file), metricTable(file)].filter((lines) => lines.length > 0);
  return [title.map(singleLine).join(' · '), ...tables.map((lines) => lines.join('\n'))];
}

function featureTable({ product, analysis }: AnalysedFile): readonly string[] {
  const entries = productList(product, 'features');
  if (entries.length === 0) return [analysisTableWords().noFeatures];
  const nameOf = featureNames(product);
  const unreadable = new Set(
    entries.filter(({ entry }) => hasUncountedAnswers(entry, analysis.featureAnalysis(entry.value))).map(({ entry }) => entry.value),
  );
  const unranked = entries.map(({ entry }) => entry.value).filter((feature) => analysis.priority(feature).rank === null);
  const columns = backlogColumns();
  const head = [
    columns.rank,
    columns.feature,
    columns.category,
    analysisTableWords().share,
    columns.answers,
    columns.better,
    columns.worse,
  ];
  const row = (feature: Feature): string[] => {
    const { n, better, worse } = analysis.featureAnalysis(feature);
    const { rank } = analysis.priority(feature);
    const standing = unreadable.has(feature)
      ? analysisTableWords().unreadable
      : categoryText(feature.assumed ?? null, analysis.featureAnalysis(feature));
    return [
      rank === null ? noNumber : count(rank),
      nameOf(feature),
      standing,
      shareText(analysis.featureAnalysis(feature)),
      count(n),
      coefficient(better),
      coefficient(worse),
      statusLabel(feature.status ?? defaultStatus),
    ];
  };
  const rows = [[...head, columns.status], ...[...analysis.buildOrder, ...unranked].map(row)];
  return alignColumns(clean(rows), ['right', 'left', 'left', 'right', 'right', 'right', 'right', 'left']);
}

function touchpointTable({ product, analysis }: AnalysedFile): readonly string[] {
  if (analysis.touchpoints.length === 0) return [];
  const touchpoints = definitionsById(product, 'touchpoints');
  const head = [
    numberLabel('rank'),
    definitionHeading('touchpoints'),
    numberLabel('mustBeGaps'),
    numberLabel('risk'),
    numberLabel('opportunity'),
  ];
  const rows = analysis.touchpoints.map(({ id, rank, mustBeGaps, risk, opportunity }) => [
    count(rank),
    touchpoints.get(id)?.name ?? id,
    count(mustBeGaps),
    coefficient(risk),
    coefficient(opportunity),
  ]);
  return alignColumns(clean([head, ...rows]), ['right', 'left', 'right', 'right', 'right']);
}

function metricTable({ product, analysis }: AnalysedFile): readonly string[] {
  if (analysis.metrics.length === 0) return [];
  const metrics = definitionsById(product, 'metrics');
  const words = analysisTableWords();
  const head = [definitionHeading('metrics'), words.first, words.newest, words.change, words.target];
  const rows = analysis.metrics.map(({ id, first, newest, change }) => [
    metrics.get(id)?.name ?? id,
    measure(first),
    measure(newest),
    signedChange(change),
    measure(metrics.get(id)?.target ?? null),
  ]);
  return alignColumns(clean([head, ...rows]), ['left', 'right', 'right', 'right', 'right']);
}

function clean(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map(singleLine));
}
