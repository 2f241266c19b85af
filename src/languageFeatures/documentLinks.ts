import type { DocumentLink } from 'vscode-languageserver-types';
import { ticketsOf } from '../document/format/trackers.ts';
import { frameItems, type Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { sparseByVersion } from '../document/versions/sparseByVersion.ts';
import { nodeAt, stringsAt, type TextNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { rangeOfOffsets, withoutQuotes, writtenOffsets } from './atPosition.ts';

/** A link to a web or mail address, or to a used file, whose URI the caller resolves. */
interface FileLink extends DocumentLink {
  /** The path of a used file as it is written. */
  readonly data?: string;
}

/** The links of a file: the files it uses, tickets, and the addresses under `links` and in evidence. Only http, https and mailto: other schemes could run something. */
export function documentLinks(model: KanoModel): readonly FileLink[] {
  const rangeOf = (part: Part, node: TextNode) => rangeOfOffsets(model, part, withoutQuotes(part.text, writtenOffsets(part, node)));
  const uses = stringsAt(model.frame.root, ['uses']).map((node) => ({ range: rangeOf(model.frame, node), data: node.value }));
  const addresses = [...frameItems(model.frame).flatMap(addressesOf), ...addressesBySegment(model).values.flat()];
  return [...uses, ...addresses.map(({ part, node, target }) => ({ range: rangeOf(part, node), target }))];
}

const addressesBySegment = sparseByVersion(({ item }) => {
  const addresses = item ? addressesOf(item) : [];
  return addresses.length > 0 ? addresses : undefined;
});

function addressesOf({ list, node, part }: Item): readonly { readonly part: Part; readonly node: TextNode; readonly target: string }[] {
  if (list !== 'features') return [];
  const evidence = nodeAt(node, ['evidence']);
  const items = evidence?.kind === 'list' ? evidence.items : [];
  const tracker = nodeAt(node, ['tracker']);
  const tickets = tracker?.kind === 'scalar' && typeof tracker.value === 'string' ? [tracker as TextNode] : stringsAt(node, ['tracker']);
  const nodes = [...stringsAt(node, ['links']), ...items.flatMap((item) => stringsAt(item, ['link']))];
  const isAddress = ({ value }: TextNode) => /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(value);
  return [
    ...nodes.filter(isAddress).map((address) => ({ part, node: address, target: address.value })),
    ...tickets.flatMap((ticket) => {
      const target = ticketsOf({ tracker: ticket.value })[0]?.url ?? null;
      return target === null ? [] : [{ part, node: ticket, target }];
    }),
  ];
}
