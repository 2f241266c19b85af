/** What `kano questionnaire --format` takes. */
export const questionnaireFormats = ['markdown', 'html', 'csv'] as const;
export type QuestionnaireFormat = (typeof questionnaireFormats)[number];
