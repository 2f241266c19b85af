import { effectiveCategory, hasUncountedAnswers } from '../../analysis/featureAnalysis.ts';
import { settingsOf } from '../../document/format/configuration.ts';
import { defaultStatus, type Feature } from '../../document/format/model.ts';
import { productList } from '../../document/product.ts';
import { coefficient, count, noNumber } from '../../terms/numbers.ts';
import { settingsSentence } from '../../terms/settingsLabels.ts';
import { statusLabel } from '../../terms/statusLabels.ts';
import { backlogColumns } from '../../wording/backlogWording.ts';
import { analysisTableWords } from '../../wording/commandWording.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { featureNames } from '../featureNames.ts';
import { alignColumns, singleLine } from '../plainText.ts';
import { categoryText, shareText } from './certainCategory.ts';
import { metricTable, type ReportTable, touchpointTable } from './journeyTables.ts';

/**
 * Categories, coefficients and priorities for a person to read: per file the features by rank, behind them those whose place cannot be told,
 * because their answers are not counted and nothing is assumed, and those without a rank, each in the order of the file; then the touchpoints
 * by urgency and the metrics. Ends with a line break.
 */
export function analysisTable(files: readonly AnalysedFile[]): string {
  return `${files.map((file) => fileText(file).join('\n\n')).join('\n\n\n')}\n`;
}

function fileText(file: AnalysedFile): readonly string[] {
  const { header } = file.product.opened;
  const title = [header.product, file.path, settingsSentence(settingsOf(file.product))].filter((text) => text !== undefined);
  const journey = [touchpointTable(file.product, file.analysis), metricTable(file.product, file.analysis)].map(aligned);
  const tables = [featureTable(file), ...journey].filter((lines) => lines.length > 0);
  return [title.map(singleLine).join(' · '), ...tables.map((lines) => lines.join('\n'))];
}

function featureTable({ product, analysis }: AnalysedFile): readonly string[] {
  const entries = productList(product, 'features');
  if (entries.length === 0) return [analysisTableWords().noFeatures];
  const nameOf = featureNames(product);
  const unreadable = new Set(
    entries.filter(({ item }) => hasUncountedAnswers(item, analysis.featureAnalysis(item.value))).map(({ item }) => item.value),
  );
  // Of those, a rank would read like a recommendation.
  const isPlaceUnknown = (feature: Feature) =>
    unreadable.has(feature) && effectiveCategory(feature, analysis.featureAnalysis(feature)).category === null;
  const ranked = analysis.buildOrder.filter((feature) => !isPlaceUnknown(feature));
  const features = entries.map(({ item }) => item.value);
  const unknown = features.filter((feature) => isPlaceUnknown(feature) && analysis.priority(feature).rank !== null);
  const unranked = features.filter((feature) => analysis.priority(feature).rank === null);
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
      rank === null || isPlaceUnknown(feature) ? noNumber : count(rank),
      nameOf(feature),
      standing,
      shareText(analysis.featureAnalysis(feature)),
      count(n),
      coefficient(better),
      coefficient(worse),
      statusLabel(feature.status ?? defaultStatus),
    ];
  };
  const rows = [[...head, columns.status], ...[...ranked, ...unknown, ...unranked].map(row)];
  return alignColumns(clean(rows), ['right', 'left', 'left', 'right', 'right', 'right', 'right', 'left']);
}

function aligned(table: ReportTable | undefined): readonly string[] {
  if (table === undefined) return [];
  const rows = [table.columns.map(({ heading }) => heading), ...table.rows];
  return alignColumns(
    clean(rows),
    table.columns.map(({ align }) => align),
  );
}

function clean(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map(singleLine));
}
