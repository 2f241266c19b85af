/** What can be asked to fail `kano diff`. */
export const failConditions = ['category', 'drift', 'must-be-gap', 'removed', 'any'] as const;
export type FailCondition = (typeof failConditions)[number];
