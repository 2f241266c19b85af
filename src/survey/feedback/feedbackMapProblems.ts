import * as l10n from '@vscode/l10n';
import type { Path } from '../../document/yaml/node.ts';
import { feedbackColumns } from '../../terms/languages/languageRecord.ts';
import type { MapProblem } from '../answers/mapFile.ts';
import { undefinedFeature, undefinedPersona, withoutColumn } from '../answers/mapProblems.ts';
import { cellText, columnNotFound } from '../answers/shownTexts.ts';
import { columnsNamed, type SurveyTable } from '../answers/surveyTable.ts';
import { feedbackHeaders } from './feedbackColumns.ts';
import { type FeedbackMapFile, ways } from './feedbackMap.ts';

interface MapSubjects {
  readonly features: readonly string[];
  readonly personas: readonly string[];
  readonly tables: readonly SurveyTable[];
}

/** Finds undefined features, personas and columns in a feedback map, and words with two meanings. In the order of the text. */
export function feedbackMapProblems(file: FeedbackMapFile, { features, personas, tables }: MapSubjects): readonly MapProblem[] {
  const { map, rangeOf } = file;
  const problems: MapProblem[] = [...file.problems];
  const report = (message: string, path: Path, at?: 'key') => problems.push({ message, range: rangeOf(path, at) });
  for (const key of ['names', 'terms'] as const)
    for (const id of map[key].keys()) if (!features.includes(id)) report(undefinedFeature(id, features), [key, id], 'key');
  for (const [value, id] of map.personas.values)
    if (!personas.includes(id)) report(undefinedPersona(id, personas), ['personas', 'values', value]);
  const meanings = new Map<string, string>();
  for (const key of [...ways, 'unrated'] as const) {
    for (const [index, word] of map.words[key].entries()) {
      const first = meanings.get(word.trim());
      const values = { word: cellText(word), first: first ?? '', second: key };
      if (first !== undefined && first !== key)
        report(l10n.t('“{word}” is listed under both “{first}” and “{second}”. Keep one.', values), [key, index]);
      meanings.set(word.trim(), key);
    }
  }
  for (const [column, { complaints, compliments }] of map.scales)
    if (complaints >= compliments)
      report(l10n.t('“complaints” has to be under “compliments”: what is between them is neutral.'), ['scales', column, 'compliments']);
  for (const { name, path, at, isRepeatable } of namedColumns(file)) {
    const found = tables.map((table) => ({
      table,
      columns: feedbackHeaders(table),
      named: columnsNamed(feedbackHeaders(table), name).length,
    }));
    // Not every file needs every column; without that of `where` all rows would count, or none. Trackers repeat the header of labels.
    const doubtful =
      found.find(({ named }) => named > 1 && !isRepeatable) ?? (found.every(({ named }) => named === 0) ? found[0] : undefined);
    const without = found.filter(({ named }) => named === 0).map(({ table }) => cellText(table.path));
    if (doubtful) report(columnNotFound(name, doubtful.table.path, doubtful.named, doubtful.columns), path, at);
    else if (path[0] === 'where' && without.length > 0) report(withoutColumn(name, without), path, at);
  }
  return problems.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
}

interface NamedColumn {
  readonly name: string;
  readonly path: Path;
  readonly at?: 'key';
  readonly isRepeatable: boolean;
}

function namedColumns({ map }: FeedbackMapFile): readonly NamedColumn[] {
  const named = feedbackColumns.flatMap((kind) =>
    map.columns[kind].map((name) => ({ name, path: ['columns', kind], isRepeatable: kind === 'labels' || kind === 'text' })),
  );
  const keys = (column: Iterable<string>, ...path: readonly string[]) =>
    [...column].map((name) => ({ name, path: [...path, name], at: 'key' as const, isRepeatable: path[0] !== 'scales' }));
  return [
    ...named,
    ...keys(map.scales.keys(), 'scales'),
    ...keys(map.where.keys(), 'where'),
    ...keys(map.rows.leaveOut.keys(), 'rows', 'leaveOut'),
  ];
}
