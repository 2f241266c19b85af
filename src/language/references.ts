import type { Location } from 'vscode-languageserver-types';
import type { DocumentSource } from '../document/documentSource.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Position } from '../document/position.ts';
import { filesSharing } from './filesSharing.ts';
import { mentionAt, mentionsIn } from './mentions.ts';
import { rangeOfSpan } from './spot.ts';

/**
 * Where the id at a position of `from` is referred to, in all files that share it: file by file, each in the order of its text.
 *
 * @param documents all files there are, `from` among them
 * @param includeDefinitions whether the places that define it count too
 */
export async function references(
  from: KanoDocument,
  position: Position,
  documents: readonly KanoDocument[],
  source: DocumentSource,
  includeDefinitions: boolean,
): Promise<readonly Location[]> {
  const sought = mentionAt(from, position);
  if (!sought) return [];
  const { mentioning } = await filesSharing(sought, from, documents, source);
  return mentioning.flatMap((document) =>
    mentionsIn(document, sought)
      .filter(({ isDefinition }) => includeDefinitions || !isDefinition)
      .map(({ entry, span }) => ({ uri: document.uri, range: rangeOfSpan(document, entry.part, span) }))
      .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character),
  );
}
