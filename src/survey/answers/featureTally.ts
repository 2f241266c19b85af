import type { Answers } from '../../document/format/model.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';

/** The answers about one feature. */
export interface FeatureTally {
  readonly feature: string;
  /** Respondents who answered only one of the two questions: they are not counted. */
  readonly halves: number;
  /** Respondents who answered neither. */
  readonly unanswered: number;
  /** One for each persona with answers, in the order of their first answer. */
  readonly groups: readonly TallyGroup[];
}

interface TallyGroup {
  /** `undefined` where the import does not distinguish personas. */
  readonly persona: string | undefined;
  /** Respondents who answered both questions. */
  readonly n: number;
  readonly answers: Answers;
  /** Mean rating, to two decimals; absent where nobody rated it. */
  readonly importance?: number;
}

/** Counts the answers about a feature, one respondent at a time. */
export class TallyCounter {
  readonly feature: string;
  readonly #groups = new Map<string | undefined, { answers: number[][]; n: number; ratings: number; rated: number }>();
  #halves = 0;
  #unanswered = 0;

  constructor(feature: string) {
    this.feature = feature;
  }

  /**
   * @param functional and `dysfunctional` from 0 to 4; `null` is no answer, also for `importance`
   * @param times how many respondents answered like this
   */
  add(persona: string | undefined, functional: number | null, dysfunctional: number | null, importance: number | null, times = 1): void {
    if (functional === null && dysfunctional === null) this.#unanswered += times;
    else if (functional === null || dysfunctional === null) this.#halves += times;
    if ((functional === null || dysfunctional === null) && importance === null) return;
    const group = this.#groups.get(persona) ?? { answers: Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]), n: 0, ratings: 0, rated: 0 };
    this.#groups.set(persona, group);
    if (importance !== null) {
      group.ratings += importance * times;
      group.rated += times;
    }
    if (functional === null || dysfunctional === null) return;
    const row = group.answers[functional] as number[];
    row[dysfunctional] = (row[dysfunctional] ?? 0) + times;
    group.n += times;
  }

  get tally(): FeatureTally {
    const groups = [...this.#groups].flatMap(([persona, { answers, n, ratings, rated }]): TallyGroup[] =>
      n === 0 ? [] : [{ persona, n, answers, ...(rated > 0 && { importance: Math.round((ratings / rated) * 100) / 100 }) }],
    );
    return { feature: this.feature, halves: this.#halves, unanswered: this.#unanswered, groups };
  }
}

/** The answers of several groups together. */
export function sumOfAnswers(all: readonly Answers[]): Answers {
  return answerKeys.map((_, row) =>
    answerKeys.map((_, column) => all.reduce((total, answers) => total + (answers[row]?.[column] ?? 0), 0)),
  );
}
