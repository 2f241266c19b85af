import * as l10n from '@vscode/l10n';
import { answerText } from '../../../terms/labels.ts';
import { answerKeys } from '../../../terms/languages/languageRecord.ts';
import { importanceScale } from '../../surveyFormat.ts';
import {
  answersExplained,
  importanceEnds,
  introduction,
  personaHeading,
  type Questionnaire,
  questionnaireTitle,
  thanks,
} from '../questionnaire.ts';

/** Begins every script that this command wrote. */
export const scriptMark = '// kano questionnaire';

/**
 * A script for Google Apps Script that makes the questionnaire as a Google Form, a page a feature. The headings of its export are the texts of the
 * questions, which `kano import` knows. Uses the methods of https://developers.google.com/apps-script/reference/forms. Ends with a line break.
 */
export function googleScript(questionnaire: Questionnaire): string {
  const { product, persona, features } = questionnaire;
  const data = {
    title: questionnaireTitle(product),
    description: [...introduction(questionnaire), answersExplained().join('\n')].join('\n\n'),
    thanks: thanks(),
    answers: answerKeys.map(answerText),
    persona: persona && {
      heading: personaHeading(),
      text: persona.text,
      names: persona.choices.map(({ name }) => name),
      descriptions: persona.choices
        .flatMap(({ name, description }) => (description === undefined ? [] : `${name}: ${description}`))
        .join('\n'),
    },
    importance: { from: importanceScale[0], to: importanceScale.at(-1), ...importanceEnds() },
    features: features.map(({ title, description = '', questions }) => ({
      title,
      description,
      questions: questions.map(({ kind, text }) => ({ text, isImportance: kind === 'importance' })),
    })),
  };
  return `${scriptMark}
${comment(l10n.t('Makes this questionnaire as a Google Form. In script.google.com, start a new project, replace its text with this, and run “createQuestionnaire”.'))}
${comment(l10n.t('Send the address that it logs. Export the answers as CSV: “kano import” reads them as they are.'))}

const questionnaire = ${scriptJson(data)};

function createQuestionnaire() {
  const form = FormApp.create(questionnaire.title);
  form.setDescription(questionnaire.description).setConfirmationMessage(questionnaire.thanks);
  form.setProgressBar(true).setShuffleQuestions(false);

  if (questionnaire.persona) {
    const item = form.addMultipleChoiceItem().setTitle(questionnaire.persona.text);
    item.setHelpText(questionnaire.persona.descriptions).setChoiceValues(questionnaire.persona.names);
  }
  for (const feature of questionnaire.features) {
    form.addPageBreakItem().setTitle(feature.title).setHelpText(feature.description);
    for (const question of feature.questions) {
      if (question.isImportance) {
        const { from, to, lowest, highest } = questionnaire.importance;
        form.addScaleItem().setTitle(question.text).setBounds(from, to).setLabels(lowest, highest);
      } else {
        form.addMultipleChoiceItem().setTitle(question.text).setChoiceValues(questionnaire.answers);
      }
    }
  }
  Logger.log(form.getPublishedUrl());
  Logger.log(form.getEditUrl());
}
`;
}

function comment(text: string): string {
  return `// ${text}`;
}

/** JSON that is a script as well, and stays one in a page. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
