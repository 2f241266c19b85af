import type { QuestionKind } from '../../terms/languages/languageRecord.ts';
import type { OwnAnswerWords } from './answerReader.ts';

/** How the export of a survey is to be read, where that cannot be told from it: the content of a map file. */
export interface SurveyMap {
  /** What the export calls a feature, by its id. */
  readonly names: ReadonlyMap<string, string>;
  /** Columns by the id of their feature. */
  readonly columns: ReadonlyMap<string, Readonly<Partial<Record<QuestionKind, string>>>>;
  readonly answers: OwnAnswerWords;
  readonly personas: {
    readonly column?: string;
    /** Ids of personas by what stands in the column. */
    readonly values: ReadonlyMap<string, string>;
    readonly leaveOut: readonly string[];
  };
  readonly respondents: {
    readonly column?: string;
    readonly duplicates?: Duplicates;
    /** Values by column: rows that have one of them are not counted. */
    readonly leaveOut: ReadonlyMap<string, readonly string[]>;
  };
  /** Columns that are no questions. */
  readonly leaveOut: readonly string[];
}

/** What counts of those who answered more than once. */
export type Duplicates = 'first' | 'last' | 'all';

/** The map of an export that speaks for itself. */
export const noSurveyMap: SurveyMap = {
  names: new Map(),
  columns: new Map(),
  answers: {},
  personas: { values: new Map(), leaveOut: [] },
  respondents: { leaveOut: new Map() },
  leaveOut: [],
};
