/** What `docs/method.md` says of a problem: when it is reported, why, and what to do. */
export interface ProblemHelp {
  /** When, as one sentence or two of plain text. */
  readonly short: string;
  /** All of it, as Markdown and as plain text. */
  readonly markdown: string;
  readonly text: string;
}

/**
 * Finds the section about a problem in the text of `docs/method.md`.
 * @returns `undefined` where it has none
 */
export function problemHelp(method: string, code: string): ProblemHelp | undefined {
  const [, after] = method.split(`\n### ${code.replace('kano/', '')}\n`);
  const section = after?.split(/\n##/)[0]?.trim();
  if (section === undefined) return undefined;
  const points = section.split(/^- /m).flatMap((point) => (point.trim() === '' ? [] : [plain(point)]));
  const when = points[0]?.replace(/^When: /, '') ?? '';
  return {
    // The first sentence is enough for a list of rules; what follows the sentence is the severity, which stands beside it.
    short: sentence(when.replace(/ (?:Error|Warning|Info|Information|Hint)\b.*$/s, '')),
    // Links lead to other sections of the page, which is not there where the help is shown.
    markdown: withoutLinks(section),
    text: points.join('\n'),
  };
}

function plain(markdown: string): string {
  return withoutLinks(markdown)
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}`;
}
