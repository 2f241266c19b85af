import { characterCodes } from './characterCodes.ts';

const { carriageReturn, space } = characterCodes;

/**
 * The text of a scalar that is written over several lines, plain or in single quotes: a line break is a space, and each empty line after it
 * a line break.
 */
export function foldLines(written: string): string {
  const lines = written.split('\n');
  let folded = withoutEnd(lines[0] ?? '');
  let emptyLines = 0;
  for (let index = 1; index < lines.length; index++) {
    const isLast = index === lines.length - 1;
    const line = withoutStart(lines[index] ?? '');
    const content = isLast ? line : withoutEnd(line);
    if (content === '' && !isLast) {
      emptyLines++;
      continue;
    }
    folded += (emptyLines === 0 ? ' ' : '\n'.repeat(emptyLines)) + content;
    emptyLines = 0;
  }
  return folded;
}

/**
 * Where content goes on below the line that ends at `lineEnd`: at the first character of the next line that is not empty, if it is right of
 * `column`, else −1.
 */
export function continuation(text: string, lineEnd: number, column: number): number {
  for (let start = text.indexOf('\n', lineEnd) + 1; start > 0; start = text.indexOf('\n', start) + 1) {
    const content = firstContent(text, start);
    if (content >= text.length) return -1;
    if (isLineEnd(text, content)) continue;
    return content - start > column ? content : -1;
  }
  return -1;
}

/** The offset of the first character from `start` on that is no space. */
export function firstContent(text: string, start: number): number {
  let offset = start;
  while (text.charCodeAt(offset) === space) offset++;
  return offset;
}

/** Whether a line ends at `offset`, or the text. */
export function isLineEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === characterCodes.lineFeed || code === carriageReturn || offset >= text.length;
}

function withoutStart(line: string): string {
  const start = firstContent(line, 0);
  return start === 0 ? line : line.slice(start);
}

/** Without the carriage return of its end, and the spaces before that. */
function withoutEnd(line: string): string {
  let end = line.length;
  if (line.charCodeAt(end - 1) === carriageReturn) end--;
  while (line.charCodeAt(end - 1) === space) end--;
  return end === line.length ? line : line.slice(0, end);
}
