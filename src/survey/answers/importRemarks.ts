import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import type { Persona } from '../../document/format/model.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { languageRecord, languageRecords } from '../../terms/language.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { isAnswerNumber } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import type { RowPosition } from './countedRows.ts';
import type { ReadCell, SurveyReading } from './readSurvey.ts';
import { cellText, questionName, someNames } from './shownTexts.ts';

/** Why an import is not written: answers that are not understood, and respondents who may count twice. One sentence each. */
export function doubts(reading: SurveyReading, personas: readonly Persona[]): readonly string[] {
  const isUnclear = ({ answer }: ReadCell) => answer === undefined;
  return [
    ...some(reading.answers.filter(isUnclear), (cell) =>
      l10n.t('Row {row} of {path}, “{column}”: “{text}” is not one of the five answers. Cells like this: {count}.', cellValues(cell)),
    ),
    ...some(reading.importances.filter(isUnclear), (cell) =>
      l10n.t('Row {row} of {path}, “{column}”: “{text}” is not an importance from 1 to 9. Cells like this: {count}.', cellValues(cell)),
    ),
    ...some(reading.unknownPersonas, (unknown) => personaNotUnderstood(unknown, personas)),
    ...some(reading.rows.duplicates, ({ respondent, positions }) =>
      l10n.t('Respondent “{respondent}” answered more than once, in rows {rows}.', {
        respondent: cellText(respondent),
        rows: someNames(rowNames(positions)),
      }),
    ),
  ];
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
export function leftOut({ notes }: SurveyReading, path: string): readonly string[] {
  return [
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

const personaNames = languageRecords.flatMap(({ columns }) => columns.persona.map(comparableText));

/**
 * Other facts about an import, one sentence each.
 * @param numbersAreGiven whether the survey map gives numbers a meaning
 */
export function remarks(reading: SurveyReading, numbersAreGiven: boolean): readonly string[] {
  const { notes, tallies, answers, tests, tables } = reading;
  const halves = tallies.filter((tally) => tally.halves > 0);
  const without = tallies.filter(({ groups }) => groups.length === 0).map(({ feature }) => feature);
  const hasPersona = tables.some(({ meanings }) => meanings.some(({ kind }) => kind === 'persona'));
  const persona = hasPersona ? undefined : notes.others.find((name) => personaNames.includes(comparableText(name)));
  const hasNumbers = answers.some(({ text, answer }) => typeof answer === 'number' && isAnswerNumber(text));
  return [
    ...when(hasNumbers && !numbersAreGiven, () =>
      l10n.t('Numbers are read as 1 = like, 2 = must be, 3 = neutral, 4 = live with, 5 = dislike. A map can give them another meaning.'),
    ),
    ...uncountedRows(reading),
    ...when(halves.length > 0, () =>
      l10n.t('Only one of the two questions answered, so not counted: {count} ({list}).', {
        count: count(halves.reduce((sum, tally) => sum + tally.halves, 0)),
        list: someNames(halves.map((tally) => `${tally.feature} ${count(tally.halves)}`)),
      }),
    ),
    ...when(without.length > 0, () => l10n.t('Nobody answered both questions about {features}.', { features: someNames(without) })),
    ...tests.map(({ column, value, count: rows }) =>
      l10n.t('Rows that say “{value}” in “{column}” may be tests, and are counted: {count}. This line of a map leaves them out: {line}', {
        column: cellText(column),
        value: cellText(value),
        count: count(rows),
        line: leaveOutLine(column, value),
      }),
    ),
    ...when(notes.others.length > 0, () => l10n.t('Columns that are not questions: {names}.', { names: columnList(notes.others) })),
    ...when(persona !== undefined, () =>
      l10n.t('Column “{column}” is not used. With --persona-column every persona gets a tally of its own.', {
        column: cellText(persona ?? ''),
      }),
    ),
    ...when(notes.notAsked.length > 0, () => l10n.t('No columns are about {features}.', { features: someNames(notes.notAsked) })),
  ];
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

function some<Item>(items: readonly Item[], text: (item: Item) => string): readonly string[] {
  const more = items.length - shownOfAKind;
  return [
    ...items.slice(0, shownOfAKind).map(text),
    ...when(more > 0, () => l10n.t('… and {count} more like this.', { count: count(more) })),
  ];
}

function when(condition: boolean, text: () => string): readonly string[] {
  return condition ? [text()] : [];
}
