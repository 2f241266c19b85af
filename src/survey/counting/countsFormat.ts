import type { QuestionKind } from '../../terms/languages/languageRecord.ts';

// What a counting statement gives, and what is read again. Each row is a group of respondents who answered alike.

/** The columns of the result. Those of surveys, personas and importance are there where the table has such a column. */
export const countsColumns = ['survey', 'feature', 'persona', 'functional', 'dysfunctional', 'importance', 'respondents'] as const;
export type CountsColumn = (typeof countsColumns)[number];

/** Longer texts are nobody's answers, and stay where they are. In characters. */
export const longestText = 200;
/** Stands for such a text. */
export const longText = '(long text)';
/** Stands for several answers of one respondent to one question, where the map does not say which of them counts. */
export const severalAnswers = '(several answers)';
/** Stands for answers of which nobody knows whose they are, so that no two belong together. */
export const noRespondent = '(no respondent)';
/** Stands for answers to a question that the map gives no feature. In the column of features is what the question is called. */
export const unknownQuestion = '(unknown question)';

/** The columns of answers. */
export const answerColumns = ['functional', 'dysfunctional', 'importance'] as const satisfies readonly QuestionKind[];
