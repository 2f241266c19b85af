import type { KanoModel } from '../kanoModel.ts';
import type { LocalRange } from '../yaml/localRange.ts';
import type { Part } from '../yaml/part.ts';
import type { OffsetRange, Position, Range, TextChange } from '../yaml/position.ts';

/** The replacement of a range by a text, in the shape of the Language Server Protocol. Edits given together never overlap. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The same at offsets in a part. Line breaks are `\n` in every file. */
export interface PartEdit extends OffsetRange {
  readonly newText: string;
}

/** Edits of a part as edits of the file, with its line breaks. */
export function textEdits(model: KanoModel, part: Part, edits: readonly PartEdit[]): readonly TextEdit[] {
  return located(model, part, withLineBreaks(model, edits));
}

/** The same as one edit from the first to the last, because models are updated one edit at a time. */
export function joinedEdits(model: KanoModel, part: Part, edits: readonly PartEdit[]): readonly TextEdit[] {
  const [first, ...others] = withLineBreaks(model, edits).sort((a, b) => a.start - b.start || a.end - b.end);
  if (!first) return [];
  let { end, newText } = first;
  for (const edit of others) {
    newText += part.text.slice(end, edit.start) + edit.newText;
    end = edit.end;
  }
  return located(model, part, [{ start: first.start, end, newText }]);
}

function withLineBreaks(model: KanoModel, edits: readonly PartEdit[]): PartEdit[] {
  const lineBreak = lineBreakOf(model);
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll('\n', lineBreak) }));
}

function located(model: KanoModel, part: Part, edits: readonly PartEdit[]): readonly TextEdit[] {
  return edits.map(({ start, end, newText }) => ({
    range: { start: positionOf(model, { part, start, end: start }), end: endPosition(model, part, start, end) },
    newText,
  }));
}

/** Edits as changes for `updateModel`. */
export function textChanges(edits: readonly TextEdit[]): readonly TextChange[] {
  return edits.map(({ range, newText }) => ({ range, text: newText }));
}

/** The line break of a file: that of its first line. */
export function lineBreakOf(model: KanoModel): string {
  const first = model.segments.find(({ segment }) => segment.lineBreaks > 0)?.segment.text;
  return first !== undefined && first[first.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}

function positionOf(model: KanoModel, range: LocalRange): Position {
  return model.locate(range).start;
}

/** After a line break, the next line of the file: the next line of the part may be far below, if there are items between. */
function endPosition(model: KanoModel, part: Part, start: number, end: number): Position {
  if (end === start || part.text[end - 1] !== '\n') return positionOf(model, { part, start: end, end });
  return { line: positionOf(model, { part, start: end - 1, end }).line + 1, character: 0 };
}
