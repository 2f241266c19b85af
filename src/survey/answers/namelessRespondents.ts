import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import { comparableText } from './comparableText.ts';
import { cellText } from './shownTexts.ts';
import { anonymousWords } from './wordings/anonymousWords.ts';

/** A value in several rows that tells no respondents apart: each of these rows counts as one. */
export interface NamelessRows {
  readonly column: string;
  readonly value: string;
  readonly count: number;
}

const words: ReadonlySet<string> = new Set(anonymousWords);

/** Whether a cell of ids is none: `anonymous`, `n/a`, signs alone, or a long number that a spreadsheet has rounded. */
export function isNoId(cell: string): boolean {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  return words.has(text) || comparableText(text) === '' || isRounded(text);
}

/** The cell by which rows of a respondent are put together; e-mail addresses have no case. */
export function respondentId(cell: string): string {
  const id = cell.trim();
  return isNoId(id) ? '' : /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(id) ? id.toLowerCase() : id;
}

/** Whether an id looks like the running number of a row, which only tells the rows of its own file apart. */
export function isRunningNumber(id: string): boolean {
  return /^\d{1,6}$/.test(id);
}

/** A sentence about such rows. */
export function namelessText({ column, value, count: rows }: NamelessRows): string {
  const values = { column: cellText(column), value: cellText(value), count: count(rows) };
  return isRounded(value)
    ? l10n.t(
        '“{value}” in “{column}” is an id that a spreadsheet has rounded, and tells nobody apart: each of these rows counts as a respondent: {count}.',
        values,
      )
    : l10n.t('“{value}” in “{column}” is no id: each of these rows counts as a respondent: {count}.', values);
}

function isRounded(text: string): boolean {
  return /^\d(?:[.,]\d+)?e\+\d{1,2}$/i.test(text.trim());
}
