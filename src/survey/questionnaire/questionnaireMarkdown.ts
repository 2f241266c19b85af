import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { answerText } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { bulletList, type Column, comments, heading, markdownText, paragraph, table } from '../../terms/markdown.ts';
import { importanceScale } from '../surveyFormat.ts';
import {
  type AskedFeature,
  type AskedQuestion,
  answerMeaning,
  answersTexts,
  importanceEnds,
  introduction,
  type PersonaQuestion,
  personaHeading,
  type Questionnaire,
  questionnaireTitle,
  thanks,
} from './questionnaire.ts';

/** Marks a text that this command wrote. */
export const markdownMark = '<!-- kano:questionnaire';

/** A questionnaire as GitHub Markdown, to be printed and filled in by hand: a table of check boxes for each feature. Ends with a line break. */
export function questionnaireMarkdown(questionnaire: Questionnaire): string {
  const { product, persona, features } = questionnaire;
  return markdownText([
    heading(1, questionnaireTitle(product)),
    comments(`kano:questionnaire ${l10n.t('made by “kano questionnaire”; changes are lost when it is made again')}`),
    ...introduction(questionnaire).map((text) => paragraph(text)),
    heading(2, answersTexts().heading),
    bulletList(answerKeys.map((answer) => [{ strong: answerText(answer) }, ` – ${answerMeaning(answer)}`])),
    paragraph(answersTexts().hint),
    paragraph(l10n.t('Tick one answer in every row.')),
    ...(persona ? personaNodes(persona) : []),
    ...features.flatMap(featureNodes),
    paragraph(thanks()),
  ]);
}

const checkBox = '☐';

function personaNodes({ text, choices }: PersonaQuestion): readonly RootContent[] {
  const items = choices.map(({ name, description }) => `${checkBox} ${name}${description === undefined ? '' : ` – ${description}`}`);
  return [heading(2, personaHeading()), paragraph(text), bulletList(items)];
}

function featureNodes({ title, description, questions }: AskedFeature, index: number): readonly RootContent[] {
  const pair = questions.filter(({ kind }) => kind !== 'importance');
  const importance = questions.filter(({ kind }) => kind === 'importance');
  return [
    heading(2, `${index + 1}. ${title}`),
    ...(description === undefined ? [] : [paragraph(description)]),
    questionTable(pair, answerKeys.map(answerText)),
    ...(importance.length === 0
      ? []
      : [questionTable(importance, importanceScale.map(String)), paragraph(`${importanceEnds().lowest}, ${importanceEnds().highest}`)]),
  ];
}

function questionTable(questions: readonly AskedQuestion[], answers: readonly string[]): RootContent {
  const columns: readonly Column[] = [l10n.t('Question'), ...answers].map((heading) => ({ heading, align: 'left' }));
  const rows = questions.map(({ text }) => [text, ...answers.map(() => checkBox)]);
  return table(columns, rows);
}
