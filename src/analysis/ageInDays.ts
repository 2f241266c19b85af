/** Milliseconds. */
const day = 86_400_000;

/**
 * Whole days from a date to a later day; negative where the date comes after it.
 * @param date `YYYY-MM-DD`, like the day
 */
export function ageInDays(date: string, asOf: string): number {
  return Math.round((Date.parse(asOf) - Date.parse(date)) / day);
}
