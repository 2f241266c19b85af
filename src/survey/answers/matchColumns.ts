import { groupBy } from '../../base/groupBy.ts';
import { once } from '../../base/once.ts';
import type { Feature } from '../../document/format/model.ts';
import { languageRecords } from '../../terms/language.ts';
import { type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import { answerColumn, columnOfForm } from '../surveyFormat.ts';
import { comparableText } from './comparableText.ts';
import { type MatrixHeader, matrixHeaders, withRepeatedRows } from './matrixHeader.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnsNamed, type SurveyColumn } from './surveyTable.ts';
import { headerWords } from './wordings/exportWords.ts';

/** A question about a feature, by the feature's id. */
export interface Question {
  readonly feature: string;
  readonly kind: QuestionKind;
}

/** What a column holds. */
export type ColumnMeaning =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'persona' | 'respondent' | 'left-out' | 'unknown' }
  /** A column without any cell, beside one for the same question that has cells. */
  | { readonly kind: 'empty' }
  /** The header fits several questions, or one question that other columns fit too. */
  | { readonly kind: 'ambiguous'; readonly questions: readonly Question[] };

export interface ColumnMatch {
  readonly meanings: readonly ColumnMeaning[];
  /** Columns that a survey map names and that are missing, or duplicate. */
  readonly lost: readonly { readonly name: string; readonly found: number }[];
  /** Of columns in a matrix whose rows are features and whose question is unknown, in the order of the columns. */
  readonly stems: readonly string[];
}

/**
 * Finds out what every column holds: from the survey map, else from the header.
 * @param personaColumn the column that holds the respondent's persona
 */
export function matchColumns(
  columns: readonly SurveyColumn[],
  features: readonly Feature[],
  { map, personaColumn }: { readonly map: SurveyMap; readonly personaColumn?: string | undefined },
): ColumnMatch {
  const meanings: (ColumnMeaning | undefined)[] = columns.map(() => undefined);
  const lost: ColumnMatch['lost'][number][] = [];
  const places = new Map(columns.map((column, place) => [column, place]));
  const assign = (name: string, meaning: ColumnMeaning) => {
    const found = columnsNamed(columns, name);
    const [only] = found;
    if (only === undefined || found.length > 1) lost.push({ name, found: found.length });
    else meanings[places.get(only) ?? -1] = meaning;
  };
  for (const name of map.leaveOut) assign(name, { kind: 'left-out' });
  for (const [feature, questions] of map.columns) {
    for (const kind of questionKinds) {
      const name = questions[kind];
      if (name !== undefined) assign(name, { kind: 'question', question: { feature, kind } });
    }
  }
  if (personaColumn !== undefined) assign(personaColumn, { kind: 'persona' });
  if (map.respondents.column !== undefined) assign(map.respondents.column, { kind: 'respondent' });
  else {
    const known = respondentNames.map((name) => columns.findIndex(({ texts }) => comparableText(texts[0] ?? '') === name));
    const index = known.find((each) => each !== -1 && meanings[each] === undefined);
    if (index !== undefined) meanings[index] = { kind: 'respondent' };
  }
  const names = columnNames(features, map);
  const isAssigned = ({ feature, kind }: Question) => map.columns.get(feature)?.[kind] !== undefined;
  const shown = withRepeatedRows(columns, (text) => names.features.has(comparableText(text)));
  const found = shown.map((column, index): readonly Question[] =>
    meanings[index] ? [] : questionsOf(column, names).filter((question) => !isAssigned(question)),
  );
  const claims = new Map<string, number>();
  for (const question of found.flat()) claims.set(keyOf(question), (claims.get(keyOf(question)) ?? 0) + 1);
  const all = columns.map((_, index): ColumnMeaning => {
    const known = meanings[index];
    const questions = found[index] ?? [];
    const [question] = questions;
    if (known || !question) return known ?? { kind: 'unknown' };
    const isClear = questions.length === 1 && claims.get(keyOf(question)) === 1;
    return isClear ? { kind: 'question', question } : { kind: 'ambiguous', questions };
  });
  const unknown = shown.filter((_, index) => all[index]?.kind === 'unknown');
  return { meanings: all, lost, stems: stemsOf(unknown, names) };
}

/** Whether a text is the header of a column of one of the questions about these features. */
export function questionHeaderTest(features: readonly Feature[], map: SurveyMap): (text: string) => boolean {
  const names = columnNames(features, map);
  const known = new Map<string, boolean>();
  return (text) => {
    const isHeader = known.get(text) ?? (known.size < mostHeaders && questionsOf({ index: 0, texts: [text.trim()] }, names).length > 0);
    known.set(text, isHeader);
    return isHeader;
  };
}

/** Reads what a text asks: `undefined` where it is no question about one of these features, or both. */
export function questionKindReader(features: readonly Feature[], map: SurveyMap): (text: string) => QuestionKind | undefined {
  const names = once(() => columnNames(features, map));
  return (text) => {
    const kinds = new Set((names().questions.get(comparableText(text)) ?? []).map(({ kind }) => kind));
    return kinds.size === 1 ? [...kinds][0] : undefined;
  };
}

/** Whether a column has one of the known names for what tells respondents apart. */
export function isRespondentColumn({ texts }: SurveyColumn): boolean {
  return respondentNames.includes(comparableText(texts[0] ?? ''));
}

/** Whether a column tells waves of a survey apart. */
export function isWaveColumn({ texts }: SurveyColumn): boolean {
  return waveNames.has(comparableText(texts[0] ?? ''));
}

const waveNames = new Set(languageRecords.flatMap(({ columns }) => columns.wave.map(comparableText)));
const respondentNames = languageRecords.flatMap(({ columns }) => columns.respondent.map(comparableText));

/** What columns of questions may be called. */
interface ColumnNames {
  /** The names that our own questionnaire gives: they tell ids apart that differ only in punctuation. */
  readonly exact: ReadonlyMap<string, Question>;
  /** Id, title or the name in a survey map, with the kind of question before or after it, as `comparableText`. */
  readonly short: ReadonlyMap<string, readonly Question[]>;
  /** Ids, titles and the names in a survey map, as `comparableText`: what a row of a matrix question may be called. */
  readonly features: ReadonlyMap<string, ReadonlySet<string>>;
  /** The questions that the rows of a matrix share, as `comparableText`. */
  readonly stems: ReadonlyMap<string, QuestionKind>;
  /** The questions themselves, which may also be part of longer headers, as `comparableText`. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
}

/** Every name that a column of these features may have. */
export function columnNames(features: readonly Feature[], { names, stems }: Pick<SurveyMap, 'names' | 'stems'>): ColumnNames {
  const byName = new Map<string, Set<string>>();
  const exact = new Map<string, Question>();
  const [short, questions] = [new Map<string, Question[]>(), new Map<string, Question[]>()];
  const headers = {
    functional: headerWords('functional'),
    dysfunctional: headerWords('dysfunctional'),
    importance: headerWords('importance'),
  };
  for (const { id, title = '', question = {} } of features) {
    if (id === undefined) continue;
    for (const name of [names.get(id), id, title]) {
      const key = comparableText(name ?? '');
      if (key !== '') byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
    for (const kind of questionKinds) {
      const asked = { feature: id, kind };
      exact.set(answerColumn(id, kind), asked);
      const words = headers[kind];
      for (const name of [names.get(id), id, title]) {
        if (name === undefined || comparableText(name) === '') continue;
        for (const word of words) {
          add(short, name + word, asked);
          add(short, word + name, asked);
        }
      }
      // Our questionnaire calls a feature without a title by its id.
      const shown = comparableText(title) === '' ? id : title;
      // The export may be in another language than the command.
      const templates = languageRecords.map((language) => language.questions[kind].template);
      for (const template of templates)
        add(
          questions,
          template.replace('{title}', () => shown),
          asked,
        );
      const own = kind === 'importance' ? undefined : question[kind];
      if (own !== undefined) add(questions, own, asked);
    }
  }
  const given = questionKinds.flatMap((kind) => (stems[kind] ?? []).map((stem) => [comparableText(stem), kind] as const));
  return { exact, short, questions, features: byName, stems: new Map(given) };
}

function stemsOf(columns: readonly SurveyColumn[], { features }: ColumnNames): readonly string[] {
  const headers = columns.flatMap(({ texts }) => matrixHeaders(texts));
  const known = headers.filter(({ row, stem }) => features.has(comparableText(row)) && comparableText(stem) !== '');
  return [...new Set(known.map(({ stem }) => stem))];
}

/** What a column of a matrix asks: about the feature that its row names, the question that its stem is in the file or in the survey map. */
function questionsInMatrix({ stem, row }: MatrixHeader, { features, stems, questions }: ColumnNames): readonly Question[] {
  const [key, ids] = [comparableText(stem), features.get(comparableText(row))];
  if (ids === undefined) return [];
  const kind = stems.get(key);
  const inMap = kind === undefined ? [] : [...ids].map((feature) => ({ feature, kind }));
  // Tools number their questions.
  const asked = questions.get(key) ?? questions.get(comparableText(withoutNumber(stem))) ?? [];
  return [...inMap, ...asked.filter(({ feature }) => ids.has(feature))];
}

function add(known: Map<string, Question[]>, text: string, question: Question): void {
  const key = comparableText(text);
  const questions = known.get(key) ?? [];
  if (key !== '' && !questions.some((each) => keyOf(each) === keyOf(question))) known.set(key, [...questions, question]);
}

/** With more distinct texts, a column holds free text. */
const mostHeaders = 10_000;
/** Longer headers are free text. */
const longestHeader = 1000;
/** Letters and digits. Shorter questions are part of other texts by chance; Chinese needs few characters. */
const shortestQuestion = 8;

function questionsOf({ texts }: SurveyColumn, known: ColumnNames): readonly Question[] {
  const { exact, short, questions } = known;
  const own = texts.flatMap((text) => exact.get(text) ?? exact.get(columnOfForm(text)) ?? []);
  if (own.length > 0) return distinct(own);
  const inMatrix = distinct(matrixHeaders(texts).flatMap((header) => questionsInMatrix(header, known)));
  if (inMatrix.length === 1) return inMatrix;
  const named = (headers: readonly string[]) =>
    distinct(headers.map(comparableText).flatMap((key) => [...(short.get(key) ?? []), ...(questions.get(key) ?? [])]));
  const headers = texts.map((text) => text.slice(0, longestHeader));
  // A title may have tags of its own.
  const whole = named(headers);
  if (whole.length > 0) return whole;
  const variants = headers.flatMap(variantsOf);
  const parts = named(variants);
  if (parts.length > 0) return parts;
  return distinct(variants.flatMap((variant) => decorated(variant, questions)));
}

/** Signs that end a question before a note. After a comma, a colon or a bracket it may go on. */
const endingSigns = /[\p{Sentence_Terminal}\n]/u;
/** Signs between a code and a question. */
const codeSigns = /[\p{Sentence_Terminal}:;()[\]{}|*>_\t\n、【】]|\s[-–—]|[-–—]\s/u;

/**
 * The longest question that a header begins or ends with: survey tools put codes before it and notes after it. Signs or a number separate them;
 * with only words before or after it, it would be another question.
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
      // A dot keeps numbers apart.
      if (isNumber) at++;
      if (isNumbered || codeSigns.test(gap)) candidates.push(whole.slice(at));
    }
    at += word.length;
  }
  const known = candidates.filter((candidate) => candidate.length >= shortestQuestion && questions.has(candidate));
  const longest = Math.max(0, ...known.map(({ length }) => length));
  return known.filter(({ length }) => length === longest).flatMap((candidate) => questions.get(candidate) ?? []);
}

/** A header without the tags and numbers that survey tools add, and what it has in brackets: the row of a grid. */
function variantsOf(text: string): readonly string[] {
  const plain = text
    .replace(/<[^<>]*>/g, '\n')
    .replaceAll('&nbsp;', ' ')
    .trim();
  const bracketed = /\[([^[\]]+)\]\s*$/.exec(plain)?.[1];
  const variants = [plain, withoutNumber(plain), ...(bracketed === undefined ? [] : [bracketed])];
  return [...new Set(variants)].filter((variant) => comparableText(variant) !== '');
}

/** A question without the number before it: `Q1. `, `1、`. */
function withoutNumber(text: string): string {
  return text.replace(/^(?:Q\s*)?\d+\s*[.):、．\-–]\s*/iu, '');
}

function distinct(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
}

/** Differs for any two questions. */
export function keyOf({ feature, kind }: Question): string {
  return `${feature}\n${kind}`;
}

/**
 * Decides between columns for one question of which only one has cells: editing a form leaves the old column in its export, empty.
 * @param isEmpty whether the column at a position has no cell in any row below any such header
 */
export function withoutEmptyTwins(meanings: readonly ColumnMeaning[], isEmpty: (index: number) => boolean): readonly ColumnMeaning[] {
  const claims = meanings.flatMap((meaning, index) =>
    meaning.kind === 'ambiguous' && meaning.questions.length === 1 ? meaning.questions.map((question) => ({ index, question })) : [],
  );
  const decided = [...meanings];
  for (const twins of groupBy(claims, ({ question }) => keyOf(question)).values()) {
    const [filled, ...others] = twins.filter(({ index }) => !isEmpty(index));
    if (filled === undefined || others.length > 0) continue;
    for (const { index, question } of twins) decided[index] = index === filled.index ? { kind: 'question', question } : { kind: 'empty' };
  }
  return decided;
}
