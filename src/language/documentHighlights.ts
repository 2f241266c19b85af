import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Position } from '../document/position.ts';
import { mentionAt, mentionsIn } from './mentions.ts';
import { rangeOfSpan } from './spot.ts';

/** `DocumentHighlightKind`, of which the protocol's package is not bundled. */
const [read, write] = [2, 3] as const;

/** All places of the file where the id at a position stands; its definitions as what is written, its uses as what is read. */
export function documentHighlights(document: KanoDocument, position: Position): readonly DocumentHighlight[] {
  const sought = mentionAt(document, position);
  if (!sought) return [];
  return mentionsIn(document, sought).map(({ entry, span, isDefinition }) => ({
    range: rangeOfSpan(document, entry.part, span),
    kind: isDefinition ? write : read,
  }));
}
