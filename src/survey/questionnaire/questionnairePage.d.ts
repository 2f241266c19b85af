/** The built script and styles of a questionnaire's page; made by `scripts/building/questionnaire-page.mjs`. */
declare module 'kano:questionnaire-page' {
  export const script: PagePart;
  /** For a page that has an address to send answers to. */
  export const sendingScript: PagePart;
  export const styles: PagePart;

  interface PagePart {
    readonly text: string;
    /** SHA-256, in base 64. */
    readonly hash: string;
  }
}
