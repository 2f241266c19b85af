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

/** A share next to a limit that it exceeds or misses: with a decimal where whole percents would make the two look equal. */
export function shareBeside(value: number, limit: number): string {
  const rounded = Math.round(value * 100) / 100;
  if (rounded !== limit || value === limit) return share(value);
  return languageRecord().percent(number(value * 100, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
}

/** A test statistic next to its limit: with a third decimal where two would make them look equal. */
export function statisticBeside(value: number, limit: number): string {
  if (value.toFixed(2) !== limit.toFixed(2) || value === limit) return statistic(value);
  return number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
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
  return new Intl.ListFormat(listLocale, { type })
    .formatToParts(names)
    .map(({ type: kind, value }, index, parts) => {
      if (kind === 'element' || !spacedConjunctions?.test(value)) return value;
      return (/\w$/.test(parts[index - 1]?.value ?? '') ? ' ' : '') + value + (/^\w/.test(parts[index + 1]?.value ?? '') ? ' ' : '');
    })
    .join('');
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
