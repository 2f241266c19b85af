import type { Answer } from './cellReaders.ts';
import type { RowPosition } from './countedRows.ts';

/** A text in cells, where it is first, and how it was understood. */
export interface ReadCell {
  readonly text: string;
  readonly answer: Answer;
  readonly count: number;
  readonly first: RowPosition & { readonly column: string };
  /** Why it is not understood: another word means the same, and one of the five answers (from 0) never occurs. */
  readonly collapsed?: { readonly with: string; readonly answer: number; readonly never: number };
}
