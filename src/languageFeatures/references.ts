import type { Location } from 'vscode-languageserver-types';
import type { DocumentSource } from '../document/documentSource.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Position } from '../document/yaml/position.ts';
import { rangeOfSpan } from './atPosition.ts';
import { filesSharing } from './filesSharing.ts';
import { mentionAt, mentionsIn } from './mentions.ts';

/**
 * Where the id at a position of `from` is referred to, in all files that share it: file by file, each in the order of its text.
 *
 * @param models all files there are, `from` among them
 * @param includeDefinitions whether the places that define it count too
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
      .map(({ item, span }) => ({ uri: model.uri, range: rangeOfSpan(model, item.part, span) }))
      .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character),
  );
}
