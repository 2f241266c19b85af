import type { Feature } from '../../document/format/model.ts';
import { comparableText, textLookup } from './comparableText.ts';
import type { SurveyMap } from './surveyMap.ts';
import type { SurveyColumn, surveyRows } from './surveyTable.ts';

/** Reads a cell as the id of a feature, from the name in the survey map, the id or the title; `undefined` where it is none, or several. */
export function featureReader(features: readonly Feature[], { names }: SurveyMap): (cell: string) => string | undefined {
  const given = features.flatMap(({ id, title }) =>
    id === undefined ? [] : [names.get(id), id, title].flatMap((name) => (name === undefined ? [] : [[name, id] as const])),
  );
  const find = textLookup(given, comparableText);
  return (cell) => {
    const found = find(cell);
    return found.length === 1 ? found[0] : undefined;
  };
}

/** Whether at least half of the cells in a column are features. */
export function namesFeatures(
  rows: ReturnType<typeof surveyRows>,
  { index }: SurveyColumn,
  featureOf: (cell: string) => string | undefined,
): boolean {
  const filled = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
  const known = filled.filter((cell) => featureOf(cell) !== undefined).length;
  return known > 0 && known >= filled.length / 2;
}
