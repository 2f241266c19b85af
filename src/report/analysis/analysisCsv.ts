import { type CsvCell, csvText } from '../../base/csv.ts';
import { categories } from '../../document/format/model.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { analysisJson, type FeatureJson } from './analysisJson.ts';

/**
 * What `kano analyze --format csv` prints: a row for each feature of each file, with the flat values of the JSON under the same names.
 * What is undefined is an empty cell; several ids in a cell are parted by spaces.
 */
export function analysisCsv(files: readonly AnalysedFile[]): string {
  const rows = analysisJson(files).files.flatMap(({ path, product, features }) =>
    features.map((feature) => [path, product, ...columns.map(([, cell]) => cell(feature))]),
  );
  return csvText([['path', 'product', ...columns.map(([name]) => name)], ...rows]);
}

const columns: readonly (readonly [name: string, cell: (feature: FeatureJson) => CsvCell])[] = [
  ['rank', ({ rank }) => rank],
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['status', ({ status }) => status],
  ['touchpoints', ({ touchpoints }) => touchpoints.join(' ')],
  ['effort', ({ effort }) => effort],
  ['assumed', ({ assumed }) => assumed],
  ['survey', ({ survey }) => survey],
  ['importance', ({ importance }) => importance],
  ['n', ({ n }) => n],
  ...categories.map((letter) => [letter, ({ counts }: FeatureJson) => counts[letter]] as const),
  ['category', ({ category }) => category],
  ['mode', (feature) => feature.categories.mode],
  ['berger', (feature) => feature.categories.berger],
  ['lead', (feature) => feature.categories.lead],
  ['better', ({ better }) => better],
  ['betterLow', ({ betterInterval }) => betterInterval?.[0] ?? null],
  ['betterHigh', ({ betterInterval }) => betterInterval?.[1] ?? null],
  ['worse', ({ worse }) => worse],
  ['worseLow', ({ worseInterval }) => worseInterval?.[0] ?? null],
  ['worseHigh', ({ worseInterval }) => worseInterval?.[1] ?? null],
  ['quadrant', ({ quadrant }) => quadrant],
  ['totalStrength', ({ totalStrength }) => totalStrength],
  ['categoryStrength', ({ categoryStrength }) => categoryStrength],
  ['z', ({ z }) => z],
  ['runnerUp', ({ runnerUp }) => runnerUp],
  ['stability', ({ stability }) => stability],
  ['driftFrom', ({ drift }) => drift?.from ?? null],
  ['drift', ({ drift }) => drift?.kind ?? null],
  ['neededBy', ({ neededBy }) => neededBy.join(' ')],
  ['talliesUnreadable', ({ talliesUnreadable }) => talliesUnreadable],
];
