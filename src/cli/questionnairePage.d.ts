/** The built script and styles of a questionnaire's page; made by `scripts/building/questionnaire-page.mjs`. */
declare module 'kano:questionnaire-page' {
  export const script: string;
  export const styles: string;
}
