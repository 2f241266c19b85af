/** How `kano diff` can print what a change does. */
export const diffFormats = ['markdown', 'json', 'github'] as const;
export type DiffFormat = (typeof diffFormats)[number];
