import { compareText } from '../base/compareText.ts';
import type { Touchpoint } from '../document/format/model.ts';

/** How customers feel at a touchpoint, −2 to 2. */
export interface EmotionResult {
  readonly newest: number;
  /** `null` for today's emotion without a date. */
  readonly date: string | null;
  /** Against the emotion before it, of the same personas where it is a mean over personas; `null` for the first. */
  readonly change: number | null;
}

/**
 * The newest emotion at a touchpoint, with the change since the one before it. Without a persona, the emotions of everybody count; where there
 * are only emotions of personas, the mean over the personas on the newest of their dates. `null` where nothing is known.
 */
export function emotionAt(touchpoint: Touchpoint, persona?: string): EmotionResult | null {
  const { emotion, emotions = [] } = touchpoint;
  const dated = emotions.flatMap(({ date, value, persona: who }) =>
    date === undefined || value === undefined ? [] : [{ date, value, persona: who }],
  );
  if (persona !== undefined) return newestOf(dated.filter((each) => each.persona === persona));
  if (emotion !== undefined) return { newest: emotion, date: null, change: null };
  const ofAll = dated.filter((each) => each.persona === undefined);
  return newestOf(ofAll.length > 0 ? ofAll : meansOfSamePersonas(dated));
}

/** The personas whose emotions a touchpoint tells apart, in the order in which they first appear. */
export function personasFelt({ emotions = [] }: Touchpoint): readonly string[] {
  return [...new Set(emotions.flatMap(({ persona }) => persona ?? []))];
}

/** Whether the newest emotions of two versions of a touchpoint are of the same people: only those can be said to have moved. */
export function isFeltBySame(before: Touchpoint, after: Touchpoint): boolean {
  return askedAtNewest(before) === askedAtNewest(after);
}

/** The personas whose mean the newest emotion is; empty for an emotion of everybody. */
function askedAtNewest({ emotion, emotions = [] }: Touchpoint): string {
  const dated = emotions.filter(({ date, value }) => date !== undefined && value !== undefined);
  if (emotion !== undefined || dated.some(({ persona }) => persona === undefined)) return '';
  const newest = dated.reduce((last, { date = '' }) => (date > last ? date : last), '');
  const asked = dated.flatMap(({ date, persona }) => (date === newest ? (persona ?? []) : []));
  return JSON.stringify([...new Set(asked)].sort());
}

interface Dated {
  readonly date: string;
  readonly value: number;
}

/** Equal dates count in the order of the list. */
function newestOf(emotions: readonly Dated[]): EmotionResult | null {
  const sorted = [...emotions].sort((left, right) => compareText(left.date, right.date));
  const [newest, before] = [sorted.at(-1), sorted.at(-2)];
  if (!newest) return null;
  return { newest: newest.value, date: newest.date, change: before ? newest.value - before.value : null };
}

/** The means over the personas by date, of the dates on which the same personas were asked as on the newest: others cannot be compared. */
function meansOfSamePersonas(emotions: readonly (Dated & { readonly persona?: string | undefined })[]): readonly Dated[] {
  const dates = [...new Set(emotions.map(({ date }) => date))].sort(compareText);
  const onDate = (date: string | undefined) => emotions.filter((each) => each.date === date);
  const personasOn = (date: string | undefined) => JSON.stringify([...new Set(onDate(date).map(({ persona }) => persona))].sort());
  const newest = personasOn(dates.at(-1));
  return dates
    .filter((date) => personasOn(date) === newest)
    .map((date) => {
      const values = onDate(date).map(({ value }) => value);
      return { date, value: values.reduce((sum, value) => sum + value, 0) / values.length };
    });
}
