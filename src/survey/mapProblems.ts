import { nearest } from '../rules/nearest.ts';
import { answerKeys } from '../wording/answerWording.ts';
import { columnNotFound, mapUnknownId, mapWordTwice } from '../wording/importWording.ts';
import { type QuestionKind, questionKinds } from './answerColumns.ts';
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
  for (const { name, path, at = 'value' } of namedColumns(file)) {
    for (const table of tables) {
      const columns = surveyColumns(table);
      const found = columnsNamed(columns, name).length;
      if (found === 1) continue;
      const message = columnNotFound(name, table.path, found, nearest(name, columns.map(columnName)));
      problems.push({ message, range: rangeOf(path, at) });
      break;
    }
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
