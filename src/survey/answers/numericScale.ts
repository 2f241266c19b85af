import { categorise } from '../../analysis/categoryRules.ts';
import { countsFromAnswers } from '../../analysis/evaluationTable.ts';
import type { AnalysisSettings } from '../../document/format/model.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { givesNumbers, isAnswerNumber } from './cellReaders.ts';
import { sumOfAnswers } from './featureTally.ts';
import type { SurveyReading } from './readSurvey.ts';
import type { OwnAnswerWords } from './surveyMap.ts';

/** Answers by number alone, where nothing says which end of the scale is “like”. */
export interface NumericScale {
  /** The highest number is 3: this may be another instrument than the five answers. */
  readonly hasThreePoints: boolean;
  /** The numbers or codes of each answer, in the direction with fewer Reverse features. */
  readonly codes: OwnAnswerWords;
  /** Which number is “like” there. */
  readonly like: 1 | 5;
  /** Features with answers. */
  readonly features: number;
  /** Features that would be Reverse if the first number is “like”, and if the last is. */
  readonly reverse: readonly [number, number];
}

/**
 * The numbers of an export whose direction nothing states; `undefined` where there are none, or the survey map gives them a meaning.
 * @param read reads the same export with other words for the answers
 */
export function* undirectedNumbers(
  reading: Pick<SurveyReading, 'answers' | 'tallies'>,
  own: OwnAnswerWords,
  read: (answers: OwnAnswerWords) => Generator<undefined, Pick<SurveyReading, 'tallies'>>,
  settings: AnalysisSettings,
): Generator<undefined, NumericScale | undefined> {
  if (givesNumbers(own)) return undefined;
  const numbers = reading.answers.filter(({ text, answer }) => typeof answer === 'number' && isAnswerNumber(text));
  if (numbers.length === 0) return undefined;
  const forms = [...new Set(numbers.map(({ text }) => formOf(text)))];
  const codesOf = (order: readonly number[]) =>
    Object.fromEntries(answerKeys.map((key, index) => [key, forms.map((form) => form.replace('#', String(order[index])))]));
  const [codes, reversed]: OwnAnswerWords[] = [codesOf([1, 2, 3, 4, 5]), codesOf([5, 4, 3, 2, 1])];
  const withOwn = Object.fromEntries(answerKeys.map((key) => [key, [...(own[key] ?? []), ...(reversed?.[key] ?? [])]]));
  const reverse = [reverseFeatures(reading, settings), reverseFeatures(yield* read({ ...own, ...withOwn }), settings)] as const;
  const like = reverse[1] < reverse[0] ? 5 : 1;
  return {
    hasThreePoints: numbers.every(({ answer }) => (answer ?? 0) < 3),
    codes: (like === 1 ? codes : reversed) ?? {},
    like,
    features: reading.tallies.filter(({ groups }) => groups.length > 0).length,
    reverse,
  };
}

/** `#` for `2` and `2.0`, `AO0#` for `AO02`. */
function formOf(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/([1-5])(?:[.,]0+)?$/, '#');
}

function reverseFeatures({ tallies }: Pick<SurveyReading, 'tallies'>, { table, rule, lead }: AnalysisSettings): number {
  return tallies.filter(({ groups }) => {
    if (groups.length === 0) return false;
    return categorise(countsFromAnswers(sumOfAnswers(groups.map(({ answers }) => answers)), table), rule, lead) === 'R';
  }).length;
}
