import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver-types';
import type { KanoModel } from '../document/kanoModel.ts';
import type { DocumentSource, Product } from '../document/product.ts';
import { comparePositions, type Position } from '../document/yaml/position.ts';
import { rangeOfOffsets } from './atPosition.ts';
import { filesSharing } from './filesSharing.ts';
import { definitionsIn, mentionAt, mentionsIn } from './mentions.ts';
import { itemRange } from './ranges.ts';

/** Where the id at a position of the opened file is defined: several places only for a duplicate id. */
export function definition(product: Product, position: Position): readonly LocationLink[] {
  const sought = mentionAt(product.opened, position);
  if (!sought) return [];
  const originSelectionRange = rangeOfOffsets(product.opened, sought.item.part, sought.offsets);
  return product.models.flatMap((model) =>
    definitionsIn(model, sought).map(({ item, offsets }) => ({
      originSelectionRange,
      targetUri: model.uri,
      targetRange: itemRange(model, item),
      targetSelectionRange: rangeOfOffsets(model, item.part, offsets),
    })),
  );
}

/** `DocumentHighlightKind`: the package of the protocol is not bundled. */
const [read, write] = [2, 3] as const;

/** Every mention in the file of the id at a position: definitions as writes, references as reads. */
export function documentHighlights(model: KanoModel, position: Position): readonly DocumentHighlight[] {
  const sought = mentionAt(model, position);
  const mentions = sought ? mentionsIn(model, sought) : [];
  return mentions.map(({ item: { part }, offsets, isDefinition }) => ({
    range: rangeOfOffsets(model, part, offsets),
    kind: isDefinition ? write : read,
  }));
}

/**
 * Where the id at a position of `from` is referred to, in all files that share it: file by file, each in the order of its text.
 *
 * @param models all files there are, including `from`
 * @param includeDefinitions whether definitions count too
 */
export async function references(
  from: KanoModel,
  position: Position,
  models: readonly KanoModel[],
  source: DocumentSource,
  includeDefinitions: boolean,
): Promise<readonly Location[]> {
  const sought = mentionAt(from, position);
  if (!sought) return [];
  const { mentioning } = await filesSharing(sought, from, models, source);
  return mentioning.flatMap((model) =>
    mentionsIn(model, sought)
      .filter(({ isDefinition }) => includeDefinitions || !isDefinition)
      .map(({ item, offsets }) => ({ uri: model.uri, range: rangeOfOffsets(model, item.part, offsets) }))
      .sort((a, b) => comparePositions(a.range.start, b.range.start)),
  );
}
