import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { comments } from '../../terms/markdown.ts';

// A backlog is rewritten each time, except for the text between these two lines.
const opening = /^<!-- kano:notes\b.*-->\s*$/;
const closing = /^<!-- \/kano:notes -->\s*$/;
const similar = /^\s*<!--[\s/]*kano:/i;
// What Git writes around the two sides of a conflict: longer lines in a merge of merges, and where `conflict-marker-size` says so.
const conflict = /^(?:<{7,}|\|{7,}|>{7,})(?: |$)/;
const conflictLine = /^(?:<{7,}|\|{7,}|={7,}|>{7,})(?: |$)/;

/** The empty place for what people write by hand. */
export function notesPlace(): RootContent {
  return comments(`kano:notes ${l10n.t('What you write between these two lines is kept.')}`, '/kano:notes');
}

/**
 * A backlog with the hand-written lines of the version before.
 * @param text the backlog as it is now, with its empty place
 * @param before the version before, with line ends of one character
 * @returns `no-place` where the version before has no such place below its first heading, so that it is no backlog, however it speaks of such places;
 * `damaged` where it is unclear where the place begins or ends; `conflict` where Git left both sides of a merge in it, so that somebody has to decide
 */
export function keepNotes(text: string, before: string): string | 'no-place' | 'damaged' | 'conflict' {
  const lines = before.split('\n');
  const marks = lines.flatMap((line, index) => (similar.test(line) ? [index] : []));
  const [from, to] = marks;
  if (from === undefined || !isTop(lines.slice(0, from))) return 'no-place';
  if (marks.length !== 2 || to === undefined) return 'damaged';
  if (!opening.test(lines[from] ?? '') || !closing.test(lines[to] ?? '')) return 'damaged';
  const notes = lines.slice(from + 1, to);
  if (notes.some((line) => conflict.test(line))) return 'conflict';
  const current = text.split('\n');
  const place = current.findIndex((line) => opening.test(line));
  return [...current.slice(0, place + 1), ...notes, ...current.slice(place + 1)].join('\n');
}

/** Whether lines are what a backlog begins with: its heading, or those of both sides of a conflict. */
function isTop(lines: readonly string[]): boolean {
  const isConflict = lines.some((line) => conflict.test(line));
  const [first = '', ...others] = isConflict ? lines.filter((line) => !conflictLine.test(line)) : lines;
  return /^\uFEFF?# /.test(first) && others.every((line) => line.trim() === '' || (isConflict && line.startsWith('# ')));
}

/** Why a file is not overwritten if `keepNotes` returns `damaged` or `conflict`. */
export function notesRefused(path: string, reason: 'damaged' | 'conflict'): string {
  if (reason === 'conflict')
    return l10n.t(
      'A merge left a conflict in the hand-written part of {path}, so it is not overwritten. Decide there what stays, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
      { path },
    );
  return l10n.t(
    'It is unclear where the hand-written part of {path} begins or ends, so it is not overwritten. It must be between two lines: <!-- kano:notes --> and <!-- /kano:notes -->.',
    { path },
  );
}
