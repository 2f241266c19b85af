import { compareText } from '../base/compareText.ts';
import type { Evidence, Feature } from '../document/format/model.ts';

/** What a piece of evidence says in words, or where it can be read. */
export interface Said extends Record<'source' | 'date' | 'quote' | 'note' | 'link', string | null> {}

/** The quotes, notes and links of the evidence of a feature, newest first; those without a date last, in the order of the file. */
export function saidOf({ evidence = [] }: Feature): readonly Said[] {
  return evidence
    .filter(({ quote, note, link }) => [quote, note, link].some((text) => text !== undefined && text !== ''))
    .map(said)
    .sort((left, right) => compareText(right.date ?? '', left.date ?? ''));
}

/** The newest quote, then the newest note where another piece of evidence has it; the newest link where there is neither. */
export function newestSaid(feature: Feature): readonly Said[] {
  const all = saidOf(feature);
  const chosen = [all.find(({ quote }) => quote !== null), all.find(({ note }) => note !== null)].filter((each) => each !== undefined);
  return chosen.length === 0 ? all.slice(0, 1) : [...new Set(chosen)];
}

function said({ source, date, quote, note, link }: Evidence): Said {
  return { source: source ?? null, date: date ?? null, quote: quote || null, note: note || null, link: link || null };
}
