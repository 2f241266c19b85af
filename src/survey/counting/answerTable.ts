import * as l10n from '@vscode/l10n';
import type { AnswerKey, QuestionKind } from '../../terms/languages/languageRecord.ts';
import { questionKinds } from '../../terms/languages/languageRecord.ts';
import { cellText } from '../answers/shownTexts.ts';
import type { OwnAnswerWords, SurveyMap } from '../answers/surveyMap.ts';
import { answerColumn } from '../surveyFormat.ts';
import type { Dialect } from './dialects.ts';

/** A feature, and what its questions are called: names of columns, or values in a column. */
export interface AskedFeature {
  readonly id: string;
  readonly functional: string;
  readonly dysfunctional: string;
  readonly importance?: string;
}

/** How the rows of a table hold answers. */
export type TableShape =
  /** A row for each respondent, a column for each question. */
  | { readonly kind: 'wide'; readonly features: readonly AskedFeature[] }
  /** A row for each feature that a respondent was asked about. */
  | { readonly kind: 'by feature'; readonly columns: { readonly feature: string } & Omit<AskedFeature, 'id'> }
  /** A row for each answer. */
  | { readonly kind: 'by answer'; readonly question: string; readonly answer: string; readonly features: readonly AskedFeature[] };

/** A table in a database, and which of its rows count. */
export interface AnswerTable {
  readonly shape: TableShape;
  readonly survey?: string;
  readonly persona?: string;
  readonly respondent?: string;
  /** Which answers count of respondents who answered more than once; absent where all do. */
  readonly duplicates?: { readonly keep: 'first' | 'last'; readonly order: string };
  readonly where: ReadonlyMap<string, readonly string[]>;
  readonly leaveOut: ReadonlyMap<string, readonly string[]>;
  readonly words: OwnAnswerWords;
}

/** A table as a survey map describes it, or why a statement cannot count it. */
export type TableReading =
  | { readonly table: AnswerTable /** Features that the statement does not ask for. */; readonly notAsked: readonly string[] }
  | { readonly refused: readonly string[] };

/**
 * Reads what a survey map says of a table in a database.
 * @param ids of all features of the file, in its order
 */
export function answerTable(map: SurveyMap, ids: readonly string[]): TableReading {
  const { table, personas, respondents, where } = map;
  const shape = shapeOf(map, ids);
  const { column: respondent, duplicates } = respondents;
  const refused = [...positions(map), ...withoutValues(map), ...missing(map)];
  if (refused.length > 0) return { refused };
  return {
    table: {
      shape,
      ...(table.survey !== undefined && { survey: table.survey }),
      ...(personas.column !== undefined && { persona: personas.column }),
      ...(respondent !== undefined && { respondent }),
      ...((duplicates === 'first' || duplicates === 'last') &&
        table.order !== undefined && { duplicates: { keep: duplicates, order: table.order } }),
      where,
      leaveOut: new Map([...respondents.leaveOut].filter(([, values]) => values.length > 0)),
      words: map.answers,
    },
    notAsked: shape.kind === 'by feature' ? [] : ids.filter((id) => shape.features.every((feature) => feature.id !== id)),
  };
}

function shapeOf(map: SurveyMap, ids: readonly string[]): TableShape {
  const { feature, functional = '', dysfunctional = '', importance, question, answer = '' } = map.table;
  if (feature !== undefined)
    return { kind: 'by feature', columns: { feature, functional, dysfunctional, ...(importance !== undefined && { importance }) } };
  const isGiven = map.columns.size + map.names.size > 0;
  const asked = isGiven ? ids.filter((id) => map.columns.has(id) || map.names.has(id)) : ids;
  const name = (id: string, kind: QuestionKind) => map.columns.get(id)?.[kind] ?? answerColumn(map.names.get(id) ?? id, kind);
  const features = asked.map((id): AskedFeature => {
    // A column that the table lacks would break the statement; a value that no row has would not.
    const hasImportance = question !== undefined || map.columns.get(id)?.importance !== undefined;
    return {
      id,
      functional: name(id, 'functional'),
      dysfunctional: name(id, 'dysfunctional'),
      ...(hasImportance && { importance: name(id, 'importance') }),
    };
  });
  return question === undefined ? { kind: 'wide', features } : { kind: 'by answer', question, answer, features };
}

/** Columns named by their position, which a statement cannot do. */
function positions(map: SurveyMap): readonly string[] {
  const named = [
    ...[...map.columns.values()].flatMap((questions) => questionKinds.flatMap((kind) => questions[kind] ?? [])),
    ...[map.personas.column ?? '', map.respondents.column ?? '', ...map.where.keys(), ...map.respondents.leaveOut.keys()],
  ];
  return named
    .filter((name) => /^#\d+$/.test(name.trim()))
    .map((name) =>
      l10n.t('The map names a column by its position, “{name}”. In a database, name it as the table does.', { name: cellText(name) }),
    );
}

/** Columns of which no value is wanted, so that no row would count. */
function withoutValues({ where }: SurveyMap): readonly string[] {
  return [...where]
    .filter(([, values]) => values.length === 0)
    .map(([name]) =>
      l10n.t('“where” names no value for “{name}”, so no row would count. Name one, or leave the column out.', { name: cellText(name) }),
    );
}

/** What an import would ask about, and a statement cannot. */
function missing({ table, respondents: { column, duplicates } }: SurveyMap): readonly string[] {
  const isUndecided = column !== undefined && duplicates === undefined;
  const needsOrder = (duplicates === 'first' || duplicates === 'last') && table.order === undefined;
  return [
    ...(table.question !== undefined && column === undefined
      ? [l10n.t('A row is an answer, so the map has to say which column tells respondents apart: respondents: { column: … }.')]
      : []),
    ...(isUndecided
      ? [
          l10n.t(
            'The map has to say which answers count of respondents who answered more than once, because an engine does not ask: respondents: { duplicates: first }, last or all.',
          ),
        ]
      : []),
    ...(duplicates !== undefined && duplicates !== 'all' && column === undefined
      ? [l10n.t('The map has to say which column tells respondents apart: respondents: { column: … }.')]
      : []),
    ...(needsOrder
      ? [l10n.t('The rows of a table have no order. Which answer is the first, and which the last, says a column: table: { order: … }.')]
      : []),
  ];
}

/** Names and texts of a table that a dialect cannot quote, as they are shown. */
export function unquotableNames(table: AnswerTable, source: readonly string[], dialect: Dialect): readonly string[] {
  const { shape, duplicates, where, leaveOut, words } = table;
  const names = [
    ...source,
    ...namesIn(shape),
    ...[table.survey, table.persona, table.respondent, duplicates?.order].flatMap((name) => name ?? []),
    ...[...where.keys(), ...leaveOut.keys()],
  ];
  const features = shape.kind === 'by answer' ? shape.features.flatMap(questionsOf) : [];
  const texts = [...where.values(), ...leaveOut.values(), ...Object.values(words), features].flat();
  return [...names.filter((name) => name === '' || dialect.unquotable.test(name)), ...texts.filter((text) => text.includes('\0'))].map(
    cellText,
  );
}

function namesIn(shape: TableShape): readonly string[] {
  switch (shape.kind) {
    case 'wide':
      return shape.features.flatMap(questionsOf);
    case 'by feature':
      return [shape.columns.feature, ...questionsOf(shape.columns)];
    case 'by answer':
      return [shape.question, shape.answer];
  }
}

function questionsOf(questions: Omit<AskedFeature, 'id'>): readonly string[] {
  return questionKinds.flatMap((kind) => questions[kind] ?? []);
}

/** The words of the map for each answer; those for none have the key `leaveOut`. */
export function listedWords(words: OwnAnswerWords, key: AnswerKey | 'leaveOut'): readonly string[] {
  return [...new Set((words[key] ?? []).map((word) => word.trim()))];
}
