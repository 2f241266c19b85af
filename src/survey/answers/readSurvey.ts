import { groupBy } from '../../base/groupBy.ts';
import { finish } from '../../base/steps.ts';
import type { Feature, Persona } from '../../document/format/model.ts';
import { type Answer, answerReader, importanceReader, personaReader } from './cellReaders.ts';
import { withoutCollapsed } from './collapsedAnswers.ts';
import { type ColumnNotes, columnNotes } from './columnNotes.ts';
import { countedRows, indexesOf, type MatchedTable, type RowPosition, type RowsReading } from './countedRows.ts';
import { type FeatureTally, TallyCounter } from './featureTally.ts';
import { scaleInHeader } from './importanceHeaders.ts';
import { type FoundScale, isOwnImportance, Ratings } from './importanceScale.ts';
import { withoutRepeatedHeaders } from './innerHeaders.ts';
import { withLikelyRespondent } from './likelyRespondents.ts';
import { type LongTable, longTable } from './longTable.ts';
import { type ColumnMatch, matchColumns, questionHeaderTest, questionKindReader, withoutEmptyTwins } from './matchColumns.ts';
import { type OpenLongTable, openLongTable } from './openLongTable.ts';
import { presentTexts } from './presentTexts.ts';
import { type Screened, screenRows } from './qualityScreen.ts';
import { questionPairs } from './questionPairs.ts';
import type { ReadCell } from './readCell.ts';
import type { Screen } from './screens.ts';
import { type SeveralProducts, severalProducts } from './severalProducts.ts';
import { type SummaryRow, withoutSummaryRows } from './summaryRows.ts';
import type { ImportanceScale, SurveyMap } from './surveyMap.ts';
import { type SurveyTable, surveyColumns, surveyRows } from './surveyTable.ts';
import { isMarkColumn, toolMark } from './toolMarks.ts';
import { type UnclearRespondents, unclearRespondents } from './unclearRespondents.ts';

/** What the export is matched with. */
export interface SurveyContext {
  /** Of the file that gets the tallies. */
  readonly features: readonly Feature[];
  /** Of its product. */
  readonly personas: readonly Persona[];
  readonly map: SurveyMap;
  /** What the file is about. */
  readonly product?: string | undefined;
  /** Absent where personas are not distinguished. */
  readonly personaColumn?: string | undefined;
  /** The signs of bad quality whose respondents do not count. */
  readonly drop?: readonly Screen[] | undefined;
}

/** What was understood of an export, and what was not: nothing is dropped silently. */
export interface SurveyReading extends FoundScale {
  readonly tables: readonly MatchedTable[];
  /** Those of them that had a row for each answer about a feature. */
  readonly long: readonly LongTable[];
  /** Those that have, and of which nothing says which answers are to which question. */
  readonly openLong: readonly OpenLongTable[];
  /** Tables without the column of personas, or with duplicates of it. */
  readonly lost: readonly (ColumnMatch['lost'][number] & { readonly path: string })[];
  readonly rows: RowsReading;
  /** Of every feature with columns for both questions, in the order of the file. */
  readonly tallies: readonly FeatureTally[];
  readonly notes: ColumnNotes;
  /** The questions of matrices whose rows are features, where nothing says which question it is. */
  readonly stems: readonly string[];
  /** The distinct answers to the two questions with how each was understood, the most frequent first. */
  readonly answers: readonly ReadCell[];
  readonly importances: readonly ReadCell[];
  /** How importance was asked, where the survey map says so. */
  readonly statedScale?: ImportanceScale;
  /** Values in the column of personas that are not personas, the most frequent first. */
  readonly unknownPersonas: readonly { readonly value: string; readonly count: number; readonly first: RowPosition }[];
  /** Rows that sum up others, which do not count, or may. */
  readonly summaries: readonly SummaryRow[];
  /** Rows that count although a survey tool marked them as tests. */
  readonly tests: readonly { readonly column: string; readonly value: string; readonly count: number }[];
  /** Columns by which respondents may be there more than once, although nothing says that they tell respondents apart. */
  readonly unclearRespondents: readonly UnclearRespondents[];
  /** Columns by which rows that count are about several products. */
  readonly products: readonly SeveralProducts[];
  /** Respondents with signs of bad quality, also those who do not count because of them. */
  readonly screened: readonly Screened[];
  /** The signs whose respondents do not count. */
  readonly dropped?: readonly Screen[];
  /** Rows that are the header once more. */
  readonly repeatedHeaders: number;
  /** Respondents whose persona is left out. */
  readonly withoutPersona: number;
}

/** Reads the tables of one survey, each with its own header. Respondents of all of them are counted together. */
export function readSurvey(exports: readonly SurveyTable[], context: SurveyContext): SurveyReading {
  return finish(readSurveyInSteps(exports, context));
}

/** Rows that are read in one step. */
const rowsInStep = 500;

/** The same, with a pause for others after each step. */
export function* readSurveyInSteps(exports: readonly SurveyTable[], context: SurveyContext): Generator<undefined, SurveyReading> {
  const { features, personas, personaColumn } = context;
  const once = exports.map(withoutRepeatedHeaders);
  const whole = once.map(({ table }) => table);
  const present = presentTexts(whole);
  yield;
  const kindOfQuestion = questionKindReader(features, context.map);
  const ofLong = { map: context.map, personaColumn, present, kindOfQuestion };
  const long = whole.flatMap((table) => longTable(table, features, ofLong) ?? []);
  const tables = whole.map((table) => long.find((each) => each.table.path === table.path)?.table ?? table);
  // What the map says of columns with the answers about all features is taken into account there.
  const map = long.length === exports.length ? { ...context.map, columns: new Map() } : context.map;
  const readAnswer = answerReader(map.answers, present);
  const isNoAnswer = (cell: string) => readAnswer(cell) === null;
  const readImportance = importanceReader(map.importance, isNoAnswer);
  const ratings = new Ratings();
  const lost: SurveyReading['lost'][number][] = [];
  const withColumns = tables.map((table) => ({ table, columns: surveyColumns(table) }));
  // Each respondent may have sent a file of their own: columns are matched once, and empty in all files or in none.
  const matches = new Map<string, ColumnMatch>();
  for (const [key, alike] of groupBy(withColumns, ({ columns }) => JSON.stringify(columns))) {
    const match = matchColumns(alike[0]?.columns ?? [], features, { map, personaColumn });
    const isEmpty = (index: number) =>
      alike.every(({ table }) => surveyRows(table).every(({ cells }) => (cells[index] ?? '').trim() === ''));
    const cellsOf = (index: number) => alike.flatMap(({ table }) => surveyRows(table).map(({ cells }) => cells[index] ?? ''));
    const meanings = withLikelyRespondent(alike[0]?.columns ?? [], withoutEmptyTwins(match.meanings, isEmpty), cellsOf);
    matches.set(key, { ...match, meanings });
  }
  const summaries: SummaryRow[] = [];
  const matched = withColumns.map(({ table, columns }): MatchedTable => {
    const match = matches.get(JSON.stringify(columns)) as ColumnMatch;
    // Not every file has every question, but every file must name the personas.
    lost.push(...match.lost.filter(({ name }) => name === personaColumn).map((each) => ({ ...each, path: table.path })));
    const { table: kept, summaries: found } = withoutSummaryRows({ table, columns, meanings: match.meanings }, map);
    summaries.push(...found);
    return { table: kept, columns, meanings: match.meanings };
  });
  yield;
  const counted = yield* countedRows(matched, map, readAnswer, questionHeaderTest(features, map));
  const screened = yield* screenRows(matched, counted.rows, readAnswer);
  const out = new Set(screened.flatMap((each) => (context.drop?.includes(each.screen) ? [...each.rows] : [])));
  const otherHeaders = [...long.flatMap((each) => each.otherHeaders), ...counted.otherHeaders];
  const repeated = long.reduce((sum, each) => sum + each.repeated, counted.repeated);
  const rows = { ...counted, otherHeaders, repeated, rows: counted.rows.map((each) => each.filter((row) => !out.has(row))) };
  const personaOf = personaReader(personas, map);
  const unknownPersonas = new Map<string, { value: string; count: number; first: RowPosition }>();
  let withoutPersona = 0;
  const [answers, importances] = [new Cells(), new Cells()];
  const counters = new Map<string, TallyCounter>();
  for (const [index, { table, columns, meanings }] of matched.entries()) {
    const [personaIndex] = indexesOf(meanings, 'persona');
    const isLong = long.some(({ table: each }) => each.path === table.path);
    const pairs = questionPairs(meanings).map((pair) => {
      const counter = counters.get(pair.feature) ?? new TallyCounter(pair.feature);
      counters.set(pair.feature, counter);
      const texts = pair.importance === undefined ? [] : (columns[pair.importance]?.texts ?? []);
      const isOurs = !isLong && isOwnImportance(texts, features.find(({ id }) => id === pair.feature) ?? {});
      return { ...pair, counter, rated: { column: texts[0] ?? '', isOurs, stated: scaleInHeader(texts) } };
    });
    for (const [at, { cells, path, row }] of (rows.rows[index] ?? []).entries()) {
      if (at % rowsInStep === 0) yield;
      const value = personaIndex === undefined ? undefined : (cells[personaIndex] ?? '').trim();
      const persona = value === undefined ? undefined : personaOf(value);
      if (persona === null) {
        withoutPersona++;
        continue;
      }
      if (value !== undefined && persona === undefined) {
        const known = unknownPersonas.get(value);
        if (known) known.count++;
        else unknownPersonas.set(value, { value, count: 1, first: { path, row } });
        continue;
      }
      for (const { counter, functional, dysfunctional, importance, rated: asked } of pairs) {
        const [yes, no] = [cells[functional] ?? '', cells[dysfunctional] ?? ''];
        const [withIt, without] = [readAnswer(yes), readAnswer(no)];
        answers.add(yes, withIt, path, row, columns[functional]);
        answers.add(no, without, path, row, columns[dysfunctional]);
        const rating = importance === undefined ? '' : (cells[importance] ?? '');
        const rated = importance === undefined ? null : readImportance(rating);
        if (importance !== undefined) {
          importances.add(rating, rated, path, row, columns[importance]);
          ratings.add(rating, rated, asked);
        }
        counter.add(persona, withIt ?? null, without ?? null, rated ?? null);
      }
    }
  }
  const openLong = matched.flatMap(({ table, meanings }) => {
    const isWide = meanings.some(({ kind }) => kind === 'question' || kind === 'ambiguous');
    return isWide ? [] : (openLongTable(table, features, ofLong) ?? []);
  });
  const unclear = map.respondents.duplicates === 'all' ? [] : yield* unclearRespondents(matched, rows.rows);
  yield;
  const notes = yield* columnNotes(matched, features, readAnswer);
  const tallies = features.flatMap(({ id }) => (id !== undefined && counters.has(id) ? [(counters.get(id) as TallyCounter).tally] : []));
  return {
    tables: matched,
    long,
    lost,
    rows,
    tallies,
    notes,
    stems: [
      ...new Set([...[...matches.values()].flatMap(({ stems }) => stems), ...openLong.flatMap(({ questions }) => questions?.texts ?? [])]),
    ],
    openLong,
    answers: withoutCollapsed(answers.sorted(), map.answers),
    importances: importances.sorted(),
    ...(map.importance === undefined ? ratings.found() : { statedScale: map.importance }),
    unknownPersonas: [...unknownPersonas.values()].sort((a, b) => b.count - a.count),
    summaries,
    tests: testRows(matched, rows),
    unclearRespondents: unclear.filter(({ column }) => !long.some(({ likelyRespondents }) => likelyRespondents.includes(column))),
    products: severalProducts(matched, rows.rows, map, context.product),
    screened,
    ...(context.drop && { dropped: context.drop }),
    repeatedHeaders: once.reduce((sum, { repeated }) => sum + repeated, 0),
    withoutPersona,
  };
}

function testRows(tables: readonly MatchedTable[], { rows }: RowsReading): SurveyReading['tests'] {
  const found = new Map<string, { column: string; value: string; count: number }>();
  for (const [tableIndex, { columns, meanings }] of tables.entries()) {
    const unknown = new Set(indexesOf(meanings, 'unknown'));
    const marked = columns.filter((column) => unknown.has(column.index) && isMarkColumn(column)).map(({ index }) => index);
    for (const { cells } of rows[tableIndex] ?? []) {
      for (const index of marked) {
        const value = cells[index]?.trim() ?? '';
        if (toolMark(value) === undefined) continue;
        const column = columns[index]?.texts[0] ?? '';
        const known = found.get(`${column}\n${value}`) ?? { column, value, count: 0 };
        known.count++;
        found.set(`${column}\n${value}`, known);
      }
    }
  }
  return [...found.values()];
}

/** Distinct texts of cells with how they were understood. */
class Cells {
  readonly #known = new Map<string, { text: string; answer: Answer; count: number; first: ReadCell['first'] }>();

  add(text: string, answer: Answer, path: string, row: number, column: MatchedTable['columns'][number] | undefined): void {
    const known = this.#known.get(text);
    if (known) known.count++;
    else this.#known.set(text, { text, answer, count: 1, first: { path, row, column: column?.texts[0] ?? '' } });
  }

  sorted(): readonly ReadCell[] {
    return [...this.#known.values()].sort((a, b) => b.count - a.count);
  }
}
