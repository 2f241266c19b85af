import { answerKeys } from '../../terms/languages/languageRecord.ts';
import type { ReadCell } from './readCell.ts';
import type { OwnAnswerWords } from './surveyMap.ts';

/** Answers given by number or code alone: which they are, and the scales of five that they may be on. */
export interface SeenNumbers {
  readonly cells: readonly ReadCell[];
  readonly lowest: number;
  readonly highest: number;
  /** The first number of each scale of five that has all of them; none where they are more, or other numbers. */
  readonly firsts: readonly number[];
  /** Whether there may be fewer than five on the scale: numbers at its end never occur. */
  readonly areFew: boolean;
  /** How the numbers are written: `#` for `2` and `2.0`, `AO0#` for `AO02`. */
  readonly forms: readonly string[];
}

const pattern = /^(A0?|AO0)?(-?\d{1,2})(?:[.,]0+)?$/i;

/** The number of a cell that is only a number, or a code of LimeSurvey; `undefined` for others, and for those too far from any scale. */
export function scaleNumber(text: string): number | undefined {
  const number = pattern.exec(plainText(text))?.[2];
  const value = number === undefined ? undefined : Number(number);
  return value === undefined || value < -5 || value > 10 ? undefined : value;
}

/** Finds out on which scale the numbers among the answers may be; `undefined` where there are none. */
export function seenNumbers(answers: readonly ReadCell[]): SeenNumbers | undefined {
  const numbers = answers.flatMap((cell) => {
    const number = cell.answer === null ? undefined : scaleNumber(cell.text);
    return number === undefined ? [] : [{ cell, number }];
  });
  const all = new Set(numbers.map(({ number }) => number));
  const most = [...all].reduce((most, number) => Math.max(most, number), 0);
  // Beside 1 to 5, numbers far away stand for no answer: 9, -1.
  const isOnScale = (number: number) => (number > 7 ? all.has(6) || all.has(7) : number < 0 ? most <= 3 : true);
  const found = numbers.filter(({ number }) => isOnScale(number));
  if (found.length === 0) return undefined;
  const forms = [...new Set(found.map(({ cell }) => formOf(cell.text)))];
  const [lowest, highest] = [Math.min(...found.map(({ number }) => number)), Math.max(...found.map(({ number }) => number))];
  const possible = forms.some((form) => form !== '#') ? [1] : lowest < 0 ? [-2] : lowest === 0 ? [0] : [1, 0];
  const firsts = possible.filter((first) => lowest >= first && highest <= first + 4);
  const [first = 1] = firsts;
  const areFew = firsts.length > 0 && (highest <= first + 2 || (first === -2 && lowest === -1 && highest === 1));
  return {
    cells: found.map(({ cell }) => cell),
    lowest,
    highest,
    // Without a 0, a scale from 0 comes to mind where nothing is above its end, and something is at it.
    firsts: firsts.filter((each) => each === first || highest === each + 4),
    areFew,
    forms,
  };
}

/** What each answer is written as, if the scale begins with this number, which is “like”, or else its last number is. */
export function codesOf({ forms }: Pick<SeenNumbers, 'forms'>, first: number, isFirstLike: boolean): OwnAnswerWords {
  const order = answerKeys.map((_, index) => first + (isFirstLike ? index : 4 - index));
  return Object.fromEntries(answerKeys.map((key, index) => [key, forms.map((form) => form.replace('#', String(order[index])))]));
}

function formOf(text: string): string {
  return `${pattern.exec(plainText(text))?.[1] ?? ''}#`;
}

function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^[‐–—−](?=\d)/, '-');
}
