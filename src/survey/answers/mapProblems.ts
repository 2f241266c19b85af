import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import type { Path } from '../../document/yaml/node.ts';
import { answerKeys, type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import type { MapProblem } from './mapFile.ts';
import { cellText, columnNotFound, someNames } from './shownTexts.ts';
import type { SurveyMapFile } from './surveyMap.ts';
import { columnName, columnsNamed, type SurveyColumn, type SurveyTable, surveyColumns } from './surveyTable.ts';

interface MapSubjects {
  readonly features: readonly string[];
  readonly personas: readonly string[];
  readonly tables: readonly SurveyTable[];
}

/** Finds undefined features, personas and columns in a survey map, and words with two meanings. In the order of the text. */
export function mapProblems(file: SurveyMapFile, { features, personas, tables }: MapSubjects): readonly MapProblem[] {
  const { map, rangeOf } = file;
  const problems: MapProblem[] = [...file.problems];
  const report = (message: string, path: Path, at?: 'key') => problems.push({ message, range: rangeOf(path, at) });
  for (const key of ['names', 'columns'] as const) {
    for (const id of map[key].keys()) {
      if (!features.includes(id)) report(undefinedFeature(id, features), [key, id], 'key');
    }
  }
  for (const [value, id] of map.personas.values) {
    if (!personas.includes(id)) report(undefinedPersona(id, personas), ['personas', 'values', value]);
  }
  const { importance } = map;
  if (importance && 'from' in importance && importance.from === importance.to)
    report(l10n.t('Both ends of the scale are the same number.'), ['importance', 'to']);
  if (importance && 'words' in importance) {
    for (const [index, word] of importance.words.entries())
      if (importance.words.indexOf(word) < index)
        report(l10n.t('“{word}” is listed twice. Keep one.', { word: cellText(word) }), ['importance', 'words', index]);
  }
  const meanings = new Map<string, string>();
  for (const key of [...answerKeys, 'leaveOut'] as const) {
    for (const [index, word] of (map.answers[key] ?? []).entries()) {
      const before = meanings.get(word.trim());
      if (before !== undefined && before !== key) {
        const values = { word: cellText(word), first: before, second: key };
        report(l10n.t('“{word}” is listed under both “{first}” and “{second}”. Keep one.', values), ['answers', key, index]);
      }
      meanings.set(word.trim(), key);
    }
  }
  const used = new Set<string>();
  for (const { name, path, at } of namedColumns(file)) {
    const found = tables.map((table) => ({ table, columns: columnsNamed(surveyColumns(table), name) }));
    // Not every file needs every column; without that of `where` all rows would count, or none.
    const others = otherColumns(name, found);
    const doubtful =
      found.find(({ columns }) => columns.length > 1) ?? (found.every(({ columns }) => columns.length === 0) ? found[0] : undefined);
    const named = found.flatMap(({ table, columns }) => columns.map(({ index }) => `${table.path}\n${index}`));
    if (doubtful) {
      const { table, columns } = doubtful;
      report(columnNotFound(name, table.path, columns.length, surveyColumns(table)), path, at);
    } else if (others !== undefined) report(others, path, at);
    else if (path[0] === 'where' && found.some(({ columns }) => columns.length === 0)) {
      const without = found.filter(({ columns }) => columns.length === 0).map(({ table }) => cellText(table.path));
      report(withoutColumn(name, without), path, at);
    } else if (at === undefined && named.some((column) => used.has(column)))
      report(l10n.t('This map already gives column “{name}” another meaning. Keep one.', { name: cellText(name) }), path);
    // Any column may tell which rows are left out.
    if (at === undefined) for (const column of named) used.add(column);
  }
  return problems.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
}

/** A sentence about a position that is one column in one file, and another one in another; `undefined` where it is the same in all. */
function otherColumns(
  name: string,
  found: readonly { readonly table: SurveyTable; readonly columns: readonly SurveyColumn[] }[],
): string | undefined {
  if (!/^#\d+$/.test(name.trim())) return undefined;
  const named = found.flatMap(({ table, columns: [column] }) => (column ? [{ file: table.path, header: columnName(column) }] : []));
  const [first] = named;
  const second = named.find(({ header }) => header !== first?.header);
  if (!first || !second) return undefined;
  const files = { firstFile: cellText(first.file), secondFile: cellText(second.file) };
  return l10n.t(
    '“{name}” is “{first}” in {firstFile}, but “{second}” in {secondFile}. Name the column by its header, or import these files one by one.',
    { name: cellText(name), first: cellText(first.header), second: cellText(second.header), ...files },
  );
}

/** A sentence about a column of `where` that these files lack. */
export function withoutColumn(name: string, files: readonly string[]): string {
  const values = { name: cellText(name), files: someNames(files) };
  return l10n.t('“where” takes rows by “{name}”, which is no column of {files}. Import files without it by themselves.', values);
}

/** A sentence about a map that names a feature which the file lacks. */
export function undefinedFeature(id: string, known: readonly string[]): string {
  const similar = nearest(id, known);
  const values = { id: cellText(id), nearest: similar ?? '' };
  return similar === null
    ? l10n.t('No feature of the file has the id “{id}”.', values)
    : l10n.t('No feature of the file has the id “{id}”. Did you mean “{nearest}”?', values);
}

/** A sentence about a map that names a persona which the product lacks. */
export function undefinedPersona(id: string, known: readonly string[]): string {
  const similar = nearest(id, known);
  const values = { id: cellText(id), nearest: similar ?? '' };
  return similar === null
    ? l10n.t('No persona of the product has the id “{id}”.', values)
    : l10n.t('No persona of the product has the id “{id}”. Did you mean “{nearest}”?', values);
}

interface NamedColumn {
  readonly name: string;
  readonly path: Path;
  readonly at?: 'key';
}

function namedColumns({ map }: SurveyMapFile): readonly NamedColumn[] {
  const { columns, personas, respondents, where, leaveOut } = map;
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
  const asked = [...where.keys()].map((name) => ({ name, path: ['where', name], at: 'key' as const }));
  return [...questions, ...labels, ...rows, ...asked, ...leaveOut.map((name, index) => ({ name, path: ['leaveOut', index] }))];
}
