/** Signs that a respondent did not answer in earnest, or not to the end. */
export const screens = ['straight-lining', 'speeding', 'unfinished', 'previews', 'spam', 'questionable'] as const;
export type Screen = (typeof screens)[number];
