import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import type { Persona } from '../../document/format/model.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { languageRecord, languageRecords } from '../../terms/language.ts';
import { count, measure, nameList } from '../../terms/numbers.ts';
import { comparableText } from './comparableText.ts';
import type { RepeatedAnswers, RowPosition, Waves } from './countedRows.ts';
import type { ImportWords } from './importWords.ts';
import type { LongTable } from './longTable.ts';
import { waveLine } from './mapExample.ts';
import type { NumericScale } from './numericScale.ts';
import type { ReadCell, SurveyReading } from './readSurvey.ts';
import { screenRemarks } from './screenRemarks.ts';
import { cellText, questionName, someNames } from './shownTexts.ts';
import type { ImportanceScale } from './surveyMap.ts';

/** Why an import is not written: answers that are not understood, and respondents who may count twice. One sentence each. */
export function doubts(reading: SurveyReading, personas: readonly Persona[], numbers: NumericScale | undefined): readonly string[] {
  const isUnclear = ({ answer }: ReadCell) => answer === undefined;
  return [
    ...some(reading.answers.filter(isUnclear), (cell) =>
      l10n.t('Row {row} of {path}, “{column}”: “{text}” is not one of the five answers. Cells like this: {count}.', cellValues(cell)),
    ),
    ...some(reading.importances.filter(isUnclear), (cell) =>
      l10n.t('Row {row} of {path}, “{column}”: “{text}” is not an importance from 1 to 9. Cells like this: {count}.', cellValues(cell)),
    ),
    ...(reading.unstatedScale ? [unstatedScale(reading.unstatedScale)] : []),
    ...(numbers ? [undirected(numbers)] : []),
    ...some(reading.unknownPersonas, (unknown) => personaNotUnderstood(unknown, personas)),
    ...some(reading.rows.duplicates, repeatedAnswers),
    ...some(reading.rows.copies, ({ path, other, count: rows }) =>
      l10n.t('{path} has rows that are also in {other}, the same in every cell: {count}. These answers would count twice.', {
        path,
        other,
        count: count(rows),
      }),
    ),
  ];
}

function unstatedScale({ column, highest }: NonNullable<SurveyReading['unstatedScale']>): string {
  const values = { column: cellText(column), highest: measure(highest) };
  return l10n.t('“{column}”: no rating is above {highest}, and nothing says how long the scale is: 1 to 5, 1 to 7 or 1 to 9.', values);
}

function undirected({ hasThreePoints, features, reverse }: NumericScale): string {
  const values = { first: count(reverse[0]), last: count(reverse[1]), features: count(features) };
  return hasThreePoints
    ? l10n.t(
        'The answers are numbers, and 4 and 5 never occur: a scale of three points is another instrument than the five answers. If this one has five, say in a map what they mean.',
      )
    : l10n.t(
        'The answers are numbers, and nothing says which end is “like”. If 1 is “like”, {first} of {features} features are Reverse; if 5 is “like”, {last} of {features}.',
        values,
      );
}

function repeatedAnswers({ respondent, positions, wave }: RepeatedAnswers): string {
  const values = { respondent: cellText(respondent), rows: someNames(rowNames(positions)) };
  return wave === undefined
    ? l10n.t('Respondent “{respondent}” answered more than once, in rows {rows}.', values)
    : l10n.t('Respondent “{respondent}” answered in several waves, in rows {rows}: “{column}” is {waves}.', {
        ...values,
        column: cellText(wave.column),
        waves: someNames(wave.values.map(cellText)),
      });
}

function cellValues({ text, first, count: times }: ReadCell) {
  return { text: cellText(text), column: cellText(first.column), path: first.path, row: count(first.row), count: count(times) };
}

function personaNotUnderstood(
  { value, first, count: times }: SurveyReading['unknownPersonas'][number],
  personas: readonly Persona[],
): string {
  const similar = nearestPersona(value, personas);
  const values = { value: cellText(value), path: first.path, row: count(first.row), count: count(times), nearest: similar ?? '' };
  if (value === '') return l10n.t('Row {row} of {path} names no persona. Rows like this: {count}.', values);
  return similar === null
    ? l10n.t('Row {row} of {path}: “{value}” is not a persona. Rows like this: {count}.', values)
    : l10n.t('Row {row} of {path}: “{value}” is not a persona. Did you mean “{nearest}”? Rows like this: {count}.', values);
}

/** By id, else by name. */
function nearestPersona(value: string, personas: readonly Persona[]): string | null {
  const [ids, names] = [personas.flatMap(({ id }) => id ?? []), personas.flatMap(({ name }) => name ?? [])];
  const name = nearest(value, names);
  return nearest(value, ids) ?? personas.find((persona) => name !== null && persona.name === name)?.id ?? null;
}

function rowNames(positions: readonly RowPosition[]): readonly string[] {
  const isOneFile = positions.every(({ path }) => path === positions[0]?.path);
  return positions.map(({ path, row }) => (isOneFile ? count(row) : `${path}:${row}`));
}

/** Answers in the export that are not counted because it is unclear which question they belong to. */
export function leftOut({ notes, long }: SurveyReading, path: string): readonly string[] {
  return [
    ...some(
      long.flatMap(({ featureColumn, unknown }) => unknown.map((each) => ({ ...each, featureColumn }))),
      ({ featureColumn, name, rows }) =>
        l10n.t('“{name}” in “{column}” is not a feature of {path}. Rows that are not counted: {count}.', {
          ...{ name: cellText(name), column: cellText(featureColumn), path },
          count: count(rows),
        }),
    ),
    ...some(notes.answersLeftOut, (name) => {
      const values = { column: cellText(name), path };
      return l10n.t('Column “{column}” holds answers, and it is unclear which feature of {path} it is about. It is not counted.', values);
    }),
    ...some(notes.ambiguous, ({ column: name, questions }) => {
      const [column, names] = [cellText(name), someNames(questions.map(questionName))];
      return questions.length === 1
        ? l10n.t('Several columns may be {question}, “{column}” among them. None of them is counted.', { column, question: names })
        : l10n.t('Column “{column}” may be {questions}. It is not counted.', { column, questions: names });
    }),
    ...some(notes.incomplete, (found) => {
      const values = { column: cellText(found.column), question: questionName(found.question) };
      return l10n.t('Column “{column}” is {question}, and the column of its counterpart is missing. It is not counted.', values);
    }),
  ];
}

const weightNames = languageRecords.flatMap(({ columns }) => columns.weight.map(comparableText));
const personaNames = languageRecords.flatMap(({ columns }) => columns.persona.map(comparableText));

/**
 * Other facts about an import, one sentence each.
 * @param scale of importance, where the survey map states one
 */
export function remarks(reading: SurveyReading, scale?: ImportanceScale, words: ImportWords = 'command'): readonly string[] {
  const { notes, tallies, answers, tests, tables, rows, long } = reading;
  const halves = tallies.filter((tally) => tally.halves > 0);
  const without = tallies.filter(({ groups }) => groups.length === 0).map(({ feature }) => feature);
  const hasPersona = tables.some(({ meanings }) => meanings.some(({ kind }) => kind === 'persona'));
  const persona = hasPersona ? undefined : notes.others.find((name) => personaNames.includes(comparableText(name)));
  return [
    ...long.map(oneRowAnAnswer),
    ...(scale ? [scaleNamed(scale)] : []),
    ...uncountedRows(reading),
    ...when(halves.length > 0, () =>
      l10n.t('Only one of the two questions answered, so not counted: {count} ({list}).', {
        count: count(halves.reduce((sum, tally) => sum + tally.halves, 0)),
        list: someNames(halves.map((tally) => `${tally.feature} ${count(tally.halves)}`)),
      }),
    ),
    // Not as long as there are words that nobody understood: they may be the answers.
    ...when(without.length > 0 && answers.every(({ answer }) => answer !== undefined), () =>
      l10n.t('Nobody answered both questions about {features}.', { features: someNames(without) }),
    ),
    ...(words === 'command' ? screenRemarks(reading) : []),
    ...(rows.duplicates.length > 0 ? [] : rows.waves.map((waves) => severalWaves(waves, words))),
    ...(words === 'editor' ? [] : tests).map(({ column, value, count: rows }) =>
      l10n.t('Rows that say “{value}” in “{column}” may be tests, and are counted: {count}. This line of a map leaves them out: {line}', {
        column: cellText(column),
        value: cellText(value),
        count: count(rows),
        line: leaveOutLine(column, value),
      }),
    ),
    ...when(notes.others.length > 0, () =>
      l10n.t('No question was recognised in these columns: {names}.', { names: columnList(notes.others) }),
    ),
    ...some(
      notes.others.filter((name) => weightNames.includes(comparableText(name))),
      (column) => l10n.t('The weights in “{column}” are not applied: every respondent counts once.', { column: cellText(column) }),
    ),
    ...when(persona !== undefined && words === 'command', () =>
      l10n.t('Column “{column}” is not used. With --persona-column every persona gets a tally of its own.', {
        column: cellText(persona ?? ''),
      }),
    ),
    ...when(notes.notAsked.length > 0, () => l10n.t('No columns are about {features}.', { features: someNames(notes.notAsked) })),
  ];
}

function oneRowAnAnswer({ table, featureColumn, hasRespondents }: LongTable): string {
  const values = { path: table.path, column: cellText(featureColumn) };
  return hasRespondents
    ? l10n.t('{path} has a row for each feature that a respondent was asked about: “{column}” names it.', values)
    : l10n.t(
        '{path} has a row for each feature that a respondent was asked about: “{column}” names it. No column tells respondents apart, so each row counts as one.',
        values,
      );
}

function scaleNamed(scale: ImportanceScale): string {
  if ('words' in scale)
    return l10n.t('Importance was asked in {count} words, and is stored as 1 to 9.', { count: count(scale.words.length) });
  return l10n.t('Importance was asked from {from} to {to}, and is stored as 1 to 9.', { from: measure(scale.from), to: measure(scale.to) });
}

function severalWaves({ column, values }: Waves, words: ImportWords): string {
  if (words === 'editor')
    return l10n.t('“{column}” has several values, which are counted together: {waves}. As a filter, it takes one of them.', {
      column: cellText(column),
      waves: someNames(values.map(cellText)),
    });
  return l10n.t('“{column}” has several values, which are counted together: {waves}. This line of a map takes one of them: {line}', {
    column: cellText(column),
    waves: someNames(values.map(cellText)),
    line: waveLine(column, values),
  });
}

function uncountedRows({ rows, withoutPersona }: SurveyReading): readonly string[] {
  const leftOut = rows.leftOut + withoutPersona;
  const reasons = [
    ...when(rows.empty > 0, () => l10n.t('empty {count}', { count: count(rows.empty) })),
    ...when(rows.unanswered > 0, () => l10n.t('without any answer {count}', { count: count(rows.unanswered) })),
    ...when(leftOut > 0, () => l10n.t('left out by the map {count}', { count: count(leftOut) })),
    ...when(rows.repeated > 0, () => l10n.t('answered more than once {count}', { count: count(rows.repeated) })),
  ];
  return when(reasons.length > 0, () => l10n.t('Rows not counted: {reasons}.', { reasons: nameList(reasons) }));
}

function leaveOutLine(column: string, value: string): string {
  const text = (written: string) => scalarText(written, { flow: true });
  return `respondents: { leaveOut: { ${text(column)}: [${text(value)}] } }`;
}

/** Names of columns in quotation marks. */
export function columnList(names: readonly string[]): string {
  return someNames(names.map((name) => languageRecord().quote(cellText(name))));
}

const shownOfAKind = 12;

/** A sentence for each of the first items, and one for the number of the others. */
export function some<Item>(items: readonly Item[], text: (item: Item) => string): readonly string[] {
  const more = items.length - shownOfAKind;
  return [
    ...items.slice(0, shownOfAKind).map(text),
    ...when(more > 0, () => l10n.t('… and {count} more like this.', { count: count(more) })),
  ];
}

function when(condition: boolean, text: () => string): readonly string[] {
  return condition ? [text()] : [];
}
