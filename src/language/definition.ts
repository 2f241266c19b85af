import type { LocationLink } from 'vscode-languageserver-types';
import type { Position } from '../document/position.ts';
import type { Product } from '../document/product.ts';
import { itemRange } from './itemRange.ts';
import { mentionAt, mentionsIn } from './mentions.ts';
import { rangeOfSpan } from './spot.ts';

/** Where the id at a position of the opened file is defined: more than one place only where it is defined twice. */
export function definition(product: Product, position: Position): readonly LocationLink[] {
  const sought = mentionAt(product.opened, position);
  if (!sought) return [];
  const originSelectionRange = rangeOfSpan(product.opened, sought.entry.part, sought.span);
  return product.documents.flatMap((document) =>
    mentionsIn(document, sought)
      .filter(({ isDefinition }) => isDefinition)
      .map(({ entry, span }) => ({
        originSelectionRange,
        targetUri: document.uri,
        targetRange: itemRange(document, entry),
        targetSelectionRange: rangeOfSpan(document, entry.part, span),
      })),
  );
}
