import { nearest } from '../base/nearestWord.ts';
import { type DefinitionIndex, definitionIndex } from '../document/definitionIndex.ts';
import { type ListKey, listKeys } from '../document/format/model.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { addDefinition } from '../document/writing/addDefinition.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import { within } from '../document/yaml/localRange.ts';
import type { TextNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { changeTo, define } from '../wording/problems/fixes.ts';
import { unknownReference } from '../wording/problems/references.ts';
import { type Fix, fixInPart } from './fix.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';
import { labelOf } from './schemaFixes.ts';

/**
 * Ids that are looked at, in a list, for those that unknown ones may have been meant as. Where there are so many unknown ones that it would
 * take more, the list is missing rather than an id mistyped.
 */
const mostComparisons = 200_000;

/** `kano/unknown-reference`: an id that is nowhere defined in the product. */
export function checkReferences({ product, model }: RuleContext): readonly Finding[] {
  if (hidesDefinitions(product)) return [];
  const indexes = product.models.map(definitionIndex);
  const own = definitionIndex(model);
  return listKeys.flatMap((list) => {
    if (indexes.some(({ lists }) => lists[list].lost > 0)) return [];
    const { missing, referrers } = own.lists[list];
    const ids = indexes.reduce((sum, { lists }) => sum + lists[list].definitions.size, 0);
    const unknown = [...missing].filter(
      (id) => !indexes.some(({ lists }) => lists[list].definitions.has(id) || lists[list].faulty.has(id)),
    );
    const isCompared = unknown.length * ids <= mostComparisons;
    return unknown.flatMap((id): Finding[] => {
      const near = isCompared ? nearest(id, idsOf(indexes, list)) : null;
      const message = unknownReference(list, id, near);
      return [...(referrers.get(id) ?? [])].flatMap((item) =>
        referencesOf(item)
          .filter(({ target, node }) => target === list && node.value === id)
          .map(({ node }): Finding => {
            const fixes = (product: Product) => referenceFixes(product, { list, part: item.part, node, near });
            return { code: 'kano/unknown-reference', range: within(item.part, node), message, fixes };
          }),
      );
    });
  });
}

interface UnknownReference {
  readonly list: ListKey;
  readonly part: Part;
  readonly node: TextNode;
  readonly near: string | null;
}

function referenceFixes(product: Product, { list, part, node, near }: UnknownReference): readonly Fix[] {
  const { value: id, start, end } = node;
  if (isAlias(part.text, node)) return [];
  // In quotes anything goes; ids need none but where YAML reads them as something else.
  const newText = scalarText(near ?? '', { flow: true, quote: quoteOf(part.text.slice(start)) });
  const correction =
    near === null ? [] : fixInPart(product, part, [{ start, end, newText }], { title: changeTo(id, near), isPreferred: true });
  const definition = definitionOf(list, id);
  const edits = definition && addDefinition(product.opened, list, definition);
  return [...correction, ...(edits ? [{ title: define(list, id), edits }] : [])];
}

/** Nobody but the author knows the date of a survey. */
function definitionOf(list: ListKey, id: string): Readonly<Record<string, string>> | undefined {
  if (list === 'surveys' || !/^[a-z0-9][a-z0-9._-]*$/.test(id)) return undefined;
  return { id, [list === 'features' ? 'title' : 'name']: labelOf(id) };
}

/** What could not be read may define what looks unknown, and use what looks unused: silent where we cannot know. */
export function hidesDefinitions({ models, unresolvedUses }: Product): boolean {
  return unresolvedUses.some(({ reason }) => reason !== 'cycle') || models.some(({ frame }) => frame.syntaxFindings.length > 0);
}

function* idsOf(indexes: readonly DefinitionIndex[], list: keyof DefinitionIndex['lists']): Iterable<string> {
  for (const { lists } of indexes) yield* lists[list].definitions.keys();
}
