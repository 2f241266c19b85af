/** What the command says to whoever called it. */
export const exitCode = {
  fine: 0,
  /** An error-level problem, more warnings than allowed, a file that is out of date. */
  findings: 1,
  /** Nothing was done. */
  failed: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
