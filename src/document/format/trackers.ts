import type { Feature } from './model.ts';

/** A ticket of a feature: what it is called, and where it is on the web if that is known. */
export interface Ticket {
  /** `PROJ-12`, `owner/repo#7`, or an address of another kind. */
  readonly key: string;
  readonly url: string | null;
}

/** The tickets of a feature, as `tracker` names them. */
export function ticketsOf({ tracker = [] }: Feature): readonly Ticket[] {
  return (typeof tracker === 'string' ? [tracker] : tracker).map(ticketOf);
}

function ticketOf(written: string): Ticket {
  const text = written.trim();
  if (/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text)) return { key: keyInAddress(text), url: text };
  const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(text) ?? [];
  return { key: text, url: repository === undefined ? null : `https://github.com/${repository}/issues/${number}` };
}

/** The key in the address of a ticket: of GitHub, of Jira and of Linear. */
function keyInAddress(address: string): string {
  const [, repository, number] = /^https?:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)\/?$/i.exec(address) ?? [];
  if (repository !== undefined) return `${repository}#${number}`;
  return /^https?:\/\/[^/]+\/(?:browse|[\w-]+\/issue)\/([A-Z][A-Z0-9_]*-\d+)(?:[/?#].*)?$/i.exec(address)?.[1] ?? address;
}
