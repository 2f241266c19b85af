import type { Interval } from '../analysis/results.ts';
import { languageRecord, locale } from './language.ts';

/** Shown for an undefined number. */
export const noNumber = '–';

/** A Better or Worse coefficient: two decimals, a real minus sign. */
export function coefficient(value: number | null): string {
  return value === null ? noNumber : number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A share from 0 to 1 in whole percent. */
export function share(value: number | null): string {
  if (value === null) return noNumber;
  return languageRecord().percent(number(value * 100, { maximumFractionDigits: 0 }));
}

/** A share next to a limit that it exceeds or misses: with as many decimals as it takes to tell the two apart. */
export function shareBeside(value: number, limit: number): string {
  return languageRecord().percent(numberBeside(value * 100, limit * 100, 0));
}

/** A test statistic next to its limit: with two decimals, or as many as it takes to tell the two apart. */
export function statisticBeside(value: number, limit: number): string {
  return numberBeside(value, limit, 2);
}

/** One answer of 10⁹, the most that a file can hold, is 10⁻⁷ percent. */
const mostDecimals = 7;

function numberBeside(value: number, limit: number, decimals: number): string {
  let digits = decimals;
  while (value !== limit && digits < mostDecimals && value.toFixed(digits) === limit.toFixed(digits)) digits++;
  return number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A whole number, grouped by thousands. */
export function count(value: number): string {
  return number(value, { maximumFractionDigits: 0 });
}

/** A measured value as the author wrote it, with at most three decimals. */
export function measure(value: number | null): string {
  return value === null ? noNumber : number(value, { maximumFractionDigits: 3 });
}

/** A change with its sign, or without one if it rounds to zero. */
export function signedChange(value: number | null, decimals = 2): string {
  if (value === null) return noNumber;
  return number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'exceptZero' });
}

/** A relative change in whole percent with its sign. */
export function signedShare(value: number | null): string {
  if (value === null) return noNumber;
  return languageRecord().percent(signedChange(value * 100, 0));
}

/** An ascending interval of coefficients. A word replaces the dash where it would be next to a minus sign. */
export function interval(value: Interval | null): string {
  if (value === null) return noNumber;
  const [from, to] = [coefficient(value[0]), coefficient(value[1])];
  return value[0] < 0 || value[1] < 0 ? languageRecord().range(from, to) : `${from}–${to}`;
}

/** A p-value with three decimals, never shown as zero. */
export function pValue(value: number | null): string {
  if (value === null) return noNumber;
  if (value < 0.001) return `p < ${number(0.001, { maximumFractionDigits: 3 })}`;
  return `p = ${number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })}`;
}

/** A test statistic (z, χ², Cramér's V): two decimals. */
export const statistic = coefficient;

/** Names joined as the language does: `a, b and c`, or with `or`. */
export function nameList(names: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  const { locale, listLocale = locale, spacedConjunctions } = languageRecord();
  const formatter = listFormatter(listLocale, type);
  if (!spacedConjunctions) return formatter.format(names);
  return formatter
    .formatToParts(names)
    .map(({ type: kind, value }, index, parts) => {
      if (kind === 'element' || !spacedConjunctions.test(value)) return value;
      return (/\w$/.test(parts[index - 1]?.value ?? '') ? ' ' : '') + value + (/^\w/.test(parts[index + 1]?.value ?? '') ? ' ' : '');
    })
    .join('');
}

const listFormatters = new Map<string, Intl.ListFormat>();

function listFormatter(locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const key = `${locale} ${type}`;
  const formatter = listFormatters.get(key) ?? new Intl.ListFormat(locale, { type });
  listFormatters.set(key, formatter);
  return formatter;
}

/** Items without a conjunction: `a, b, c`. */
export function itemList(items: readonly string[]): string {
  return items.join(languageRecord().listSeparator);
}

const minusSign = '\u2212';

// Creating a formatter costs more than using it, and long files need thousands of numbers.
const formatters = new Map<string, Intl.NumberFormat>();

function number(value: number, options: Intl.NumberFormatOptions): string {
  const key = `${locale()} ${options.minimumFractionDigits} ${options.maximumFractionDigits} ${options.signDisplay}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale(), { signDisplay: 'negative', ...options });
    formatters.set(key, formatter);
  }
  return formatter.format(value).replace('-', minusSign);
}
