import { languageRecords } from './language.ts';

/** Whether dates in numbers that do not begin with the year begin with the day. */
export type DateOrder = 'day-first' | 'month-first';

/** A day as `YYYY-MM-DD`; `null` for an empty cell, `undefined` where it is not understood. */
export type ReadDate = string | null | undefined;

/**
 * Reads the day on which something was written, as it is written: without a shift between time zones.
 * @param order of dates in numbers that do not begin with the year
 */
export function dateReader(order: DateOrder | undefined): (cell: string) => ReadDate {
  return (cell) => {
    const text = cell.normalize('NFKC').trim();
    if (text === '' || /^[-–—]+$/.test(text)) return null;
    const fromYear = yearFirst.exec(text) ?? /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(text);
    if (fromYear) return dayOf(Number(fromYear[1]), Number(fromYear[2]), Number(fromYear[3]));
    const named = namedMonth(text);
    if (named !== undefined) return named;
    const numbers = partsOf(text);
    if (!numbers) return undefined;
    const { first, second, year, isDayFirst } = numbers;
    const dayFirst = isDayFirst || first > 12 || (second <= 12 && order === 'day-first');
    if (!dayFirst && second <= 12 && order === undefined && first !== second) return undefined;
    return dayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
  };
}

/**
 * In which order the dates of a column are: any date with a number over 12 tells. `undefined` where none tells, or both orders occur; then
 * `example` is a date that could be two days.
 */
export function dateOrderOf(cells: Iterable<string>): { readonly order: DateOrder | undefined; readonly example: string | undefined } {
  const orders = new Set<DateOrder>();
  let example: string | undefined;
  for (const cell of cells) {
    const parts = partsOf(cell.trim());
    if (!parts || parts.isDayFirst) continue;
    if (parts.first > 12) orders.add('day-first');
    else if (parts.second > 12) orders.add('month-first');
    else if (parts.first !== parts.second) example ??= cell.trim();
  }
  const [order] = orders;
  return { order: orders.size === 1 ? order : undefined, example };
}

const yearFirst = /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)/;

/** `31/08/2026`, `8-31-26`, and `31.08.2026`, which always begins with the day. */
function partsOf(text: string) {
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  return found ? { first: Number(found[1]), second: Number(found[3]), year: fullYear(found[4]), isDayFirst: found[2] === '.' } : undefined;
}

/** `31 Aug 2026`, `31/Aug/26`, `Aug 31, 2026`, `Monday, August 31st, 2026`. */
function namedMonth(text: string): ReadDate {
  const dayFirst = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\p{L}+)\.?[\s/,.-]+(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (dayFirst) return dayOf(fullYear(dayFirst[3]), monthNamed(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^(?:\p{L}+,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(text);
  return monthFirst ? dayOf(fullYear(monthFirst[3]), monthNamed(monthFirst[1]), Number(monthFirst[2])) : undefined;
}

const months = new Map(
  languageRecords.flatMap(({ feedback }) => feedback.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const))),
);

/** 0 where there is no such month. */
function monthNamed(name = ''): number {
  return months.get(name.toLowerCase()) ?? 0;
}

function fullYear(year = ''): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function dayOf(year: number, month: number, day: number): ReadDate {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > days || year < 1900) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
