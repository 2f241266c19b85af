/** A cell that was not understood, with the number of those like it. */
export interface UnclearCell {
  readonly kind: 'way' | 'date' | 'persona';
  readonly text: string;
  readonly column: string;
  readonly path: string;
  /** Of the first one, numbered as in a spreadsheet. */
  readonly row: number;
  readonly count: number;
}

/** More different ones are free text. */
const limit = 1000;

/** Counts cells that were not understood. */
export class UnclearCells {
  readonly #byKey = new Map<string, UnclearCell>();

  add(cell: Omit<UnclearCell, 'count'>): void {
    const key = `${cell.kind}\n${cell.path}\n${cell.column}\n${cell.text}`;
    const before = this.#byKey.get(key);
    if (before || this.#byKey.size < limit) this.#byKey.set(key, { ...cell, ...before, count: (before?.count ?? 0) + 1 });
  }

  /** The most frequent first. */
  all(): readonly UnclearCell[] {
    return [...this.#byKey.values()].sort((a, b) => b.count - a.count);
  }
}
