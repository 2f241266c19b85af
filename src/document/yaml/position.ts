/**
 * A position between two characters. Lines and characters count from 0, characters in UTF-16 code units, as in the Language Server
 * Protocol.
 */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The replacement of a range of the text before by `text`, as editors report it. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** Negative, zero or positive if `a` is before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether `position` is in `range` or at one of its ends. */
export function rangeContains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** From `start` up to, not including, `end`: offsets in a text, in UTF-16 code units. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}
