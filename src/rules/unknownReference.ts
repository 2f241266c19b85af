import { type DefinitionIndex, definitionIndex } from '../document/definitionIndex.ts';
import { listKeys } from '../document/model.ts';
import { within } from '../document/place.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { unknownReference } from '../wording/problems/references.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/unknown-reference`: an id that is nowhere defined in the product. */
export function checkReferences({ product, document }: RuleContext): readonly Finding[] {
  if (hidesDefinitions(product)) return [];
  const indexes = product.documents.map(definitionIndex);
  const own = definitionIndex(document);
  return listKeys.flatMap((list) => {
    if (indexes.some(({ lists }) => lists[list].lost > 0)) return [];
    return [...own.lists[list].referrers].flatMap(([id, entries]): Finding[] => {
      if (indexes.some(({ lists }) => lists[list].definitions.has(id) || lists[list].faulty.has(id))) return [];
      const message = unknownReference(list, id, nearest(id, idsOf(indexes, list)));
      return [...entries].flatMap((entry) =>
        referencesOf(entry)
          .filter(({ target, node }) => target === list && node.value === id)
          .map(({ node }): Finding => ({ code: 'kano/unknown-reference', place: within(entry.part, node), message })),
      );
    });
  });
}

/** What could not be read may define what looks unknown, and use what looks unused: silent where we cannot know. */
export function hidesDefinitions({ documents, unresolvedUses }: Product): boolean {
  return unresolvedUses.some(({ reason }) => reason !== 'circle') || documents.some(({ frame }) => frame.syntaxFindings.length > 0);
}

function* idsOf(indexes: readonly DefinitionIndex[], list: keyof DefinitionIndex['lists']): Iterable<string> {
  for (const { lists } of indexes) yield* lists[list].definitions.keys();
}
