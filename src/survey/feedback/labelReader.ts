import type { Feature } from '../../document/format/model.ts';
import { comparableText, textLookup } from '../answers/comparableText.ts';
import type { FeedbackMap, Way } from './feedbackMap.ts';
import type { WayReaders } from './readWays.ts';

/** Ids of the features that a text is the id, the title or a name of. */
export type FindFeatures = (text: string) => readonly string[];

/** Looks features up by id, title and the names of a feedback map, by letters and digits. */
export function featureFinder(features: readonly Feature[], { names }: Pick<FeedbackMap, 'names'>): FindFeatures {
  const find = textLookup(
    features.flatMap(({ id, title }) =>
      id === undefined ? [] : [id, ...(title === undefined ? [] : [title]), ...(names.get(id) ?? [])].map((name) => [name, id] as const),
    ),
    comparableText,
  );
  return (text) => (comparableText(text) === '' ? [] : find(text));
}

/** What the labels in a cell say. */
export interface ReadLabels {
  readonly features: readonly string[];
  readonly ways: readonly (Way | 'mixed')[];
  /** Labels that name several features: they count for none. */
  readonly ambiguous: readonly { readonly label: string; readonly features: readonly string[] }[];
  /** Labels that say neither which feature nor which way. */
  readonly others: readonly string[];
}

/**
 * Reads cells with one label or several, separated by commas, semicolons, bars or line breaks, or else by blanks, as help desks write their tags. A label
 * may have a group before it (`area/checkout`, `Delivery > Speed`).
 */
export function labelReader(find: FindFeatures, { label }: Pick<WayReaders, 'label'>): (cell: string) => ReadLabels {
  const known = new Map<string, ReadLabels>();
  const isKnown = (text: string) => find(text).length > 0 || label(text) !== undefined;
  const read = (cell: string): ReadLabels => {
    const labels = labelsIn(cell, isKnown);
    const [features, ambiguous, found, others] = [
      new Set<string>(),
      [] as ReadLabels['ambiguous'][number][],
      [] as (Way | 'mixed')[],
      [] as string[],
    ];
    for (const text of labels) {
      const named = find(text);
      const way = label(text);
      if (named.length > 1) ambiguous.push({ label: text, features: named });
      else if (named[0] !== undefined) features.add(named[0]);
      if (way !== undefined) found.push(way);
      if (named.length === 0 && way === undefined) others.push(text);
    }
    return { features: [...features], ways: found, ambiguous, others };
  };
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const labels = read(cell);
    if (known.size < 20_000) known.set(cell, labels);
    return labels;
  };
}

const separators = /[,;|\n、，；]/;
/** What may stand before the last part of a label: a group. */
const group = /^.*(?:::|[:/>：＞])/s;

function labelsIn(cell: string, isKnown: (text: string) => boolean): readonly string[] {
  const whole = cell.trim();
  if (whole === '') return [];
  if (isKnown(whole)) return [whole];
  const parts = (separators.test(whole) ? whole.split(separators) : whole.split(/\s+/))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ungrouped = (text: string) => {
    const last = text.replace(group, '').trim();
    return !isKnown(text) && last !== '' && isKnown(last) ? last : text;
  };
  const lone = ungrouped(whole);
  if (lone !== whole && !separators.test(whole)) return [lone];
  // Without any known word it is one label of several words.
  return !separators.test(whole) && !parts.some((part) => isKnown(ungrouped(part))) ? [whole] : parts.map(ungrouped);
}
