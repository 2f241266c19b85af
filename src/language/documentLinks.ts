import type { DocumentLink } from 'vscode-languageserver-types';
import type { Entry } from '../document/entry.ts';
import { frameEntries } from '../document/frameEntries.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { nodeAt, stringsAt, type TextNode } from '../document/node.ts';
import type { Part } from '../document/part.ts';
import { sparseByVersion } from '../document/sparseByVersion.ts';
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
  const inFrame = frameEntries(document.frame).flatMap((entry) => addressesOf(entry).map((node) => ({ part: entry.part, node })));
  const links = [...inFrame, ...addressesBySegment(document).values.flat()].map(({ part, node }) => ({
    range: rangeOf(document, part, node),
    target: node.value,
  }));
  return [...uses, ...links];
}

const addressesBySegment = sparseByVersion(({ entry }) => {
  const nodes = entry ? addressesOf(entry) : [];
  return nodes.length > 0 && entry ? nodes.map((node) => ({ part: entry.part, node })) : undefined;
});

function addressesOf({ list, node }: Entry): readonly TextNode[] {
  if (list !== 'features') return [];
  const evidence = nodeAt(node, ['evidence']);
  const items = evidence?.kind === 'list' ? evidence.items : [];
  const nodes = [...stringsAt(node, ['links']), ...items.flatMap((item) => stringsAt(item, ['link']))];
  return nodes.filter(({ value }) => /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(value));
}

function rangeOf(document: KanoDocument, part: Part, node: TextNode) {
  return rangeOfSpan(document, part, withoutQuotes(part.text, writtenSpan(part, node)));
}
