import * as l10n from '@vscode/l10n';
import type { Feature, Persona, Survey } from '../../document/format/model.ts';
import { type Product, productList } from '../../document/product.ts';
import { type AnswerKey, answerKeys } from '../../terms/languages/languageRecord.ts';
import { count } from '../../terms/numbers.ts';
import { respondentCount } from '../answers/featureParts.ts';
import type { AnswersImport } from '../answers/importAnswers.ts';
import { openLongTableText } from '../answers/openLongTable.ts';
import type { ReadCell } from '../answers/readCell.ts';
import type { Screen } from '../answers/screens.ts';
import { cellText } from '../answers/shownTexts.ts';
import type { SurveyMap } from '../answers/surveyMap.ts';
import type { SurveyTable } from '../answers/surveyTable.ts';
import { encodingNames } from '../tables/decodeText.ts';
import { type SuggestedSurvey, surveyProblem } from './chosenSurvey.ts';
import { type ColumnGroup, columnGroups } from './columnRows.ts';
import { type Decision, decisionsOf } from './decisions.ts';
import type { ImportChoices, SurveyChoice } from './importChoices.ts';
import { openDecisions } from './openDecisions.ts';
import { type TallyRow, tallyRows } from './tallyRows.ts';

/** A file that is imported, and how it was read. */
export interface FileView {
  readonly path: string;
  readonly rows: number;
  readonly columns: number;
  /** How many rows are above the header. */
  readonly rowsAbove: number;
  readonly encoding?: string;
  /** Whether the encoding was told by nothing but the meaning of the text. */
  readonly isEncodingFound: boolean;
  readonly sheet?: string;
}

/** A file that cannot be read, why, and what would settle it. */
export interface UnreadableFile {
  readonly text: string;
  readonly sheets: readonly string[];
  readonly isEncodingOpen: boolean;
}

/** All that the page of an import shows. */
export interface ImportView {
  /** The file that gets the answers. */
  readonly path: string;
  readonly product: string;
  readonly canChangeTarget: boolean;
  readonly files: readonly FileView[];
  readonly encodings: readonly string[];
  /** Of the workbook, where it has several. */
  readonly sheets: readonly string[];
  readonly unreadable?: UnreadableFile;
  /** The map that was found beside the file. */
  readonly map?: string;
  /** Where a map would be saved. */
  readonly mapToSave: string;
  readonly choices: ImportChoices;
  readonly features: readonly { readonly id: string; readonly title: string }[];
  readonly personas: readonly { readonly id: string; readonly name: string }[];
  readonly surveys: readonly { readonly id: string; readonly name: string }[];
  readonly survey: SurveyChoice;
  /** What a new survey would be called. */
  readonly newSurvey: { readonly id: string; readonly date: string };
  /** Where the day of the survey is from, unless the reader chose. */
  readonly surveySource?: string;
  readonly surveyProblem?: string;
  readonly decisions: readonly Decision[];
  /** Decisions that are still open. */
  readonly open: number;
  readonly groups: readonly ColumnGroup[];
  readonly words: readonly WordRow[];
  readonly respondents: number;
  readonly screens: readonly { readonly screen: Screen; readonly count: number; readonly isDropped: boolean }[];
  readonly tallies: readonly TallyRow[];
  /** Why nothing can be written, whatever is decided. */
  readonly refusals: readonly string[];
  /** Answers of the file that give way. */
  readonly losses: readonly string[];
  /** Answers that do not count because it is unclear which question they belong to. */
  readonly uncounted: readonly string[];
  readonly remarks: readonly string[];
  /** Whether the file has all of these answers. */
  readonly isSame: boolean;
  readonly canApply: boolean;
}

/** A text in the cells, and what it is read as. */
export interface WordRow {
  readonly word: string;
  readonly count: number;
  readonly meaning: AnswerKey | 'leaveOut' | null;
}

/** What the page is made from. */
export interface ImportViewInput {
  readonly product: Product;
  readonly path: string;
  readonly canChangeTarget: boolean;
  readonly choices: ImportChoices;
  readonly map: SurveyMap;
  /** The path of the map that was found beside the file. */
  readonly mapPath?: string | undefined;
  readonly mapToSave: string;
  readonly tables: readonly SurveyTable[];
  readonly unreadable?: UnreadableFile | undefined;
  readonly done?: AnswersImport | undefined;
  readonly suggestion: SuggestedSurvey;
}

/** What the page shows of an import that was read with these choices. */
export function importView(input: ImportViewInput): ImportView {
  const { product, path, choices, tables, done, suggestion, unreadable } = input;
  const lists = listsOf(product);
  const survey = choices.survey ?? suggestion.choice;
  const problem = surveyProblem(survey, lists.surveys);
  const decisions = done ? decisionsOf(done, choices, lists.personas) : [];
  const isSame = done?.changed !== undefined && done.changed === product.opened;
  const losses = done?.losses ?? [];
  return {
    path,
    product: product.opened.header.product ?? path,
    canChangeTarget: input.canChangeTarget,
    files: tables.map((table) => fileView(table, choices)),
    encodings: encodingNames,
    sheets: unreadable?.sheets ?? tables[0]?.sheets ?? [],
    ...(unreadable && { unreadable }),
    ...(input.mapPath !== undefined && { map: input.mapPath }),
    mapToSave: input.mapToSave,
    choices,
    features: lists.features.flatMap(({ id, title }) => (id === undefined ? [] : [{ id, title: cellText(title ?? id) }])),
    personas: lists.personas.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name: cellText(name ?? id) }])),
    surveys: lists.surveys.flatMap((each) => (each.id === undefined ? [] : [{ id: each.id, name: surveyLabel(each) }])),
    survey,
    newSurvey: suggestion.fresh,
    ...(choices.survey === undefined && { surveySource: suggestion.source }),
    ...(problem !== undefined && { surveyProblem: problem }),
    decisions,
    open: openDecisions(decisions),
    groups: done?.reading ? columnGroups(done.reading, input.map) : [],
    words: wordRows(done?.reading?.answers ?? []),
    respondents: respondentsOf(done),
    screens: (done?.reading?.screened ?? []).flatMap(({ screen, rows }) =>
      rows.size === 0 ? [] : [{ screen, count: rows.size, isDropped: input.map.drop.includes(screen) }],
    ),
    tallies: done ? tallyRows(product, done) : [],
    refusals: refusalsOf(done, path),
    losses,
    uncounted: done?.uncounted ?? [],
    remarks: [...(done?.remarks ?? []), ...(done?.planRemarks ?? [])],
    isSame,
    canApply: done?.changed !== undefined && !isSame && problem === undefined && (losses.length === 0 || choices.replace),
  };
}

interface Lists {
  readonly features: readonly Feature[];
  readonly personas: readonly Persona[];
  readonly surveys: readonly Survey[];
}

function listsOf(product: Product): Lists {
  return {
    features: product.opened.list('features').map(({ value }) => value),
    personas: productList(product, 'personas').map(({ item }) => item.value),
    surveys: productList(product, 'surveys').map(({ item }) => item.value),
  };
}

function surveyLabel({ id = '', title, date }: Survey): string {
  return [cellText(title ?? id), ...(date === undefined ? [] : [date])].join(' · ');
}

function fileView(table: SurveyTable, { encoding }: ImportChoices): FileView {
  const found = encoding ?? table.foundEncoding ?? table.assumedEncoding;
  return {
    path: table.path,
    rows: Math.max(0, table.rows.length - 1),
    columns: table.rows[0]?.length ?? 0,
    rowsAbove: table.rowsAbove ?? 0,
    ...(found !== undefined && { encoding: found }),
    isEncodingFound: encoding === undefined && found !== undefined,
    ...(table.sheet !== undefined && { sheet: table.sheet }),
  };
}

const wordsShown = 40;

function wordRows(answers: readonly ReadCell[]): readonly WordRow[] {
  return answers
    .filter(({ text, answer }) => text.trim() !== '' && answer !== undefined)
    .slice(0, wordsShown)
    .map(({ text, answer, count: times }) => ({
      word: text.trim(),
      count: times,
      meaning: answer === null ? 'leaveOut' : (answerKeys[answer ?? -1] ?? null),
    }));
}

function respondentsOf(done: AnswersImport | undefined): number {
  const { reading } = done ?? {};
  return reading ? respondentCount(reading.rows.rows) - reading.withoutPersona : 0;
}

function refusalsOf(done: AnswersImport | undefined, path: string): readonly string[] {
  if (!done) return [];
  const { reading } = done;
  const unrelated =
    reading && reading.openLong.length > 0 && reading.stems.length === 0
      ? [...reading.openLong.flatMap(openLongTableText), l10n.t('Say below what the columns are, for one of the features.')]
      : done.isUnrelated && reading && reading.stems.length === 0
        ? [l10n.t('No column is about a feature of {path}. Say below what the columns are.', { path })]
        : [];
  return [
    ...done.mapProblems.map(({ message, range: { start } }) =>
      l10n.t('Line {line} of the map: {message}', { line: count(start.line + 1), message }),
    ),
    ...done.unreadable,
    ...unrelated,
    ...done.refusals,
  ];
}
