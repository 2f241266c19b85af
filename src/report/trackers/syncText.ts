import * as l10n from '@vscode/l10n';
import { quotedName, statusLabel } from '../../terms/labels.ts';
import { count, itemList, nameList } from '../../terms/numbers.ts';
import type { SyncedFeature, SyncPlan } from './planSync.ts';
import type { ExportedTicket } from './trackerExport.ts';

/** What changes in the file, a line for each feature: `guest-checkout: tracker PROJ-12; Planned → In progress (PROJ-12 “In Progress”)`. */
export function syncChanges(features: SyncPlan['features']): readonly string[] {
  return features.flatMap(({ id, tickets, added, before, outcome, shipped, withdrawn }) => {
    const status =
      outcome.kind === 'write'
        ? [
            l10n.t('{before} → {after} ({tickets})', {
              before: statusLabel(before),
              after: statusLabel(outcome.status),
              tickets: ticketTexts(tickets),
            }),
          ]
        : [];
    const keys = [
      ...(added === null ? [] : [`tracker ${added}`]),
      ...(shipped === null ? [] : [`shipped ${shipped}`]),
      ...(withdrawn === null ? [] : [l10n.t('without shipped {day}', { day: withdrawn })]),
    ];
    const parts = [...keys, ...status];
    return parts.length === 0 ? [] : [`${id}: ${parts.join('; ')}`];
  });
}

/** What the two sides do not agree about, and what nobody knows, a sentence each: nothing is written for it until somebody decides. */
export function syncDisagreements({ features, claims, unsettled, joined, unknownStatuses }: SyncPlan): readonly string[] {
  return [
    ...features.flatMap((feature) => disagreement(feature) ?? []),
    ...claims.map(({ id, named, claiming }) => {
      const values = { feature: id, named: nameList(named), claiming: nameList(claiming) };
      return named.length === 0
        ? l10n.t('{feature}: several tickets were made for it: {claiming}. Write those that count into “tracker”.', values)
        : l10n.t('{feature}: “tracker” names {named}, but {claiming} was made for it too. Write all that count into “tracker”.', values);
    }),
    ...unsettled.map((tickets) =>
      l10n.t('The export has a ticket several times, with different statuses, so none counts: {tickets}. Export it again.', {
        tickets: ticketTexts(tickets),
      }),
    ),
    ...joined.map(({ key, ids }) =>
      l10n.t('{ticket} was made for several features ({features}), so it counts for none. Leave one of its kano:id marks.', {
        ticket: key,
        features: itemList(ids),
      }),
    ),
    ...[...unknownStatuses].map(([status, tickets]) =>
      l10n.t(
        'What “{status}” means is not known ({tickets}). Say it with --status "{status}=in-progress", or one of idea, planned, shipped, rejected.',
        { status, tickets: some(tickets.map(({ key }) => key)) },
      ),
    ),
  ];
}

function disagreement({ id, tickets, before, outcome }: SyncedFeature): string | undefined {
  const values = { feature: id, ours: statusLabel(before), tickets: ticketTexts(tickets) };
  switch (outcome.kind) {
    case 'both':
      if (!outcome.isBaseOfLastTime && outcome.base !== null)
        return l10n.t(
          '{feature}: the file says {ours}, and {tickets}. It was {base} when the ticket was made, and nothing tells who changed last.',
          { ...values, base: quotedName(statusLabel(outcome.base)) },
        );
      return outcome.base === null
        ? l10n.t('{feature}: both sides changed: the file says {ours}, and {tickets}.', values)
        : l10n.t('{feature}: both sides changed since {base}: the file says {ours}, and {tickets}.', {
            ...values,
            base: quotedName(statusLabel(outcome.base)),
          });
    case 'unknown-base':
      return l10n.t('{feature}: the file says {ours}, and {tickets}; nothing tells who changed.', values);
    case 'several':
      return l10n.t('{feature}: its tickets say different things ({tickets}), and the file says {ours}.', values);
    case 'open':
      return l10n.t(
        '{feature}: {tickets} leaves open what it becomes, and the file says {ours}. Say it with --status, of a status, a label or the reason.',
        values,
      );
    default:
      return undefined;
  }
}

/** What is worth knowing, and changes nothing, a sentence each. */
export function syncRemarks({ features, strangers }: SyncPlan, path: string): readonly string[] {
  const ahead = features
    .filter(({ outcome }) => outcome.kind === 'ahead')
    .map(({ id, before, tickets }) => `${id}: ${statusLabel(before)}, ${ticketTexts(tickets)}`);
  const unclear = features.flatMap(({ id, tickets, outcome }) =>
    outcome.kind === 'write' && outcome.status === 'shipped'
      ? tickets.flatMap(({ key, closed, closedOn }) => (closed !== '' && closedOn === null ? [`${id}: ${key} ${quotedName(closed)}`] : []))
      : [],
  );
  const overtaken = features.flatMap(({ id, before, outcome, tickets }) =>
    outcome.kind === 'write' && outcome.overtakes
      ? [`${id}: ${statusLabel(before)} → ${statusLabel(outcome.status)} (${ticketTexts(tickets)})`]
      : [],
  );
  const withdrawn = features.flatMap(({ id, withdrawn, tickets }) =>
    withdrawn === null ? [] : [`${id} ${withdrawn} (${ticketTexts(tickets)})`],
  );
  return [
    ...(overtaken.length === 0
      ? []
      : [
          l10n.t('Both went on since the ticket was made, and the ticket further, so it counts: {features}', {
            features: some(overtaken, '; '),
          }),
        ]),
    ...(withdrawn.length === 0
      ? []
      : [
          l10n.t('The day of “shipped” goes where a feature is no longer shipped: {features}', {
            features: some(withdrawn, '; '),
          }),
        ]),
    ...(unclear.length === 0
      ? []
      : [
          l10n.t('No day is written as “shipped” where it is not clear which one it is: {tickets}', {
            tickets: some(unclear, '; '),
          }),
        ]),
    ...(ahead.length === 0 ? [] : [l10n.t('The file is ahead, so change these tickets: {features}', { features: some(ahead, '; ') })]),
    ...(strangers.length === 0
      ? []
      : [
          l10n.t('No feature of {path} has the id of these tickets: {tickets}', {
            path,
            tickets: some(strangers.map(({ id, key }) => `${key} (${id})`)),
          }),
        ]),
  ];
}

/** The last sentence: what was written, or would be. */
export function syncResult(features: SyncPlan['features'], path: string, isDryRun: boolean): string {
  const named = features.filter(({ added }) => added !== null).length;
  const changed = features.filter(({ outcome }) => outcome.kind === 'write').length;
  const values = { path, named: count(named), changed: count(changed), all: count(features.length) };
  if (isDryRun)
    return l10n.t(
      'Nothing is written (--dry-run). {path}: features with a ticket: {all}; tickets to name: {named}, statuses to change: {changed}.',
      values,
    );
  return named + changed === 0
    ? l10n.t('{path} stays as it is. Features with a ticket: {all}.', values)
    : l10n.t('{path} is written. Features with a ticket: {all}; tickets named: {named}, statuses changed: {changed}.', values);
}

/** `PROJ-12 “In Progress”`, with the reason where the tracker gives one. */
export function ticketTexts(tickets: readonly ExportedTicket[]): string {
  return itemList(tickets.map(({ key, status, reason }) => `${key} ${quotedName(reason === '' ? status : `${status}, ${reason}`)}`));
}

/** As many as can be read at a glance. */
const most = 10;

function some(texts: readonly string[], separator = ', '): string {
  const more = texts.length > most ? [l10n.t('and {count} more', { count: count(texts.length - most) })] : [];
  return [...texts.slice(0, most), ...more].join(separator);
}
