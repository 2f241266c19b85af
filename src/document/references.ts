import type { Entry } from './entry.ts';
import type { ListKey } from './model.ts';
import { nodeAt, type Path, stringsAt, type TextNode } from './node.ts';

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
