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

const id = '[a-z0-9][a-z0-9._-]*';
const status = '[a-z-]+';

/**
 * The marks of a ticket: those of its labels, and only where these have none those of its text. There hidden comments and the line that was written for this come
 * before what people say, “as kano:id=a” for example, where a full stop ends a sentence.
 */
export function marksOf(labels: readonly string[], text: string): TicketMarks {
  const ids = firstFilled(
    () => found(labels, `kano:id=(${id})`),
    () => found([text], `<!--\\s*kano:id=(${id})\\s*-->`),
    () => found([text], `kano:status=${status} kano:id=(${id})`),
    () => found([text], `kano:id=(${id}(?<!\\.))`),
  );
  const [first, ...others] = firstFilled(
    () => found(labels, `kano:status=(${status})`),
    () => found([text], `<!--\\s*kano:status=(${status})\\s*-->`),
    () => found([text], `kano:status=(${status}) kano:id=${id}`),
    () => found([text], `kano:status=(${status})`),
  );
  const known = statuses.find((each) => each === first);
  return { ids, exportedStatus: others.length > 0 ? null : (known ?? null) };
}

function found(texts: readonly string[], pattern: string): readonly string[] {
  const marks = new RegExp(pattern, 'g');
  return [...new Set(texts.flatMap((text) => [...text.matchAll(marks)].flatMap(([, value]) => value ?? [])))];
}

function firstFilled(...searches: readonly (() => readonly string[])[]): readonly string[] {
  for (const search of searches) {
    const marks = search();
    if (marks.length > 0) return marks;
  }
  return [];
}
