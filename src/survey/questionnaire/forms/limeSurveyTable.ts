import { answerText } from '../../../terms/labels.ts';
import { locale } from '../../../terms/language.ts';
import { answerKeys } from '../../../terms/languages/languageRecord.ts';
import { importanceScale } from '../../surveyFormat.ts';
import {
  type AskedFeature,
  answersExplained,
  importanceEnds,
  introduction,
  type PersonaQuestion,
  personaHeading,
  type Questionnaire,
  questionnaireTitle,
} from '../questionnaire.ts';

const columns = ['class', 'type/scale', 'name', 'relevance', 'text', 'help', 'language', 'mandatory'] as const;
type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** The first line of every such table that this command wrote. */
export const limeSurveyMark = `\ufeff${columns.join('\t')}\n`;

/**
 * The structure of a survey that LimeSurvey imports, a group a feature: tab-separated values as in
 * https://www.limesurvey.org/manual/Tab_Separated_Value_survey_structure. `kano import` knows the texts of the questions and of the answers;
 * of the codes A1 to A5 it asks which end is “like”. Ends with a line break.
 */
export function limeSurveyTable(questionnaire: Questionnaire): string {
  const { product, persona, features } = questionnaire;
  const language = locale();
  const rows: Row[] = [
    { class: 'S', name: 'language', text: language },
    // A group is a page.
    { class: 'S', name: 'format', text: 'G' },
    { class: 'S', name: 'anonymized', text: 'Y' },
    { class: 'SL', name: 'surveyls_title', text: written(questionnaireTitle(product)), language },
    {
      class: 'SL',
      name: 'surveyls_welcometext',
      text: [...introduction(questionnaire), ...answersExplained()].map((text) => `<p>${written(text)}</p>`).join(''),
      language,
    },
    ...(persona ? personaRows(persona, language) : []),
    ...features.flatMap((feature, index) => featureRows(feature, index, language)),
  ];
  return limeSurveyMark + rows.map((row) => `${columns.map((column) => cell(row[column] ?? '')).join('\t')}\n`).join('');
}

function personaRows({ text, choices }: PersonaQuestion, language: string): readonly Row[] {
  return [
    { class: 'G', name: written(personaHeading()), relevance: '1', language },
    { class: 'Q', 'type/scale': 'L', name: 'persona', relevance: '1', text: written(text), language, mandatory: 'N' },
    ...choices.map(({ name }, index): Row => ({ class: 'A', 'type/scale': '0', name: `KP${index + 1}`, text: written(name), language })),
  ];
}

function featureRows({ title, description = '', questions }: AskedFeature, index: number, language: string): readonly Row[] {
  return [
    { class: 'G', name: written(title), relevance: '1', text: written(description), language },
    ...questions.flatMap(({ kind, text }): readonly Row[] => {
      // Letters and digits only, at most 20: no id fits in general.
      const name = `Feature${index + 1}${kind[0]?.toUpperCase()}`;
      const { lowest, highest } = importanceEnds();
      const isImportance = kind === 'importance';
      const help = isImportance ? written(`${lowest}, ${highest}`) : '';
      const answers = isImportance
        ? importanceScale.map((value) => [`${value}`, `${value}`])
        : answerKeys.map((key, at) => [`A${at + 1}`, answerText(key)]);
      return [
        { class: 'Q', 'type/scale': 'L', name, relevance: '1', text: written(text), help, language, mandatory: 'N' },
        ...answers.map(([code = '', answer = '']): Row => ({ class: 'A', 'type/scale': '0', name: code, text: written(answer), language })),
      ];
    }),
  ];
}

/** As HTML, which texts are there; braces would be expressions. */
function written(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '{': '&#123;', '}': '&#125;' };
  return text.replace(/[&<>{}]/g, (character) => entities[character] ?? character);
}

function cell(text: string): string {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
