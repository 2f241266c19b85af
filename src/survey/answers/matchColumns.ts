import type { Feature } from '../../document/format/model.ts';
import { languageRecords } from '../../terms/language.ts';
import { type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import { answerColumn } from '../answerColumns.ts';
import { type ColumnNames, columnNames, type Question } from './columnNames.ts';
import { comparableText } from './comparableText.ts';
import type { SurveyMap } from './surveyMap.ts';
import type { SurveyColumn } from './surveyTable.ts';

/** What a column holds. */
export type ColumnMeaning =
  | ({ readonly kind: 'question' } & { readonly question: Question })
  | { readonly kind: 'persona' | 'respondent' | 'left-out' | 'unknown' }
  /** Several questions may be meant, or one that other columns are about too. */
  | { readonly kind: 'ambiguous'; readonly questions: readonly Question[] };

export interface ColumnMatch {
  readonly meanings: readonly ColumnMeaning[];
  /** Columns that a map names and that are not there, or there several times. */
  readonly lost: readonly LostColumn[];
}

export interface LostColumn {
  readonly name: string;
  readonly found: number;
}

export interface MatchOptions {
  readonly map: SurveyMap;
  /** The column that says who the respondent is. */
  readonly personaColumn?: string | undefined;
}

/** Says of every column what it holds: what a map says of it, else what its header says. */
export function matchColumns(
  columns: readonly SurveyColumn[],
  features: readonly Feature[],
  { map, personaColumn }: MatchOptions,
): ColumnMatch {
  const meanings: (ColumnMeaning | undefined)[] = columns.map(() => undefined);
  const lost: LostColumn[] = [];
  const place = (name: string, meaning: ColumnMeaning) => {
    const found = columnsNamed(columns, name);
    const [only] = found;
    if (only === undefined || found.length > 1) lost.push({ name, found: found.length });
    else meanings[columns.indexOf(only)] = meaning;
  };
  for (const name of map.leaveOut) place(name, { kind: 'left-out' });
  for (const [feature, questions] of map.columns) {
    for (const kind of questionKinds) {
      const name = questions[kind];
      if (name !== undefined) place(name, { kind: 'question', question: { feature, kind } });
    }
  }
  if (personaColumn !== undefined) place(personaColumn, { kind: 'persona' });
  if (map.respondents.column !== undefined) place(map.respondents.column, { kind: 'respondent' });
  else {
    const known = respondentNames.map((name) => columns.findIndex(({ texts }) => comparableText(texts[0] ?? '') === name));
    const index = known.find((each) => each !== -1 && meanings[each] === undefined);
    if (index !== undefined) meanings[index] = { kind: 'respondent' };
  }
  const names = columnNames(features, map.names);
  const ids = exactColumns(features);
  const isTaken = ({ feature, kind }: Question) => map.columns.get(feature)?.[kind] !== undefined;
  const found = columns.map((column, index): readonly Question[] =>
    meanings[index] ? [] : questionsOf(column, ids, names).filter((question) => !isTaken(question)),
  );
  const claims = new Map<string, number>();
  for (const questions of found) for (const question of questions) claims.set(keyOf(question), (claims.get(keyOf(question)) ?? 0) + 1);
  const all = columns.map((_, index): ColumnMeaning => {
    const known = meanings[index];
    const questions = found[index] ?? [];
    const [question] = questions;
    if (known || !question) return known ?? { kind: 'unknown' };
    const isClear = questions.length === 1 && claims.get(keyOf(question)) === 1;
    return isClear ? { kind: 'question', question } : { kind: 'ambiguous', questions };
  });
  return { meanings: all, lost };
}

/** The columns of this name: `#5` is the fifth; else those of exactly this header, else of one with the same letters and digits. */
export function columnsNamed(columns: readonly SurveyColumn[], name: string): readonly SurveyColumn[] {
  const exact = columns.filter(({ texts }) => texts.includes(name.trim()));
  if (exact.length > 0) return exact;
  const place = /^#(\d+)$/.exec(name.trim())?.[1];
  if (place !== undefined) return columns.filter(({ index }) => index === Number(place) - 1);
  const key = comparableText(name);
  return key === '' ? [] : columns.filter(({ texts }) => texts.some((text) => comparableText(text) === key));
}

const respondentNames = languageRecords.flatMap(({ columns }) => columns.respondent.map(comparableText));

/** By the very names that our own questionnaire gives: ids that differ in punctuation only are told apart by them. */
function exactColumns(features: readonly Feature[]): ReadonlyMap<string, Question> {
  const known = new Map<string, Question>();
  for (const { id } of features)
    if (id !== undefined) for (const kind of questionKinds) known.set(answerColumn(id, kind), { feature: id, kind });
  return known;
}

/** Longer headers are free text. */
const longestHeader = 1000;
/** Of letters and digits: shorter questions stand in other texts by chance. Chinese says more with less. */
const shortestQuestion = 8;

function questionsOf({ texts }: SurveyColumn, ids: ReadonlyMap<string, Question>, { short, questions }: ColumnNames): readonly Question[] {
  const exact = texts.flatMap((text) => ids.get(text) ?? []);
  if (exact.length > 0) return distinct(exact);
  const variants = texts.flatMap((text) => variantsOf(text.slice(0, longestHeader)));
  const named = variants.map(comparableText).flatMap((key) => [...(short.get(key) ?? []), ...(questions.get(key) ?? [])]);
  if (named.length > 0) return distinct(named);
  return distinct(variants.flatMap((variant) => decorated(variant, questions)));
}

/** What ends a question before a note: behind a comma, a colon or a bracket it may go on. */
const endingSigns = /[\p{Sentence_Terminal}\n]/u;
/** What stands between a code and a question. */
const codeSigns = /[\p{Sentence_Terminal}:;()[\]{}|*>_\t\n、【】]|\s[-–—]|[-–—]\s/u;

/**
 * The longest question that a header begins or ends with: survey tools put codes before it and notes behind it. Signs or a number part them
 * from it; with mere words before or behind it, it would be another question.
 */
function decorated(header: string, questions: ColumnNames['questions']): readonly Question[] {
  const text = header.normalize('NFKC').toLowerCase();
  const words = [...text.matchAll(/\p{L}+|\p{N}+/gu)];
  const whole = comparableText(text);
  const candidates: string[] = [];
  let at = 0;
  for (const [index, { 0: word, index: start }] of words.entries()) {
    const before = words[index - 1];
    if (before) {
      const gap = text.slice(before.index + before[0].length, start);
      const isNumbered = /\p{N}$/u.test(before[0]);
      const isNumber = isNumbered && /^\p{N}/u.test(word);
      if (endingSigns.test(gap) && !isNumber) candidates.push(whole.slice(0, at));
      // Numbers stand apart.
      if (isNumber) at++;
      if (isNumbered || codeSigns.test(gap)) candidates.push(whole.slice(at));
    }
    at += word.length;
  }
  const known = candidates.filter((candidate) => candidate.length >= shortestQuestion && questions.has(candidate));
  const longest = Math.max(0, ...known.map(({ length }) => length));
  return known.filter(({ length }) => length === longest).flatMap((candidate) => questions.get(candidate) ?? []);
}

/** A header without the tags and numbers that survey tools put in, and what it has in brackets: the row of a grid. */
function variantsOf(text: string): readonly string[] {
  const plain = text
    .replace(/<[^<>]*>/g, '\n')
    .replace(/&nbsp;/g, ' ')
    .trim();
  const bracketed = /\[([^[\]]+)\]\s*$/.exec(plain)?.[1];
  const variants = [plain, plain.replace(/^(?:Q\s*)?\d+\s*[.):、．\-–]\s*/iu, ''), ...(bracketed === undefined ? [] : [bracketed])];
  return [...new Set(variants)].filter((variant) => comparableText(variant) !== '');
}

function distinct(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
}

function keyOf({ feature, kind }: { readonly feature: string; readonly kind: QuestionKind }): string {
  return `${feature}\n${kind}`;
}
