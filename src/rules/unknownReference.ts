import type { Entry } from '../document/entry.ts';
import type { ListKey } from '../document/model.ts';
import { nodeAt, type Path, stringsAt, type TextNode } from '../document/node.ts';
import { within } from '../document/place.ts';
import { productList } from '../document/product.ts';
import { unknownReference } from '../wording/problems/references.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/unknown-reference`: an id that is nowhere defined in the product. */
export function checkReferences(context: RuleContext): readonly Finding[] {
  const { product, document } = context;
  // A file that could not be read may define what looks unknown: silent where we cannot know.
  if (product.unresolvedUses.length > 0) return [];
  const known = definedIds(context);
  const lists = ['touchpoints', 'features', 'metrics'] as const;
  return lists.flatMap((list) =>
    document.list(list).flatMap((entry) =>
      referencesOf(entry).flatMap(({ target, node }): Finding[] => {
        if (known[target].has(node.value)) return [];
        const message = unknownReference(target, node.value, nearest(node.value, known[target]));
        return [{ code: 'kano/unknown-reference', place: within(entry.part, node), message }];
      }),
    ),
  );

  function definedIds({ product: { documents } }: RuleContext): Record<ListKey, ReadonlySet<string>> {
    const ids = (list: ListKey) => new Set(productList({ ...product, documents }, list).flatMap(({ entry }) => entry.value.id ?? []));
    return {
      touchpoints: ids('touchpoints'),
      stages: ids('stages'),
      personas: ids('personas'),
      surveys: ids('surveys'),
      features: ids('features'),
      metrics: new Set(),
    };
  }
}

/** An id as it is referred to, and the list that has to define it. */
export interface Reference {
  readonly target: ListKey;
  readonly node: TextNode;
}

const referencesByEntry = new WeakMap<Entry, readonly Reference[]>();

/** The ids that an item refers to, where they stand. */
export function referencesOf(entry: Entry): readonly Reference[] {
  const known = referencesByEntry.get(entry);
  if (known) return known;
  const references = referencePaths(entry).flatMap(([target, path]) => stringsAt(entry.node, path).map((node) => ({ target, node })));
  referencesByEntry.set(entry, references);
  return references;
}

function referencePaths(entry: Entry): readonly (readonly [ListKey, Path])[] {
  switch (entry.list) {
    case 'touchpoints':
      return [['stages', ['stage']]];
    case 'metrics':
      return [['touchpoints', ['touchpoint']]];
    case 'features': {
      const tallies = nodeAt(entry.node, ['tallies']);
      const indexes = tallies?.kind === 'list' ? tallies.items.map((_, index) => index) : [];
      return [
        ['touchpoints', ['touchpoints']],
        ['features', ['dependsOn']],
        ...indexes.flatMap((index): [ListKey, Path][] => [
          ['surveys', ['tallies', index, 'survey']],
          ['personas', ['tallies', index, 'persona']],
        ]),
      ];
    }
    default:
      return [];
  }
}
