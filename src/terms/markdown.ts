import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { deceptiveCharacters } from '../base/deceptiveCharacters.ts';

export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** The text of a cell, which may lead somewhere. */
export type Cell = string | { readonly text: string; readonly link: string };

/**
 * The nodes as GitHub Markdown. Pipes, HTML, links and formulas in their texts show as they were written. Tables are not padded, so that a
 * change of one row changes one line.
 */
export function markdownText(nodes: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...nodes] };
  return toMarkdown(root, options);
}

export function heading(depth: 1 | 2 | 3, text: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value: oneLine(text) }] };
}

/** A piece of a paragraph. A link shows its address where it has no text. */
export type Phrase = string | { readonly strong: string } | { readonly link: string; readonly text?: string };

export function paragraph(...phrases: readonly Phrase[]): Paragraph {
  return { type: 'paragraph', children: phrases.map(phrase) };
}

export function bulletList(items: readonly (string | readonly Phrase[])[]): List {
  const paragraphs = items.map((item) => (typeof item === 'string' ? paragraph(item) : paragraph(...item)));
  return list(false, paragraphs.map(listItem));
}

/** Lines under a title, in a list of such. */
export interface ListGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A list of groups, with their lines below each. */
export function groupList(groups: readonly ListGroup[]): RootContent {
  const items = groups.map(({ title, lines }): ListItem => {
    const item = listItem(paragraph(title));
    return lines.length === 0 ? item : { ...item, children: [...item.children, bulletList(lines)] };
  });
  return list(false, items);
}

/** A list that programs number when they show it: in the text every number is 1, so that a new item adds one line only. */
export function numberedList(items: readonly string[]): RootContent {
  return list(
    true,
    items.map((item) => listItem(paragraph(item))),
  );
}

/** Written cell by cell: a table of thousands of rows has few distinct cells, and most of the time would go into escaping the same text again. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): RootContent {
  const line = (cells: readonly string[]) => `|${cells.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`;
  // GitHub needs one dash; other programs need three.
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
  const written = rows.map((cells) => line(cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : linkText(cell)))));
  return { type: 'html', value: [line(columns.map(({ heading }) => cellText(heading))), line(rule), ...written].join('\n') };
}

/** Text to be shown as it is, or a diagram. */
export function codeBlock(language: string, text: string): RootContent {
  return { type: 'code', lang: language, value: text };
}

/** A picture with a description of it. */
export function picture(url: string, description: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'image', url, alt: oneLine(description) }] };
}

/** Lines for programs and for those who edit the text, invisible on the page. They must not contain what others wrote. */
export function comments(...texts: readonly string[]): RootContent {
  return { type: 'html', value: texts.map((text) => `<!-- ${text} -->`).join('\n') };
}

/** The text on one line: white space becomes single spaces, no-break spaces stay, and invisible characters are removed. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\S\u00A0]+/g, ' ')
    .replace(deceptive, '')
    .trim();
}

const deceptive = new RegExp(`[${deceptiveCharacters}]`, 'gu');

const options: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  listItemIndent: 'one',
  incrementListMarker: false,
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    gfmAutolinkLiteralToMarkdown(),
    // GitHub renders text between dollar signs as a formula.
    { unsafe: [{ character: '$', inConstruct: 'phrasing' }] },
    // The log of a CI run takes such a line for a command.
    { unsafe: [{ character: ':', after: ':', atBreak: true }] },
  ],
};

function list(ordered: boolean, children: ListItem[]): List {
  return { type: 'list', ordered, spread: false, children };
}

function listItem(text: Paragraph): ListItem {
  return { type: 'listItem', spread: false, children: [text] };
}

function phrase(text: Phrase, index: number, { length }: readonly Phrase[]): PhrasingContent {
  if (typeof text !== 'string' && 'link' in text)
    return { type: 'link', url: text.link, children: [{ type: 'text', value: oneLine(text.text ?? text.link) }] };
  if (typeof text !== 'string') return { type: 'strong', children: [{ type: 'text', value: oneLine(text.strong) }] };
  // Between phrases of a paragraph a space stays.
  const before = index > 0 && /^\s/.test(text) ? ' ' : '';
  const after = index < length - 1 && /\s$/.test(text) ? ' ' : '';
  const value = oneLine(text);
  return { type: 'text', value: value === '' ? before || after : `${before}${value}${after}` };
}

function linkText({ text, link }: Exclude<Cell, string>): string {
  return toMarkdown(
    { type: 'tableCell', children: [{ type: 'link', url: link, children: [{ type: 'text', value: oneLine(text) }] }] },
    options,
  ).slice(0, -1);
}

const cellTexts = new Map<string, string>();
/** More than the distinct cells of most backlogs. */
const mostKept = 10_000;

function cellText(text: string): string {
  const value = oneLine(text);
  // Words and numbers need no escaping.
  if (/^[\p{L}\p{N} %]*$|^−?\d+\.\d+$/u.test(value)) return value;
  let written = cellTexts.get(value);
  if (written === undefined) {
    // Without the line break at the end.
    written = toMarkdown({ type: 'tableCell', children: [{ type: 'text', value }] }, options).slice(0, -1);
    if (cellTexts.size >= mostKept) cellTexts.clear();
    cellTexts.set(value, written);
  }
  return written;
}
