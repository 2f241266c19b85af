import type { LocationLink } from 'vscode-languageserver-types';
import type { Product } from '../document/product.ts';
import type { Position } from '../document/yaml/position.ts';
import { rangeOfSpan } from './atPosition.ts';
import { itemRange } from './itemRange.ts';
import { mentionAt, mentionsIn } from './mentions.ts';

/** Where the id at a position of the opened file is defined: more than one place only where it is defined twice. */
export function definition(product: Product, position: Position): readonly LocationLink[] {
  const sought = mentionAt(product.opened, position);
  if (!sought) return [];
  const originSelectionRange = rangeOfSpan(product.opened, sought.item.part, sought.span);
  return product.models.flatMap((model) =>
    mentionsIn(model, sought)
      .filter(({ isDefinition }) => isDefinition)
      .map(({ item, span }) => ({
        originSelectionRange,
        targetUri: model.uri,
        targetRange: itemRange(model, item),
        targetSelectionRange: rangeOfSpan(model, item.part, span),
      })),
  );
}
