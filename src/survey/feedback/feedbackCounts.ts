import { compareText } from '../../base/compareText.ts';
import type { Way } from './feedbackMap.ts';

/** How many rows speak of a feature, of a persona and a month. */
export interface FeedbackCount extends Readonly<Record<Way, number>> {
  readonly feature: string;
  readonly persona: string | undefined;
  /** The oldest day of these rows, as `YYYY-MM-DD`; `undefined` where they have no date. */
  readonly oldest: string | undefined;
  /** The newest day of these rows, as `YYYY-MM-DD`; `undefined` where they have no date. */
  readonly newest: string | undefined;
}

/** Counts rows by feature, persona and month. */
export class FeedbackCounts {
  readonly #byKey = new Map<string, { -readonly [Key in keyof FeedbackCount]: FeedbackCount[Key] }>();

  /** @param date `YYYY-MM-DD`, if there is one */
  add(feature: string, persona: string | undefined, date: string | undefined, way: Way): void {
    const key = `${feature}\n${persona ?? ''}\n${monthOf(date) ?? ''}`;
    const count = this.#byKey.get(key);
    if (!count) {
      this.#byKey.set(key, { feature, persona, oldest: date, newest: date, complaints: 0, compliments: 0, neutral: 0, [way]: 1 });
      return;
    }
    count[way]++;
    if (date === undefined) return;
    if (date > (count.newest ?? '')) count.newest = date;
    if (date < (count.oldest ?? date)) count.oldest = date;
  }

  /** By feature in the order of the first rows, then by month and persona; without a month or persona first. */
  all(): readonly FeedbackCount[] {
    const counts = [...this.#byKey.values()];
    const order = new Map([...new Set(counts.map(({ feature }) => feature))].map((feature, index) => [feature, index]));
    return counts.sort(
      (a, b) =>
        (order.get(a.feature) ?? 0) - (order.get(b.feature) ?? 0) ||
        compareText(monthOf(a.newest) ?? '', monthOf(b.newest) ?? '') ||
        compareText(a.persona ?? '', b.persona ?? ''),
    );
  }
}

/** `YYYY-MM` of a date. */
export function monthOf(date: string | undefined): string | undefined {
  return date?.slice(0, 7);
}
