import * as l10n from '@vscode/l10n';
import { scalarText } from '../../document/writing/scalarText.ts';
import { answerLabel } from '../../terms/labels.ts';
import { languageRecord } from '../../terms/language.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { areThreeWords } from './collapsedAnswers.ts';
import { type ColumnsOfQuestion, columnsByQuestion } from './columnNotes.ts';
import { comparableText } from './comparableText.ts';
import type { Waves } from './countedRows.ts';
import type { ImportWords } from './importWords.ts';
import type { LongTable } from './longTable.ts';
import { waveLine } from './mapExample.ts';
import { namelessText } from './namelessRespondents.ts';
import type { SurveyReading } from './readSurvey.ts';
import { scaleRemarks } from './scaleDoubts.ts';
import { screenRemarks } from './screenRemarks.ts';
import { cellText, questionName, some, someNames } from './shownTexts.ts';
import { summaryRemarks } from './summaryRows.ts';
import { personaHeaders } from './wordings/exportWords.ts';

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
    ...some(columnsByQuestion(notes), severalColumns),
    ...some(
      notes.ambiguous.filter(({ questions }) => questions.length > 1),
      ({ column, questions }) =>
        l10n.t('Column “{column}” may be {questions}. It is not counted.', {
          column: cellText(column),
          questions: someNames(questions.map(questionName)),
        }),
    ),
    ...some(notes.incomplete, (found) => {
      const values = { column: cellText(found.column), question: questionName(found.question) };
      return l10n.t('Column “{column}” is {question}, and the column of its counterpart is missing. It is not counted.', values);
    }),
  ];
}

function severalColumns({ question, columns }: ColumnsOfQuestion): string {
  const values = { question: questionName(question), columns: columnList(columns) };
  return question.kind === 'importance'
    ? l10n.t('Several columns may be {question}: {columns}. None of them is counted.', values)
    : l10n.t('Several columns may be {question}: {columns}. The answers about this feature are not counted.', values);
}

const personaNames = personaHeaders.map(comparableText);

/** Other facts about an import, one sentence each. */
export function remarks(reading: SurveyReading, words: ImportWords = 'command'): readonly string[] {
  const { notes, tallies, answers, tests, tables, rows, long } = reading;
  // Rows that are not put together yet say nothing about who answered what.
  const isTogether = long.every(({ likelyRespondents }) => likelyRespondents.length === 0);
  // As long as there are words that nobody understood, they may be the answers that seem to be missing.
  const isRead = isTogether && answers.every(({ answer }) => answer !== undefined);
  const halves = tallies.filter((tally) => isRead && tally.halves > 0);
  const without = tallies.filter(({ groups }) => groups.length === 0).map(({ feature }) => feature);
  const hasPersona = tables.some(({ meanings }) => meanings.some(({ kind }) => kind === 'persona'));
  const persona = hasPersona ? undefined : notes.others.find((name) => personaNames.includes(comparableText(name)));
  return [
    ...long.map(oneRowAnAnswer),
    ...scaleRemarks(reading, words),
    ...summaryRemarks(reading.summaries),
    ...some(rows.nameless, namelessText),
    ...uncountedRows(reading, words),
    ...when(areThreeWords(answers), () =>
      l10n.t(
        'The answers are “{like}”, “{neutral}” and “{dislike}” alone: a scale of three points would be another instrument than the five answers.',
        {
          like: answerLabel('like'),
          neutral: answerLabel('neutral'),
          dislike: answerLabel('dislike'),
        },
      ),
    ),
    ...when(halves.length > 0, () =>
      l10n.t('Only one of the two questions answered, so not counted: {count} ({list}).', {
        count: count(halves.reduce((sum, tally) => sum + tally.halves, 0)),
        list: someNames(halves.map((tally) => `${tally.feature} ${count(tally.halves)}`)),
      }),
    ),
    ...when(isRead && without.length > 0, () =>
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
    // The page shows them.
    ...when(notes.others.length > 0 && words === 'command', () =>
      l10n.t('No question was recognised in these columns: {names}.', { names: columnList(notes.others) }),
    ),
    ...some(notes.weights, weightsIgnored),
    ...when(persona !== undefined && words === 'command', () =>
      l10n.t('Column “{column}” is not used. With --persona-column every persona gets a tally of its own.', {
        column: cellText(persona ?? ''),
      }),
    ),
    ...when(notes.notAsked.length > 0, () => l10n.t('No columns are about {features}.', { features: someNames(notes.notAsked) })),
  ];
}

function oneRowAnAnswer({ table, featureColumn, hasRespondents, likelyRespondents }: LongTable): string {
  const values = { path: table.path, column: cellText(featureColumn) };
  return hasRespondents || likelyRespondents.length > 0
    ? l10n.t('{path} has a row for each feature that a respondent was asked about: “{column}” names it.', values)
    : l10n.t(
        '{path} has a row for each feature that a respondent was asked about: “{column}” names it. No column tells respondents apart, so each row counts as one.',
        values,
      );
}

function weightsIgnored({ column, isNamed }: SurveyReading['notes']['weights'][number]): string {
  const values = { column: cellText(column) };
  return isNamed
    ? l10n.t('The weights in “{column}” are not applied: every respondent counts once.', values)
    : l10n.t('The numbers in “{column}” average 1, as weights do. They are not applied: every respondent counts once.', values);
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

function uncountedRows({ rows, withoutPersona, repeatedHeaders }: SurveyReading, words: ImportWords): readonly string[] {
  const leftOut = rows.leftOut + withoutPersona;
  const reasons = [
    ...when(repeatedHeaders > 0, () => l10n.t('the header once more {count}', { count: count(repeatedHeaders) })),
    ...when(rows.empty > 0, () => l10n.t('empty {count}', { count: count(rows.empty) })),
    ...when(rows.unanswered > 0, () => l10n.t('without any answer {count}', { count: count(rows.unanswered) })),
    ...when(leftOut > 0, () =>
      words === 'command'
        ? l10n.t('left out by the map {count}', { count: count(leftOut) })
        : l10n.t('left out as chosen {count}', { count: count(leftOut) }),
    ),
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

function when(condition: boolean, text: () => string): readonly string[] {
  return condition ? [text()] : [];
}
