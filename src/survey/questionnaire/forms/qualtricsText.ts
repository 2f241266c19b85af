import { answerText } from '../../../terms/labels.ts';
import { answerKeys } from '../../../terms/languages/languageRecord.ts';
import { importanceScale } from '../../surveyFormat.ts';
import {
  answersExplained,
  importanceEnds,
  introduction,
  type PersonaQuestion,
  type Questionnaire,
  questionnaireTitle,
} from '../questionnaire.ts';

/** The first lines of every such text that this command wrote. */
export const qualtricsMark = '[[AdvancedFormat]]\n\n[[Block:kano questionnaire]]\n';

/**
 * A text that Qualtrics imports as a survey (its Advanced Format TXT), a page a feature. The tags of questions are the columns that `kano import`
 * reads, and 1 to 5 are the values of the five answers in its order. Ends with a line break.
 */
export function qualtricsText(questionnaire: Questionnaire): string {
  const { product, persona, features } = questionnaire;
  const pages = features.map(({ title, description, questions }) => [
    descriptive([title, ...(description === undefined ? [] : [description])]),
    ...questions.map(({ kind, column, text }) =>
      kind === 'importance'
        ? question('Horizontal', column, `${text} (${importanceEnds().lowest}, ${importanceEnds().highest})`, importanceScale.map(String))
        : question('Vertical', column, text, answerKeys.map(answerText)),
    ),
  ]);
  const first = [
    descriptive([questionnaireTitle(product), ...introduction(questionnaire), ...answersExplained()]),
    ...(persona ? [personaQuestion(persona)] : []),
  ];
  return `${qualtricsMark}\n${[first, ...pages].map((page) => page.join('\n')).join('\n[[PageBreak]]\n\n')}`;
}

function personaQuestion({ column, text, choices }: PersonaQuestion): string {
  return question(
    'Vertical',
    column,
    text,
    choices.map(({ name }) => name),
  );
}

function descriptive(paragraphs: readonly string[]): string {
  return `[[Question:DB]]\n${paragraphs.map(safe).join('<br>')}\n`;
}

function question(layout: 'Vertical' | 'Horizontal', column: string, text: string, choices: readonly string[]): string {
  const listed = choices.map((choice, index) => `[[Choice:${index + 1}]]\n${safe(choice)}\n`);
  return `[[Question:MC:SingleAnswer:${layout}]]\n[[ID:${column}]]\n${safe(text)}\n[[AdvancedChoices]]\n${listed.join('')}`;
}

/** Text that is neither a tag of this format, nor one of HTML, nor a value to fill in (`\${q://…}`). */
function safe(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character)
    .replace(/\[(?=\[)/g, '[ ')
    .replaceAll('${', '$ {');
}
