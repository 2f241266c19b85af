import { nearest } from '../../base/nearestWord.ts';
import { answerKeys, type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import { columnNotFound, mapColumnTwice, mapUnknownId, mapWordTwice } from '../../wording/importWording.ts';
import { columnsNamed } from './matchColumns.ts';
import type { MapProblem, SurveyMapFile } from './surveyMapFile.ts';
import { columnName, type SurveyTable, surveyColumns } from './surveyTable.ts';

export interface MapSubjects {
  readonly features: readonly string[];
  readonly personas: readonly string[];
  readonly tables: readonly SurveyTable[];
}

/** What a map says of features, personas and columns that are not there, and of words that it gives two meanings; in the order of the text. */
export function mapProblems(file: SurveyMapFile, { features, personas, tables }: MapSubjects): readonly MapProblem[] {
  const { map, rangeOf } = file;
  const problems: MapProblem[] = [...file.problems];
  for (const key of ['names', 'columns'] as const) {
    for (const id of map[key].keys()) {
      if (!features.includes(id))
        problems.push({ message: mapUnknownId('feature', id, nearest(id, features)), range: rangeOf([key, id], 'key') });
    }
  }
  for (const [value, id] of map.personas.values) {
    if (!personas.includes(id))
      problems.push({ message: mapUnknownId('persona', id, nearest(id, personas)), range: rangeOf(['personas', 'values', value]) });
  }
  const meanings = new Map<string, string>();
  for (const key of [...answerKeys, 'leaveOut'] as const) {
    for (const [index, word] of (map.answers[key] ?? []).entries()) {
      const before = meanings.get(word.trim());
      if (before !== undefined && before !== key)
        problems.push({ message: mapWordTwice(word, before, key), range: rangeOf(['answers', key, index]) });
      meanings.set(word.trim(), key);
    }
  }
  const used = new Set<string>();
  for (const { name, path, at = 'value' } of namedColumns(file)) {
    const found = tables.map((table) => ({ table, columns: columnsNamed(surveyColumns(table), name) }));
    // Several files need not have the same columns.
    const doubtful =
      found.find(({ columns }) => columns.length > 1) ?? (found.every(({ columns }) => columns.length === 0) ? found[0] : undefined);
    const places = found.flatMap(({ table, columns }) => columns.map(({ index }) => `${table.path}\n${index}`));
    if (doubtful) {
      const names = surveyColumns(doubtful.table).map(columnName);
      problems.push({
        message: columnNotFound(name, doubtful.table.path, doubtful.columns.length, nearest(name, names)),
        range: rangeOf(path, at),
      });
    } else if (at === 'value' && places.some((place) => used.has(place)))
      problems.push({ message: mapColumnTwice(name), range: rangeOf(path) });
    // Which rows are left out may be told by any column.
    if (at === 'value') for (const place of places) used.add(place);
  }
  return problems.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
}

interface NamedColumn {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly at?: 'key';
}

function namedColumns({ map }: SurveyMapFile): readonly NamedColumn[] {
  const { columns, personas, respondents, leaveOut } = map;
  const questions = [...columns].flatMap(([feature, named]) =>
    questionKinds.flatMap((kind: QuestionKind) => {
      const name = named[kind];
      return name === undefined ? [] : [{ name, path: ['columns', feature, kind] }];
    }),
  );
  const labels = Object.entries({ personas, respondents }).flatMap(([key, { column }]) =>
    column === undefined ? [] : [{ name: column, path: [key, 'column'] }],
  );
  const rows = [...respondents.leaveOut.keys()].map((name) => ({ name, path: ['respondents', 'leaveOut', name], at: 'key' as const }));
  return [...questions, ...labels, ...rows, ...leaveOut.map((name, index) => ({ name, path: ['leaveOut', index] }))];
}
