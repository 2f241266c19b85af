import { csvText } from '../../base/csv.ts';
import { type QuestionnaireFormat, questionColumns } from '../surveyFormat.ts';
import { googleScript, scriptMark } from './forms/googleScript.ts';
import { limeSurveyMark, limeSurveyTable } from './forms/limeSurveyTable.ts';
import { qualtricsMark, qualtricsText } from './forms/qualtricsText.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Delivery } from './questionnaireForm.ts';
import { htmlMark, questionnaireHtml } from './questionnaireHtml.ts';
import { markdownMark, questionnaireMarkdown } from './questionnaireMarkdown.ts';
import { questionnaireRows } from './questionnaireRows.ts';

/** The formats that are texts; the other one is a workbook (`forms/xlsForm.ts`). */
export type TextFormat = Exclude<QuestionnaireFormat, 'xlsform'>;

/** A questionnaire as a text in one of its formats. */
export function questionnaireText(questionnaire: Questionnaire, format: TextFormat, delivery: Delivery = {}): string {
  switch (format) {
    case 'html':
      return questionnaireHtml(questionnaire, delivery);
    case 'csv':
      return csvText(questionnaireRows(questionnaire));
    case 'google-script':
      return googleScript(questionnaire);
    case 'qualtrics':
      return qualtricsText(questionnaire);
    case 'limesurvey':
      return limeSurveyTable(questionnaire);
    case 'markdown':
      return questionnaireMarkdown(questionnaire);
  }
}

/** Whether a text is a questionnaire, in any format: then it may be overwritten. The marks count only where they are put, for others may quote them. */
export function isQuestionnaire(text: string): boolean {
  const [heading = '', blank, mark = ''] = text.split('\n', 3);
  if (heading.startsWith('# ') && blank === '' && mark.startsWith(markdownMark)) return true;
  const head = text.slice(0, 2000);
  if (head.startsWith('<!doctype html>') && head.includes(`\n${htmlMark}\n`)) return true;
  return [`${questionColumns.join(',')},`, `${scriptMark}\n`, qualtricsMark, limeSurveyMark].some((beginning) =>
    head.startsWith(beginning),
  );
}
