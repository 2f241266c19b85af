import type { RootContent } from 'mdast';
import { answerText } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { bulletList, type Column, comments, heading, markdownText, paragraph, table } from '../../terms/markdown.ts';
import {
  answersHeading,
  answersHint,
  importanceEnds,
  madeHint,
  personaHeading,
  questionHeading,
  questionnaireTitle,
  thanks,
  tickHint,
} from '../../wording/questionnaireWording.ts';
import { importanceScale } from '../importanceScale.ts';
import {
  type AskedFeature,
  type AskedQuestion,
  answerMeaning,
  introduction,
  type PersonaQuestion,
  type Questionnaire,
} from './questionnaire.ts';

/** Begins the line by which a text is known that was written here. */
export const markdownMark = '<!-- kano:questionnaire';

/** A questionnaire as GitHub Markdown, to be read, printed and filled in by hand: a table of boxes for each feature. Ends with a line break. */
export function questionnaireMarkdown(questionnaire: Questionnaire): string {
  const { product, persona, features } = questionnaire;
  return markdownText([
    heading(1, questionnaireTitle(product)),
    comments(`kano:questionnaire ${madeHint()}`),
    ...introduction(questionnaire).map((text) => paragraph(text)),
    heading(2, answersHeading()),
    bulletList(answerKeys.map((answer) => [{ strong: answerText(answer) }, ` – ${answerMeaning(answer)}`])),
    paragraph(answersHint()),
    paragraph(tickHint()),
    ...(persona ? personaNodes(persona) : []),
    ...features.flatMap(featureNodes),
    paragraph(thanks()),
  ]);
}

/** Something to tick. */
const box = '☐';

function personaNodes({ text, choices }: PersonaQuestion): readonly RootContent[] {
  const items = choices.map(({ name, description }) => `${box} ${name}${description === undefined ? '' : ` – ${description}`}`);
  return [heading(2, personaHeading()), paragraph(text), bulletList(items)];
}

function featureNodes({ title, description, questions }: AskedFeature, index: number): readonly RootContent[] {
  const pair = questions.filter(({ kind }) => kind !== 'importance');
  const importance = questions.filter(({ kind }) => kind === 'importance');
  return [
    heading(2, `${index + 1}. ${title}`),
    ...(description === undefined ? [] : [paragraph(description)]),
    questionTable(
      pair,
      answerKeys.map((answer) => answerText(answer)),
    ),
    ...(importance.length === 0
      ? []
      : [questionTable(importance, importanceScale.map(String)), paragraph(`${importanceEnds().lowest}, ${importanceEnds().highest}`)]),
  ];
}

function questionTable(questions: readonly AskedQuestion[], answers: readonly string[]): RootContent {
  const columns: readonly Column[] = [questionHeading(), ...answers].map((heading) => ({ heading, align: 'left' }));
  return table(
    columns,
    questions.map(({ text }) => [text, ...answers.map(() => box)]),
  );
}
