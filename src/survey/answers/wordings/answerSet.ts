/** The five answers of a questionnaire in the words of its authors, from like to dislike; of each answer, the ways in which it is written. */
export type AnswerWordings = readonly [
  like: readonly string[],
  mustBe: readonly string[],
  neutral: readonly string[],
  liveWith: readonly string[],
  dislike: readonly string[],
];

/** Five answers that people choose from. */
export interface AnswerSet {
  /** Where these words were found, or that no publication is known. */
  readonly source: string;
  /** Whether these words say too little alone: they count only where the other four answers of the set are in the export too. */
  readonly onlyTogether?: true;
  readonly words: AnswerWordings;
}

/** Sets of which no single publication is known; each word of them has one meaning to those who speak the language. */
export const unpublished = 'In common use; no publication known';
