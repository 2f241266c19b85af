import * as l10n from '@vscode/l10n';
import { type QuestionnaireFormat, questionnaireFormats } from '../../survey/surveyFormat.ts';

/** What a questionnaire can be, as a reader chooses it. */
export interface QuestionnaireForm {
  readonly label: string;
  /** The kind of file. */
  readonly description: string;
  readonly detail: string;
  readonly ending: string;
}

/** The forms in the order in which they are offered: first those for respondents and for any tool. */
export const forRespondents = ['html', 'markdown', 'csv'] as const satisfies readonly QuestionnaireFormat[];

/** Those of one survey tool each. */
export const ofTools: readonly QuestionnaireFormat[] = questionnaireFormats.filter(
  (format) => !(forRespondents as readonly QuestionnaireFormat[]).includes(format),
);

/** What a questionnaire in this format is, and what it is for. */
export function formOf(format: QuestionnaireFormat): QuestionnaireForm {
  switch (format) {
    case 'html':
      return {
        ...{ label: l10n.t('$(browser) Page'), description: 'HTML', ending: '.html' },
        detail: l10n.t('One file to send or to publish. Respondents save their answers, and send you that file.'),
      };
    case 'markdown':
      return {
        ...{ label: l10n.t('$(markdown) Text'), description: 'Markdown', ending: '.md' },
        detail: l10n.t('To read, to print, or to paste into a document.'),
      };
    case 'csv':
      return {
        ...{ label: l10n.t('$(table) Table'), description: 'CSV', ending: '.csv' },
        detail: l10n.t('A row for each question and its answers, to build the form in any survey tool.'),
      };
    case 'google-script':
      return {
        ...{ label: 'Google Forms', description: 'Apps Script', ending: '.gs' },
        detail: l10n.t('A script that makes the form: paste it into a project in script.google.com, and run createQuestionnaire.'),
      };
    case 'xlsform':
      return {
        ...{ label: 'KoboToolbox, ODK', description: 'XLSForm', ending: '.xlsx' },
        detail: l10n.t('A workbook to upload.'),
      };
    case 'qualtrics':
      return {
        ...{ label: 'Qualtrics', description: 'TXT', ending: '.txt' },
        detail: l10n.t('A text for Tools › Import survey.'),
      };
    case 'limesurvey':
      return {
        ...{ label: 'LimeSurvey', description: 'TXT', ending: '.txt' },
        detail: l10n.t('A table for Create survey › Import.'),
      };
  }
}
