import type { Feature, Persona } from '../../document/format/model.ts';
import { answerReader, isAnswerNumber } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import { columnNames } from './matchColumns.ts';
import { isPublished } from './publishedAnswers.ts';
import type { SurveyMap } from './surveyMap.ts';

/** Tells the texts that an export of a survey about these features may have: answers in words, names of its columns, and personas. */
export function knownTexts(features: readonly Feature[], personas: readonly Persona[], map: SurveyMap): (text: string) => boolean {
  const readAnswer = answerReader(map.answers);
  const names = columnNames(features, map);
  const others = new Set(
    [...personas.flatMap(({ name }) => name ?? []), ...map.personas.values.keys(), ...(map.answers.leaveOut ?? [])].map(comparableText),
  );
  return (text) => {
    const key = comparableText(text);
    if (key === '') return false;
    const isAnswer = isPublished(key) || (typeof readAnswer(text) === 'number' && !isAnswerNumber(text));
    return (
      isAnswer || names.exact.has(text) || names.short.has(key) || names.features.has(key) || names.questions.has(key) || others.has(key)
    );
  };
}
