import { groupBy } from '../../base/groupBy.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { isAnswerNumber } from './cellReaders.ts';
import { comparableText, textLookup } from './comparableText.ts';
import { withoutNumber } from './publishedAnswers.ts';
import type { ReadCell } from './readCell.ts';
import type { OwnAnswerWords } from './surveyMap.ts';
import { setsByLanguage } from './wordings/answerSets.ts';
import { stemOf } from './wordings/stemOf.ts';

/**
 * Answers, with those not understood of which two different words mean the same while one of the five answers never occurs: five steps of liking
 * (like very much, like, neutral …) are another instrument, and read as Kano answers they would count wrongly. Words of the survey map stay.
 */
export function withoutCollapsed(answers: readonly ReadCell[], own: OwnAnswerWords): readonly ReadCell[] {
  const missing = answerKeys.flatMap((_, index) => (answers.some(({ answer }) => answer === index) ? [] : [index]));
  const [never] = missing;
  if (never === undefined) return answers;
  const given = textLookup(
    Object.values(own).flatMap((words) => (words ?? []).map((word) => [word, true] as const)),
    comparableText,
  );
  const inWords = answers.filter(({ text, answer }) => typeof answer === 'number' && !isAnswerNumber(text));
  const collapsed = new Map<ReadCell, ReadCell>();
  for (const [, cells] of groupBy(inWords, ({ answer }) => answer)) {
    for (const cell of cells) {
      const other = given(cell.text).length > 0 ? undefined : cells.find((each) => areDifferentWords(cell.text, each.text));
      if (other) collapsed.set(cell, other);
    }
  }
  return answers.map((cell) => {
    const other = collapsed.get(cell);
    return other === undefined || typeof cell.answer !== 'number'
      ? cell
      : { ...cell, answer: undefined, collapsed: { with: other.text, answer: cell.answer, never } };
  });
}

/** In so many answers, people would expect or tolerate something. */
const manyAnswers = 30;

/** Whether many answers in words are like, neutral and dislike alone: of three steps, the must-be and the tolerated one have no word. */
export function areThreeWords(answers: readonly ReadCell[]): boolean {
  const inWords = answers.filter(({ text, answer }) => typeof answer === 'number' && !isAnswerNumber(text));
  const found = new Set(inWords.map(({ answer }) => answer));
  return [0, 2, 4].every((answer) => found.has(answer)) && found.size === 3 && sumOf(inWords) >= manyAnswers;
}

function sumOf(cells: readonly ReadCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** Whether two words of one language are not only written differently. */
function areDifferentWords(one: string, other: string): boolean {
  if (stemOf(one) === stemOf(other)) return false;
  const languages = languagesOf(other);
  return languagesOf(one).some((language) => languages.includes(language));
}

const wordsByLanguage = setsByLanguage.map((sets) => new Set(sets.flatMap(({ words }) => words.flat().map(comparableText))));

function languagesOf(text: string): readonly number[] {
  const keys = [comparableText(text), comparableText(withoutNumber(text))];
  return wordsByLanguage.flatMap((words, language) => (keys.some((key) => words.has(key)) ? [language] : []));
}
