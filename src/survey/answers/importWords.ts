/** Whose words remarks use: the command names its options, and the editor has a control for each. */
export type ImportWords = 'command' | 'editor';
