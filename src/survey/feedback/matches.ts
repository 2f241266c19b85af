import { cellText } from '../answers/shownTexts.ts';
import type { Way } from './feedbackMap.ts';

/** A row about a feature, to be shown once and stored nowhere. */
export interface FeedbackMatch {
  readonly path: string;
  readonly row: number;
  readonly way: Way;
  /** The part of its text that tells. */
  readonly text: string;
}

/** How many rows of a feature are shown. */
export const matchesShown = 5;

const before = 24;
const longest = 72;

/** The beginning of a text, or the part around a place in it, on one line and without characters that a terminal would obey. */
export function snippetOf(text: string, place?: { readonly start: number }): string {
  const start = place === undefined || place.start <= before ? 0 : place.start - before;
  return cellText(`${start > 0 ? '…' : ''}${text.slice(start, start + longest)}${text.length > start + longest ? '…' : ''}`);
}
