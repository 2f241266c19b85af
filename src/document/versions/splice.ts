/** How one list becomes another: at index `first`, `removed` elements are replaced by `added` others. */
export interface Splice {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/** An edit: the version before, and what the splice that leads to the next one takes out and puts in. */
export interface Edited<Version extends { readonly segments: readonly unknown[] }> {
  readonly before: Version;
  readonly splice: Splice;
  readonly removed: Version['segments'];
  readonly added: Version['segments'];
}

/** The smallest splice between two lists, comparing their elements by `isEqual`, by default by identity. */
export function spliceBetween<Old, New>(
  old: readonly Old[],
  now: readonly New[],
  isEqual: (old: Old | undefined, now: New | undefined) => boolean = Object.is,
): Splice {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && isEqual(old[head], now[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isEqual(old[old.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  return { first: head, removed: old.length - tail - head, added: now.length - tail - head };
}
