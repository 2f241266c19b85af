import { defaultStatus, type Feature, type Status, statuses } from '../../document/format/model.ts';

/** The id in a text that people may change around it. */
export function idMark(id: string): string {
  return `kano:id=${id}`;
}

/** The status that a feature has while it goes into a tracker: what either side says later is a change of this. */
export function statusMark({ status = defaultStatus }: Pick<Feature, 'status'>): string {
  return `kano:status=${status}`;
}

/** What a ticket tells of where it comes from. */
export interface TicketMarks {
  /** Each once; more than one where somebody joined tickets. */
  readonly ids: readonly string[];
  /** The status that the feature had when it went into the tracker; `null` where the ticket does not tell, or tells several. */
  readonly exportedStatus: Status | null;
}

/** The marks of a ticket: those of its labels, and only where these have none those of its text. */
export function marksOf(labels: readonly string[], text: string): TicketMarks {
  const idsIn = (texts: readonly string[]) => found(texts, /kano:id=([a-z0-9][a-z0-9._-]*)/g);
  const statusesIn = (texts: readonly string[]) => found(texts, /kano:status=([a-z-]+)/g);
  const [status, ...others] = firstFilled(statusesIn(labels), statusesIn([text]));
  const known = statuses.find((each) => each === status);
  return { ids: firstFilled(idsIn(labels), idsIn([text])), exportedStatus: others.length > 0 ? null : (known ?? null) };
}

function found(texts: readonly string[], pattern: RegExp): readonly string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, value]) => value ?? [])))];
}

function firstFilled(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.length > 0 ? first : second;
}
