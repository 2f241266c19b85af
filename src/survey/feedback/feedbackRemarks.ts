import * as l10n from '@vscode/l10n';
import type { Feature } from '../../document/format/model.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { languageRecord } from '../../terms/language.ts';
import { count, measure } from '../../terms/numbers.ts';
import { columnList } from '../answers/importRemarks.ts';
import { cellText, some, someNames } from '../answers/shownTexts.ts';
import { columnName } from '../answers/surveyTable.ts';
import { leaveOutRemarks } from '../answers/tableRemarks.ts';
import { columnsOfKind, type FeedbackTable, feedbackHeaders } from './feedbackColumns.ts';
import type { FeedbackMap } from './feedbackMap.ts';
import type { FeedbackReading } from './readFeedback.ts';
import type { UnclearCell } from './unclearCells.ts';

/** Why an export says nothing about the features of a file, with what it has instead; none where it does. */
export function columnRefusal(reading: FeedbackReading, { terms }: FeedbackMap, path: string): readonly string[] {
  const has = (kind: Parameters<typeof columnsOfKind>[1]) => reading.tables.some((table) => columnsOfKind(table, kind).length > 0);
  if (!has('aspect') && !has('labels') && !(terms.size > 0 && has('text')))
    return [
      l10n.t('No column says which feature of {path} a row is about, and there are no search words to find in the texts.', { path }),
      columnNames(reading),
    ];
  return [];
}

/** Why nothing of an export counts, although its columns could say something; none where anything does. */
export function countRefusal(reading: FeedbackReading, path: string): readonly string[] {
  if (reading.counts.length > 0) return [];
  if (reading.rows.unclearDate > 0) return [l10n.t('No date of a row about a feature is understood, so there is nothing to write.')];
  if (reading.rows.noWay + reading.rows.bothWays > 0)
    return [
      l10n.t('Nothing says whether rows complain or praise: no stars, no sentiment, no labels that are listed for it.'),
      columnNames(reading),
    ];
  return [l10n.t('No row is about a feature of {path}, so there is nothing to write.', { path }), ...frequentLabels(reading)];
}

function columnNames({ tables }: FeedbackReading): string {
  return l10n.t('Columns: {names}.', {
    names: columnList([...new Set(tables.flatMap(({ columns }) => columns.map(columnName)))]),
  });
}

/** Columns whose numbers may be something else than sentiment. */
export function numberDoubts({ tables }: FeedbackReading): readonly string[] {
  const found = new Map(
    tables.flatMap(({ meanings, columns }) =>
      columns.flatMap((column, index) => {
        const meaning = meanings[index];
        return meaning?.kind === 'numbers' ? [[columnName(column), meaning.numbers] as const] : [];
      }),
    ),
  );
  return some([...found], ([column, numbers]) => {
    const name = cellText(column);
    return isFine(numbers)
      ? l10n.t(
          '“{column}” has numbers from {lowest} to {highest}, and nothing says which of them complain. “scales” in a feedback map says up to which they do, and from which on they praise: “scales: {example}”.',
          {
            column: name,
            lowest: measure(numbers[0] ?? null),
            highest: measure(numbers.at(-1) ?? null),
            example: `{ ${scalarText(name, { flow: true })}: { complaints: …, compliments: … } }`,
          },
        )
      : l10n.t(
          '“{column}” has the numbers {numbers}, and nothing says which of them complain. List them in a feedback map: “complaints: [{first}]”, for example.',
          { column: name, numbers: someNames(numbers.map(String)), first: String(numbers[0]) },
        );
  });
}

/** Whether numbers are too many to list, or have decimals: a scale with two limits says more. */
export function isFine(numbers: readonly number[]): boolean {
  return numbers.length > 7 || numbers.some((number) => !Number.isInteger(number));
}

/** What else has to be decided before anything is written. */
export function dateDoubts({ ambiguousDates }: FeedbackReading): readonly string[] {
  return some(ambiguousDates, ({ column, example }) =>
    l10n.t('“{column}”: “{example}” may be two days, and no date in the column tells whether days or months come first.', {
      column: cellText(column),
      example: cellText(example),
    }),
  );
}

interface Import {
  readonly reading: FeedbackReading;
  readonly map: FeedbackMap;
  readonly features: readonly Feature[];
}

/** What does not count, and what else there is to know, one sentence each. */
export function remarks({ reading, map, features }: Import): readonly string[] {
  const { rows, tables, undated } = reading;
  const mentioned = new Set(reading.counts.map(({ feature }) => feature));
  const silent = features.flatMap(({ id }) => (id === undefined || mentioned.has(id) ? [] : [id]));
  const texts = (condition: boolean, text: () => string) => (condition ? [text()] : []);
  return [
    ...texts(rows.aboutNoFeature > 0, () => l10n.t('Rows about none of the features: {count}.', { count: count(rows.aboutNoFeature) })),
    ...frequentLabels(reading),
    ...texts(rows.bothWays > 0, () =>
      l10n.t('Rows that complain and praise at once, which are not counted: {count}.', { count: count(rows.bothWays) }),
    ),
    ...texts(rows.noWay > 0, () =>
      l10n.t(
        'Rows that say neither complaint nor praise, which are not counted: {count}. “otherwise” in a feedback map says what they are.',
        {
          count: count(rows.noWay),
        },
      ),
    ),
    ...some(
      reading.unclear.filter((cell) => !isDoubtful(cell, reading)),
      unclearCell,
    ),
    ...some(reading.ambiguousLabels, ({ label, features: named }) =>
      l10n.t('“{label}” may be {features}. It counts for none of them.', { label: cellText(label), features: someNames(named) }),
    ),
    ...scales(tables),
    ...texts(rows.copied > 0, () =>
      l10n.t('Rows that are in two files, the same in every cell, and count once: {count}. “rows: {example}” counts them each time.', {
        count: count(rows.copied),
        example: '{ duplicates: all }',
      }),
    ),
    ...leaveOutRemarks(
      tables.map(({ table }) => table),
      map.rows.leaveOut,
      feedbackHeaders,
    ),
    ...texts(rows.leftOut > 0, () => l10n.t('Rows that the map leaves out: {count}.', { count: count(rows.leftOut) })),
    ...texts(rows.empty > 0, () => l10n.t('Empty rows: {count}.', { count: count(rows.empty) })),
    ...some(
      tables.filter((table) => columnsOfKind(table, 'date').length === 0),
      ({ table }) => l10n.t('No column of {path} holds dates, so its evidence has none.', { path: table.path }),
    ),
    ...texts(undated > 0, () => l10n.t('Rows without a date, counted apart: {count}.', { count: count(undated) })),
    ...texts(map.terms.size > 0 && tables.every((table) => columnsOfKind(table, 'text').length === 0), () =>
      l10n.t('No column holds texts, so no search word is looked for.'),
    ),
    ...texts(silent.length > 0 && mentioned.size > 0, () =>
      l10n.t('Features that no row is about: {names}.', { names: someNames(silent) }),
    ),
  ];
}

function frequentLabels({ otherLabels }: FeedbackReading): readonly string[] {
  if (otherLabels.length === 0) return [];
  const names = otherLabels.map(({ label, count: times }) => `${languageRecord().quote(cellText(label))} (${count(times)})`);
  return [l10n.t('Their labels: {names}.', { names: someNames(names) })];
}

/** Whether a date is not understood only as long as the order of day and month is not decided. */
function isDoubtful({ kind, column }: UnclearCell, { ambiguousDates }: FeedbackReading): boolean {
  return kind === 'date' && ambiguousDates.some((each) => each.column === column);
}

function unclearCell({ kind, text, column, path, row, count: times }: UnclearCell): string {
  const values = { text: cellText(text), column: cellText(column), path, row: count(row), count: count(times) };
  switch (kind) {
    case 'way':
      return l10n.t(
        'Row {row} of {path}, “{column}”: it is unclear whether “{text}” is complaint or praise. Cells like this: {count}.',
        values,
      );
    case 'date':
      return l10n.t('Row {row} of {path}, “{column}”: “{text}” is not understood as a date. Rows that are not counted: {count}.', values);
    case 'persona':
      return l10n.t('Row {row} of {path}, “{column}”: “{text}” is not a persona. Counted without one: {count}.', values);
  }
}

function scales(tables: readonly FeedbackTable[]): readonly string[] {
  const found = tables.flatMap(({ meanings, columns }) =>
    meanings.flatMap((meaning, index) =>
      meaning.kind === 'scale' ? [{ column: columns[index]?.texts[0] ?? '', highest: meaning.highest }] : [],
    ),
  );
  return some(found, ({ column, highest }) =>
    l10n.t(
      '“{column}” holds numbers up to {highest}, so they are not five stars and say nothing. “scales” in a feedback map says which of them complain.',
      {
        column: cellText(column),
        highest: measure(highest),
      },
    ),
  );
}
