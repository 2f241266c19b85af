/** How `kano lint` can print problems. */
export const lintFormats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;
export type LintFormat = (typeof lintFormats)[number];
