import { Failure } from './failure.ts';

/** Something that was thrown, as plain data: threads send each other no classes of ours. */
export interface Thrown {
  /** The sentences of a `Failure`; absent for anything else, which is a bug. */
  readonly reasons?: readonly string[];
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly errno?: number | undefined;
}

/** What is known of something that was thrown. */
export function thrown(error: unknown): Thrown {
  if (error instanceof Failure) return { reasons: error.reasons, name: error.name, message: error.message };
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) };
  const { name, message, stack, errno } = error as NodeJS.ErrnoException;
  return { name, message, stack, errno };
}

/** The same as an error, for throwing it again. */
export function errorOf({ reasons, name, message, stack, errno }: Thrown): Error {
  if (reasons) return new Failure(...reasons);
  return Object.assign(new Error(message), { name, stack, ...(errno !== undefined && { errno }) });
}
