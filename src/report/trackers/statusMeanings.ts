import { type Status, statuses } from '../../document/format/model.ts';
import type { ExportedTicket, Tracker } from './trackerExport.ts';

/** What the status of a ticket says of a feature. */
export interface StatusMeaning {
  /** The statuses of a feature that go with it. */
  readonly fits: readonly Status[];
  /** What a feature becomes that has another one; `null` where the tracker leaves that open. */
  readonly becomes: Status | null;
  /** New tickets have it, whatever the status of their feature. */
  readonly isFirst: boolean;
}

/** What people say that a status of their tracker means. */
export type StatusChoices = ReadonlyMap<string, Status>;

const notStarted: StatusMeaning = { fits: ['idea', 'planned'], becomes: 'planned', isFirst: true };
/** All that is not closed, where nothing more is said. */
const notClosed: StatusMeaning = { fits: ['idea', 'planned', 'in-progress'], becomes: null, isFirst: true };
/** Built, or given up. */
const closed: StatusMeaning = { fits: ['shipped', 'rejected'], becomes: null, isFirst: false };

function only(status: Status): StatusMeaning {
  return { fits: [status], becomes: status, isFirst: false };
}

const [planned, underWay, shipped, rejected] = [only('planned'), only('in-progress'), only('shipped'), only('rejected')];

/** Why tickets are given up, and what a status is called for that, in any tracker. */
const givenUp = Object.fromEntries(
  [
    ...["won't do", "won't fix", 'wontfix', 'declined', 'rejected', 'duplicate', 'cannot reproduce', 'incomplete', 'invalid'],
    ...['cancelled', 'canceled', 'abandoned', 'obsolete', 'withdrawn'],
  ].map((text) => [text, rejected]),
);

/**
 * The statuses that trackers come with, and why tickets are closed. In small letters. Sources: Jira, status categories and the statuses and resolutions of its
 * default workflows; Azure Boards, “How workflow category states are used” and the reasons of its workflows (Agile, Basic, CMMI, Scrum); GitLab, states of
 * issues; Linear, “Configuring workflows”; GitHub, `state` and `stateReason` of its command. `docs/command-line.md` shows them.
 */
export const statusMeanings: Readonly<Record<Tracker, Readonly<Record<string, StatusMeaning>>>> = {
  jira: {
    ...givenUp,
    ...{ backlog: notStarted, 'to do': notStarted, open: notStarted, reopened: notStarted, 'selected for development': planned },
    ...{ 'in progress': underWay, 'in review': underWay, done: shipped, resolved: shipped, closed: shipped },
    ...{ fixed: shipped, complete: shipped, completed: shipped },
  },
  azure: {
    ...givenUp,
    ...{ new: notStarted, proposed: notStarted, approved: notStarted, 'to do': notStarted },
    ...{ active: underWay, committed: underWay, doing: underWay, 'in progress': underWay, resolved: underWay },
    ...{ closed: shipped, done: shipped, removed: rejected, cut: rejected, 'out of scope': rejected, 'as designed': rejected },
    ...{ completed: shipped, 'work finished': shipped, 'work completed': shipped, 'acceptance tests pass': shipped },
    ...{ verified: shipped, fixed: shipped, 'fixed and verified': shipped, 'validation test passed': shipped },
  },
  gitlab: { open: notClosed, opened: notClosed, closed },
  linear: {
    ...{ triage: notStarted, backlog: notStarted, todo: planned, 'in progress': underWay, 'in review': underWay },
    ...{ done: shipped, canceled: rejected, duplicate: rejected },
  },
  github: { open: notClosed, closed, completed: shipped, not_planned: rejected, duplicate: rejected },
};

/** Jira says of every status, whatever it is called, what kind it is. “Done” is what is built as well as what is given up. */
const categoryMeanings: Readonly<Record<string, StatusMeaning>> = { 'to do': notStarted, 'in progress': underWay, done: closed };

/** What a ticket says of its feature; `undefined` where nobody knows what its status means. */
export function meaningOf(ticket: ExportedTicket, tracker: Tracker, choices: StatusChoices): StatusMeaning | undefined {
  const [status, reason, category] = [ticket.status, ticket.reason, ticket.category].map(comparable) as [string, string, string];
  const chosen = (text: string) => {
    const choice = choices.get(text);
    return choice === undefined ? undefined : only(choice);
  };
  const known = (text: string) => named(statusMeanings[tracker], text);
  const bySelf = chosen(status) ?? byCategory(known(status), named(categoryMeanings, category));
  const isClosed = bySelf !== undefined && isEnd(bySelf);
  const byReason = bySelf === undefined || isClosed ? chosen(reason) : undefined;
  const meaning =
    byReason ??
    (isClosed ? (byKnownReason(bySelf, known(reason)) ?? (choices.has(status) || saysNothing(reason) ? bySelf : closed)) : bySelf);
  // Where a tracker has two states only, teams say the rest with labels.
  if (tracker !== 'gitlab' && tracker !== 'github') return meaning;
  const said = ticket.labels.map(comparable).flatMap((label) => choices.get(label) ?? []);
  const label = said.find((each) => (each === 'shipped' || each === 'rejected') === isClosed);
  return label === undefined ? meaning : only(label);
}

/** Where the tracker says of a status that it is closed, or that it is not, a name that sounds otherwise means nothing. */
function byCategory(own: StatusMeaning | undefined, category: StatusMeaning | undefined): StatusMeaning | undefined {
  return own === undefined || (category !== undefined && isEnd(own) !== isEnd(category)) ? category : own;
}

/** What is closed is shipped only if the reason does not say otherwise; `undefined` for one that nobody knows. */
function byKnownReason(bySelf: StatusMeaning, reason: StatusMeaning | undefined): StatusMeaning | undefined {
  if (bySelf.becomes === 'rejected') return bySelf;
  return reason !== undefined && isEnd(reason) ? reason : undefined;
}

/** Azure Boards says “Moved to state Closed” where its process has no reasons. */
function saysNothing(reason: string): boolean {
  return reason === '' || reason === 'unresolved' || reason.startsWith('moved to state ');
}

function isEnd({ fits }: StatusMeaning): boolean {
  return fits.some((each) => each === 'shipped' || each === 'rejected');
}

function named(table: Readonly<Record<string, StatusMeaning>>, text: string): StatusMeaning | undefined {
  return Object.hasOwn(table, text) ? table[text] : undefined;
}

/** Reads `In Review=in-progress`; `undefined` for any other text. */
export function readStatusChoice(text: string): readonly [string, Status] | undefined {
  const at = text.lastIndexOf('=');
  const name = comparable(text.slice(0, at));
  const status = statuses.find((each) => each === text.slice(at + 1).trim());
  return at < 1 || name === '' || status === undefined ? undefined : [name, status];
}

function comparable(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'");
}
