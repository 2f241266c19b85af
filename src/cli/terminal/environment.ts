import type { FailureListener } from '../../problems/runCheck.ts';
import { type LogOptions, logText, singleLine } from '../../report/plainText.ts';

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

// Whatever is printed goes through these three, because file names, titles and messages of Git can hold anything.

/** A stream, as far as lines need it. */
interface LineWriter {
  readonly write: (text: string) => unknown;
}

/** Writes one line on standard error. */
export function say({ errors }: { readonly errors: LineWriter }, line: string): void {
  errors.write(logText(`kano: ${singleLine(line)}\n`));
}

/** Writes lines for copying on standard error, without a prefix. */
export function show({ errors }: Pick<Environment, 'errors'>, lines: readonly string[]): void {
  errors.write(lines.map((line) => logText(`${singleLine(line)}\n`)).join(''));
}

/** Writes a result, which ends with a line break, on standard output. */
export function print({ output }: Pick<Environment, 'output'>, text: string, options?: LogOptions): void {
  output.write(logText(text, options));
}
