import type { Problem } from '../../problems/problem.ts';
import type { Severity } from '../../problems/problemDefinition.ts';
import { columnsOf, singleLine } from '../plainText.ts';
import { problemsSummary, severityLabel } from '../problemCounts.ts';
import type { LintedFile } from './lintedFile.ts';

/** How to highlight parts of the text, with colours on a terminal. Each function adds something around its text. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  /** For less important parts: codes and frames. */
  readonly quiet: (text: string) => string;
  /** For file names. */
  readonly strong: (text: string) => string;
}

export const withoutColour: Paint = { severity: (_, text) => text, quiet: (text) => text, strong: (text) => text };

/**
 * The problems for a person to read: place, severity, code and message, and below them the line with the place marked; a summary at the
 * end. Lines and columns count from 1, as editors show them and terminals link them. Ends with a line break.
 */
export function lintPretty(files: readonly LintedFile[], paint: Paint): string {
  const blocks = files.flatMap(({ path, problems, lines }) =>
    problems.map((problem) => problemText(path, problem, lines.get(problem.range.start.line) ?? '', paint)),
  );
  return `${[...blocks, problemsSummary(files)].join('\n\n')}\n`;
}

function problemText(path: string, { code, severity, message, range }: Problem, line: string, paint: Paint): string {
  const place = `${singleLine(path)}:${range.start.line + 1}:${range.start.character + 1}`;
  const head = `${paint.strong(place)} ${paint.severity(severity, severityLabel(severity))} ${paint.quiet(code)}`;
  return [head, `  ${singleLine(message)}`, ...frame(line.replace(/\r$/, ''), range).map(paint.quiet)].join('\n');
}

/** How many characters of a long line are shown before and after the range. */
const shownAround = 60;
const ellipsis = '…';

function frame(line: string, { start, end }: Problem['range']): readonly string[] {
  if (line.trim() === '') return [];
  const from = start.character <= shownAround + 20 ? 0 : start.character - shownAround;
  const to = Math.min(line.length, Math.max(end.character, start.character + 1) + shownAround, start.character + 2 * shownAround);
  const before = (from > 0 ? ellipsis : '') + singleLine(line.slice(from, start.character));
  const marked = singleLine(line.slice(start.character, Math.min(end.character, to)));
  const after = singleLine(line.slice(Math.min(end.character, to), to)) + (to < line.length ? ellipsis : '');
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  const marks = ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(marked)));
  return [`  ${number} | ${before}${marked}${after}`, `  ${gutter} | ${marks}`];
}
