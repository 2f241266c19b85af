import { compareText } from '../../base/compareText.ts';
import type { Feature, Persona, Survey } from '../../document/format/model.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { type Answer, answerReader, importanceReader, personaReader } from '../answers/cellReaders.ts';
import { comparableText, textLookup } from '../answers/comparableText.ts';
import type { RowPosition } from '../answers/countedRows.ts';
import { featureReader } from '../answers/featureNames.ts';
import { type FeatureTally, TallyCounter } from '../answers/featureTally.ts';
import { type FoundScale, isOwnImportance, Ratings } from '../answers/importanceScale.ts';
import { presentTexts } from '../answers/presentTexts.ts';
import type { ReadCell } from '../answers/readCell.ts';
import type { ImportanceScale, SurveyMap } from '../answers/surveyMap.ts';
import type { SurveyTable } from '../answers/surveyTable.ts';
import { unknownQuestion } from './countsFormat.ts';
import { type CountsRow, rowsOfAll } from './countsRows.ts';

export interface CountsContext {
  readonly features: readonly Feature[];
  readonly personas: readonly Persona[];
  readonly surveys: readonly Survey[];
  readonly map: SurveyMap;
}

/** A value that names nothing in the file, and how many respondents are in the rows with it. */
export interface UnknownValue {
  readonly value: string;
  readonly count: number;
  readonly first: RowPosition;
}

/** What was understood of counts. The parts that an import of answers has too say the same there. */
export interface CountsReading extends FoundScale {
  /** Nothing: the rows are no respondents. */
  readonly tables: readonly never[];
  readonly rows: { readonly duplicates: readonly never[]; readonly copies: readonly never[] };
  /** Of all surveys together, in the order of the file. */
  readonly tallies: readonly FeatureTally[];
  /** By survey; `undefined` where the counts have no column of surveys. */
  readonly bySurvey: ReadonlyMap<string | undefined, readonly FeatureTally[]>;
  readonly answers: readonly ReadCell[];
  readonly importances: readonly ReadCell[];
  readonly statedScale?: ImportanceScale;
  readonly unknownPersonas: readonly UnknownValue[];
  readonly unknownSurveys: readonly UnknownValue[];
  readonly unknownFeatures: readonly UnknownValue[];
  /** Questions in a table with a row for each answer that are none of the map. */
  readonly unknownQuestions: readonly UnknownValue[];
  /** Answers about features, of respondents whose persona is left out. */
  readonly withoutPersona: number;
}

/** Reads counts as answers are read: the same words, personas and features. Rows without any answer are left out by the statement already. */
export function readCounts(tables: readonly SurveyTable[], context: CountsContext): CountsReading {
  const { features, personas, map } = context;
  const rows = rowsOfAll(tables);
  const readAnswer = answerOf(map, tables, rows);
  const readImportance = importanceReader(map.importance, (cell) => readAnswer(cell) === null);
  const [featureOf, surveyOf, personaOf] = [featureOfCell(features, map), surveyReader(context), personaReader(personas, map)];
  const unknown = {
    personas: new Map<string, UnknownValue>(),
    surveys: new Map<string, UnknownValue>(),
    features: new Map<string, UnknownValue>(),
    questions: new Map<string, UnknownValue>(),
  };
  const [answers, importances] = [new Map<string, ReadCell>(), new Map<string, ReadCell>()];
  const counters = new Map<string | undefined, Map<string, TallyCounter>>();
  const all = new Map<string, TallyCounter>();
  const [ratings, isOurs] = [new Ratings(), isOwnScale(map)];
  let withoutPersona = 0;
  for (const { path, row, cells, respondents } of rows) {
    const found = { path, row, count: respondents };
    const feature = featureOf(cells.feature ?? '');
    const survey = cells.survey === undefined ? undefined : surveyOf(cells.survey);
    const persona = cells.persona === undefined ? undefined : personaOf(cells.persona);
    if (cells.functional === unknownQuestion) addUnknown(unknown.questions, cells.feature ?? '', found);
    else if (feature === undefined) addUnknown(unknown.features, cells.feature ?? '', found);
    else if (survey === null) addUnknown(unknown.surveys, cells.survey ?? '', found);
    else if (persona === null) withoutPersona += respondents;
    else if (cells.persona !== undefined && persona === undefined) addUnknown(unknown.personas, cells.persona, found);
    else {
      const [withIt, without] = [readAnswer(cells.functional ?? ''), readAnswer(cells.dysfunctional ?? '')];
      addCell(answers, cells.functional ?? '', withIt, { ...found, column: 'functional' });
      addCell(answers, cells.dysfunctional ?? '', without, { ...found, column: 'dysfunctional' });
      const rated = cells.importance === undefined ? null : readImportance(cells.importance);
      if (cells.importance !== undefined) {
        addCell(importances, cells.importance, rated, { ...found, column: 'importance' });
        ratings.add(cells.importance, rated, { column: 'importance', isOurs, times: respondents });
      }
      const ofSurvey = counters.get(survey) ?? new Map<string, TallyCounter>();
      counters.set(survey, ofSurvey);
      for (const group of [ofSurvey, all]) {
        const counter = group.get(feature) ?? new TallyCounter(feature);
        group.set(feature, counter);
        counter.add(persona ?? undefined, withIt ?? null, without ?? null, rated ?? null, respondents);
      }
    }
  }
  const inOrder = (found: ReadonlyMap<string, TallyCounter>) =>
    features.flatMap(({ id }) => (id !== undefined && found.has(id) ? [(found.get(id) as TallyCounter).tally] : []));
  return {
    tables: [],
    rows: { duplicates: [], copies: [] },
    tallies: inOrder(all),
    bySurvey: new Map([...counters].map(([survey, found]) => [survey, inOrder(found)])),
    answers: sorted(answers),
    importances: sorted(importances),
    ...(map.importance === undefined ? ratings.found() : { statedScale: map.importance }),
    unknownPersonas: sorted(unknown.personas),
    unknownSurveys: sorted(unknown.surveys),
    unknownFeatures: sorted(unknown.features),
    unknownQuestions: sorted(unknown.questions),
    withoutPersona,
  };
}

/** Columns that the map gives another name than our own questionnaire does are not its columns. */
function isOwnScale({ columns, table }: SurveyMap): boolean {
  return (
    table.importance === undefined &&
    [...columns].every(([id, { importance }]) => importance === undefined || isOwnImportance([importance], { id }))
  );
}

/** The five answers where the statement put them; all other words as an import reads them. The words of the map were there where their answer is. */
function answerOf({ answers }: SurveyMap, tables: readonly SurveyTable[], rows: readonly CountsRow[]): (cell: string) => Answer {
  const given = new Set(rows.flatMap(({ cells }) => [cells.functional, cells.dysfunctional]));
  const words = answerKeys.flatMap((key) => (given.has(key) ? (answers[key] ?? []) : []));
  const read = answerReader(answers, new Set([...presentTexts(tables), ...words.map(comparableText)]));
  const keys: readonly string[] = answerKeys;
  return (cell) => (keys.includes(cell) ? keys.indexOf(cell) : read(cell));
}

/** By id, as the statement names the features of columns; else as in a table with a row for each feature. */
function featureOfCell(features: readonly Feature[], map: SurveyMap): (cell: string) => string | undefined {
  const ids = new Set(features.flatMap(({ id }) => id ?? []));
  const read = featureReader(features, map);
  return (cell) => (ids.has(cell) ? cell : read(cell));
}

/** By id, else by title; `null` where it is neither, or several. */
function surveyReader({ surveys }: CountsContext): (cell: string) => string | null {
  const ids = new Set(surveys.flatMap(({ id }) => id ?? []));
  const byTitle = textLookup(
    surveys.flatMap(({ id, title }) => (id === undefined || title === undefined ? [] : [[title, id] as const])),
    comparableText,
  );
  return (cell) => {
    if (ids.has(cell)) return cell;
    const found = byTitle(cell);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}

type Found = RowPosition & { readonly count: number };

function addUnknown(known: Map<string, UnknownValue>, value: string, { path, row, count }: Found): void {
  const before = known.get(value);
  known.set(value, { value, count: count + (before?.count ?? 0), first: before?.first ?? { path, row } });
}

function addCell(
  known: Map<string, ReadCell>,
  text: string,
  answer: Answer,
  { path, row, count, column }: Found & { readonly column: string },
): void {
  const before = known.get(text);
  known.set(text, { text, answer, count: count + (before?.count ?? 0), first: before?.first ?? { path, row, column } });
}

/** The most frequent first, and equally frequent ones by where they are. */
function sorted<Value extends { readonly count: number; readonly first: RowPosition }>(
  known: ReadonlyMap<string, Value>,
): readonly Value[] {
  return [...known.values()].sort((a, b) => b.count - a.count || compareText(a.first.path, b.first.path) || a.first.row - b.first.row);
}
