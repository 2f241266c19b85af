/** The built script and styles of a questionnaire's page; made by `scripts/building/questionnaire-page.mjs`. */
declare module 'kano:questionnaire-page' {
  export const script: string;
  /** For a page that has an address to send answers to. */
  export const sendingScript: string;
  export const styles: string;
}
