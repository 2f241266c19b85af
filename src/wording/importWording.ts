import * as l10n from '@vscode/l10n';
import { oneLine } from '../terms/markdown.ts';
import { count, nameList } from '../terms/numbers.ts';

// What `kano import` says. Texts of an export come from anybody: they are shown on one line, without what a terminal would obey.

/** A cell or a header as it is shown: its beginning. */
export function cellText(text: string): string {
  const line = oneLine(text);
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** A row of a file, as spreadsheets number it. */
export interface RowWords {
  readonly path: string;
  readonly row: number;
}

/** Why a file is no table of answers. */
export type TableFailure =
  | {
      readonly kind: 'questionnaire' | 'workbook' | 'not-text' | 'encoding' | 'too-large' | 'no-rows' | 'no-columns';
      readonly path: string;
    }
  | { readonly kind: 'quotes'; readonly path: string; readonly row: number }
  | { readonly kind: 'row-too-long'; readonly path: string; readonly row: number; readonly cells: number; readonly columns: number };

export function tableFailure(failure: TableFailure): string {
  switch (failure.kind) {
    case 'questionnaire':
      return l10n.t('{path} holds the questions of a questionnaire, not answers to them. Import what people answered.', failure);
    case 'workbook':
      return l10n.t('{path} is a workbook, not CSV. Open it in a spreadsheet, save it as “CSV UTF-8”, and import that.', failure);
    case 'not-text':
      return l10n.t('{path} is not text. Export the answers as CSV.', failure);
    case 'encoding':
      return l10n.t('{path} is neither UTF-8 nor UTF-16 text. Save it as “CSV UTF-8”, so that no letter is lost.', failure);
    case 'too-large':
      return l10n.t('{path} is larger than 100 MB. Export fewer columns.', failure);
    case 'no-rows':
      return l10n.t('{path} has no answers: there is no row below the header.', failure);
    case 'no-columns':
      return l10n.t('{path} has only one column: it may not be CSV. Commas, semicolons and tabs separate columns.', failure);
    case 'quotes':
      return l10n.t('In row {row} of {path} a quotation mark has no partner, so it is unclear where cells end. Export it again.', {
        path: failure.path,
        row: count(failure.row),
      });
    case 'row-too-long':
      return l10n.t('Row {row} of {path} has {cells} cells, and there are {columns} columns: cells may have moved. Export it again.', {
        path: failure.path,
        row: count(failure.row),
        cells: count(failure.cells),
        columns: count(failure.columns),
      });
  }
}

/** A map that is a list, a text or a number. */
export function mapWithoutKeys(): string {
  return l10n.t('A survey map has keys, “columns” and “answers” for example, and this is something else.');
}

/** An id in a map that the file does not know. */
export function mapUnknownId(what: 'feature' | 'persona', id: string, nearest: string | null): string {
  const values = { id: cellText(id), nearest: nearest ?? '' };
  if (what === 'feature') {
    return nearest === null
      ? l10n.t('No feature of the file has the id “{id}”.', values)
      : l10n.t('No feature of the file has the id “{id}”. Did you mean “{nearest}”?', values);
  }
  return nearest === null
    ? l10n.t('No persona of the product has the id “{id}”.', values)
    : l10n.t('No persona of the product has the id “{id}”. Did you mean “{nearest}”?', values);
}

/** A word under two answers of a map. */
export function mapWordTwice(word: string, first: string, second: string): string {
  return l10n.t('“{word}” stands under “{first}” and under “{second}”. Keep one.', { word: cellText(word), first, second });
}

/** A column that a map gives two meanings. */
export function mapColumnTwice(name: string): string {
  return l10n.t('Column “{name}” has another meaning in this map already. Keep one.', { name: cellText(name) });
}

/** A column that a map or an option names. */
export function columnNotFound(name: string, path: string, found: number, nearest: string | null): string {
  const values = { name: cellText(name), path, nearest: cellText(nearest ?? ''), count: count(found) };
  if (found > 1) return l10n.t('{count} columns of {path} are called “{name}”. Name one by its place: “#5” is the fifth.', values);
  return nearest === null
    ? l10n.t('No column of {path} is called “{name}”.', values)
    : l10n.t('No column of {path} is called “{name}”. Did you mean “{nearest}”?', values);
}

/** `--survey` names a survey that is not defined. Lines that define it follow. */
export function surveyNotDefined(id: string, path: string, nearest: string | null): string {
  const values = { id: cellText(id), path, nearest: nearest ?? '' };
  return nearest === null
    ? l10n.t('{path} defines no survey “{id}”. Define it first, with the day on which it was held:', values)
    : l10n.t(
        '{path} defines no survey “{id}”. Did you mean “{nearest}”? If not, define it first, with the day on which it was held:',
        values,
      );
}

/** What cannot be the id of a survey. */
export function surveyIdCharacters(id: string): string {
  return l10n.t('“{id}” cannot be the id of a survey: small letters, digits, “.”, “_” and “-” make an id.', { id: cellText(id) });
}

/** Why nothing can be written into the file. */
export type IntoFailure =
  | { readonly kind: 'no-match' | 'no-pairs' | 'no-features' | 'not-one-file' | 'changed-meanwhile'; readonly path: string }
  | {
      readonly kind: 'unreadable-tallies' | 'overlap' | 'refused' | 'new-errors';
      readonly path: string;
      readonly features: readonly string[];
    };

export function intoFailure(failure: IntoFailure): string {
  const { path } = failure;
  const features = 'features' in failure ? someNames(failure.features) : '';
  switch (failure.kind) {
    case 'no-match':
      return l10n.t('No column is about a feature of {path}, so there is nothing to import.', { path });
    case 'no-pairs':
      return l10n.t('Nobody answered both questions about a feature of {path}, so there is nothing to write.', { path });
    case 'no-features':
      return l10n.t('{path} has no features that the answers could belong to.', { path });
    case 'not-one-file':
      return l10n.t('--into takes one file, and {path} is none.', { path });
    case 'changed-meanwhile':
      return l10n.t('{path} was changed by somebody else at the same time, so nothing is written. Import again.', { path });
    case 'unreadable-tallies':
      return l10n.t('What {path} says of {features} has errors, so nothing is written. Run “kano lint” to see them.', { path, features });
    case 'overlap':
      return l10n.t(
        'For this survey {path} has tallies with personas where the export has none, or the other way round: respondents would count twice. Remove these first, or import into another survey: {features}.',
        { path, features },
      );
    case 'refused':
      return l10n.t(
        'The tallies of {features} in {path} are written in a way that cannot be changed without changing something else, with an alias for example. Write them out first.',
        { path, features },
      );
    case 'new-errors':
      return l10n.t('{path} would have an error that it has not now, so nothing is written. It is about {features}.', { path, features });
  }
}

/** A cell that is none of the five answers, or no importance. */
export function cellNotUnderstood(
  what: 'answer' | 'importance',
  text: string,
  place: RowWords & { readonly column: string },
  times: number,
): string {
  const values = { text: cellText(text), column: cellText(place.column), path: place.path, row: count(place.row), count: count(times) };
  return what === 'answer'
    ? l10n.t('Row {row} of {path}, “{column}”: “{text}” is none of the five answers. Cells like this: {count}.', values)
    : l10n.t('Row {row} of {path}, “{column}”: “{text}” is no importance from 1 to 9. Cells like this: {count}.', values);
}

/** A value that is no persona; an empty one too. */
export function personaNotUnderstood(value: string, place: RowWords, times: number, nearest: string | null): string {
  const values = { value: cellText(value), path: place.path, row: count(place.row), count: count(times), nearest: nearest ?? '' };
  if (value === '') return l10n.t('Row {row} of {path} says no persona. Rows like this: {count}.', values);
  return nearest === null
    ? l10n.t('Row {row} of {path}: “{value}” is no persona. Rows like this: {count}.', values)
    : l10n.t('Row {row} of {path}: “{value}” is no persona. Did you mean “{nearest}”? Rows like this: {count}.', values);
}

/** Someone whose answers stand in several rows. */
export function answeredTwice(respondent: string, places: readonly RowWords[]): string {
  const several = new Set(places.map(({ path }) => path)).size > 1;
  return l10n.t('Respondent “{respondent}” answered more than once, in rows {rows}.', {
    respondent: cellText(respondent),
    rows: someNames(places.map(({ path, row }) => (several ? `${path}:${row}` : count(row)))),
  });
}

/** More of a kind than are told one by one. */
export function andMore(number: number): string {
  return l10n.t('… and {count} more like this.', { count: count(number) });
}

/** Before the lines of a map that would settle what is unclear. */
export function nothingUntilUnderstood(): string {
  return l10n.t('Nothing is written until every answer is understood. Say in a file what is meant, and name it with --map. For example:');
}

/** Before the lines of a map for columns that were not found. */
export function mapWouldSay(): string {
  return l10n.t('A file named with --map says what columns are. For example:');
}

/** In an example of a map. */
export function mapComments() {
  return {
    answers: (words: string) => l10n.t('put each of these where it belongs: {words}', { words }),
    personas: l10n.t('the id of a persona for each; or list them under leaveOut'),
    duplicates: l10n.t('or first, or all'),
    names: (names: string) => l10n.t('one of these for each: {names}', { names }),
    columns: l10n.t('columns by their header'),
    leaveOut: l10n.t('if they are no questions about this file'),
  };
}

/** What of the columns is not counted. */
export function answersLeftOut(column: string, path: string): string {
  return l10n.t('Column “{column}” holds answers, and it is unclear which feature of {path} it is about. It is not counted.', {
    column: cellText(column),
    path,
  });
}

export function ambiguousColumn(column: string, questions: readonly string[]): string {
  if (questions.length === 1) {
    return l10n.t('Several columns may be {question}, “{column}” among them. None of them is counted.', {
      column: cellText(column),
      question: questions[0] ?? '',
    });
  }
  return l10n.t('Column “{column}” may be {questions}. It is not counted.', { column: cellText(column), questions: someNames(questions) });
}

export function incompleteQuestions(column: string, question: string): string {
  return l10n.t('Column “{column}” is {question}, and a column for its counterpart is missing. It is not counted.', {
    column: cellText(column),
    question,
  });
}

/** `fast-search, functional question` */
export function questionName(feature: string, kind: 'functional' | 'dysfunctional' | 'importance'): string {
  switch (kind) {
    case 'functional':
      return l10n.t('{feature}, functional question', { feature });
    case 'dysfunctional':
      return l10n.t('{feature}, dysfunctional question', { feature });
    case 'importance':
      return l10n.t('{feature}, importance', { feature });
  }
}

/** Why rows do not count, and how many. */
export interface UncountedRows {
  readonly empty: number;
  readonly unanswered: number;
  readonly leftOut: number;
  readonly repeated: number;
  readonly withoutPersona: number;
}

/** Absent where all rows count. */
export function uncountedRows(rows: UncountedRows): string | undefined {
  const reasons: readonly (readonly [number, string])[] = [
    [rows.empty, l10n.t('empty {count}', { count: count(rows.empty) })],
    [rows.unanswered, l10n.t('without any answer {count}', { count: count(rows.unanswered) })],
    [rows.leftOut + rows.withoutPersona, l10n.t('left out by the map {count}', { count: count(rows.leftOut + rows.withoutPersona) })],
    [rows.repeated, l10n.t('answered more than once {count}', { count: count(rows.repeated) })],
  ];
  const given = reasons.filter(([number]) => number > 0).map(([, text]) => text);
  return given.length === 0 ? undefined : l10n.t('Rows not counted: {reasons}.', { reasons: nameList(given) });
}

/** Pairs of which one answer is missing, by feature. */
export function halfAnswers(features: readonly { readonly feature: string; readonly halves: number }[]): string {
  return l10n.t('Only one of the two questions answered, so not counted: {count} ({list}).', {
    count: count(features.reduce((sum, { halves }) => sum + halves, 0)),
    list: someNames(features.map(({ feature, halves }) => `${feature} ${count(halves)}`)),
  });
}

export function otherColumns(names: readonly string[]): string {
  return l10n.t('Columns that are no questions: {names}.', { names: someNames(names.map((name) => `“${cellText(name)}”`)) });
}

/** All columns, where none was found. */
export function columnsThere(names: readonly string[]): string {
  return l10n.t('Columns: {names}.', { names: someNames(names.map((name) => `“${cellText(name)}”`)) });
}

export function featuresNotAsked(ids: readonly string[]): string {
  return l10n.t('No columns are about {features}.', { features: someNames(ids) });
}

/** Features with columns and without a pair of answers. */
export function featuresUnanswered(ids: readonly string[]): string {
  return l10n.t('Nobody answered both questions about {features}.', { features: someNames(ids) });
}

/** Rows that a survey tool marks as tests. The line of a map that leaves them out follows. */
export function testsCounted(column: string, value: string, rows: number, line: string): string {
  return l10n.t(
    'Rows that say “{value}” in “{column}” may be tests, and are counted: {count}. This line of a map leaves them out: {line}',
    {
      column: cellText(column),
      value: cellText(value),
      count: count(rows),
      line,
    },
  );
}

/** Tallies of the same survey that stay, because the export has nothing for them. */
export function talliesKept(names: readonly string[]): string {
  return l10n.t('Left as they are, because nobody in the export answered for them: {names}.', { names: someNames(names) });
}

/** Numbers say nothing of their order. */
export function numbersRead(): string {
  return l10n.t('Numbers are read as 1 = like, 2 = must be, 3 = neutral, 4 = live with, 5 = dislike. A map can give them another meaning.');
}

/** A column of personas that nobody asked to use. */
export function personaColumnUnused(column: string): string {
  return l10n.t('Column “{column}” is not used. With --persona-column every persona gets a tally of its own.', {
    column: cellText(column),
  });
}

/** Tallies without a survey in a file that has surveys. */
export function noSurveyNamed(surveys: readonly string[]): string {
  return l10n.t(
    'These tallies belong to no survey, so they count as older than those of {surveys}. --survey says which one they belong to.',
    {
      surveys: someNames(surveys),
    },
  );
}

/** What an import did. */
export interface ImportNumbers {
  readonly path: string;
  readonly respondents: number;
  readonly features: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

export function importWritten({ path, ...numbers }: ImportNumbers): string {
  const values = { path, ...counts(numbers) };
  return numbers.added + numbers.changed === 0
    ? l10n.t('{path} has these answers already, so it stays as it is. Respondents: {respondents}, features: {features}.', values)
    : l10n.t(
        '{path} is written. Respondents: {respondents}, features: {features}; tallies added: {added}, changed: {changed}, as before: {same}.',
        values,
      );
}

export function importWouldWrite({ path, ...numbers }: ImportNumbers): string {
  return l10n.t(
    'Nothing is written (--dry-run). {path}: respondents: {respondents}, features: {features}; tallies to add: {added}, to change: {changed}, as before: {same}.',
    { path, ...counts(numbers) },
  );
}

/** Of `--dry-run`. */
export function importTableWords() {
  return {
    column: l10n.t('Column'),
    meaning: l10n.t('Meaning'),
    cell: l10n.t('In the cells'),
    times: l10n.t('Cells'),
    persona: l10n.t('Persona'),
    feature: l10n.t('Feature'),
    answers: l10n.t('Answers'),
    half: l10n.t('Only one answered'),
    importance: l10n.t('Importance'),
    tally: l10n.t('Tally'),
    noAnswer: l10n.t('no answer'),
    notUnderstood: l10n.t('not understood'),
    respondent: l10n.t('tells respondents apart'),
    leftOut: l10n.t('left out by the map'),
    unclear: l10n.t('unclear, not counted'),
    nothing: l10n.t('not counted'),
    added: l10n.t('new'),
    changed: l10n.t('changed'),
    same: l10n.t('as before'),
  };
}

/** On a terminal, while large exports are read. */
export function importProgress(done: number, all: number): string {
  return l10n.t('Reading {done} of {all} exports…', { done: count(done), all: count(all) });
}

/** The first of many names. */
const namesShown = 12;

function someNames(names: readonly string[]): string {
  if (names.length <= namesShown + 1) return nameList(names);
  return nameList([...names.slice(0, namesShown), l10n.t('{count} more', { count: count(names.length - namesShown) })]);
}

function counts<Key extends string>(numbers: Readonly<Record<Key, number>>): Record<Key, string> {
  return Object.fromEntries(Object.entries<number>(numbers).map(([key, value]) => [key, count(value)])) as Record<Key, string>;
}
