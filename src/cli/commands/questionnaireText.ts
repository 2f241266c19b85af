import { script, styles } from 'kano:questionnaire-page';
import { createHash } from 'node:crypto';
import { csvText } from '../../base/csv.ts';
import type { Questionnaire } from '../../survey/questionnaire/questionnaire.ts';
import { htmlMark, questionnaireHtml } from '../../survey/questionnaire/questionnaireHtml.ts';
import { markdownMark, questionnaireMarkdown } from '../../survey/questionnaire/questionnaireMarkdown.ts';
import { questionColumns, questionnaireRows } from '../../survey/questionnaire/questionnaireRows.ts';
import type { QuestionnaireFormat } from './questionnaireFormats.ts';

/** A questionnaire in one of its formats. */
export function questionnaireText(questionnaire: Questionnaire, format: QuestionnaireFormat): string {
  switch (format) {
    case 'markdown':
      return questionnaireMarkdown(questionnaire);
    case 'html':
      return questionnaireHtml(questionnaire, { script, scriptHash: sha256(script), styles, stylesHash: sha256(styles) });
    case 'csv':
      return csvText(questionnaireRows(questionnaire));
  }
}

/** Whether a text is a questionnaire that was written here, in whatever format: then it may be written anew. */
export function isQuestionnaire(text: string): boolean {
  return text.includes(`\n${markdownMark}`) || text.includes(htmlMark) || text.startsWith(`${questionColumns.join(',')},`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
