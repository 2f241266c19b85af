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
 * - `both`: both changed. Where only the status is known with which the feature went into the tracker, either may have followed the other since.
 * - `unknown-base`: they differ, and nothing tells who changed.
 * - `several`: the tickets of the feature say different things.
 * - `open`: the tracker changed, and leaves open what the feature becomes.
 * - `unknown`: nobody knows what the status of a ticket means.
 */
export type SyncOutcome =
  | { readonly kind: 'same' | 'ahead' | 'unknown-base' | 'several' | 'open' | 'unknown' }
  /** `overtakes`: both went forward since the ticket was made, and the ticket further. */
  | { readonly kind: 'write'; readonly status: Status; readonly overtakes?: true }
  | { readonly kind: 'both'; readonly base: Status | null; readonly isBaseOfLastTime: boolean };

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
  const isOpen = outcome.kind === 'both' || outcome.kind === 'unknown-base' || (outcome.kind === 'write' && outcome.overtakes === true);
  if (prefer === undefined || !isOpen) return outcome;
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
  if (base.kind === 'observed') return { kind: 'both', base: base.meaning.becomes, isBaseOfLastTime: true };
  const further = theirs.becomes;
  // Most files have what the last sync wrote: a ticket that went further on the same way takes nothing back.
  if (further !== null && isOnTheWay([base.status, ours, further])) return { kind: 'write', status: further, overtakes: true };
  return { kind: 'both', base: base.status, isBaseOfLastTime: false };
}

const way: readonly Status[] = ['idea', 'planned', 'in-progress', 'shipped'];

/** Whether each of these is further on the way from an idea to what is shipped than the one before. */
function isOnTheWay(steps: readonly Status[]): boolean {
  const places = steps.map((status) => way.indexOf(status));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}

function written({ becomes }: StatusMeaning): SyncOutcome {
  return becomes === null ? { kind: 'open' } : { kind: 'write', status: becomes };
}
