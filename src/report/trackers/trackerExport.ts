import * as l10n from '@vscode/l10n';
import { nameList } from '../../terms/numbers.ts';
import { dateOrderOf, dateReader } from '../../terms/readDates.ts';
import { marksOf, type TicketMarks } from './ticketMarks.ts';

/** Whose exports are read. */
export type Tracker = 'jira' | 'azure' | 'gitlab' | 'linear' | 'github';

/** A ticket as its tracker exports it. */
export interface ExportedTicket extends TicketMarks {
  /** What `tracker` calls it: `PROJ-12`, `AB#12`, `owner/repo#7`, or its address. */
  readonly key: string;
  readonly title: string;
  readonly status: string;
  /** Why it is closed, as far as the tracker says; empty where it does not. */
  readonly reason: string;
  /** What kind of status the tracker says that is; empty where it does not. */
  readonly category: string;
  readonly labels: readonly string[];
  /** When it was closed, as the export says it; empty where it does not. */
  readonly closed: string;
  /** The same as `YYYY-MM-DD`, without a shift between time zones; `null` where there is none, or where it could be several. */
  readonly closedOn: string | null;
}

export interface TrackerExport {
  readonly tracker: Tracker;
  readonly tickets: readonly ExportedTicket[];
}

/** Why an export is not read, in a sentence for the user. */
export class UnreadableExport extends Error {}

interface Layout {
  readonly tracker: Exclude<Tracker, 'github'>;
  /** The columns by which the export is known. In small letters, as all names here. */
  readonly columns: readonly string[];
  readonly key: (cell: string) => string;
  readonly names: Readonly<Record<'key' | 'title' | 'status', string>> & {
    readonly description: string;
    readonly labels: string;
    readonly reason?: string;
    readonly category?: string;
    readonly closed: string;
  };
  /** What is between two labels in a cell. */
  readonly separator: RegExp;
}

const layouts: readonly Layout[] = [
  {
    tracker: 'jira',
    columns: ['issue key', 'summary', 'status'],
    key: (cell) => cell,
    names: {
      ...{ key: 'issue key', title: 'summary', status: 'status', description: 'description', labels: 'labels' },
      ...{ reason: 'resolution', category: 'status category', closed: 'resolved' },
    },
    separator: /\s+/,
  },
  {
    tracker: 'azure',
    columns: ['id', 'work item type', 'title', 'state'],
    // As commits and pull requests name work items.
    key: (cell) => `AB#${cell}`,
    names: {
      ...{ key: 'id', title: 'title', status: 'state', description: 'description', labels: 'tags' },
      ...{ reason: 'reason', closed: 'closed date' },
    },
    separator: /;/,
  },
  {
    tracker: 'gitlab',
    columns: ['url', 'title', 'state'],
    key: (cell) => cell,
    names: { key: 'url', title: 'title', status: 'state', description: 'description', labels: 'labels', closed: 'closed at (utc)' },
    separator: /,/,
  },
  {
    tracker: 'linear',
    columns: ['id', 'team', 'title', 'status'],
    key: (cell) => cell,
    names: { key: 'id', title: 'title', status: 'status', description: 'description', labels: 'labels', closed: 'completed' },
    separator: /,/,
  },
];

/** Reads a table that a tracker exported, from its header on. Whose it is tell its columns. */
export function exportOfTable([header = [], ...rows]: readonly (readonly string[])[], path: string): TrackerExport {
  const names = header.map((name) => name.trim().toLowerCase());
  const layout = layouts.find(({ columns }) => columns.every((name) => names.includes(name)));
  if (!layout) {
    const known = layouts.map(({ tracker, columns }) => `${trackerNames[tracker]} (${columns.join(', ')})`);
    throw new UnreadableExport(
      l10n.t('{path} is no export that is known by its columns: {known}. Add these columns, in English, and export again.', {
        path,
        known: nameList(known),
      }),
    );
  }
  const { key, title, status, description, labels, closed, reason = '', category = '' } = layout.names;
  const closedAt = names.indexOf(closed);
  const dayOf = dateReader(dateOrderOf(rows.map((cells) => cells[closedAt] ?? '')).order);
  const tickets = rows.flatMap((cells): readonly ExportedTicket[] => {
    const all = (name: string) => names.flatMap((other, index) => (other === name ? [(cells[index] ?? '').trim()] : []));
    const first = (name: string) => all(name)[0] ?? '';
    if (first(key) === '') return [];
    const labelled = all(labels)
      .flatMap((cell) => cell.split(layout.separator))
      .map((label) => label.trim())
      .filter((label) => label !== '');
    return [
      {
        ...{ key: layout.key(first(key)), title: first(title), status: first(status), reason: first(reason) },
        ...{ category: first(category), labels: labelled, ...marksOf(labelled, first(description)) },
        ...{ closed: first(closed), closedOn: dayOf(first(closed)) ?? null },
      },
    ];
  });
  return { tracker: layout.tracker, tickets };
}

/** Reads what `gh issue list --json number,title,state,stateReason,closedAt,body,labels,url` prints. */
export function exportOfJson(text: string, path: string): TrackerExport {
  const issues = parsed(text);
  if (!Array.isArray(issues)) throw notGithub(path);
  const tickets = issues.map((issue: unknown): ExportedTicket => {
    if (!isRecord(issue)) throw notGithub(path);
    const key = keyOf(issue.url);
    if (key === undefined || typeof issue.state !== 'string') throw notGithub(path);
    const labels = (Array.isArray(issue.labels) ? issue.labels : []).flatMap((label: unknown) =>
      isRecord(label) && typeof label.name === 'string' ? [label.name] : [],
    );
    return {
      ...{ key, title: textOf(issue.title), status: issue.state, reason: textOf(issue.stateReason), category: '', labels },
      ...{ closed: textOf(issue.closedAt), closedOn: dateReader(undefined)(textOf(issue.closedAt)) ?? null },
      ...marksOf([], textOf(issue.body)),
    };
  });
  return { tracker: 'github', tickets };
}

export const trackerNames: Readonly<Record<Tracker, string>> = {
  jira: 'Jira',
  azure: 'Azure Boards',
  gitlab: 'GitLab',
  linear: 'Linear',
  github: 'GitHub',
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Servers of a company have other names than GitHub's own: there the address is the key. */
function keyOf(url: unknown): string | undefined {
  const [, host, repository, number] = /^https:\/\/([^/]+)\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)$/.exec(textOf(url)) ?? [];
  if (repository === undefined) return undefined;
  return host?.toLowerCase() === 'github.com' ? `${repository}#${number}` : textOf(url);
}

function notGithub(path: string): UnreadableExport {
  const command = 'gh issue list --state all --limit 10000 --json number,title,state,stateReason,closedAt,body,labels,url';
  return new UnreadableExport(l10n.t('{path} is not what GitHub’s command prints. Make it with: {command}', { path, command }));
}
