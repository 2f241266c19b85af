/** The grounds that a picture outside VS Code is drawn for. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
