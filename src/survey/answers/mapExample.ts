import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { columnsByQuestion } from './columnNotes.ts';
import { likelyReading, type NumericReading, type NumericScale } from './numericScale.ts';
import { isUnclear } from './readCell.ts';
import type { SurveyReading } from './readSurvey.ts';
import { scaleLines } from './scaleAdvice.ts';
import { scaleNumber } from './seenNumbers.ts';
import { questionName } from './shownTexts.ts';

const shownOfAKind = 12;

/** What an import can be in doubt about. */
export type DoubtfulReading = Pick<SurveyReading, 'answers' | 'importances' | 'unstatedScale' | 'statedScale' | 'unknownPersonas'> &
  Partial<Pick<SurveyReading, 'unclearRespondents' | 'products' | 'long'>> & {
    readonly rows: Pick<SurveyReading['rows'], 'duplicates' | 'copies'>;
  };

/** Lines of a survey map, to be filled in, that would resolve why an import is not written. */
export function mapOfDoubts(reading: DoubtfulReading, numbers: NumericScale | undefined): readonly string[] {
  const { answers, unknownPersonas, rows, unclearRespondents = [], products = [], long = [] } = reading;
  const likely = numbers && likelyReading(numbers);
  // Numbers of which no five are likely to be the answers are listed like words: a guess could count wrongly.
  const isOpenNumber = likely === undefined && numbers?.kind !== 'contrary';
  const unread = answers.filter((cell) => (numbers?.texts.has(cell.text) ? isOpenNumber : isUnclear(cell)));
  const words = unread.map(({ text }) => text);
  return [
    // As long as nobody fills it in, it leaves nothing out.
    ...(words.length > 0
      ? [
          `answers: # ${l10n.t('put each of these where it belongs: {words}', { words: listed(words) })}`,
          ...[...answerKeys, 'leaveOut' as const].map((key) => `  ${key}: [${listed(likely?.codes[key] ?? [])}]`),
        ]
      : []),
    ...(words.length === 0 && likely ? ['answers:', ...answerKeys.map((key) => `  ${key}: [${listed(likely.codes[key] ?? [])}]`)] : []),
    ...(likely ? [`  # ${directionNote(likely, numbers?.kind)}`] : []),
    ...scaleLines(reading),
    ...(unknownPersonas.length > 0
      ? ['personas:', `  values: # ${l10n.t('the id of a persona for each; or list them under leaveOut')}`]
      : []),
    ...unknownPersonas.slice(0, shownOfAKind).map(({ value }) => `    ${scalarText(value, { flow: true })}: ""`),
    ...rowsApart(rows, products),
    ...respondentLines(rows, likelyColumns(long), unclearRespondents),
  ];
}

function respondentLines(
  rows: Pick<SurveyReading['rows'], 'duplicates' | 'copies'>,
  likely: readonly string[],
  unclear: SurveyReading['unclearRespondents'],
): readonly string[] {
  const isTwice = rows.copies.length > 0 || unclear.length > 0 || rows.duplicates.some(({ wave }) => wave === undefined);
  const [first, ...names] = [...new Set([...likely, ...unclear.map(({ column }) => column)])];
  const note = l10n.t('if it tells respondents apart; if not, list it under leaveOut');
  const also = names.length === 0 ? '' : ` (${l10n.t('as for {columns}', { columns: listed(names) })})`;
  return first === undefined && !isTwice
    ? []
    : [
        'respondents:',
        ...(first === undefined ? [] : [`  column: ${scalarText(first, { flow: false })} # ${note}${also}`]),
        ...(isTwice ? [`  duplicates: last # ${l10n.t('or first, or all')}`] : []),
      ];
}

/** Columns of long tables that may tell respondents apart. */
export function likelyColumns(long: SurveyReading['long']): readonly string[] {
  return [...new Set(long.flatMap(({ likelyRespondents }) => likelyRespondents))];
}

/** The line of a survey map that takes the last wave. */
export function waveLine(column: string, waves: readonly string[]): string {
  const written = (text: string) => scalarText(text, { flow: true });
  return `where: { ${written(column)}: ${written(waves.at(-1) ?? '')} }`;
}

/** The line of a survey map that takes the product of the file; where nothing says which one that is, it takes none. */
export function productLine({ column, values, own = '' }: SurveyReading['products'][number]): string {
  const written = (text: string) => scalarText(text, { flow: true });
  const line = `where: { ${written(column)}: ${written(own)} }`;
  return `${line} # ${l10n.t('one of {values}; if all are about this product, list the column under leaveOut', { values: listed(values) })}`;
}

function directionNote({ like, codes }: NumericReading, kind: NumericScale['kind'] | undefined): string {
  if (kind === 'contradicted') return l10n.t('as the labels of the export say');
  if (kind === 'partly') return l10n.t('as the labels say, if the numbers mean the same everywhere');
  const other = codes.dislike?.map(scaleNumber)[0] ?? like;
  return l10n.t('this is right if {like} is “like”; if {other} is, list the numbers the other way round', {
    like: String(like),
    other: String(other),
  });
}

/** Which wave and which product count: to keep the last answers would mix them. */
function rowsApart({ duplicates }: Pick<SurveyReading['rows'], 'duplicates'>, products: SurveyReading['products']): readonly string[] {
  const columns = groupBy(
    duplicates.flatMap(({ wave }) => wave ?? []),
    ({ column }) => column,
  );
  return [
    ...[...columns].map(([column, found]) => {
      const waves = [...new Set(found.flatMap(({ values }) => values))];
      return `${waveLine(column, waves)} # ${l10n.t('one of {waves}: import each wave into a survey of its own', { waves: listed(waves) })}`;
    }),
    ...products.filter(({ column }) => !columns.has(column)).map(productLine),
  ];
}

/** Lines of a survey map, to be filled in, that would say which questions the columns of uncounted answers belong to. */
export function mapOfColumns({ notes, stems, long, openLong }: SurveyReading): readonly string[] {
  if (stems.length > 1) return stemLines(stems);
  const [open] = openLong;
  if (open) return open.answers.length > 1 ? answerColumnLines(open, notes.notAsked) : [];
  const unknownNames = long.flatMap(({ unknown }) => unknown.map(({ name }) => name)).filter((name) => name !== '');
  const doubtful = [...notes.ambiguous.flatMap(({ questions }) => questions), ...notes.incomplete.map(({ question }) => question)];
  const features = (doubtful.length > 0 ? [...new Set(doubtful.map(({ feature }) => feature))] : notes.notAsked).slice(0, shownOfAKind);
  const names = [...new Set(notes.answersLeftOut.flatMap((column) => nameIn(column) ?? []))];
  const rest = notes.answersLeftOut.filter((column) => nameIn(column) === undefined);
  const written = (value: string) => features.map((id) => `  ${scalarText(id, { flow: false })}: ${value}`);
  return [
    ...(features.length > 0 && names.length > 0
      ? [`names: # ${l10n.t('one of these for each: {names}', { names: listed(names) })}`, ...written('""')]
      : []),
    ...(features.length > 0 && names.length === 0
      ? [
          `columns: # ${l10n.t('columns by their header')}`,
          ...written('{ functional: "", dysfunctional: "" }'),
          ...columnsByQuestion(notes).map(
            ({ question, columns }) =>
              `  # ${l10n.t('{question} is one of {columns}', { question: questionName(question), columns: listed(columns) })}`,
          ),
        ]
      : []),
    ...namesLines(unknownNames, notes.notAsked),
    ...(rest.length > 0 ? [`leaveOut: [${listed(rest)}] # ${l10n.t('if they are not questions about this file')}`] : []),
  ];
}

/** The columns of a table with a row for each answer are the same for all features. */
function answerColumnLines({ answers }: SurveyReading['openLong'][number], features: readonly string[]): readonly string[] {
  const [id = ''] = features;
  return [
    `columns: # ${l10n.t('of one feature, for all: two of {columns}', { columns: listed(answers) })}`,
    `  ${scalarText(id, { flow: false })}: { functional: "", dysfunctional: "" }`,
  ];
}

/** What a table with a row for each answer calls features, beside those that nobody was asked about under their own name. */
function namesLines(names: readonly string[], features: readonly string[]): readonly string[] {
  if (names.length === 0 || features.length === 0) return [];
  return [
    `names: # ${l10n.t('one of these for each: {names}', { names: listed(names) })}`,
    ...features.slice(0, shownOfAKind).map((id) => `  ${scalarText(id, { flow: false })}: ""`),
  ];
}

/** The stems of a matrix: nothing says which of them is which question. */
function stemLines(stems: readonly string[]): readonly string[] {
  const written = stems.map((stem) => scalarText(stem, { flow: false }));
  return [
    `stems: # ${l10n.t('put each where it belongs')}`,
    '  functional: ""',
    '  dysfunctional: ""',
    ...written.slice(0, shownOfAKind).map((stem) => `  # ${stem}`),
  ];
}

/** `F1` of the columns `F1_functional` and `F1_dysfunctional`. */
function nameIn(column: string): string | undefined {
  return /^(.*?\S)[\s_.:-]*[([]?(?:dys)?functional[)\]]?$/iu.exec(column.slice(0, 200))?.[1];
}

function listed(texts: readonly string[]): string {
  const distinct = [...new Set(texts.map((text) => text.trim()))];
  return distinct
    .slice(0, shownOfAKind)
    .map((text) => scalarText(text, { flow: true }))
    .join(', ');
}
