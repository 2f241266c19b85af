import { comparableText } from './comparableText.ts';
import type { ColumnMeaning } from './matchColumns.ts';
import type { SurveyColumn } from './surveyTable.ts';
import { submissionWords } from './wordings/exportWords.ts';

/** When the rows of a table were answered. */
export interface SubmissionTimes {
  /** Milliseconds on a clock without a zone; `undefined` where a row has none. */
  readonly of: (cells: readonly string[]) => number | undefined;
  readonly hasSeconds: boolean;
  /** Differs for columns whose times cannot be subtracted: those of other names, or written otherwise. */
  readonly form: string;
}

/** Rows that tell whether a column has times. */
const sampledRows = 50;
/** Rows that tell how days are written. */
const searchedRows = 5000;
const smallestShare = 0.9;

/** Finds the column with the day and the time of each answer, if there is one. */
export function submissionTimes(
  columns: readonly SurveyColumn[],
  meanings: readonly ColumnMeaning[],
  rows: readonly { readonly cells: readonly string[] }[],
): SubmissionTimes | undefined {
  const sample = rows.slice(0, sampledRows);
  const cellsOf = ({ index }: SurveyColumn) => sample.map(({ cells }) => cells[index] ?? '');
  const timed = columns.filter((column, index) => {
    if (meanings[index]?.kind !== 'unknown' && meanings[index]?.kind !== 'left-out') return false;
    return sample.length > 0 && cellsOf(column).filter((cell) => pattern.test(cell)).length >= smallestShare * sample.length;
  });
  const column = timed.find(isOfSubmission) ?? timed[0];
  if (!column) return undefined;
  const found = rows.slice(0, searchedRows).flatMap(({ cells }) => {
    const match = pattern.exec(cells[column.index] ?? '');
    return match ? [match] : [];
  });
  const [first] = found;
  if (!first) return undefined;
  const isDayFirst = dayComesFirst(found);
  return {
    of: (cells) => {
      const match = pattern.exec(cells[column.index] ?? '');
      return match ? momentOf(match, isDayFirst) : undefined;
    },
    hasSeconds: found.some((match) => match[6] !== undefined),
    form: `${comparableText(column.texts[0] ?? '')}\n${first[0].replace(/\d+/g, '0')}`,
  };
}

/** Of several columns with times, the one about the end of an answer. */
function isOfSubmission({ texts }: SurveyColumn): boolean {
  return texts.some((text) => submissionWords.some((word) => text.toLowerCase().includes(word)));
}

const pattern = /(\d{1,4})[^\d:]{1,2}(\d{1,2})[^\d:]{1,2}(\d{1,4})\D{1,6}(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(pm|p\.m\.|am|a\.m\.)?/i;

/** Whether dates such as `9/1/2026` begin with the day: a number above 12 tells, else the sign between them. */
function dayComesFirst(found: readonly RegExpExecArray[]): boolean {
  if (found.some(([, first = '']) => first.length < 4 && Number(first) > 12)) return true;
  if (found.some(([, , second]) => Number(second) > 12)) return false;
  return found[0]?.[0].includes('.') === true;
}

function momentOf(
  [, first = '', second = '', third = '', hour = '', minute = '', seconds = '0', half = '']: RegExpExecArray,
  isDayFirst: boolean,
): number {
  const [year, month, day] = first.length === 4 ? [first, second, third] : isDayFirst ? [third, second, first] : [third, first, second];
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  const fullYear = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  return Date.UTC(fullYear, Number(month) - 1, Number(day), hours, Number(minute), Number(seconds));
}
