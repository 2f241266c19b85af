import { addToGroup } from '../../base/groupBy.ts';
import { defaultStatus, type Status } from '../../document/format/model.ts';
import { type Ticket, ticketsOf } from '../../document/format/trackers.ts';
import type { Item } from '../../document/item.ts';
import { meaningOf, type StatusChoices } from './statusMeanings.ts';
import { type SyncBase, type SyncOutcome, type SyncPreference, syncOutcome } from './syncOutcome.ts';
import type { ExportedTicket, TrackerExport } from './trackerExport.ts';

export interface SyncOptions {
  readonly choices: StatusChoices;
  readonly prefer?: SyncPreference | undefined;
  /** The export of the last time: what was so then is no change. */
  readonly base?: TrackerExport | undefined;
}

/** A feature and its tickets in an export. */
export interface SyncedFeature {
  readonly item: Item<'features'>;
  readonly id: string;
  readonly tickets: readonly ExportedTicket[];
  /** The ticket that the file does not name yet. */
  readonly added: string | null;
  readonly before: Status;
  readonly outcome: SyncOutcome;
  /** The day on which it was shipped, where it becomes shipped, the file has no day, and all its tickets tell when they were closed. */
  readonly shipped: string | null;
  /** The day in the file that no longer holds, because the feature becomes something else. */
  readonly withdrawn: string | null;
}

/** A feature for which more tickets claim to be made than can be written. */
export interface TicketClaim {
  readonly id: string;
  /** The tickets that the file names. */
  readonly named: readonly string[];
  readonly claiming: readonly string[];
}

export interface SyncPlan {
  readonly features: readonly SyncedFeature[];
  readonly claims: readonly TicketClaim[];
  /** Tickets of features that the file does not have. */
  readonly strangers: readonly { readonly id: string; readonly key: string }[];
  /** Tickets that the export has several times, each time with another status. */
  readonly unsettled: readonly (readonly ExportedTicket[])[];
  /** Tickets that name several features. */
  readonly joined: readonly ExportedTicket[];
  /** Statuses whose meaning nobody knows, with the tickets that have them. */
  readonly unknownStatuses: ReadonlyMap<string, readonly ExportedTicket[]>;
}

/** Says what an export changes in a file: which ticket belongs to which feature, and whose status holds. */
export function planSync(items: readonly Item<'features'>[], exported: TrackerExport, options: SyncOptions): SyncPlan {
  const { tracker } = exported;
  const { tickets, unsettled } = eachOnce(exported.tickets);
  const joined = tickets.filter(({ ids }) => ids.length > 1);
  const byId = grouped(tickets, ({ ids }) => (ids.length === 1 ? ids : []));
  const byName = grouped(tickets, namesOf);
  const earlier = options.base && eachOnce(options.base.tickets);
  const before = earlier && grouped(earlier.tickets, namesOf);
  const unclear = new Set([...unsettled, ...(earlier?.unsettled ?? [])].flatMap(([first]) => first ?? []));
  const meaning = (ticket: ExportedTicket) => (unclear.has(ticket) ? undefined : meaningOf(ticket, tracker, options.choices));
  const [features, claims]: [SyncedFeature[], TicketClaim[]] = [[], []];
  for (const item of items) {
    const { id, status = defaultStatus } = item.value;
    if (id === undefined) continue;
    const inFile = ticketsOf(item.value);
    const named = unique(inFile.flatMap(namesInFile).flatMap((name) => byName.get(name) ?? []));
    const marked = byId.get(id) ?? [];
    const claiming = marked.filter((ticket) => !named.includes(ticket));
    if (claiming.length > 1 || (claiming.length === 1 && inFile.length > 0))
      claims.push({ id, named: inFile.map(({ key }) => key), claiming: claiming.map(({ key }) => key) });
    // Where the file names tickets these count; otherwise the one that was made for the feature.
    const own = inFile.length > 0 ? named : marked.length === 1 ? marked : [];
    const [first] = own;
    if (!first) continue;
    const outcome = syncOutcome(status, own.map(meaning), baseOf(first, before?.get(nameOf(first))?.[0], meaning), options.prefer);
    const becomesShipped = outcome.kind === 'write' && outcome.status === 'shipped' && item.value.shipped === undefined;
    const shipped = becomesShipped ? lastDay(own) : null;
    const withdrawn = outcome.kind === 'write' && outcome.status !== 'shipped' ? (item.value.shipped ?? null) : null;
    features.push({ item, id, tickets: own, added: inFile.length > 0 ? null : first.key, before: status, outcome, shipped, withdrawn });
  }
  const known = new Set(items.flatMap(({ value }) => value.id ?? []));
  const unknown = unique(features.flatMap((feature) => feature.tickets)).filter(
    (ticket) => meaning(ticket) === undefined && !unclear.has(ticket),
  );
  return {
    features,
    claims,
    strangers: [...byId].flatMap(([id, made]) => (known.has(id) ? [] : made.map(({ key }) => ({ id, key })))),
    unsettled,
    joined,
    unknownStatuses: grouped(unknown, ({ status }) => [status]),
  };
}

/** Pages of an export may overlap: each ticket counts once, for the first time that it is there. */
function eachOnce(all: readonly ExportedTicket[]): {
  readonly tickets: readonly ExportedTicket[];
  readonly unsettled: SyncPlan['unsettled'];
} {
  const groups = [...grouped(all, namesOf).values()];
  const isSettled = ([first, ...others]: readonly ExportedTicket[]) =>
    others.every(({ status, reason }) => status === first?.status && reason === first.reason);
  return { tickets: groups.flatMap(([first]) => first ?? []), unsettled: groups.filter((group) => !isSettled(group)) };
}

/** The day on which the last of them was closed, where all have one. */
function lastDay(tickets: readonly ExportedTicket[]): string | null {
  const days = tickets.map(({ closedOn }) => closedOn).sort();
  return days.includes(null) ? null : (days.at(-1) ?? null);
}

function baseOf(
  ticket: ExportedTicket,
  before: ExportedTicket | undefined,
  meaning: (ticket: ExportedTicket) => ReturnType<typeof meaningOf>,
): SyncBase | null {
  const observed = before && meaning(before);
  if (observed) return { kind: 'observed', meaning: observed };
  return ticket.exportedStatus === null ? null : { kind: 'exported', status: ticket.exportedStatus };
}

function nameOf({ key }: ExportedTicket): string {
  return key.toLowerCase().replace(/\/$/, '');
}

function namesOf(ticket: ExportedTicket): readonly string[] {
  return [nameOf(ticket)];
}

/** What a ticket in the file may be called in an export: by its key, its address, or the number in the address of a work item. */
function namesInFile({ key, url }: Ticket): readonly string[] {
  const names = [key, ...(url === null ? [] : [url])].map((name) => name.toLowerCase().replace(/\/$/, ''));
  const [, number] = /\/_workitems\/edit\/(\d+)$/i.exec(names.at(-1) ?? '') ?? [];
  return number === undefined ? names : [...names, `ab#${number}`];
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function grouped(
  tickets: readonly ExportedTicket[],
  keysOf: (ticket: ExportedTicket) => readonly string[],
): ReadonlyMap<string, ExportedTicket[]> {
  const groups = new Map<string, ExportedTicket[]>();
  for (const ticket of tickets) for (const key of keysOf(ticket)) addToGroup(groups, key, ticket);
  return groups;
}
