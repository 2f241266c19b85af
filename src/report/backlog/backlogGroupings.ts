/** What the tables of a backlog can be of. */
export const backlogGroupings = ['category', 'touchpoint', 'stage'] as const;
export type BacklogGrouping = (typeof backlogGroupings)[number];
