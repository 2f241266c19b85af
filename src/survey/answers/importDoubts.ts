import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import type { Persona } from '../../document/format/model.ts';
import { languageRecord } from '../../terms/language.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { count } from '../../terms/numbers.ts';
import type { RepeatedAnswers, RowPosition } from './countedRows.ts';
import { unnamedRespondents } from './longTable.ts';
import type { DoubtfulReading } from './mapExample.ts';
import { undirected } from './numberDoubts.ts';
import type { NumericScale } from './numericScale.ts';
import { cellValues, isUnclear, type ReadCell } from './readCell.ts';
import type { SurveyReading } from './readSurvey.ts';
import { scaleDoubts } from './scaleDoubts.ts';
import { cellText, some, someNames } from './shownTexts.ts';

/** Why an import is not written: answers that are not understood, and respondents who may count twice. One sentence each. */
export function doubts(reading: DoubtfulReading, personas: readonly Persona[], numbers: NumericScale | undefined): readonly string[] {
  return [
    ...some(
      reading.answers.filter((cell) => isUnclear(cell) && !numbers?.texts.has(cell.text)),
      answerNotUnderstood,
    ),
    ...scaleDoubts(reading),
    ...(numbers ? undirected(numbers) : []),
    ...some(reading.unknownPersonas, (unknown) => personaNotUnderstood(unknown, personas)),
    ...some(reading.rows.duplicates, repeatedAnswers),
    ...some(reading.rows.copies, copiedRows),
    ...some(
      (reading.long ?? []).filter(({ likelyRespondents }) => likelyRespondents.length > 0),
      unnamedRespondents,
    ),
    ...some(reading.unclearRespondents ?? [], unclearRespondent),
    ...some(reading.products ?? [], productsMixed),
  ];
}

export function answerNotUnderstood(cell: ReadCell): string {
  if (cell.collapsed) return answersCollapsed(cell, cell.collapsed);
  return l10n.t('Row {row} of {path}, “{column}”: “{text}” is not one of the five answers. Cells like this: {count}.', cellValues(cell));
}

function answersCollapsed(cell: ReadCell, { with: other, answer, never }: NonNullable<ReadCell['collapsed']>): string {
  const { answers } = languageRecord();
  const label = (index: number) => answers[answerKeys[index] ?? 'like'].label;
  return l10n.t(
    'Row {row} of {path}, “{column}”: “{text}” and “{other}” would both be “{answer}”, and “{never}” never occurs: this may be another instrument than the five answers. Say what each means. Cells like this: {count}.',
    { ...cellValues(cell), other: cellText(other), answer: label(answer), never: label(never) },
  );
}

export function copiedRows({ path, other, count: rows, sameIn }: SurveyReading['rows']['copies'][number]): string {
  const values = { path, other, count: count(rows) };
  if (sameIn === 'time')
    return l10n.t('{path} has rows twice, the same in every cell and in the time: {count}. These answers would count twice.', values);
  if (sameIn === 'moment' && path === other)
    return l10n.t('{path} has rows twice, with the same answers at the same time: {count}. These answers would count twice.', values);
  if (sameIn === 'moment')
    return l10n.t(
      '{path} has rows that are also in {other}, with the same answers at the same time: {count}. These answers would count twice.',
      values,
    );
  if (sameIn === 'answers' && path === other)
    return l10n.t('{path} has the same answers twice, one block below the other: {count}. These answers would count twice.', values);
  if (sameIn === 'answers')
    return l10n.t(
      '{path} has rows that are also in {other}, with the same answers to all questions: {count}. These answers would count twice.',
      values,
    );
  return l10n.t('{path} has rows that are also in {other}, the same in every cell: {count}. These answers would count twice.', values);
}

export function repeatedAnswers({ respondent, positions, wave }: RepeatedAnswers): string {
  const values = { respondent: cellText(respondent), rows: someNames(rowNames(positions)) };
  if (wave === undefined) return l10n.t('Respondent “{respondent}” answered more than once, in rows {rows}.', values);
  const apart = { ...values, column: cellText(wave.column), waves: someNames(wave.values.map(cellText)) };
  return wave.isLikely
    ? l10n.t('Respondent “{respondent}” answered more than once, in rows {rows}, which differ in “{column}”: {waves}.', apart)
    : l10n.t('Respondent “{respondent}” answered in several waves, in rows {rows}: “{column}” is {waves}.', apart);
}

export function unclearRespondent({ column, value, positions, count: times }: SurveyReading['unclearRespondents'][number]): string {
  return l10n.t(
    '“{column}” may tell respondents apart, and nothing says whether it does: “{value}” is in rows {rows}. Values that are there more than once: {count}.',
    { column: cellText(column), value: cellText(value), rows: someNames(rowNames(positions)), count: count(times) },
  );
}

export function productsMixed({ column, values }: SurveyReading['products'][number]): string {
  return l10n.t('“{column}” names several products: {values}. Only the answers about this one may count.', {
    column: cellText(column),
    values: someNames(values.map(cellText)),
  });
}

export function personaNotUnderstood(
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
