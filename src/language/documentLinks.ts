import type { DocumentLink } from 'vscode-languageserver-types';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { nodeAt, stringsAt, type TextNode } from '../document/node.ts';
import type { Part } from '../document/part.ts';
import { rangeOfSpan, withoutQuotes, writtenSpan } from './spot.ts';

/** A link to a web or mail address, or to a used file, which the reader of files finds. */
export interface FileLink extends DocumentLink {
  /** The path of a used file as it is written. */
  readonly data?: string;
}

/** What leads out of a file: the files it uses, and the addresses under `links` and in evidence. Schemes that could run something lead nowhere. */
export function documentLinks(document: KanoDocument): readonly FileLink[] {
  const uses = stringsAt(document.frame.root, ['uses']).map((node) => ({
    range: rangeOf(document, document.frame, node),
    data: node.value,
  }));
  const links = document
    .list('features')
    .flatMap((entry) => addressesOf(entry).map((node) => ({ range: rangeOf(document, entry.part, node), target: node.value })));
  return [...uses, ...links];
}

const addresses = new WeakMap<Entry, readonly TextNode[]>();

function addressesOf(entry: Entry): readonly TextNode[] {
  const known = addresses.get(entry);
  if (known) return known;
  const evidence = nodeAt(entry.node, ['evidence']);
  const items = evidence?.kind === 'list' ? evidence.items : [];
  const nodes = [...stringsAt(entry.node, ['links']), ...items.flatMap((item) => stringsAt(item, ['link']))];
  const found = nodes.filter(({ value }) => /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(value));
  addresses.set(entry, found);
  return found;
}

function rangeOf(document: KanoDocument, part: Part, node: TextNode) {
  return rangeOfSpan(document, part, withoutQuotes(part.text, writtenSpan(part, node)));
}
