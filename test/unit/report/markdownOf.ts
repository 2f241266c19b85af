import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Markdown as GitHub reads it. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** What a reader sees of a node; fails where anything but plain text stands in it, apart from addresses that show where they lead. */
export function plainTextOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'link') {
    const shown = node.children.map(plainTextOf).join('');
    if (['', 'mailto:', 'http://'].some((start) => node.url === start + shown)) return shown;
  }
  if (['root', 'heading', 'paragraph', 'tableCell', 'listItem'].includes(node.type) && 'children' in node)
    return node.children.map(plainTextOf).join('');
  throw new Error(`a ${node.type} among the text`);
}

/** The cells of every table, by table and row, headings included. */
export function tablesIn(root: Root): string[][][] {
  return root.children.flatMap((node) => (node.type === 'table' ? [node.children.map((row) => row.children.map(plainTextOf))] : []));
}

/** The lines of every numbered list, by list. */
export function numberedListsIn(root: Root): string[][] {
  return root.children.flatMap((node) => (node.type === 'list' && node.ordered ? [node.children.map(plainTextOf)] : []));
}

export function headingsIn(root: Root): string[] {
  return root.children.flatMap((node) => (node.type === 'heading' ? [plainTextOf(node)] : []));
}
