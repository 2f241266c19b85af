import { languageRecords } from '../../terms/language.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { comparableText } from './comparableText.ts';
import type { AnswerSet } from './wordings/answerSet.ts';
import { answerSets } from './wordings/answerSets.ts';

/** A word of a set: which answer it is there, from 0 (like) to 4 (dislike). */
interface Meaning {
  readonly answer: number;
  readonly set: AnswerSet;
}

const own: readonly AnswerSet[] = languageRecords.map(({ answers }) => {
  const word = (index: number) => {
    const key = answerKeys[index];
    return key === undefined ? [] : [answers[key].label, answers[key].text];
  };
  return { source: 'The questionnaire of this product', words: [word(0), word(1), word(2), word(3), word(4)] };
});

const meanings = new Map<string, Meaning[]>();
for (const set of [...own, ...answerSets]) {
  for (const [answer, words] of set.words.entries())
    for (const word of words) meanings.set(comparableText(word), [...(meanings.get(comparableText(word)) ?? []), { answer, set }]);
}

/** Whether any published questionnaire has this answer, as `comparableText`. */
export function isPublished(key: string): boolean {
  return meanings.has(key);
}

/**
 * What an answer means in published questionnaires, from 0 (like) to 4 (dislike). A word that means two things, or too little alone, means what it is in a set
 * whose other four answers are in the export too; `undefined` where no set has it, or where several such sets differ.
 *
 * @param key as `comparableText`
 * @param present the texts of the export, as `comparableText`
 */
export function publishedAnswer(key: string, present: ReadonlySet<string>): number | undefined {
  const found = meanings.get(key) ?? [];
  const alone = onlyAnswer(found);
  if (alone !== undefined && found.some(({ set }) => set.onlyTogether !== true)) return alone;
  return onlyAnswer(found.filter((meaning) => isComplete(meaning, present)));
}

function onlyAnswer(found: readonly Meaning[]): number | undefined {
  const [first] = found;
  return found.every(({ answer }) => answer === first?.answer) ? first?.answer : undefined;
}

function isComplete({ answer, set }: Meaning, present: ReadonlySet<string>): boolean {
  return set.words.every((words, index) => index === answer || words.some((word) => present.has(comparableText(word))));
}

/** A number before or after the words adds nothing to them, nor does the letter of an option (`A. `) before them. */
export function withoutNumber(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^[([]?\d+[\])]?\s*[-–—:=.、)]?\s*|^[([]?[A-E]\s*[-–—:.、)\]]\s*|\s*[([]?\d+[\])]?$/giu, '');
}
