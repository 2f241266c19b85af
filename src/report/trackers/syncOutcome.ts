import type { Status } from '../../document/format/model.ts';
import type { StatusMeaning } from './statusMeanings.ts';

/** Whose status holds where both sides changed, or where nothing tells who did. */
export type SyncPreference = 'tracker' | 'file';

/** What both sides said the last time. */
export type SyncBase =
  /** The status of the feature when it went into the tracker. */
  | { readonly kind: 'exported'; readonly status: Status }
  /** What the ticket said in an earlier export. */
  | { readonly kind: 'observed'; readonly meaning: StatusMeaning };

/**
 * What is to be done about the status of a feature.
 * - `same`: both sides say the same.
 * - `write`: only the tracker changed, or its status is to hold.
 * - `ahead`: only the file changed, or the ticket is as new as when it was made, or the file is to hold.
 * - `both`: both changed.
 * - `unknown-base`: they differ, and nothing tells who changed.
 * - `several`: the tickets of the feature say different things.
 * - `open`: the tracker changed, and leaves open what the feature becomes.
 * - `unknown`: nobody knows what the status of a ticket means.
 */
export type SyncOutcome =
  | { readonly kind: 'same' | 'ahead' | 'unknown-base' | 'several' | 'open' | 'unknown' }
  | { readonly kind: 'write'; readonly status: Status }
  | { readonly kind: 'both'; readonly base: Status | null };

/**
 * Decides by three sides: the file, the tracker, and what both said before.
 * @param meanings what each ticket of the feature says; `undefined` where nobody knows
 */
export function syncOutcome(
  ours: Status,
  meanings: readonly (StatusMeaning | undefined)[],
  base: SyncBase | null,
  prefer?: SyncPreference,
): SyncOutcome {
  const [theirs] = meanings;
  if (theirs === undefined || meanings.includes(undefined)) return { kind: 'unknown' };
  if (meanings.some((meaning) => meaning?.fits.includes(ours))) return { kind: 'same' };
  if (meanings.some((meaning) => meaning !== theirs && meaning?.becomes !== theirs.becomes)) return { kind: 'several' };
  const outcome = ofOne(ours, theirs, base);
  if (prefer === undefined || (outcome.kind !== 'both' && outcome.kind !== 'unknown-base')) return outcome;
  return prefer === 'file' ? { kind: 'ahead' } : written(theirs);
}

function ofOne(ours: Status, theirs: StatusMeaning, base: SyncBase | null): SyncOutcome {
  if (base === null) return { kind: 'unknown-base' };
  // A ticket begins with the same status, whatever its feature had.
  const isTheirsAsBefore =
    base.kind === 'observed' ? base.meaning.becomes === theirs.becomes : theirs.isFirst || theirs.fits.includes(base.status);
  if (isTheirsAsBefore) return { kind: 'ahead' };
  const isOursAsBefore = base.kind === 'observed' ? base.meaning.fits.includes(ours) : base.status === ours;
  if (isOursAsBefore) return written(theirs);
  return { kind: 'both', base: base.kind === 'observed' ? base.meaning.becomes : base.status };
}

function written({ becomes }: StatusMeaning): SyncOutcome {
  return becomes === null ? { kind: 'open' } : { kind: 'write', status: becomes };
}
