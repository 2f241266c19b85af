import { count } from '../../terms/numbers.ts';
import type { Answer } from './cellReaders.ts';
import type { RowPosition } from './countedRows.ts';
import { cellText } from './shownTexts.ts';

/** A text in cells, where it is first, and how it was understood. */
export interface ReadCell {
  readonly text: string;
  readonly answer: Answer;
  readonly count: number;
  readonly first: RowPosition & { readonly column: string };
  /** Why it is not understood: another word means the same, and one of the five answers (from 0) never occurs. */
  readonly collapsed?: { readonly with: string; readonly answer: number; readonly never: number };
}

/** Whether a cell was not understood. */
export function isUnclear({ answer }: ReadCell): boolean {
  return answer === undefined;
}

/** What a sentence about a cell says: its text, where it is first, and how many there are. */
export function cellValues({ text, first, count: times }: ReadCell) {
  return { text: cellText(text), column: cellText(first.column), path: first.path, row: count(first.row), count: count(times) };
}
