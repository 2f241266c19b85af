/** The five answers to either question, in the order of the rows and columns of `answers`. */
export const answerKeys = ['like', 'must-be', 'neutral', 'live-with', 'dislike'] as const;
export type AnswerKey = (typeof answerKeys)[number];

/** The questions about one feature: how it feels with it, how it feels without it, and how important it is. */
export const questionKinds = ['functional', 'dysfunctional', 'importance'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/**
 * All that a language needs beside its two JSON files. A further language is one such record, listed in `language.ts`, with
 * `l10n/bundle.l10n.<tag>.json` and `package.nls.<tag>.json`.
 *
 * Surveys are read in every language at once, whatever language the reader's interface has. Their words are compared by letters and digits only.
 */
export interface LanguageRecord<Tag extends string = string> {
  /** Names the JSON files, and the language on the command line, `--lang <tag>`. */
  readonly tag: Tag;
  /** What the language calls itself. */
  readonly name: string;
  /** Tags of interface languages whose readers get this language. */
  readonly serves: RegExp;
  /** BCP 47 tag for `Intl` and for pages. */
  readonly locale: string;
  /** BCP 47 tag for joining names, where that needs another one: British English has no comma before the last `and`. */
  readonly listLocale?: string;
  /** Conjunctions that need a space between them and a letter or digit, but not between them and a character of the language. */
  readonly spacedConjunctions?: RegExp;
  /** Separates the items of a list that has no conjunction. */
  readonly listSeparator: string;
  /** Separates notes on one feature, which may have commas of their own. */
  readonly noteSeparator: string;
  readonly quote: (text: string) => string;
  readonly percent: (number: string) => string;
  /** A range whose ends may be negative, where a dash would look like a minus sign. */
  readonly range: (from: string, to: string) => string;
  readonly answers: Readonly<Record<AnswerKey, AnswerWords>>;
  /** What exports write where nobody answered. Never read as neutral. */
  readonly noAnswer: readonly string[];
  readonly questions: Readonly<Record<QuestionKind, QuestionWords>>;
  /** Asks which persona a respondent is. Exports of forms have it as a header. */
  readonly personaQuestion: string;
  /** Headers of other columns in exports of surveys. */
  readonly columns: {
    readonly persona: readonly string[];
    /** Columns that tell respondents apart, the most reliable first. */
    readonly respondent: readonly string[];
    /** Columns that tell the waves of a survey apart. */
    readonly wave: readonly string[];
    /** Columns of weights, by which tools make a sample look like the population. */
    readonly weight: readonly string[];
    /** Columns of small numbers that are not answers. */
    readonly otherNumbers: readonly string[];
  };
  readonly feedback: FeedbackWords;
}

/** How exports of reviews and tickets call their columns, and say which way a review goes. */
export interface FeedbackWords {
  /** Headers of columns, the most reliable first. */
  readonly columns: Readonly<Record<FeedbackColumn, readonly string[]>> & {
    /** Texts where no other column holds any: in trackers they are what the team answered. */
    readonly replies: readonly string[];
  };
  readonly complaints: readonly string[];
  readonly compliments: readonly string[];
  readonly neutral: readonly string[];
  /** Complaint and praise at once. */
  readonly mixed: readonly string[];
  /** Asked, and not answered. */
  readonly unrated: readonly string[];
  /** What stands behind the number of stars. */
  readonly stars: readonly string[];
  /** The names of the twelve months, as exports of the language write them, each with its abbreviations. */
  readonly months: readonly (readonly string[])[];
}

/** What the columns of an export of reviews and tickets hold. */
export const feedbackColumns = ['labels', 'text', 'stars', 'sentiment', 'date', 'persona'] as const;
export type FeedbackColumn = (typeof feedbackColumns)[number];

interface AnswerWords {
  /** For the edges of the 5×5 table. */
  readonly label: string;
  /** What respondents choose. */
  readonly text: string;
}

interface QuestionWords {
  /** What respondents are asked where the file has no question of its own. It must suit titles of every form: “Voice search”, “Delivery is free”. */
  readonly template: string;
  /** What headers write before or after the name of the feature. */
  readonly headers: readonly string[];
}
