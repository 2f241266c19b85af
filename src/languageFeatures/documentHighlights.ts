import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Position } from '../document/yaml/position.ts';
import { rangeOfSpan } from './atPosition.ts';
import { mentionAt, mentionsIn } from './mentions.ts';

/** `DocumentHighlightKind`, of which the protocol's package is not bundled. */
const [read, write] = [2, 3] as const;

/** All places of the file where the id at a position stands; its definitions as what is written, its uses as what is read. */
export function documentHighlights(model: KanoModel, position: Position): readonly DocumentHighlight[] {
  const sought = mentionAt(model, position);
  if (!sought) return [];
  return mentionsIn(model, sought).map(({ item, span, isDefinition }) => ({
    range: rangeOfSpan(model, item.part, span),
    kind: isDefinition ? write : read,
  }));
}
