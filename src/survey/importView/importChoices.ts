import type { AnswerKey, QuestionKind } from '../../terms/languages/languageRecord.ts';
import type { Screen } from '../answers/screens.ts';
import type { ImportanceScale } from '../answers/surveyMap.ts';

/** What a reader says a column holds. */
export type ColumnChoice =
  | { readonly kind: QuestionKind; readonly feature: string }
  | { readonly kind: 'persona' | 'respondent' | 'leave-out' }
  /** Only rows with one of these values count. */
  | { readonly kind: 'filter'; readonly values: readonly string[] };

/** What a reader says a value in the column of personas means: the id of a persona, one that the file gets, or a respondent who does not count. */
export type PersonaChoice = { readonly kind: 'persona'; readonly id: string } | { readonly kind: 'new' | 'leave-out' };

/** The survey that the answers belong to. */
export type SurveyChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly id: string; readonly date: string };

/** What numbers mean: the codes of each answer. */
export type Direction = Readonly<Partial<Record<AnswerKey, readonly string[]>>>;

/** All that a reader chose on the page of an import. Whatever is absent is as the export and its map say. */
export interface ImportChoices {
  readonly encoding?: string;
  /** A sheet by its position: `#2`. */
  readonly sheet?: string;
  /** By the name of the column, or its position: `#5`. */
  readonly columns: Readonly<Record<string, ColumnChoice>>;
  /** The questions that the rows of a matrix share. */
  readonly stems: Readonly<Record<string, QuestionKind>>;
  /** What words in the cells mean. */
  readonly words: Readonly<Record<string, AnswerKey | 'leaveOut'>>;
  readonly direction?: Direction;
  readonly importance?: ImportanceScale;
  readonly personas: Readonly<Record<string, PersonaChoice>>;
  readonly duplicates?: 'first' | 'last' | 'all';
  readonly survey?: SurveyChoice;
  readonly drop?: readonly Screen[];
  /** Whether answers in the file may give way. */
  readonly replace: boolean;
  /** Whether the map beside the export is passed over. */
  readonly withoutMap: boolean;
  /** Whether what was understood is saved as a map beside the export. */
  readonly saveMap: boolean;
}

/** As the page begins. */
export const noChoices: ImportChoices = {
  columns: {},
  stems: {},
  words: {},
  personas: {},
  replace: false,
  withoutMap: false,
  saveMap: false,
};

/**
 * The choices with others among them. That answers of the file may give way was said of one survey; columns, personas and surveys were chosen in what was
 * read with one encoding, of one sheet.
 */
export function changedChoices(choices: ImportChoices, changed: Partial<ImportChoices>): ImportChoices {
  const { survey, ...others } = choices;
  const isReadAnew = 'encoding' in changed || 'sheet' in changed;
  if (isReadAnew) return { ...others, columns: {}, personas: {}, replace: false, ...changed };
  return { ...choices, ...('survey' in changed && { replace: false }), ...changed };
}

/** The choices that stay with another product: ids of the one before mean nothing in it. */
export function choicesForAnother({ survey, ...choices }: ImportChoices): ImportChoices {
  return { ...choices, columns: {}, personas: {}, replace: false };
}

/** Whether anything was chosen of what is read. */
export function isAnyChosen({ saveMap: _, ...choices }: ImportChoices): boolean {
  return Object.entries(choices).some(([key, value]) =>
    typeof value === 'object' ? key === 'drop' || Object.keys(value).length > 0 : value,
  );
}

/** The choices with another one for a column, or none: a question, the persona and the respondent have one column each. */
export function withColumn(choices: ImportChoices, column: string, choice: ColumnChoice | undefined): ImportChoices {
  const others = Object.entries(choices.columns).filter(([name, each]) => name !== column && !isSame(each, choice));
  return { ...choices, columns: Object.fromEntries(choice === undefined ? others : [...others, [column, choice]]) };
}

function isSame(choice: ColumnChoice, other: ColumnChoice | undefined): boolean {
  if (choice.kind !== other?.kind || choice.kind === 'leave-out' || choice.kind === 'filter') return false;
  return !('feature' in choice) || !('feature' in other) || choice.feature === other.feature;
}
