/** The panel's built page for reports; made by `scripts/building/panel-page.mjs`. */
declare module 'kano:panel-page' {
  export const script: string;
  export const styles: string;
  /** The keys of the translations that the page needs. */
  export const messages: readonly string[];
}
