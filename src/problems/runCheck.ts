import type { ProblemCode } from './index.ts';
import type { Occurrence } from './problemDefinition.ts';

/** Is told of a check that threw: a bug in the check, whatever the file holds. */
export type FailureListener = (code: ProblemCode, error: unknown) => void;

/** What a check finds. One that throws finds nothing, and the listener is told; without a listener the error is thrown on. */
export function runCheck(code: ProblemCode, find: () => readonly Occurrence[], onFailure?: FailureListener): readonly Occurrence[] {
  try {
    return find();
  } catch (error) {
    if (!onFailure) throw error;
    onFailure(code, error);
    return [];
  }
}
