/** A change that would make errors, with the messages of these. */
export interface FaultyChange<Change> {
  readonly change: Change;
  readonly errors: readonly string[];
}

/**
 * The changes that make errors by themselves. As most make none, they are tried all at once, and halved only where there are errors.
 * @param errorsOf the errors that changes make together
 */
export function faultyChanges<Change>(
  changes: readonly Change[],
  errorsOf: (changes: readonly Change[]) => readonly string[],
): readonly FaultyChange<Change>[] {
  const [first, ...others] = changes;
  if (first === undefined) return [];
  const errors = errorsOf(changes);
  if (errors.length === 0) return [];
  if (others.length === 0) return [{ change: first, errors }];
  const half = Math.ceil(changes.length / 2);
  return [changes.slice(0, half), changes.slice(half)].flatMap((part) => faultyChanges(part, errorsOf));
}
