import type { TrackerItem } from './trackerItems.ts';

/**
 * Jira, Azure Boards and GitLab take 255 characters, GitHub 256, and refuse what is longer. Two are left for signs before a title.
 */
const most = 253;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A title that trackers take, cut with “…” where it is too long. */
export function shortTitle(title: string): string {
  if (title.length <= most) return title;
  let length = 0;
  for (const { segment } of segmenter.segment(title)) {
    if (length + segment.length >= most) break;
    length += segment.length;
  }
  return `${title.slice(0, length).trimEnd()}…`;
}

/** The description of a feature, with the whole title before it where that was cut. */
export function describedWithTitle({ title, description }: TrackerItem): readonly string[] {
  return shortTitle(title) === title ? description : [title, ...description];
}
