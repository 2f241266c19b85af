/** How the segments of one version of a file differ from those of another: from `first` on, `removed` gave way to `added`. */
export interface Splice {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/** The smallest splice that leads from one list to another, by the identity of what stands in them. */
export function spliceBetween(old: readonly unknown[], now: readonly unknown[]): Splice {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { first: head, removed: old.length - tail - head, added: now.length - tail - head };
}

/** One splice after another as one: it may span things in between that neither touched. */
export function joinSplices(earlier: Splice, later: Splice): Splice {
  const first = Math.min(earlier.first, later.first);
  // What neither reached at the end, counted in the version between them.
  const end = Math.max(earlier.first + earlier.added, later.first + later.removed);
  return {
    first,
    removed: end - earlier.added + earlier.removed - first,
    added: end - later.removed + later.added - first,
  };
}
