import type { DocumentLink } from 'vscode-languageserver-types';
import { frameItems, type Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { sparseByVersion } from '../document/versions/sparseByVersion.ts';
import { nodeAt, stringsAt, type TextNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { rangeOfOffsets, withoutQuotes, writtenOffsets } from './atPosition.ts';

/** A link to a web or mail address, or to a used file, whose URI the caller resolves. */
export interface FileLink extends DocumentLink {
  /** The path of a used file as it is written. */
  readonly data?: string;
}

/** The links of a file: the files it uses, and the addresses under `links` and in evidence. Only http, https and mailto: other schemes could run something. */
export function documentLinks(model: KanoModel): readonly FileLink[] {
  const uses = stringsAt(model.frame.root, ['uses']).map((node) => ({
    range: rangeOf(model, model.frame, node),
    data: node.value,
  }));
  const inFrame = frameItems(model.frame).flatMap((item) => addressesOf(item).map((node) => ({ part: item.part, node })));
  const links = [...inFrame, ...addressesBySegment(model).values.flat()].map(({ part, node }) => ({
    range: rangeOf(model, part, node),
    target: node.value,
  }));
  return [...uses, ...links];
}

const addressesBySegment = sparseByVersion(({ item }) => {
  const nodes = item ? addressesOf(item) : [];
  return nodes.length > 0 && item ? nodes.map((node) => ({ part: item.part, node })) : undefined;
});

function addressesOf({ list, node }: Item): readonly TextNode[] {
  if (list !== 'features') return [];
  const evidence = nodeAt(node, ['evidence']);
  const items = evidence?.kind === 'list' ? evidence.items : [];
  const nodes = [...stringsAt(node, ['links']), ...items.flatMap((item) => stringsAt(item, ['link']))];
  return nodes.filter(({ value }) => /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(value));
}

function rangeOf(model: KanoModel, part: Part, node: TextNode) {
  return rangeOfOffsets(model, part, withoutQuotes(part.text, writtenOffsets(part, node)));
}
