import type { Entry } from '../document/entry.ts';
import { type ListKey, listKeys } from '../document/model.ts';
import { nodeAt, type Path, stringsAt, type TextNode } from '../document/node.ts';
import { within } from '../document/place.ts';
import { type Product, productList } from '../document/product.ts';
import { unknownReference } from '../wording/problems/references.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/unknown-reference`: an id that is nowhere defined in the product. */
export function checkReferences({ product, document }: RuleContext): readonly Finding[] {
  if (hidesDefinitions(product)) return [];
  const definitions = new Map(listKeys.map((list) => [list, definitionsOf(product, list)]));
  return listKeys.flatMap((list) =>
    document.list(list).flatMap((entry) =>
      referencesOf(entry).flatMap(({ target, node }): Finding[] => {
        const known = definitions.get(target);
        if (!known || known.incomplete || known.written.has(node.value)) return [];
        const message = unknownReference(target, node.value, nearest(node.value, known.ids));
        return [{ code: 'kano/unknown-reference', place: within(entry.part, node), message }];
      }),
    ),
  );
}

/** What could not be read may define what looks unknown, and use what looks unused: silent where we cannot know. */
export function hidesDefinitions({ documents, unresolvedUses }: Product): boolean {
  return unresolvedUses.some(({ reason }) => reason !== 'circle') || documents.some(({ frame }) => frame.syntaxFindings.length > 0);
}

interface Definitions {
  readonly ids: ReadonlySet<string>;
  /** The ids with those that break the schema (`id: 2026`): what is wrong with them is said where they stand. */
  readonly written: ReadonlySet<string>;
  /** Whether an item has lost its id to something unreadable. */
  readonly incomplete: boolean;
}

function definitionsOf(product: Product, list: ListKey): Definitions {
  const entries = productList(product, list).map(({ entry }) => entry);
  const ids = new Set<string>();
  const written = new Set<string>();
  let incomplete = false;
  for (const { value, node, part } of entries) {
    if (value.id !== undefined) {
      ids.add(value.id);
      written.add(value.id);
      continue;
    }
    const id = nodeAt(node, ['id']);
    if (id?.kind === 'scalar' && id.source !== '') written.add(id.source);
    else incomplete ||= part.syntaxFindings.length > 0;
  }
  return { ids, written, incomplete };
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
