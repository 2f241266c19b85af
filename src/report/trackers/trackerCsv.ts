import { type CsvCell, csvText } from '../../base/csv.ts';
import { escapeXml } from '../../base/escapeXml.ts';
import type { Status } from '../../document/format/model.ts';
import { describedWithTitle, shortTitle } from './shortTitle.ts';
import { idMark, statusMark } from './ticketMarks.ts';
import type { TrackerItem, Urgency } from './trackerItems.ts';
import { withoutMentions } from './withoutMentions.ts';

/** The trackers that read a table of new tickets. */
export const tableTrackers = ['jira', 'azure', 'gitlab', 'linear'] as const;
export type TableTracker = (typeof tableTrackers)[number];

interface Table {
  readonly columns: readonly string[];
  readonly row: (item: TrackerItem, kind: string) => readonly CsvCell[];
}

/**
 * The import file of a tracker. Each has the id of the feature, and the status that it has now, where the tracker keeps them: as labels, as tags, or as the last
 * line of the description.
 *
 * @param kind what a ticket is called there, where the tracker asks for it
 */
export function trackerCsv(tracker: TableTracker, items: readonly TrackerItem[], kind: string): string {
  const { columns, row } = tables[tracker];
  return csvText([columns, ...items.map((item) => row(item, kind))]);
}

/** Whether `trackerCsv` wrote a text, for any tracker. */
export function isTrackerCsv(text: string): boolean {
  return tableTrackers.some((tracker) => text.replaceAll('\r\n', '\n').startsWith(`${tables[tracker].columns.join(',')}\n`));
}

/** What a spreadsheet would take for a formula, with an invisible character before it: an apostrophe, as other tables have it, would become part of the ticket's title. */
function titleText(title: string): string {
  return title.replace(/^(?=[=+\-@＝＋－＠])/, '\u2060');
}

/** A text in which nothing is markup for Jira: a backslash before a sign makes it one, and is itself written as an entity, because two are a line break. */
function jiraText(text: string): string {
  return text.replace(/\\|[{}[\]!~*_|#]|\?(?=\?)|(?<![\p{L}\p{N}])[-+^](?=\S)/gu, (sign) => (sign === '\\' ? '&#92;' : `\\${sign}`));
}

const tables: Readonly<Record<TableTracker, Table>> = {
  // Columns with the same heading are values of one field.
  jira: {
    columns: ['Summary', 'Issue Type', 'Priority', 'Labels', 'Labels', 'Labels', 'Description'],
    row: (item, kind) => [
      ...[titleText(shortTitle(item.title)), kind, jiraPriorities[item.urgency]],
      ...[idMark(item.id), statusMark(item), item.label, [...describedWithTitle(item).map(jiraText), marks(item)].join('\n')],
    ],
  },
  // Descriptions are HTML.
  azure: {
    columns: ['Work Item Type', 'Title', 'Priority', 'Tags', 'Description'],
    row: (item, kind) => [
      ...[kind, titleText(shortTitle(item.title)), item.urgency],
      ...[`${idMark(item.id)}; ${statusMark(item)}; ${item.label}`, [...describedWithTitle(item), marks(item)].map(escapeXml).join('<br>')],
    ],
  },
  gitlab: {
    columns: ['title', 'description'],
    row: (item) => [titleText(shortTitle(item.title)), markdownLines(item, describedWithTitle(item))],
  },
  linear: {
    columns: ['Title', 'Description', 'Status', 'Priority', 'Assignee', 'Labels', 'Estimate'],
    row: (item) => [
      titleText(item.title),
      markdownLines(item, item.description),
      linearStatuses[item.status],
      linearPriorities[item.urgency],
      '',
      item.label,
      item.effort,
    ],
  },
};

const jiraPriorities: Readonly<Record<Urgency, string>> = { 1: 'Highest', 2: 'High', 3: 'Medium', 4: 'Low' };
/** The statuses that a team begins with. */
const linearStatuses: Readonly<Record<Status, string>> = {
  idea: 'Backlog',
  planned: 'Todo',
  'in-progress': 'In Progress',
  shipped: 'Done',
  rejected: 'Canceled',
};
const linearPriorities: Readonly<Record<Urgency, string>> = { 1: 'Urgent', 2: 'High', 3: 'Medium', 4: 'Low' };

/** Markdown needs an empty line between two paragraphs. */
function markdownLines(item: TrackerItem, description: readonly string[]): string {
  return [...description.map(withoutMentions), marks(item)].join('\n\n');
}

function marks(item: TrackerItem): string {
  return `${statusMark(item)} ${idMark(item.id)}`;
}
