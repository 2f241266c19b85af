import * as l10n from '@vscode/l10n';
import { finish } from '../../base/steps.ts';
import type { Persona } from '../../document/format/model.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import type { TextEdit } from '../../document/writing/textEdit.ts';
import { countColumn, countColumnText } from './countColumns.ts';
import { doubts } from './importDoubts.ts';
import { leftOut, remarks } from './importRemarks.ts';
import type { ImportWords } from './importWords.ts';
import { otherHeaderText } from './innerHeaders.ts';
import { longRowText } from './longRows.ts';
import { unpairedText } from './longTable.ts';
import type { MapProblem } from './mapFile.ts';
import { mapProblems } from './mapProblems.ts';
import { numberRemarks } from './numberDoubts.ts';
import { type NumericScale, undirectedNumbers, withCodes } from './numericScale.ts';
import { optionColumns, optionColumnsText } from './optionColumns.ts';
import { type ImportPlan, planImport } from './planImport.ts';
import { planRemarks, replacedAnswers } from './planRemarks.ts';
import { readSurveyInSteps, type SurveyContext, type SurveyReading } from './readSurvey.ts';
import { statedByLabels } from './scaleLabels.ts';
import { dropRemarks } from './screenRemarks.ts';
import type { Screen } from './screens.ts';
import { shortRows, shortRowText } from './shortRows.ts';
import { columnNotFound } from './shownTexts.ts';
import type { OwnAnswerWords, SurveyMap, SurveyMapFile } from './surveyMap.ts';
import { surveyMapText, type WrittenMap } from './surveyMapText.ts';
import type { SurveyTable } from './surveyTable.ts';
import { leaveOutRemarks } from './tableRemarks.ts';
import { type NewDefinition, writtenAnswers } from './writtenAnswers.ts';

/** What is to be imported, and into what. */
export interface AnswersInput {
  readonly product: Product;
  /** The file as the reader knows it. */
  readonly path: string;
  readonly tables: readonly SurveyTable[];
  readonly mapFile: SurveyMapFile;
  /** The id of the survey that the answers belong to. */
  readonly survey?: string | undefined;
  /** In place of the column that the map names. */
  readonly personaColumn?: string | undefined;
  /** The signs of bad quality whose respondents do not count, besides those of the map. */
  readonly drop?: readonly Screen[] | undefined;
  /** Surveys and personas that the file gets with the answers. */
  readonly definitions?: readonly NewDefinition[];
  readonly words?: ImportWords;
}

/** What an import of answers would do. */
export interface AnswersImport {
  /** Mistakes in the map: then nothing is read. */
  readonly mapProblems: readonly MapProblem[];
  /** Why no number could be trusted: then nothing is planned. */
  readonly unreadable: readonly string[];
  readonly reading?: SurveyReading;
  /** Numbers whose direction nothing states. */
  readonly numbers?: NumericScale | undefined;
  /** What was understood, as a survey map. */
  readonly written?: WrittenMap;
  /** Whether no column is about any feature. */
  readonly isUnrelated: boolean;
  readonly plan?: ImportPlan;
  /** What has to be decided before anything is written. */
  readonly doubts: readonly string[];
  /** Answers that do not count because it is unclear which question they belong to. */
  readonly uncounted: readonly string[];
  /** What else there is to know. */
  readonly remarks: readonly string[];
  /** What the file loses: answers that the export does not have. */
  readonly losses: readonly string[];
  /** What is to be known of what is written. */
  readonly planRemarks: readonly string[];
  /** Why the file cannot be changed. */
  readonly refusals: readonly string[];
  /** The smallest edits of the file, and the file with them; only without doubts and refusals. */
  readonly edits: readonly TextEdit[];
  readonly changed?: KanoModel;
}

/** What was read of exports, before it is compared with the file. */
export type AnswersRead = Omit<AnswersImport, 'plan' | 'losses' | 'planRemarks' | 'refusals' | 'edits' | 'changed'>;

/** Reads exports of a survey, and plans what they change in a file. */
export function importAnswers(input: AnswersInput): AnswersImport {
  return plannedAnswers(finish(readAnswersInSteps(input)), input);
}

/** Reads exports of a survey, with a pause for others after each step. */
export function* readAnswersInSteps(input: AnswersInput): Generator<undefined, AnswersRead> {
  const { product, path, tables, mapFile, definitions = [], words = 'command' } = input;
  const drop = input.drop || mapFile.map.drop.length > 0 ? [...new Set([...mapFile.map.drop, ...(input.drop ?? [])])] : undefined;
  const given = { ...mapFile.map, drop: drop ?? [] };
  const features = product.opened.list('features').map(({ value }) => value);
  const personas = personasOf(product, definitions);
  const settings = settingsOf(product);
  const nothing = { mapProblems: [], unreadable: [], isUnrelated: false, doubts: [], uncounted: [], remarks: [] };
  const problems = mapProblems(mapFile, { features: idsOf(features), personas: idsOf(personas), tables });
  if (problems.length > 0) return { ...nothing, mapProblems: problems };
  const asGiven: SurveyContext = {
    features,
    personas,
    map: given,
    product: product.opened.header.product,
    personaColumn: input.personaColumn ?? given.personas.column,
  };
  const plain = yield* readSurveyInSteps(tables, { ...asGiven, drop });
  const unreadable = unreadableRows(plain, tables, given);
  if (unreadable.length > 0) return { ...nothing, unreadable, reading: plain };
  const labelled = statedByLabels(plain, given.answers);
  const map = labelled ? { ...given, answers: withCodes(given.answers, labelled.codes) } : given;
  const context: SurveyContext = { ...asGiven, map };
  const reading = labelled ? yield* readSurveyInSteps(tables, { ...context, drop }) : plain;
  const read = (answers: OwnAnswerWords) => readSurveyInSteps(tables, { ...context, drop, map: { ...map, answers } });
  const numbers = yield* undirectedNumbers(reading, map.answers, read, settings);
  const written = surveyMapText(reading, { map, numbers, features: idsOf(features), personaColumn: context.personaColumn });
  const unclear = doubts(reading, personas, numbers);
  const found = { ...nothing, reading, numbers, written, doubts: unclear, uncounted: leftOut(reading, path) };
  if (isUnrelated(reading)) return { ...found, isUnrelated: true };
  const dropped = drop && drop.length > 0 ? dropRemarks(reading, yield* readSurveyInSteps(tables, context), settings, words) : [];
  return {
    ...found,
    remarks: [
      ...leaveOutRemarks(tables, map.respondents.leaveOut),
      ...remarks(reading, words),
      ...numberRemarks(reading.answers, map.answers, labelled),
      ...dropped,
    ],
  };
}

/** Compares what was read with the file. */
export function plannedAnswers(
  read: AnswersRead,
  {
    product,
    path,
    survey,
    definitions = [],
    words = 'command',
  }: Pick<AnswersInput, 'product' | 'path' | 'survey' | 'definitions' | 'words'>,
): AnswersImport {
  const nothing = { losses: [], planRemarks: [], refusals: [], edits: [] };
  const { reading } = read;
  if (!reading || read.unreadable.length > 0 || read.isUnrelated) return { ...read, ...nothing };
  const plan = planImport(product.opened, reading.tallies, survey, settingsOf(product).table);
  const surveys = idsOf(productList(product, 'surveys').map(({ item }) => item.value));
  const planned = {
    ...read,
    ...nothing,
    plan,
    losses: replacedAnswers(plan),
    planRemarks: planRemarks(plan, survey, surveys, words),
  };
  if (read.doubts.length > 0) return planned;
  const result = writtenAnswers(product, path, plan, definitions);
  if (result.changed === undefined || plan.tallies.length > 0) return { ...planned, ...result };
  const silence =
    reading.tallies.length === 0
      ? l10n.t('No feature of {path} has one column for each of its two questions, so there is nothing to write.', { path })
      : l10n.t('Nobody answered both questions about a feature of {path}, so there is nothing to write.', { path });
  return { ...planned, refusals: [silence] };
}

/** Those of the product, and those that the file gets. */
function personasOf(product: Product, definitions: readonly NewDefinition[]): readonly Persona[] {
  const known = productList(product, 'personas').map(({ item }) => item.value);
  return [...known, ...definitions.filter(({ list }) => list === 'personas').map(({ item }) => item)];
}

function unreadableRows(reading: SurveyReading, exports: readonly SurveyTable[], map: SurveyMap): readonly string[] {
  const { rows, lost, tables, long } = reading;
  return [
    ...exports.flatMap((table) => optionColumns(table) ?? []).map(optionColumnsText),
    ...tables.flatMap((table) => countColumn(table, map) ?? []).map(countColumnText),
    ...exports.flatMap((table, index) => shortRows(table, tables[index])).map(shortRowText),
    ...rows.tooLong.map(longRowText),
    ...rows.otherHeaders.map(otherHeaderText),
    ...long.filter(({ isUnpaired }) => isUnpaired).map(unpairedText),
    ...lost.map(({ name, found, path: table }) => {
      const columns = tables.find((each) => each.table.path === table)?.columns ?? [];
      return columnNotFound(name, table, found, columns);
    }),
  ].slice(0, 12);
}

function isUnrelated({ notes, tallies }: SurveyReading): boolean {
  return tallies.length + notes.ambiguous.length + notes.incomplete.length === 0;
}

function idsOf(items: readonly { readonly id?: string }[]): readonly string[] {
  return items.flatMap(({ id }) => id ?? []);
}
