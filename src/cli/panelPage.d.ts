/** The panel's built page for reports; made by `scripts/building/panel-page.mjs`. */
declare module 'kano:panel-page' {
  export const page: import('../page/reportText.ts').ReportPage;
}
