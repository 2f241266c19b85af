import type { FailureListener } from '../../problems/runCheck.ts';

/** The world around the command. */
export interface Environment {
  /** Absolute. */
  readonly currentFolder: string;
  readonly input: NodeJS.ReadableStream;
  /** Takes results. */
  readonly output: NodeJS.WriteStream;
  /** Takes everything else. */
  readonly errors: NodeJS.WriteStream;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Is told of checks that threw, while all others go on. */
  readonly onFailedCheck?: FailureListener | undefined;
}

/** What the command tells its caller. */
export const exitCode = {
  fine: 0,
  /** An error-level problem, more warnings than allowed, a file that is out of date. */
  findings: 1,
  /** Nothing was done, or a part of the command failed. */
  failed: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Writes a line on standard error. */
export function say({ errors }: { readonly errors: NodeJS.WritableStream }, line: string): void {
  errors.write(`kano: ${line}\n`);
}
